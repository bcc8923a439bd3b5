"""One Turn: what a person did or a deadline brought, all it changes and all that is said in return, at one stroke."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.chat.checked import Unreadable
from bot.chat.read import Arrival, Place, read
from bot.putting_off import NUDGE, put_off
from bot.speaking import Speaker
from flows.model import (
    CameBack,
    Command,
    ContactShared,
    Edited,
    Event,
    Input,
    MediaSent,
    NudgeDue,
    Phrase,
    Step,
    Tapped,
    Typed,
)  # fmt: skip

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.chats import Chat
    from storage.inbox import Waiting
    from storage.intakes import Kept
    from storage.work import Work

ATTEMPTS = 3
"""How often a Turn may raise before its Update goes to quarantine."""
CLAIMS = 10
"""How often an Update may be claimed at all: one that takes the whole program down never gets to raise."""
DID = {
    Typed: "typed", Tapped: "tapped", Edited: "edited", Command: "command", ContactShared: "contact",
    MediaSent: "media", CameBack: "came_back", NudgeDue: "nudge",
}  # fmt: skip
FORGETTING = frozenset({Event.CONSENT_DECLINED, Event.MINOR_TURNED_AWAY})


def take_update(desk: Desk, now: datetime) -> bool:
    """Take the oldest waiting Update; False when none is due. What fails is tried again, then put in quarantine."""
    with desk.database.work(now) as work:
        waiting = work.inbox.claim()
        work.commit()
    if waiting is None:
        return False
    desk.passing("turn.claimed")
    try:
        _take(desk, waiting, now)
    except Exception as problem:
        _failed(desk, waiting, problem, now)
    desk.passing("turn.committed")
    return True


def _take(desk: Desk, waiting: Waiting, now: datetime) -> None:
    if waiting.attempts > CLAIMS:
        raise Unreadable("claimed too often")
    arrival = read(json.loads(waiting.raw), desk.username)
    with desk.database.work(now) as work:
        Turn(desk, work, now).hear(arrival)
        work.inbox.done(waiting.id)
        desk.passing("turn.written")
        work.commit()


def _failed(desk: Desk, waiting: Waiting, problem: Exception, now: datetime) -> None:
    final = isinstance(problem, Unreadable) or waiting.attempts >= ATTEMPTS
    name, outcome = type(problem).__name__, "quarantine" if final else "retry"
    structlog.get_logger().error("turn.failed", inbox_id=waiting.id, outcome=outcome, error=problem)
    with desk.database.work(now) as work:
        if final:
            work.inbox.quarantine(waiting.id, name)
            Turn(desk, work, now).apologise(waiting.chat_id)
        else:
            work.inbox.retry(waiting.id, now + timedelta(seconds=waiting.attempts), name)
        work.commit()


@dataclass(frozen=True, slots=True)
class Turn:
    """One transaction's worth of conversation; the caller commits."""

    desk: Desk
    work: Work
    now: datetime

    def hear(self, arrival: Arrival) -> None:
        """Act on what arrived; what is not for us is let pass."""
        if arrival.chat_id is None:
            return
        chat = self._chat(arrival.chat_id, arrival)
        if arrival.place is Place.ELSEWHERE:
            self._explain(chat)
        elif arrival.given is not None:
            self._converse(chat, arrival.given, arrival)
        elif arrival.callback_id is not None:
            self._speaker.settle(chat.chat_id, arrival.callback_id)

    def nudge(self, chat_id: int, intake_id: int) -> None:
        """Break a client's silence; one who went on with another form or shut us out is left in peace."""
        kept, chat = self.work.intakes.current(chat_id), self.work.chats.get(chat_id)
        if kept is not None and kept.id == intake_id and not chat.parked:
            self._converse(chat, NudgeDue(), Arrival(chat_id, Place.PRIVATE))

    def apologise(self, chat_id: int | None) -> None:
        """One neutral line to a client, so that nobody is silently ignored."""
        if chat_id is not None and chat_id > 0:
            self._speaker.tell(chat_id, Phrase("sorry-trouble"), self.work.chats.get(chat_id).language)

    @property
    def _speaker(self) -> Speaker:
        return Speaker(self.desk, self.work)

    def _chat(self, chat_id: int, arrival: Arrival) -> Chat:
        chat = self.work.chats.get(chat_id)
        if arrival.blocked:
            self.work.outbox.park(chat_id)
        elif chat.parked and (arrival.blocked is False or arrival.place is Place.PRIVATE):
            self.work.outbox.release(chat_id)
        offered = (arrival.language or "").partition("-")[0].lower()
        known = chat.language or (offered if offered in self.desk.flow.words.languages else None)
        return replace(chat, language=known, parked=bool(arrival.blocked))

    def _explain(self, chat: Chat) -> None:
        if not chat.explained and chat.chat_id != self.desk.staff_chat:
            self._speaker.tell(chat.chat_id, Phrase("elsewhere"), chat.language)
            self.work.chats.save(replace(chat, explained=True))

    def _converse(self, chat: Chat, given: Input, arrival: Arrival) -> None:
        kept = self.work.intakes.current(chat.chat_id) or self._begin(chat)
        album = given.album if isinstance(given, MediaSent) and not given.caption else None
        if album is not None and album == chat.album:
            self._heard(kept, given, arrival)
            return
        kept, step = self._advance(chat, kept, given)
        self.desk.passing("turn.advanced")
        if any(happened.event is Event.CONSENT_WITHDRAWN for happened in step.events):
            self.work.erase(chat.chat_id)
            self._speaker.farewell(chat.chat_id, step, arrival.callback_id)
            return
        self._store(kept, step, given, arrival)
        self.work.chats.save(replace(chat, album=album, language=step.intake.language))

    def _begin(self, chat: Chat) -> Kept:
        flow = self.desk.flow
        return self.work.intakes.begin(chat.chat_id, flow.fingerprint, chat.language or flow.words.languages[0])

    def _advance(self, chat: Chat, kept: Kept, given: Input) -> tuple[Kept, Step]:
        flow, today = self.desk.flow, self.desk.today(self.now)
        step = self.desk.advance(flow, kept.intake, given, today)
        if not step.starts_over:
            return kept, step
        self.work.deadlines.clear(kept.id, NUDGE)
        self.work.intakes.close(kept)
        fresh = self._begin(replace(chat, language=step.intake.language))
        first = self.desk.advance(flow, fresh.intake, Command("start", "", getattr(given, "message_id", 0)), today)
        return fresh, replace(first, replies=(*step.replies, *first.replies), events=(*step.events, *first.events))

    def _store(self, kept: Kept, step: Step, given: Input, arrival: Arrival) -> None:
        turn_id = self._heard(kept, given, arrival)
        screening = self.desk.flow.screen(step.intake, self.desk.today(self.now))
        kept = self.work.intakes.save(kept, step.intake, turn_id, screening)
        for happened in step.events:
            self.work.events.add(kept.id, turn_id, happened)
            if happened.event is Event.QUESTION_PASSED_ON:
                self.work.passed_on.put(kept.id, turn_id, happened.about, arrival.said)
        self._speaker.reply(kept, step, turn_id, arrival.callback_id)
        if not isinstance(given, NudgeDue):
            put_off(self.work, self.desk.flow.clinic, kept, self.now)
        if any(happened.event in FORGETTING for happened in step.events):
            self.work.intakes.forget(kept)

    def _heard(self, kept: Kept, given: Input, arrival: Arrival) -> int:
        message_id = getattr(given, "message_id", None)
        return self.work.transcript.turn(kept.chat_id, kept.id, DID[type(given)], arrival.said, message_id)
