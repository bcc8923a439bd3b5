"""The events of each run, read in as few rows as the numbers need.

What was asked comes as one row for each run and kind of event; only the few other events come one by one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import CTE, Connection, Select, func, select

from flows.model import Event
from storage.tables import EventRow, table

EVENTS = table(EventRow)

ASKING = (Event.QUESTION_SHOWN, Event.ASKED_AGAIN, Event.ANSWER_NOT_READ, Event.WENT_BACK)
CALLS = (Event.INTAKE_FINISHED, Event.PERSON_WANTED, Event.URGENT_WORDS_SEEN, Event.QUESTION_PASSED_ON)
"""What somebody of the team is to act upon."""
ACTS = (
    Event.TEAM_TOOK_OVER,
    Event.TEAM_WROTE,
    Event.QUESTION_REPLIED,
    Event.QUESTION_CLOSED,
    Event.ANSWER_CORRECTED,
    Event.INTAKE_CLAIMED,
    Event.INTAKE_REVIEWED,
    Event.INTAKE_BOOKED,
    Event.INTAKE_DECLINED,
)
"""What shows that somebody did."""
OTHERS = (
    Event.INTAKE_STARTED,
    Event.CONSENT_DECLINED,
    Event.MINOR_TURNED_AWAY,
    Event.INTAKE_STOPPED,
    Event.INTAKE_RESUMED,
    Event.NEXT_STEP_CHOSEN,
    Event.INTAKE_REOPENED,
    *CALLS,
    *ACTS,
)
BEGINNINGS = (Event.INTAKE_STARTED, *CALLS)
EVENT = {event.value: event for event in (*ASKING, *OTHERS)}
BETWEEN = "\n"


class Moment(NamedTuple):
    """One event of a run."""

    event: Event
    about: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Keys:
    """What one kind of event was about, each as often as it happened and in no order; and the last of them."""

    every: tuple[str, ...]
    last: str | None


@dataclass(frozen=True, slots=True)
class Course:
    """All of one run that counts; the moments are in order."""

    keys: Mapping[Event, Keys]
    moments: tuple[Moment, ...]


def courses(connection: Connection, since: datetime, until: datetime) -> Iterator[Course]:
    """Every run in which something began from `since` to before `until`, each as a whole."""
    keys = _keys(connection, since, until)
    rows = connection.execute(others(since, until))
    for run, of_run in groupby(rows, key=itemgetter(0)):
        moments = tuple(Moment(EVENT[event], about, at) for _, event, about, at in of_run)
        yield Course(keys.get(run, {}), moments)


def _keys(connection: Connection, since: datetime, until: datetime) -> Mapping[int, Mapping[Event, Keys]]:
    found: dict[int, dict[Event, Keys]] = {}
    split: dict[str, tuple[str, ...]] = {}
    for run, event, joined, last in connection.execute(asked(since, until)):
        # Most runs see the same questions.
        every = split.get(joined) or split.setdefault(joined, tuple(joined.split(BETWEEN)))
        found.setdefault(run, {})[EVENT[event]] = Keys(every, last)
    return found


def others(since: datetime, until: datetime) -> Select[int, str, str, datetime]:
    """The events that are no asking, one run after the other and each in order."""
    begun = _begun(since, until)
    query = select(EVENTS.c.run, EVENTS.c.event, EVENTS.c.about, EVENTS.c.at)
    query = query.join_from(begun, EVENTS, EVENTS.c.run == begun.c.run)
    return query.where(EVENTS.c.event.in_(OTHERS)).order_by(EVENTS.c.run, EVENTS.c.id)


def asked(since: datetime, until: datetime) -> Select[int, str, str, str]:
    """For each run and kind of asking: what about, joined, and what the last of them was about."""
    begun, last = _begun(since, until), EVENTS.alias("last")
    keys = func.aggregate_strings(EVENTS.c.about, BETWEEN).label("keys_asked")
    each = select(EVENTS.c.run, EVENTS.c.event, keys, func.max(EVENTS.c.id).label("last_id"))
    each = each.join_from(begun, EVENTS, EVENTS.c.run == begun.c.run).where(EVENTS.c.event.in_(ASKING))
    grouped = each.group_by(EVENTS.c.run, EVENTS.c.event).subquery("grouped")
    query = select(grouped.c.run, grouped.c.event, grouped.c.keys_asked, last.c.about)
    return query.join_from(grouped, last, last.c.id == grouped.c.last_id)


def _begun(since: datetime, until: datetime) -> CTE:
    within = EVENTS.c.at >= since, EVENTS.c.at < until
    runs = select(EVENTS.c.run).where(EVENTS.c.event.in_(BEGINNINGS), *within, EVENTS.c.run.is_not(None))
    return runs.distinct().cte("begun")
