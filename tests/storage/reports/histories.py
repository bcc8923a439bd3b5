"""Histories of events: plausible ones, with clients who finish, leave, come back or call, and wild ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st
from sqlalchemy import insert

from flows.model import Event
from storage.tables import EventRow, table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from hypothesis.strategies import SearchStrategy

    from storage.work import Work

QUESTIONS = ("consent", "age", "goals", "area", "retinoid", "sun_last", "note")
WITHOUT_A_NUMBER = (
    Event.CONSENT_GIVEN, Event.ANSWER_GIVEN, Event.ANSWER_CHANGED, Event.QUESTION_ANSWERED, Event.NUDGED,
    Event.CONSENT_WITHDRAWN, Event.CLIENT_REPLIED, Event.HANDED_BACK, Event.INTAKE_RELEASED,
)  # fmt: skip
SOURCES = ("", "", "instagram", "flyer")
VERDICTS = ("READY", "WAIT", "REVIEW", "STOP")
STEPS = ("i_call", "write_here", "call_me")
CALLS = (Event.PERSON_WANTED, Event.URGENT_WORDS_SEEN, Event.QUESTION_PASSED_ON)
CAME = (
    Event.INTAKE_CLAIMED, Event.TEAM_WROTE, Event.QUESTION_REPLIED, Event.QUESTION_CLOSED, Event.TEAM_TOOK_OVER,
    Event.ANSWER_CORRECTED,
)  # fmt: skip
DECIDED = (Event.INTAKE_REVIEWED, Event.INTAKE_BOOKED, Event.INTAKE_DECLINED)
FIRST_DAY = datetime(2026, 10, 12, 5, tzinfo=UTC)
"""A Monday at midnight in St. Louis; the clocks go back on November 1."""


class Happening(NamedTuple):
    run: int | None
    event: Event
    about: str
    at: datetime


def record(work: Work, history: Iterable[Happening]) -> None:
    """As it would have been written, in this order; of intakes that are erased since."""
    rows = [each._asdict() | {"event": each.event.value} for each in history]
    if rows:
        work.events.connection.execute(insert(table(EventRow)), rows)


def plausible(dice: Random, runs: int, days: int) -> list[Happening]:
    """Runs that begin within so many days from `FIRST_DAY`, in the order of time; they go on for as long as they do."""
    every = [
        happening
        for run in range(1, runs + 1)
        for happening in Life(dice, run, FIRST_DAY + timedelta(minutes=dice.randrange(days * 24 * 60))).lived()
    ]
    return sorted(every, key=lambda happening: happening.at)


@dataclass
class Life:
    """One run as a client and the team might make it."""

    dice: Random
    run: int
    at: datetime
    history: list[Happening] = field(default_factory=list)

    def lived(self) -> list[Happening]:
        if self._chance(0.05):
            self._happens(self.dice.choice(CALLS))
        if self._chance(0.95):
            self._happens(Event.INTAKE_STARTED, self.dice.choice(SOURCES))
            self._asked()
        self._staff()
        return self.history

    def _asked(self) -> None:
        for place, key in enumerate(QUESTIONS):
            self._happens(Event.QUESTION_SHOWN, key)
            while self._chance(0.15):
                self._happens(self.dice.choice((Event.ASKED_AGAIN, Event.ANSWER_NOT_READ)), key)
            if place and self._chance(0.1):
                self._happens(Event.WENT_BACK, QUESTIONS[place - 1])
                self._happens(Event.QUESTION_SHOWN, QUESTIONS[place - 1])
                self._happens(Event.QUESTION_SHOWN, key)
            if self._chance(0.05):
                self._happens(self.dice.choice(CALLS), "parking")
            if self._leaves(key):
                return
            self._happens(Event.ANSWER_GIVEN, key)
        self._happens(Event.NEXT_STEP_CHOSEN, self.dice.choice(STEPS))
        self._happens(Event.INTAKE_FINISHED, self.dice.choice(VERDICTS))
        if self._chance(0.2):
            self._changes()

    def _leaves(self, key: str) -> bool:
        if key == "consent" and self._chance(0.05):
            self._happens(Event.CONSENT_DECLINED)
            return True
        if key == "age" and self._chance(0.05):
            self._happens(Event.MINOR_TURNED_AWAY)
            return True
        if self._chance(0.08):
            self._happens(Event.INTAKE_STOPPED)
            if self._chance(0.6):
                return True
            self._happens(Event.INTAKE_RESUMED, key)
        return self._chance(0.04)

    def _changes(self) -> None:
        self._happens(Event.QUESTION_SHOWN, "goals")
        if self._chance(0.6):
            self._happens(Event.INTAKE_FINISHED, self.dice.choice(VERDICTS))
        if self._chance(0.2):
            self._happens(Event.MINOR_TURNED_AWAY)

    def _staff(self) -> None:
        while self._chance(0.5):
            self.at += timedelta(seconds=self.dice.randrange(4 * 24 * 60 * 60))
            self._happens(self.dice.choice(CAME))
        while self._chance(0.4):
            self._happens(self.dice.choice((*DECIDED, Event.INTAKE_REOPENED)))

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share

    def _happens(self, event: Event, about: str = "") -> None:
        self.at += timedelta(seconds=self.dice.randrange(1, 60))
        self.history.append(Happening(self.run, event, about, self.at))
        if self._chance(0.02):
            self.history.append(Happening(self.run, event, about, self.at))


def wild() -> SearchStrategy[list[Happening]]:
    """Anything in any order at any time, so that also a clock that was set back is among it; some without a run."""
    counted = [event for event in Event if event not in WITHOUT_A_NUMBER]
    often = (Event.INTAKE_STARTED, Event.INTAKE_FINISHED, Event.QUESTION_SHOWN)
    happening = st.builds(
        Happening,
        run=st.sampled_from((1, 1, 1, 2, 2, 3, None)),
        event=st.sampled_from((*counted, *often * 3, WITHOUT_A_NUMBER[0])),
        about=st.sampled_from((*QUESTIONS[:3], "", "READY", "call_me")),
        at=st.integers(-20_000, 60_000).map(lambda minutes: FIRST_DAY + timedelta(minutes=minutes)),
    )
    return st.lists(happening, max_size=40)
