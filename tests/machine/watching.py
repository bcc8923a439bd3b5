"""What is seen in the database after each thing that happens, and held against the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from bot.verifying import invariants
from flows.model import Phrase
from storage.inbox import INBOX
from storage.intakes import INTAKES
from storage.outbox import CHATS, OUTBOX, TAP_ANSWER
from storage.tables import InboxState, OutboxState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from flows.flow import Flow
    from storage.database import Database
    from storage.work import Work
    from tests.machine.model import Line, Model, ModelChat


class Seen(NamedTuple):
    """An Update in the inbox, as it was when it was seen last."""

    state: str
    chat_id: int | None
    raw: str


@dataclass
class Fate:
    """What became of one Letter, and how often it may have reached Telegram without our knowing."""

    id: int
    chat_id: int
    erasures: int
    is_tap_answer: bool
    arrived: int = 0
    doubts: int = 0
    dead: bool = False


@dataclass
class Watch:
    """Sees every Update and every Letter that there ever was."""

    flow: Flow
    database: Database
    model: Model
    updates: dict[int, Seen] = field(default_factory=dict)
    fates: dict[int, Fate] = field(default_factory=dict)
    acknowledged: set[int] = field(default_factory=set)
    """The numbers of those that Telegram will not bring again."""
    here: set[int] = field(default_factory=set)
    """The numbers of those that are in the inbox, or were pruned from it after their time."""

    def look(self, now: datetime, clients: Iterable[int]) -> None:
        """See what is new, have the model do it as well, and find both the same."""
        touched = set()
        with self.database.look(now) as work:
            for number, chat_id in self._news(work):
                touched.add(chat_id)
                self._has_happened(number, chat_id, self.flow, now)
            self._letters(work, set(clients))
            for chat_id in touched & set(clients):
                self.compare(work, self.model.chat(chat_id))

    def _news(self, work: Work) -> list[tuple[int, int]]:
        columns = (INBOX.c.id, INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.raw, INBOX.c.state)
        rows = work.inbox.connection.execute(select(*columns).order_by(INBOX.c.id)).all()
        gone = self.updates.keys() - {row.id for row in rows}
        assert all(self.updates[number].state == InboxState.DONE for number in gone), "an Update is lost"
        for number in gone:
            del self.updates[number]
        found = []
        for row in rows:
            before = self.updates.get(row.id) or Seen(InboxState.WAITING, row.chat_id, row.raw)
            self.here.add(row.update_id)
            self.updates[row.id] = before._replace(state=row.state)
            if before.state == InboxState.WAITING != row.state:
                found.append((row.id, before.chat_id or 0))
            elif before.state == InboxState.QUARANTINED:
                assert row.state != InboxState.WAITING
        assert len({chat for _, chat in found}) == len(found), "two Turns of one chat at one stroke"
        for number, chat_id in found:
            earlier = [one for at, one in self.updates.items() if at < number and one.chat_id == chat_id]
            assert all(one.state != InboxState.WAITING for one in earlier), "a Turn was taken before an earlier one"
        assert self.acknowledged <= self.here, "an Update was acknowledged and is nowhere"
        return found

    def _has_happened(self, number: int, chat_id: int, flow: Flow, now: datetime) -> None:
        one = self.updates[number]
        if one.state == InboxState.QUARANTINED:
            if chat_id > 0:
                self.model.apologise(chat_id)
        else:
            self.model.hear(one.raw, now.astimezone(flow.clinic.zone).date())

    def _letters(self, work: Work, clients: set[int]) -> None:
        fresh = select(OUTBOX).where(OUTBOX.c.id > max(self.fates, default=0)).order_by(OUTBOX.c.id)
        put: dict[int, list[Any]] = {}
        for row in work.outbox.connection.execute(fresh):
            self.fates[row.id] = Fate(
                row.id, row.chat_id, self.model.chat(row.chat_id).erasures, row.method == TAP_ANSWER
            )
            put.setdefault(row.chat_id, []).append((row.method, row.params))
        for chat_id in clients:
            expected, self.model.chat(chat_id).puts = self.model.chat(chat_id).puts, []
            same(put.get(chat_id, []), expected)

    def told_to_tap_again(self, now: datetime) -> list[int]:
        """To whom it was just said, and was not seen before."""
        texts = {self.flow.words.say(Phrase("tap-again"), language) for language in self.flow.words.languages}
        fresh = select(OUTBOX.c.chat_id, OUTBOX.c.params).where(OUTBOX.c.id > max(self.fates, default=0))
        with self.database.look(now) as work:
            rows = work.outbox.connection.execute(fresh).all()
        return [row.chat_id for row in rows if (row.params or {}).get("text") in texts]

    def compare(self, work: Work, chat: ModelChat) -> None:
        """Every intake of the chat, and the transcript, are as the model has them."""
        stored = {line.case: line for line in work.intakes.listing() if line.chat_id == chat.chat_id}
        same(list(stored), [run.intake.case for run in chat.runs])
        for run in chat.runs:
            kept = work.intakes.find(run.intake.case)
            line = work.cases.find(run.intake.case)
            assert kept is not None
            assert line is not None
            same(kept.intake, run.intake)
            same((line.claimed_by, line.outcome), (run.claimed_by, run.outcome))
            same([note.text for note in work.notes.of(kept.id)], run.notes)
        same(said_in(work, chat.chat_id), chat.lines)
        is_known = work.chats.get(chat.chat_id)
        same((is_known.language, is_known.album), (chat.language, chat.album))

    def sound(self) -> None:
        """Every invariant of the database holds."""
        found = invariants(self.database, self.flow)
        assert not found, [str(broken) for broken in found]

    # --- Letters ----------------------------------------------------------------------------------

    def open_letters(self, work: Work) -> set[int]:
        states = (OutboxState.DUE, OutboxState.IN_FLIGHT)
        return set(work.outbox.connection.execute(select(OUTBOX.c.id).where(OUTBOX.c.state.in_(states))).scalars())

    def arrives(self, number: int, now: datetime) -> None:
        """A Letter has reached Telegram: for the first time in its order, again only where there was doubt."""
        fate = self.fates[number]
        if fate.arrived:
            assert fate.arrived <= fate.doubts, "a Letter was sent again that was known to be sent"
        elif not fate.is_tap_answer:
            with self.database.look(now) as work:
                still = self.open_letters(work)
            of_chat = [
                other for other in self.fates.values() if other.chat_id == fate.chat_id and not other.is_tap_answer
            ]
            skipped = [other.id for other in of_chat if other.id in still and other.id < number and not other.arrived]
            assert not skipped, "a Letter was sent before an earlier one"
            assert not [other for other in of_chat if other.id > number and other.arrived], "a Letter came too late"
        fate.arrived += 1

    def delivered(self, work: Work) -> None:
        """Every Letter has arrived, but for those that never could, were erased, or find their chat shut."""
        rows = work.outbox.connection.execute(select(OUTBOX.c.id, OUTBOX.c.state, OUTBOX.c.chat_id)).all()
        states = {row.id: row.state for row in rows}
        parked = set(work.outbox.connection.execute(select(CHATS.c.chat_id).where(CHATS.c.parked)).scalars())
        for fate in self.fates.values():
            state = states.get(fate.id)
            if state == OutboxState.DUE:
                assert fate.chat_id in parked, "a Letter is stuck"
            elif state == OutboxState.DEAD:
                assert fate.dead, "a Letter was given up without a reason"
            elif state == OutboxState.SENT:
                assert fate.arrived, "a Letter counts as sent and is not"
            else:
                assert state is None, "a Letter is in the hand of nobody"


def same(stored: object, expected: object) -> None:
    """What is stored is what follows on what was done."""
    assert stored == expected, f"stored: {stored}; to be: {expected}"


def said_in(work: Work, chat_id: int) -> list[Line]:
    return [(line.speaker, line.did, line.text, line.buttons) for line in work.transcript.of_chat(chat_id)]


def cases_of(database: Database, now: datetime, chat_id: int) -> list[str]:
    """The case numbers of a chat, oldest first."""
    with database.look(now) as work:
        query = select(INTAKES.c.case).where(INTAKES.c.chat_id == chat_id).order_by(INTAKES.c.id)
        return list(work.intakes.connection.execute(query).scalars())
