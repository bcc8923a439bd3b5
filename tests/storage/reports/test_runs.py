"""Tests of what became of a run, one rule each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows.model import Event
from storage.reports.courses import ACTS, Course, Keys, Moment
from storage.reports.runs import GOING, Ending, Run, run_of
from tests.storage.reports.histories import FIRST_DAY

MINUTE = timedelta(minutes=1)


def run(*events: Event, now: timedelta = timedelta(days=3), shown: str = "age") -> Run:
    """A run in which these happened a minute after each other, the first at `FIRST_DAY`."""
    moments = tuple(Moment(event, "", FIRST_DAY + place * MINUTE) for place, event in enumerate(events))
    return run_of(Course({Event.QUESTION_SHOWN: Keys(("consent", shown), shown)}, moments), FIRST_DAY + now)


STARTED, FINISHED, STOPPED = Event.INTAKE_STARTED, Event.INTAKE_FINISHED, Event.INTAKE_STOPPED


@pytest.mark.parametrize(
    ("events", "ending"),
    [
        ((STARTED, FINISHED), Ending.FINISHED),
        ((STARTED, FINISHED, STOPPED), Ending.FINISHED),
        ((STARTED, Event.CONSENT_DECLINED), Ending.DECLINED),
        ((STARTED, FINISHED, Event.MINOR_TURNED_AWAY), Ending.MINOR),
        ((STARTED, STOPPED), Ending.STOPPED),
        ((STARTED,), Ending.STOPPED),
        ((STARTED, STOPPED, Event.INTAKE_RESUMED), Ending.STOPPED),
        ((STARTED, STOPPED, Event.INTAKE_RESUMED, FINISHED), Ending.FINISHED),
    ],
)
def test_a_run_ends_as_it_last_did(events: tuple[Event, ...], ending: Ending) -> None:
    assert run(*events).ending is ending


@pytest.mark.parametrize(
    ("events", "now", "ending"),
    [
        ((STARTED,), GOING - MINUTE, Ending.GOING),
        ((STARTED,), GOING, Ending.STOPPED),
        ((STARTED, STOPPED), MINUTE, Ending.STOPPED),
        ((STARTED, STOPPED, Event.INTAKE_RESUMED), 3 * MINUTE, Ending.GOING),
    ],
)
def test_who_is_still_at_it_has_not_stopped(events: tuple[Event, ...], now: timedelta, ending: Ending) -> None:
    assert run(*events, now=now).ending is ending


def test_only_who_stopped_has_stopped_at_a_question() -> None:
    assert run(STARTED, shown="goals").asking.stopped_at == "goals"
    assert run(STARTED, FINISHED, shown="goals").asking.stopped_at is None
    assert run(STARTED, now=MINUTE, shown="goals").asking.stopped_at is None


def test_the_team_came_when_it_did_something_after_it_was_called() -> None:
    early, late = Event.INTAKE_CLAIMED, Event.TEAM_WROTE
    assert run(STARTED, early, Event.PERSON_WANTED, FINISHED, late).response == 2 * MINUTE
    waiting = run(STARTED, early, Event.PERSON_WANTED)
    assert (waiting.called, waiting.response) == (True, None)
    assert not run(STARTED, early).called


@pytest.mark.parametrize("act", ACTS)
def test_whatever_the_team_does_ends_the_waiting(act: Event) -> None:
    assert run(STARTED, FINISHED, act).response == MINUTE


def test_nobody_waits_for_the_team_who_did_not_agree_or_is_too_young() -> None:
    assert not run(STARTED, Event.PERSON_WANTED, Event.CONSENT_DECLINED).called


def test_who_never_started_can_still_have_called() -> None:
    never = run(Event.URGENT_WORDS_SEEN, Event.TEAM_TOOK_OVER)
    assert (never.ending, never.called, never.response, never.began) == (None, True, MINUTE, FIRST_DAY)


def test_a_booking_that_was_taken_back_is_none() -> None:
    assert run(STARTED, Event.INTAKE_BOOKED).booked
    assert not run(STARTED, Event.INTAKE_BOOKED, Event.INTAKE_REOPENED).booked
    assert run(STARTED, Event.INTAKE_BOOKED, Event.INTAKE_REOPENED, Event.INTAKE_BOOKED).booked
