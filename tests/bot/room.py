"""A desk with a scripted flow, and a look into its database, for tests of Turns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from bot.chat.receive import batch
from bot.deadlines import take_deadline
from bot.desk import Desk
from bot.taking_turns import take_update
from flows.model import Button, Event, Happened, Input, Intake, Phrase, Reply, Step
from tests.bot.updates import CLIENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.desk import Advance
    from bot.members import Member
    from flows.flow import Flow
    from storage.database import Database
    from storage.outbox import Letter

NOW = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)
BOT_ID = 700
CONSOLE = "https://staff.example.org"
HELLO = Reply((Phrase("nudge"),), buttons=((Button(Phrase("button-resume"), "resume"),),))


@dataclass
class Script:
    """An `advance` that does as it is told, and remembers what it was asked."""

    steps: list[Step | Exception] = field(default_factory=list)
    seen: list[tuple[Intake, Input]] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    def __call__(self, flow: Flow, intake: Intake, given: Input, today: date) -> Step:
        self.seen.append((intake, given))
        self.days.append(today)
        step = self.steps.pop(0) if self.steps else Step(replace(intake, state="age", round=intake.round + 1), (HELLO,))
        if isinstance(step, Exception):
            raise step
        return replace(step, intake=replace(step.intake, case=intake.case))

    @property
    def inputs(self) -> list[Input]:
        return [given for _, given in self.seen]


@dataclass
class Room:
    """A desk with a scripted flow, and what is in its database."""

    flow: Flow
    database: Database
    script: Script = field(default_factory=Script)
    staff_chat: int | None = None
    members: Mapping[int, Member] = field(default_factory=dict)
    now: datetime = NOW
    advance: Advance | None = None
    """The real flow's, where a test wants it."""

    @property
    def desk(self) -> Desk:
        chats = () if self.staff_chat is None else (self.staff_chat,)
        advance = self.advance or self.script
        return Desk(self.flow, self.database, advance, chats, self.members, CONSOLE, username="IntakeBot")

    def receive(self, *updates: dict[str, Any]) -> None:
        with self.database.work(self.now) as work:
            work.inbox.ingest(BOT_ID, batch(list(updates)).arrived, 1)
            work.commit()
        while take_update(self.desk, self.now):
            pass

    def meet_deadlines(self) -> int:
        met = 0
        while take_deadline(self.desk, self.now):
            met += 1
        return met

    def letters(self) -> list[Letter]:
        found = []
        with self.database.work(self.now) as work:
            while letter := work.outbox.claim():
                work.outbox.sent(letter.id, None)
                found.append(letter)
            work.commit()
        return found

    def says(self, *, chat_id: int = CLIENT) -> list[str]:
        return [str(letter.params.get("text")) for letter in self.letters() if letter.chat_id == chat_id]

    def words(self, key: str, **values: str) -> str:
        return self.flow.words.say(Phrase(key, values), "en")


def step(state: str = "age", *replies: Reply, events: tuple[Event, ...] = (), **more: Any) -> Step:
    happened = tuple(Happened(event, "parking") for event in events)
    return Step(Intake(case="", state=state, round=1), replies or (HELLO,), happened, **more)
