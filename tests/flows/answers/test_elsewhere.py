"""A day that belongs to something or somebody else is no day of use, and no date that lies ahead is turned round."""

from __future__ import annotations

from datetime import date

import pytest

from flows.answers.elsewhere import is_elsewhere
from tests.flows.answers.asking import brief, reading

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "the refill came October 10",
        "the pharmacist handed it to me last Friday",
        "me la surtieron hace tres semanas",
        "la crema vence en agosto",
        "my cousin quit two weeks ago",
        "mi prima la dejó el mes pasado",
        "my derm says to stop 3 days before",
        "im supposed to quit a week before",
        "vi a la dermatóloga hace un mes",
        "my consultation was last Tuesday",
        "we had our baby in April",
        "swapped it for azelaic acid in June",
        "me cambié a adapaleno en julio",
        "missed it on Sunday",
        "se me pasó anoche",
    ],
)
def test_a_day_of_something_or_somebody_else_is_asked_about(text: str) -> None:
    assert brief(reading("retinoid_last", text, TODAY)) == "-not_understood"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i stopped 2 days ago because my derm told me to", "2026-11-01"),
        ("my derm told me to stop 2 days ago so i did", "2026-11-01"),
        ("quit in April, then picked it back up in August", "still_using"),
        ("la retomé el 12", "still_using"),
        ("cut down to weekends in July", "still_using"),
        ("2 weeks on 1 week off", "still_using"),
        ("quit tret in May, now using adapalene", "still_using"),
        ("a partir del 5 de octubre", "still_using"),
        ("Tue and Thu every week but I skipped last night", "still_using"),
        ("por error anoche, si no, hace dos meses", "2026-11-03"),
        ("todavía no hace dos meses", "2026-11-03"),
    ],
)
def test_what_goes_on_or_was_an_exception_is_never_read_as_an_earlier_day(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text, TODAY)).split("..")[-1].lstrip("~") == expected


def test_a_visit_is_a_day_only_where_the_last_session_is_asked_for() -> None:
    assert is_elsewhere("my appointment was 2 weeks ago", ended=False, visits=False)
    assert not is_elsewhere("my appointment was 2 weeks ago", ended=False, visits=True)


def test_the_sun_that_one_forgot_to_cover_from_was_sun() -> None:
    assert brief(reading("sun_last", "yesterday, forgot my sunscreen", TODAY)).endswith("2026-11-02")


@pytest.mark.parametrize("text", ["11/5", "on 12/4", "11/5/26", "12-1"])
def test_a_date_whose_usual_order_lies_ahead_is_not_turned_round(text: str) -> None:
    assert brief(reading("retinoid_last", text, TODAY)) == "-future_date"


def test_a_date_that_lies_ahead_with_the_day_first_is_read_back_and_in_spanish_refused() -> None:
    assert brief(reading("retinoid_last", "4/12", TODAY)) == "~2026-04-12"
    assert brief(reading("retinoid_last", "4/12", TODAY, language="es")) == "-future_date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("been clean for 4 days", "2026-10-30"),
        ("1/2 a month ago", "2026-10-24"),
        ("not yesterday, the night before", "2026-11-01"),
        ("acabo de ponérmela, oy", "2026-11-03"),
        ("hace tantito", "2026-11-03"),
        ("not in a really long time", "not_sure"),
        ("hace añales", "not_sure"),
        ("nunca me la salto", "still_using"),
        ("i never miss a night", "still_using"),
        ("nomás cuando me brotan granos", "still_using"),
        ("la mañana del lunes", "2026-11-02"),
    ],
)
def test_how_people_tell_of_a_moment_or_of_no_day_at_all(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text, TODAY)).split("..")[-1].lstrip("~") == expected
