"""What the clients of a world do with their phones, by chance but within reason."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.standin.phone import NotPossible
from flows.model import Kind
from flows.telling import label
from tests.journeys.form import HARMLESS
from tests.machine.world import POISON

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.phone import Phone
    from tests.machine.world import World

WORDS = (
    "yes", "no", "not sure", "hello", "I agree", "I'm 34", "I'm 17", "face", "tretinoin 0.05%", "Accutane",
    "last Tuesday", "Nov 2", "still using it", "does it hurt?", "my face is swelling and I can't breathe", "done",
    "skip", "314 555 0100", "looks right", "back", "start over", "keloids", "is parking behind the house free?",
    "I want to talk to a person", "retinol", "2 months ago", "no thanks", "español", "no, gracias", POISON,
)  # fmt: skip
COMMANDS = ("/start", "/help", "/book", "/back", "/delete", "/stop", "/status", "/pause", "/language", "/nonsense x")
SENT = ("contact", "photo", "album", "album with words", "voice", "another's contact")


class Acting:
    """The hands of the clients; what a phone cannot do just now is not done."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._edits: set[tuple[int, int, str, int]] = set()
        """Whose message was changed to what, in which second."""

    def says(self, phone: Phone, text: str) -> None:
        try:
            phone.send(text)
        except NotPossible:
            phone.start()

    def plants(self, phone: Phone, shape: str) -> None:
        """Words that can be found again wherever they are kept."""
        number = next(self.world.numbers)
        self.says(phone, shape.format(word=f"Zwettl{number}x"))

    def answers(self, phone: Phone) -> None:
        """What a client with nothing to tell says to the present question."""
        run = self.world.model.chat(phone.person.id).current
        if run is None or run.intake.state == "start":
            phone.start()
            return
        pending, state = run.intake.pending, run.intake.state
        if pending is not None:
            self.says(phone, "yes")
        elif state in HARMLESS:
            self.says(phone, self._shown(state, HARMLESS[state]))
        else:
            self.says(phone, {"review": "looks right", "plan": "booking", "next_step": "I'll call"}.get(state, "next"))

    def _shown(self, state: str, given: str | tuple[str, ...]) -> str:
        question = self.world.flow.by_key[state]
        choice = given if isinstance(given, str) else given[0]
        if choice == "skip":
            return "skip"
        if question.kind is Kind.SEVERAL and choice == "none":
            return "none"
        return self.world.flow.words.say(label(question, choice), "en")

    def taps(self, phone: Phone, back: int, which: int, times: int) -> None:
        """A button that some message has or had, `back` of them before the newest; twice, as impatient fingers do."""
        made = [each for each in phone.chat.messages.values() if each.from_bot and each.keyboards]
        if not made:
            return
        message = made[-1 - back % len(made)]
        rows = [button for markup in message.keyboards for row in markup.get("inline_keyboard", []) for button in row]
        if not rows:
            return
        for _ in range(times):
            try:
                phone.tap_stale(message.message_id, str(rows[which % len(rows)]["callback_data"]))
            except NotPossible:
                return

    def edits(self, phone: Phone, back: int, text: str) -> None:
        own = [each for each in phone.messages if not each.from_bot and "text" in each.content]
        if not own:
            return
        message = own[-1 - back % len(own)]
        if self._second_of(phone, message.message_id, text) in self._edits:
            # Nobody changes it to and fro within a second, by which alone Telegram tells an edit from a repeat.
            self.world.clock.now += timedelta(seconds=1)
        self._edits.add(self._second_of(phone, message.message_id, text))
        phone.edit(message.message_id, text)

    def _second_of(self, phone: Phone, message_id: int, text: str) -> tuple[int, int, str, int]:
        return phone.person.id, message_id, text, int(self.world.clock.now.timestamp())

    def sends(self, phone: Phone, what: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "contact": phone.share_contact,
            "another's contact": lambda: phone.send_contact("Bo", "+13145550199"),
            "album": phone.album,
            "album with words": lambda: phone.album(2, "no"),
        }
        try:
            acts.get(what, lambda: phone.attach(what))()
        except NotPossible:
            phone.start()

    def wants_everything_deleted(self, phone: Phone) -> None:
        self.says(phone, "/delete")
        self.says(phone, "yes")
