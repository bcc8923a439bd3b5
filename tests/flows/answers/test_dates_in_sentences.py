"""Past days as people tell them, in English and in Spanish. Today is Monday 23 November 2026."""

from __future__ import annotations

import pytest

from flows.answers.days_in_text import days_in
from flows.model import Interval
from tests.flows.answers.asking import TODAY, brief, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i do not use it daily", "-not_understood"),
        ("started using it last month", "~still_using"),
        ("started it last month", "~still_using"),
        ("tursday", "-not_understood"),
        ("monday 8", "~2026-11-08..2026-11-16"),
        ("el lunes 16", "2026-11-16"),
        ("stopped in June, using it daily now", "~still_using"),
        ("stopped in June but used it again", "~still_using"),
        ("la dejé en junio pero la volví a usar el viernes", "~still_using"),
        ("septemebr 3rd", "~2026-09-03"),
        ("savado", "~2026-11-21"),
        ("Feb 3 to Oct 20", "-not_understood"),
        ("i bought it 2 weeks ago", "-not_understood"),
        ("my husband used it yesterday", "-not_understood"),
        ("is 3 days ago ok?", "-not_understood"),
        ("I have used it since last week, started on Monday", "~2026-11-15..2026-11-23"),
        ("November twenty first", "2026-11-21"),
        ("the first of October", "2026-10-01"),
        ("christmas week", "~2025-12-21..2025-12-28"),
        ("the week of Nov 4", "~2026-11-01..2026-11-08"),
        ("the weekend of Nov 14", "~2026-11-14..2026-11-15"),
        ("the week after Halloween", "~2026-11-01..2026-11-08"),
        ("the weekend before Halloween", "~2026-10-24..2026-10-25"),
        ("the week before Halloween", "~2026-10-17..2026-10-30"),
        ("2 days after Halloween", "~2026-11-01..2026-11-02"),
        ("a few days after Halloween", "~2026-11-01..2026-11-07"),
        ("a couple of days before Halloween", "~2026-10-28..2026-10-30"),
        ("the Monday before Halloween", "~2026-10-26"),
        ("the Friday after Halloween", "~2026-11-06"),
        ("after October", "~2026-10-02..2026-11-23"),
        ("the 5th of last month", "2026-10-05"),
        ("the 31st of this month", "~2026-11-01..2026-11-23"),
        ("the first week of October", "~2026-10-01..2026-10-10"),
        ("the second week of last month", "~2026-10-08..2026-10-17"),
        ("the last week of October", "~2026-10-22..2026-10-31"),
        ("the last day of October", "2026-10-31"),
        ("9/2026", "~2026-09-01..2026-09-30"),
        ("the second Saturday in October", "2026-10-10"),
        ("the last Sunday of October", "2026-10-25"),
        ("Tuesday of this week", "-future_date"),
        ("the Tuesday of the week before last", "2026-11-10"),
        ("5 weeks ago on Tuesday", "~2026-10-13..2026-10-20"),
        ("2 Fridays ago", "~2026-11-06..2026-11-13"),
        ("a couple Fridays ago", "~2026-11-06..2026-11-13"),
        ("Oct 5, 12 and 19", "~2026-10-19"),
        ("2 days or 2 weeks ago", "~2026-11-05..2026-11-21"),
        ("used it Monday but not today", "~2026-11-16"),
        ("I used it Tuesday, didn't use it Wednesday", "~2026-11-17"),
        ("not only Saturday", "-not_understood"),
        ("haven't used it in the last 2 weeks", "~2026-11-05..2026-11-13"),
        ("hasn't been a week yet", "~2026-11-14..2026-11-23"),
        ("Sunday. no wait, Saturday", "~2026-11-21"),
        ("Saturday or Sunday, I can't remember which", "~2026-11-22"),
        ("super bowl sunday", "-not_understood"),
        ("Nov 1, Nov 2, Nov 3, Nov 4, Nov 5, Nov 6, Nov 7, Nov 8", "~None..2026-11-23"),
        ("dia de las madres", "~2026-05-10"),
        ("dia de muertos", "2026-11-02"),
        ("semana santa", "~2026-03-29..2026-04-05"),
        ("viernes santo", "~2026-04-03"),
        ("las posadas", "~2025-12-16..2025-12-24"),
        ("treinta y uno de octubre", "2026-10-31"),
        ("hace como tres o cuatro días", "~2026-11-18..2026-11-21"),
        ("hace dos semanas y media", "~2026-11-01..2026-11-10"),
        ("hace más de un mes", "~None..2026-10-23"),
        ("hace menos de un mes", "~2026-10-08..2026-11-23"),
        ("hace por lo menos 10 días", "~None..2026-11-13"),
        ("tres semanas atrás", "~2026-10-29..2026-11-06"),
        ("hace un par de días", "~2026-11-20..2026-11-22"),
        ("hace varios días", "~2026-11-11..2026-11-20"),
        ("hace unos días", "~2026-11-16..2026-11-21"),
        ("hace medio año", "~2026-04-23..2026-06-22"),
        ("hace meses", "~None..2026-10-08"),
        ("llevo dos semanas sin usarla", "~2026-11-05..2026-11-13"),
        ("la uso desde junio", "~still_using"),
        ("los lunes", "still_using"),
        ("los domingos", "still_using"),
        ("el domingo antepasado", "~2026-11-08..2026-11-15"),
        ("el lunes que viene", "-future_date"),
        ("el lunes pasado", "~2026-11-16"),
        ("el pasado lunes", "~2026-11-16"),
        ("octubre pasado", "~2025-10-01..2026-10-31"),
        ("noviembre 2", "2026-11-02"),
        ("el 2 de noviembre del 2026", "2026-11-02"),
        ("en marzo de 2025", "~2025-03-01..2025-03-31"),
        ("la dejé el 20 de junio", "2026-06-20"),
        ("no la he dejado", "still_using"),
        ("ya no la uso desde agosto", "~2026-08-01..2026-08-31"),
        ("no sé", "not_sure"),
        ("el once de noviembre", "2026-11-11"),
        ("la semana del 5 de noviembre", "~2026-11-01..2026-11-08"),
        ("antes de navidad", "~None..2026-11-23"),
        ("Thanksgiving", "~2025-11-27"),
        ("before Thanksgiving", "~None..2026-11-23"),
        ("before May", "~None..2026-04-30"),
        ("Sunday of this week", "2026-11-22"),
        ("used it for 3 weeks, Oct 1 to Oct 20", "~2026-10-01..2026-10-20"),
    ],
)
def test_what_people_say_of_a_day(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("el 12 de diciembre", "2026-12-12"),
        ("the week of Dec 9", "~2026-12-06"),
        ("dec 12 and dec 20", "-not_understood"),
        ("after the holidays", "~2027-01-07"),
    ],
)
def test_what_people_say_of_a_day_to_come(text: str, expected: str) -> None:
    assert brief(reading("wish", text)) == expected


def test_a_story_may_mean_any_day_up_to_now() -> None:
    read = days_in("and then on nov 2 " * 50, TODAY, left_off=True)
    assert [day.interval for day in read.days] == [Interval(None, TODAY)]
    assert not read.whole
