"""What the words in the search box may be, and what the queue is asked for them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.console.searching import Desk, Shape, shapes, tidied, wanted
from flows.model import Verdict
from storage.tables import Stage

if TYPE_CHECKING:
    from flows.flow import Flow

CASE, DAY, PHONE, NAME = Shape.CASE, Shape.DAY, Shape.PHONE, Shape.NAME


@pytest.fixture
def desk(flow: Flow) -> Desk:
    return Desk(flow, date(2026, 11, 4), flow.clinic.zone, 111)


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("QRNP49", (CASE, NAME)),
        ("#qrnp49", (CASE, NAME)),
        ("346797", (CASE, PHONE)),
        ("QRN", (NAME,)),
        ("(314) 555-0123", (PHONE,)),
        ("0123", (PHONE,)),
        ("2026-11-03", (DAY, PHONE)),
        ("Nov 3", (DAY, NAME)),
        ("yesterday", (DAY, NAME)),
        ("Ana", (NAME,)),
        ("李", (NAME,)),
        ("12", ()),
        ("!!!", ()),
        ("", ()),
    ],
)
def test_the_words_are_read_by_their_shape(desk: Desk, words: str, read_as: tuple[Shape, ...]) -> None:
    assert shapes(words, desk) == read_as


def test_a_day_is_the_clinics_and_not_greenwichs(desk: Desk) -> None:
    found = wanted({"q": "Nov 3", "read_as": "day"}, None, desk)
    assert found.since == datetime(2026, 11, 3, 6, tzinfo=UTC)
    assert found.until == datetime(2026, 11, 4, 6, tzinfo=UTC)


def test_a_day_whose_clocks_change_is_an_hour_longer(desk: Desk) -> None:
    found = wanted({"first": "2026-11-01", "last": "2026-11-01"}, None, desk)
    assert found.since
    assert found.until
    assert (found.until - found.since).total_seconds() == 25 * 3600


def test_a_day_and_a_stretch_of_days_must_both_hold(desk: Desk) -> None:
    found = wanted({"q": "Nov 3", "read_as": "day", "first": "2026-11-02", "last": "2026-11-02"}, None, desk)
    assert (found.since, found.until) == (datetime(2026, 11, 3, 6, tzinfo=UTC), datetime(2026, 11, 3, 6, tzinfo=UTC))


def test_each_filter_is_taken_and_what_the_clinic_has_not_is_let_pass(desk: Desk) -> None:
    kept = {"verdict": "STOP", "rule": "sun", "goal": "tone", "tag": "call back", "mine": "yes"}
    found = wanted(kept, Stage.NEW, desk)
    assert (found.stage, found.verdict, found.rule, found.goal) == (Stage.NEW, Verdict.STOP, "sun", "tone")
    assert (found.tag, found.claimed_by) == ("call back", 111)
    strange = wanted({"verdict": "GREEN", "rule": "moon", "goal": "x", "first": "soon", "last": "0000"}, None, desk)
    assert (strange.verdict, strange.rule, strange.goal, strange.since, strange.until) == (None, "", "", None, None)


@pytest.mark.parametrize("kept", [{"q": "!!!"}, {"q": "x", "read_as": "smell"}])
def test_words_that_are_nothing_ask_for_a_case_that_nobody_has(desk: Desk, kept: dict[str, str]) -> None:
    assert wanted(kept, None, desk).case == "-"


def test_a_day_that_the_words_no_longer_name_narrows_nothing(desk: Desk) -> None:
    assert wanted({"q": "12", "read_as": "day"}, None, desk) == wanted({}, None, desk)


def test_of_a_form_only_what_says_something_is_kept() -> None:
    assert tidied({"q": " Ana ", "rule": "", "token": "t", "stage": "new"}) == {"q": "Ana"}
