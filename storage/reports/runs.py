"""What became of one run, told from its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from flows.model import Event
from storage.reports.courses import ACTS, CALLS, Course, Keys, Moment

GOING = timedelta(days=1)
"""How long a run that has not ended may still be going on."""
NO_TIME = timedelta()
NOTHING = Keys((), None)
OUTCOMES = (Event.INTAKE_REVIEWED, Event.INTAKE_BOOKED, Event.INTAKE_DECLINED, Event.INTAKE_REOPENED)

Latest: TypeAlias = Mapping[Event, tuple[int, Moment]]


class Ending(StrEnum):
    FINISHED = "finished"
    DECLINED = "declined"
    MINOR = "minor"
    STOPPED = "stopped"
    GOING = "going"


ENDED = {
    Event.INTAKE_FINISHED: Ending.FINISHED,
    Event.CONSENT_DECLINED: Ending.DECLINED,
    Event.MINOR_TURNED_AWAY: Ending.MINOR,
}
FORGOTTEN = (Ending.DECLINED, Ending.MINOR)
"""Endings after which nobody of the team has anything to do."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a run was asked, by the questions' keys, each as often as it happened."""

    shown: tuple[str, ...] = ()
    stopped_at: str | None = None
    again: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `ending` is None when the form was never started, and all but the team's part is empty then."""

    began: datetime
    ending: Ending | None
    source: str
    took: timedelta | None
    verdict: str | None
    next_step: str | None
    booked: bool
    called: bool
    response: timedelta | None
    asking: Asking


def run_of(course: Course, now: datetime) -> Run:
    """`course` has at least one moment that starts a form or calls for somebody."""
    first = {moment.event: moment for moment in reversed(course.moments)}
    latest = {moment.event: (place, moment) for place, moment in enumerate(course.moments)}
    start, chosen = first.get(Event.INTAKE_STARTED), latest.get(Event.NEXT_STEP_CHOSEN)
    ending = _ending(latest, start.at, now) if start else None
    finish = first[Event.INTAKE_FINISHED] if ending is Ending.FINISHED else None
    called, response = (None, None) if ending in FORGOTTEN else _response(course.moments)
    return Run(
        began=(start or called or course.moments[0]).at,
        ending=ending,
        source=start.about if start else "",
        took=max(finish.at - start.at, NO_TIME) if start and finish else None,
        verdict=latest[Event.INTAKE_FINISHED][1].about if finish else None,
        next_step=chosen[1].about if start and chosen else None,
        booked=start is not None and _last_of(latest, OUTCOMES) is Event.INTAKE_BOOKED,
        called=called is not None,
        response=response,
        asking=_asking(course, ending),
    )


def _ending(latest: Latest, started: datetime, now: datetime) -> Ending:
    """Who finished and then left has finished; who stopped and came back goes on."""
    ended = _last_of(latest, ENDED)
    if ended is not None:
        return ENDED[ended]
    stopped = _last_of(latest, (Event.INTAKE_STOPPED, Event.INTAKE_RESUMED)) is Event.INTAKE_STOPPED
    return Ending.STOPPED if stopped or now - started >= GOING else Ending.GOING


def _last_of(latest: Latest, events: Iterable[Event]) -> Event | None:
    return max((event for event in events if event in latest), key=lambda event: latest[event][0], default=None)


def _response(moments: Iterable[Moment]) -> tuple[Moment | None, timedelta | None]:
    """What first called for somebody of the team, and how long it was from there to the first who came."""
    called: Moment | None = None
    for moment in moments:
        if called is None and moment.event in CALLS:
            called = moment
        elif called is not None and moment.event in ACTS:
            return called, max(moment.at - called.at, NO_TIME)
    return called, None


def _asking(course: Course, ending: Ending | None) -> Asking:
    if ending is None:
        return Asking()
    keys = course.keys
    shown = keys.get(Event.QUESTION_SHOWN, NOTHING)
    return Asking(
        shown=shown.every,
        stopped_at=shown.last if ending is Ending.STOPPED else None,
        again=keys.get(Event.ASKED_AGAIN, NOTHING).every,
        unread=keys.get(Event.ANSWER_NOT_READ, NOTHING).every,
        back=keys.get(Event.WENT_BACK, NOTHING).every,
    )
