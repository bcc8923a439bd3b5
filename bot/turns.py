"""One Turn: what a person did or a deadline brought, all it changes and all that is said in return, at one stroke."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.chat.read import Arrival, Place
from bot.putting_off import NUDGE, put_off
from bot.speaking import Speaker
from bot.staff.alerts import kinds_of
from flows.machine import FORGOTTEN, MINOR
from flows.model import (
    CameBack,
    Command,
    ContactShared,
    Edited,
    Event,
    HandedBack,
    Happened,
    Input,
    MediaSent,
    NudgeDue,
    Phrase,
    QuestionReplied,
    Step,
    TakenOver,
    Tapped,
    Team,
    TeamWrote,
    Typed,
)  # fmt: skip
from storage.alerts import AlertKind

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.chats import Chat
    from storage.intakes import Kept
    from storage.work import Work

DID = {
    Typed: "typed", Tapped: "tapped", Edited: "edited", Command: "command", ContactShared: "contact",
    MediaSent: "media", CameBack: "came_back", NudgeDue: "nudge",
    TakenOver: "took_over", TeamWrote: "wrote", QuestionReplied: "replied", HandedBack: "handed_back",
}  # fmt: skip


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
        known = self.work.chats.get(arrival.chat_id)
        chat = self._chat(known, arrival)
        if arrival.place is Place.ELSEWHERE:
            self._explain(chat)
        elif arrival.given is not None:
            self._converse(known, chat, arrival.given, arrival)
        elif arrival.callback_id is not None:
            self._speaker.settle(chat.chat_id, arrival.callback_id)

    def nudge(self, chat_id: int, intake_id: int) -> None:
        """Break a client's silence; one who went on with another form or shut us out is left in peace."""
        kept, chat = self.work.intakes.current(chat_id), self.work.chats.get(chat_id)
        if kept is not None and kept.id == intake_id and not chat.parked:
            self._converse(chat, chat, NudgeDue(), Arrival(chat_id, Place.PRIVATE))

    def team(self, kept: Kept, given: Team, staff_id: int) -> None:
        """Act on what `staff_id` of the team did; what changes nothing leaves no trace. Raises TooLong."""
        step = self.desk.advance(self.desk.flow, kept.intake, given, self.desk.today(self.now))
        if step == Step(kept.intake):
            return
        self._speaker.refuse_too_long(step)
        turn_id = self._store(kept, step, given, Arrival(kept.chat_id, Place.PRIVATE), staff_id)
        self._speaker.reply(kept.chat_id, step, None, turn_id)

    def apologise(self, chat_id: int | None) -> None:
        """One neutral line to a client, so that nobody is silently ignored."""
        if chat_id is not None and chat_id > 0:
            self._speaker.tell(chat_id, (Phrase("sorry-trouble"),), self.work.chats.get(chat_id).language)

    @property
    def _speaker(self) -> Speaker:
        return Speaker(self.desk, self.work)

    def _chat(self, chat: Chat, arrival: Arrival) -> Chat:
        chat_id = chat.chat_id
        if arrival.blocked:
            self.work.outbox.park(chat_id)
        elif chat.parked and (arrival.blocked is False or arrival.place is Place.PRIVATE):
            self.work.outbox.release(chat_id)
        offered = (arrival.language or "").partition("-")[0].lower()
        known = chat.language or (offered if offered in self.desk.flow.words.languages else None)
        return replace(chat, language=known, parked=bool(arrival.blocked))

    def _explain(self, chat: Chat) -> None:
        if not chat.explained and chat.chat_id not in self.desk.staff_chats:
            self._speaker.tell(chat.chat_id, (Phrase("elsewhere"),), chat.language)
            self.work.chats.save(replace(chat, explained=True))

    def _converse(self, known: Chat, chat: Chat, given: Input, arrival: Arrival) -> None:
        """`known` is the chat as it is stored."""
        kept = self.work.intakes.current(chat.chat_id) or self._begin(chat)
        album = given.album if isinstance(given, MediaSent) and not given.caption else None
        if album is not None and album == chat.album:
            if kept.intake.state not in FORGOTTEN:
                self._heard(kept, given, arrival)
            return
        kept, step = self._advance(chat, kept, given)
        self.desk.passing("turn.advanced")
        if any(happened.event is Event.CONSENT_WITHDRAWN for happened in step.events):
            self.work.erase(chat.chat_id)
            self._speaker.reply(chat.chat_id, step, arrival.callback_id)
            return
        if step.intake.state in FORGOTTEN:
            self._forget(kept, step)
            self._speaker.reply(chat.chat_id, step, arrival.callback_id)
        else:
            turn_id = self._store(kept, step, given, arrival)
            self._speaker.reply(chat.chat_id, step, arrival.callback_id, turn_id)
        chat = replace(chat, album=album, language=step.intake.language)
        if chat != known:
            self.work.chats.save(chat)

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

    def _store(self, kept: Kept, step: Step, given: Input, arrival: Arrival, staff_id: int | None = None) -> int:
        turn_id = self._heard(kept, given, arrival, staff_id)
        screening = self.desk.flow.screen(step.intake, self.desk.today(self.now))
        kept = self.work.intakes.save(kept, step.intake, turn_id, screening)
        self.work.events.add(kept.id, turn_id, *step.events)
        for happened in step.events:
            if happened.event is Event.QUESTION_PASSED_ON:
                self.work.passed_on.put(kept.id, turn_id, happened.about, arrival.said)
        if kinds := kinds_of(step.events):
            self.work.cases.call_staff(kept.id, urgent=AlertKind.URGENT in kinds)
            self._speaker.alert(kinds, step.intake.case)
        if not isinstance(given, NudgeDue):
            put_off(self.work, self.desk.flow.clinic, kept, self.now)
        return turn_id

    def _forget(self, kept: Kept, step: Step) -> None:
        """Keep where it ended and nothing else: nothing said from now on is stored, and staff hear of nothing."""
        if step.intake.state == MINOR != kept.intake.state:
            self.work.intakes.forget_all(kept.chat_id)
        elif kept.intake.state != step.intake.state:
            self.work.intakes.forget(kept)
        kept = self.work.intakes.save_bare(kept, step.intake)
        self.work.events.add(kept.id, None, *(Happened(happened.event) for happened in step.events))
        put_off(self.work, self.desk.flow.clinic, kept, self.now)

    def _heard(self, kept: Kept, given: Input, arrival: Arrival, staff_id: int | None = None) -> int:
        message_id = getattr(given, "message_id", None)
        return self.work.transcript.turn(kept.chat_id, kept.id, DID[type(given)], arrival.said, message_id, staff_id)
