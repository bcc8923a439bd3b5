"""Tests of how the events are read: by their indexes, in few rows, and the same on every database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.dialects import registry

from flows.model import Event
from storage.reports.courses import ACTS, ASKING, BEGINNINGS, CALLS, OTHERS, Keys, asked, courses, others
from tests.storage.plans import filled, plan
from tests.storage.reports.histories import FIRST_DAY, Happening, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select

    from storage.work import Work

UNTIL = FIRST_DAY + timedelta(days=7)
SOME_EVENTS = """
    INSERT INTO events (run, event, about, at)
    SELECT n / 50, CASE n % 50 WHEN 0 THEN 'IntakeStarted' WHEN 1 THEN 'IntakeFinished' ELSE 'QuestionShown' END, 'age',
        TIMESTAMPTZ '2026-11-03' - n * INTERVAL '100 minutes'
    FROM numbers (n)
"""


@pytest.mark.parametrize("statement", [asked, others])
def test_no_event_is_read_that_is_not_asked_for(
    work: Work, statement: Callable[..., Select[*tuple[object, ...]]]
) -> None:
    filled(work.reports.connection, SOME_EVENTS)
    steps = plan(work.reports.connection, statement(FIRST_DAY, UNTIL))
    assert [step for step in steps if "ix_events_event_at_run" in step]
    assert [step for step in steps if "ix_events_run_event_about_id" in step]
    assert not [step for step in steps if step.startswith("SCAN events") or "Seq Scan" in step]


def test_the_words_of_sql_are_those_that_postgresql_knows() -> None:
    dialect = registry.load("postgresql")()
    assert "string_agg(events.about, " in str(asked(FIRST_DAY, UNTIL).compile(dialect=dialect))


def test_a_run_comes_whole_also_where_it_goes_on_later(work: Work) -> None:
    later = UNTIL + timedelta(days=30)
    history = [
        Happening(7, Event.INTAKE_STARTED, "flyer", FIRST_DAY),
        Happening(7, Event.QUESTION_SHOWN, "consent", FIRST_DAY),
        Happening(8, Event.INTAKE_STARTED, "", UNTIL),
        Happening(7, Event.QUESTION_SHOWN, "age", later),
        Happening(7, Event.QUESTION_SHOWN, "consent", later),
        Happening(7, Event.INTAKE_FINISHED, "WAIT", later),
    ]
    record(work, history)
    (course,) = courses(work.reports.connection, FIRST_DAY, UNTIL)
    assert [moment.event for moment in course.moments] == [Event.INTAKE_STARTED, Event.INTAKE_FINISHED]
    keys = course.keys[Event.QUESTION_SHOWN]
    assert Keys(tuple(sorted(keys.every)), keys.last) == Keys(("age", "consent", "consent"), "consent")


def test_each_kind_of_event_is_read_in_one_way() -> None:
    assert not set(ASKING) & set(OTHERS)
    assert set(OTHERS) >= {*CALLS, *ACTS, *BEGINNINGS}
    assert len(set(OTHERS)) == len(OTHERS)
