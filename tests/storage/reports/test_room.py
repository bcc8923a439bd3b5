"""Tests of the numbers as a whole: they equal a plain recount of whatever happened, and weeks add up."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete

from flows.model import Event, Happened
from storage.reports import Figures, Numbers
from storage.tables import EventRow, table
from tests.storage.given import CHAT, OTHER_CHAT, stored
from tests.storage.reports.histories import FIRST_DAY, Happening, plausible, record, wild
from tests.storage.reports.oracle import recount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from storage.database import Database
    from storage.work import Work

ST_LOUIS = ZoneInfo("America/Chicago")


def mondays(weeks: int) -> list[datetime]:
    """From `FIRST_DAY` on, midnight by the clinic's clock."""
    first = FIRST_DAY.astimezone(ST_LOUIS).date()
    days = [first + timedelta(weeks=week) for week in range(weeks + 1)]
    return [datetime.combine(day, time.min, ST_LOUIS).astimezone(UTC) for day in days]


def told(figures: Figures) -> dict[str, Any]:
    response = figures.response
    return {
        "started": figures.started,
        "endings": without_nothing(figures.endings),
        "booked": figures.booked,
        "took": figures.took,
        "verdicts": figures.verdicts,
        "next_steps": figures.next_steps,
        "sources": {source: (found.started, found.finished) for source, found in figures.sources.items()},
        "questions": {
            key: (asked.seen, asked.stopped, asked.again, asked.unread, asked.back)
            for key, asked in figures.questions.items()
        },
        "response": (response.called, response.answered, response.middle, response.slow),
    }


def without_nothing(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(key): count for key, count in counts.items() if count}


def summed(counts: Iterable[Mapping[Any, int]]) -> dict[str, int]:
    total = Counter[str]()
    for each in counts:
        total.update(without_nothing(each))
    return dict(total)


def seen(figures: Figures) -> dict[str, int]:
    return {key: asked.seen for key, asked in figures.questions.items()}


def numbers(database: Database, now: datetime, bounds: Sequence[datetime]) -> Numbers:
    with database.look(now) as work:
        return work.reports.weekly(bounds)


def all_told(found: Numbers) -> list[dict[str, Any]]:
    return [told(figures) for figures in (*found.weeks, found.total)]


@pytest.mark.parametrize("seed", range(8))
def test_the_numbers_equal_a_recount_of_what_happened(database: Database, seed: int) -> None:
    history, bounds = plausible(random.Random(seed), runs=150, days=45), mondays(6)
    now = FIRST_DAY + timedelta(days=40, hours=seed)
    with database.work(now) as work:
        record(work, history)
        work.commit()
    assert all_told(numbers(database, now, bounds)) == recount(history, bounds, now)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=wild())
def test_they_do_so_whatever_happened_in_whatever_order(work: Work, history: list[Happening]) -> None:
    work.reports.connection.execute(delete(table(EventRow)))
    record(work, history)
    bounds = mondays(4)
    assert all_told(work.reports.weekly(bounds)) == recount(history, bounds, work.now)


def test_the_columns_of_the_weeks_add_up_to_the_total(database: Database) -> None:
    now = FIRST_DAY + timedelta(days=50)
    with database.work(now) as work:
        record(work, plausible(random.Random(99), runs=200, days=42))
        work.commit()
    found = numbers(database, now, mondays(6))
    assert all(week.started for week in found.weeks)
    total = found.total
    assert sum(week.started for week in found.weeks) == total.started == sum(total.endings.values())
    assert sum(week.booked for week in found.weeks) == total.booked
    assert summed(week.endings for week in found.weeks) == without_nothing(total.endings)
    assert summed(week.verdicts for week in found.weeks) == total.verdicts
    assert summed(week.next_steps for week in found.weeks) == total.next_steps
    assert summed(seen(week) for week in found.weeks) == seen(total)
    assert sum(week.response.called for week in found.weeks) == total.response.called


def test_a_run_counts_in_the_week_it_began_in_by_the_clinics_clock(work: Work) -> None:
    """At midnight on November 2, Monday, St. Louis is an hour farther from UTC than a week before."""
    bounds = mondays(4)
    assert bounds[3] == datetime(2026, 11, 2, 6, tzinfo=UTC)
    before, after = bounds[3] - timedelta(seconds=1), bounds[3]
    record(work, [Happening(1, Event.INTAKE_STARTED, "", before), Happening(2, Event.INTAKE_STARTED, "", after)])
    record(work, [Happening(1, Event.INTAKE_FINISHED, "WAIT", after + timedelta(days=1))])
    found = work.reports.weekly(bounds)
    assert [week.started for week in found.weeks] == [0, 0, 1, 1]
    assert [week.finished for week in found.weeks] == [0, 0, 1, 0]


def test_what_was_erased_still_counts(database: Database) -> None:
    with database.work(FIRST_DAY) as work:
        kept = [work.intakes.begin(chat_id, "form", "en") for chat_id in (CHAT, CHAT, OTHER_CHAT)]
        for intake, about in zip(kept, ("instagram", "", "flyer"), strict=True):
            work.events.add(intake.id, None, Happened(Event.INTAKE_STARTED, about))
            work.events.add(intake.id, None, Happened(Event.QUESTION_SHOWN, "consent"))
            work.events.add(intake.id, None, Happened(Event.NEXT_STEP_CHOSEN, "i_call"))
            work.events.add(intake.id, None, Happened(Event.INTAKE_FINISHED, "WAIT"))
        work.commit()
    before = numbers(database, FIRST_DAY, mondays(1))
    with database.work(FIRST_DAY) as work:
        work.erase(CHAT)
        work.retention.erase_intake(kept[2].id)
        work.commit()
    assert before.total.started == 3
    assert numbers(database, FIRST_DAY, mondays(1)) == before
    with database.look(FIRST_DAY) as work:
        links = [(row["intake_id"], row["turn_id"]) for row in stored(work, EventRow)]
        assert links == [(None, None)] * 12
        assert work.intakes.listing() == []


def test_nothing_happened_and_nothing_is_told(work: Work) -> None:
    found = work.reports.weekly(mondays(2))
    assert [figures.started for figures in (*found.weeks, found.total)] == [0, 0, 0]
    assert found.total.took is None
    assert found.total.response.slow is None


@pytest.mark.parametrize("bounds", [[], mondays(1)[:1], mondays(1)[::-1], [FIRST_DAY, FIRST_DAY]])
def test_weeks_without_an_end_are_refused(work: Work, bounds: list[datetime]) -> None:
    with pytest.raises(ValueError, match="a beginning and an end"):
        work.reports.weekly(bounds)
