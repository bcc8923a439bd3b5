"""What a client sees on the phone, and what is stored of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.standin.chats import Message
    from bot.standin.phone import Phone
    from flows.model import Event, Filling, Intake, Value
    from storage.intakes import IntakeLine, Kept
    from storage.transcript import Line
    from tests.journeys.clinic import Clinic
    from tests.journeys.wording import Wording

TELLING = 6
PHONES = ("314.960.7619", "314-909-0633")


@dataclass(repr=False)
class Sight:
    """One person's chat with the bot, to be looked at from both ends."""

    clinic: Clinic
    phone: Phone
    before: dict[int, str] = field(default_factory=dict)
    """What the bot's messages said before the last act."""
    toasted: int = 0

    @property
    def language(self) -> str:
        """The language of the chat; before there is an intake, the one that Telegram tells, where it is offered."""
        with self.clinic.look() as work:
            found = work.intakes.current(self.phone.person.id)
        if found is not None:
            return found.intake.language
        offered, told = self.clinic.flow.words.languages, self.phone.person.language_code.partition("-")[0]
        return told if told in offered else offered[0]

    @property
    def wording(self) -> Wording:
        return self.clinic.wording.spoken(self.language)

    # --- on the phone -----------------------------------------------------------------------------

    @property
    def heard(self) -> list[str]:
        """What the bot has said or reworded since the last act, and the short lines that answered a tap."""
        fresh = [message for message in self.phone.answers if self.before.get(message.message_id) != message.text]
        return [message.text for message in fresh] + [toast.text for toast in self.phone.toasts[self.toasted :]]

    def sees(self, key: str, **values: Filling) -> bool:
        """Whether the words of a key came with the answer to the last act; without `values` gaps may hold anything."""
        shape = self.wording.shape(key, **values)
        return any(shape.search(text) for text in self.heard)

    def times_seen(self, key: str, **values: Filling) -> int:
        """How many messages of the whole chat hold the words of a key, in any language."""
        shapes = [wording.shape(key, **values) for wording in self.clinic.wording.each]
        return sum(any(shape.search(message.text) for shape in shapes) for message in self.phone.answers)

    def message(self, key: str) -> Message:
        """The newest message that holds the words of a key, in any language."""
        shapes = [wording.shape(key) for wording in self.clinic.wording.each]
        found = (each for each in reversed(self.phone.answers) if any(shape.search(each.text) for shape in shapes))
        return next(found)

    @property
    def last(self) -> str:
        return self.phone.last.text

    @property
    def buttons(self) -> list[str]:
        """Labels under the newest message that has any."""
        return [shown for row in self.phone.buttons() for shown in row]

    def offers(self, key: str) -> bool:
        """Whether the newest message with buttons has one with the words of a key."""
        return self.wording.say(key) in self.buttons

    @property
    def own_words(self) -> list[str]:
        """What this client has typed, but for words so short that any text may hold them."""
        return [each.text for each in self.phone.messages if not each.from_bot and len(each.text) >= TELLING]

    @property
    def sees_both_numbers(self) -> bool:
        return all(phone in "\n".join(self.heard) for phone in PHONES)

    @property
    def cards(self) -> list[str]:
        """The numbers that the contact cards dial."""
        return [contact["phone_number"] for contact in self.phone.contacts]

    # --- in the database --------------------------------------------------------------------------

    @property
    def kept(self) -> Kept:
        """The present intake with what storage knows of it."""
        with self.clinic.look() as work:
            found = work.intakes.current(self.phone.person.id)
        assert found is not None, "nothing is stored of this client"
        return found

    @property
    def intake(self) -> Intake:
        return self.kept.intake

    @property
    def state(self) -> str:
        return self.intake.state

    @property
    def given(self) -> Mapping[str, Value]:
        """Every answer that counts, as it was understood."""
        return {key: answer.value for key, answer in self.intake.answers.items()}

    @property
    def history(self) -> list[tuple[str, Value]]:
        """Every answer ever given, oldest first."""
        kept = self.kept
        with self.clinic.look() as work:
            return [(given.question, given.answer.value) for given in work.intakes.history(kept)]

    @property
    def plan(self) -> IntakeLine:
        """The stored line of the present intake, with verdict and earliest day."""
        return self.clinic.line(self.intake.case)

    @property
    def rules(self) -> dict[str, tuple[str, ...]]:
        """The rules that fire by the stored answers, and the answers that make them."""
        found = self.clinic.flow.screen(self.intake, self.clinic.today).findings
        return {finding.rule: finding.answers for finding in found}

    @property
    def turns(self) -> list[Line]:
        """The transcript of the present intake."""
        kept = self.kept
        with self.clinic.look() as work:
            return work.transcript.of(kept.id)

    @property
    def events(self) -> list[Event]:
        kept = self.kept
        with self.clinic.look() as work:
            return [past.happened.event for past in work.events.of(kept.id)]
