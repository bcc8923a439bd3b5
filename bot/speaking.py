"""Puts what is to be said into the outbox, and what the client will see of it into the transcript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.render import TEXT_LIMIT, Renderer, units
from bot.record import record_of
from bot.staff.alerts import alone, noted, together
from flows.model import Intake, Phrase, Reply, Step
from storage.outbox import TAP_ANSWER
from storage.transcript import NOBODY_SPOKE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.chat.render import Message
    from bot.desk import Desk
    from storage.alerts import AlertKind
    from storage.intakes import Kept
    from storage.work import Work


class TooLong(ValueError):
    """What the team wrote is longer than one message carries."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks within one transaction; nothing is sent before it commits."""

    desk: Desk
    work: Work

    def reply(self, chat_id: int, step: Step, callback_id: str | None, turn_id: int | None = None) -> None:
        """Say the step's replies; without a Turn nothing of them is kept."""
        asked = any(reply.file for reply in step.replies)
        record = record_of(self.work, chat_id, step.intake.case) if asked else None
        renderer = Renderer(self.desk.flow.words, chat_id, step.intake, record)
        self._say(chat_id, renderer.messages(step.replies, callback_id), turn_id)

    def refuse_too_long(self, step: Step) -> None:
        """Raises TooLong where something of the team's own would not fit one message."""
        own = (phrase for reply in step.replies if reply.speaker == "staff" for phrase in reply.body)
        if any(units(self.desk.flow.words.say(phrase, step.intake.language)) > TEXT_LIMIT for phrase in own):
            raise TooLong

    def alert(self, kinds: Iterable[AlertKind], case: str) -> None:
        """Tell staff of a case, or have it wait for the digest."""
        for alert in noted(self.work.alerts, kinds, case) if self.desk.staff_chats else ():
            self._tell_staff(alone(alert, self.desk.link(alert.case)))

    def digest(self) -> None:
        """Tell staff of all that waits, in one message."""
        waiting = self.work.alerts.waiting()
        if waiting:
            self._tell_staff(together(waiting, self.desk.link))
            self.work.alerts.told(waiting)

    def _tell_staff(self, phrases: tuple[Phrase, ...]) -> None:
        for chat_id in self.desk.staff_chats:
            self.tell(chat_id, phrases)

    def tell(self, chat_id: int, phrases: tuple[Phrase, ...], language: str | None = None) -> None:
        """Say something outside of any intake."""
        words = self.desk.flow.words
        spoken = Intake(case="", language=language or words.languages[0])
        self._say(chat_id, Renderer(words, chat_id, spoken).messages([Reply(phrases)]))

    def interject(self, kept: Kept, phrase: Phrase) -> None:
        """Say one line in an intake, of our own accord."""
        turn_id = self.work.transcript.turn(kept.chat_id, kept.id, NOBODY_SPOKE, "")
        renderer = Renderer(self.desk.flow.words, kept.chat_id, kept.intake)
        self._say(kept.chat_id, renderer.messages([Reply((phrase,))]), turn_id)

    def settle(self, chat_id: int, callback_id: str) -> None:
        """Answer a tap that nothing follows from, so that its button stops waiting."""
        self.work.outbox.put(chat_id, None, TAP_ANSWER, {"callback_query_id": callback_id})

    def _say(self, chat_id: int, messages: Sequence[Message], turn_id: int | None = None) -> None:
        self.work.outbox.put_each(chat_id, turn_id, [(each.method, each.params, each.file) for each in messages])
        if turn_id is not None:
            said = [(each.speaker, each.text, each.buttons) for each in messages if each.text or each.buttons]
            self.work.transcript.add_each(turn_id, said)
