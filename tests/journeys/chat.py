"""A client with a phone: after each thing they do, everything that follows on it has happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from flows.model import Asking, Kind, Phrase
from flows.telling import label
from tests.journeys.form import HARMLESS, IN_WORDS
from tests.journeys.sight import Sight

if TYPE_CHECKING:
    from bot.standin.chats import Message
    from tests.journeys.form import By, Given

AND = {"en": " and ", "es": " y "}

Act: TypeAlias = Callable[[], object]


@dataclass(repr=False)
class Client(Sight):
    """One person's chat with the bot; `by` is how they answer where either will do."""

    by: By = "taps"

    # --- one act ----------------------------------------------------------------------------------

    async def starts(self, payload: str = "") -> None:
        await self.does(lambda: self.phone.start(payload))

    async def says(self, *texts: str) -> None:
        """Send these, one after the other, before anything is answered."""
        await self.does(*[self._sending(text) for text in texts])

    async def taps(self, what: str, times: int = 1) -> None:
        """Tap a button, by its words or their key; the newest one that says so."""
        shown = self._shown(what)
        message = next((each for each in reversed(self.phone.answers) if shown in labels(each)), None)
        assert message is not None, f"no button {shown!r}; the bot said: {self.last}"
        await self.does(*[lambda: self.phone.tap(message.message_id, shown)] * times)

    async def taps_old(self, message: Message, what: str) -> None:
        """Tap a button that the message once had, on a screen that has not caught up."""
        await self.does(lambda: self.phone.tap_stale(message.message_id, self._shown(what)))

    async def changes(self, old: str, new: str) -> None:
        """Edit the newest own message that says `old`."""
        sent = next(each for each in reversed(self.phone.messages) if not each.from_bot and each.text == old)
        await self.does(lambda: self.phone.edit(sent.message_id, new))

    async def does(self, *acts: Act) -> None:
        """Any acts with the phone, all of them before anything is answered."""
        self.before = {message.message_id: message.text for message in self.phone.answers}
        self.toasted = len(self.phone.toasts)
        for act in acts:
            act()
        await self.clinic.work()

    def _sending(self, text: str) -> Act:
        return lambda: self.phone.send(text)

    def _shown(self, what: str) -> str:
        return self.wording.say(what) if what in self.wording else what

    # --- the form ---------------------------------------------------------------------------------

    async def fills_in(self, until: str = "review", **special: Given) -> None:
        """Answer every question up to a state; what is not `special` is harmless."""
        if not self.phone.messages:
            await self.starts()
        while self.state != until:
            await self.goes_on(**special)

    async def goes_on(self, **special: Given) -> None:
        """Answer the present question; what is not `special` is harmless."""
        form = {**(HARMLESS if self.by == "taps" else IN_WORDS[self.language]), **special}
        key, before = self.state, self.intake
        assert key in form, f"{key} needs an answer; the bot said: {self.last}"
        await self.answers(form[key])
        assert self.intake != before, f"no way on from {key}; the bot said: {self.last}"

    async def answers(self, given: Given) -> None:
        """Answer the present question, by tap where there is a button for it, else in words; say yes to its echo."""
        shown = self._labels(given)
        if self.by == "taps" and {each.removeprefix("✓ ") for each in self.buttons} >= set(shown):
            several = self.clinic.flow.by_key[self.state].kind is Kind.SEVERAL
            for words in [*shown, *(["button-done"] if several else [])]:
                await self.taps(words)
        else:
            await self.says(AND[self.language].join(shown))
        pending = self.intake.pending
        if pending is not None and pending.asking is Asking.CONFIRM:
            await self.chooses("button-confirm", "yes")

    def _labels(self, given: Given) -> list[str]:
        flow, several = self.clinic.flow, (given,) if isinstance(given, str) else given
        question = flow.by_key[self.state]
        phrases = {choice: label(question, choice) for choice in question.choices} | {"skip": Phrase("choice-skip")}
        return [flow.words.say(phrases[each], self.language) if each in phrases else each for each in several]

    async def chooses(self, key: str, words: str) -> None:
        """Tap the button of a key, or say words that mean the same."""
        await (self.taps(key) if self.by == "taps" else self.says(words))

    async def gets_a_plan(self, **special: Given) -> None:
        """Fill in the form and agree with the card."""
        await self.fills_in("review", **special)
        await self.chooses("button-looks_right", "looks right")

    async def reaches(self, state: str) -> None:
        """Go on, harmlessly, to any state of a whole intake."""
        if self.state == state:
            return
        if state == "finished":
            await self.gets_a_plan()
            await self.finishes()
        elif state == "plan":
            await self.gets_a_plan()
        else:
            await self.fills_in(until=state)

    async def finishes(self, next_step: str = "i_call") -> None:
        """From the plan to the receipt, past the pages."""
        await self.chooses("button-to_booking", "booking")
        await self.answers(next_step)


def labels(message: Message) -> list[str]:
    return [str(button["text"]) for row in message.keyboard for button in row]
