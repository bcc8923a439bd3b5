"""Clients whose intakes the console's tests look at: each was taken through the real flow, Turn by Turn."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from flows import machine
from flows.advance import advance
from flows.model import Asking, Kind
from storage.database import open_database
from tests.bot.room import NOW, Room
from tests.bot.updates import edit, message, person, tap, text
from tests.flows.given import TAPS
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from flows.flow import Flow
    from storage.database import Database
    from storage.intakes import Kept

PAUSE = timedelta(seconds=12)
"""How long a client takes for one answer."""
RIGHT_TO_LEFT = "\u202eevil\u202c שלום مرحبا"
PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]


@dataclass
class Client:
    """One client with a phone: taps the buttons that are there, and remembers which messages were theirs."""

    room: Room
    chat_id: int
    first_name: str = "Pat"
    buttons: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    messages: count[int] = field(default_factory=lambda: count(100))

    # --- what the client does ---------------------------------------------------------------------

    def start(self, source: str = "") -> Client:
        return self.say(f"/start {source}".strip())

    def say(self, *texts: str) -> Client:
        for words in texts:
            number = next(self.messages)
            self.said[words] = number
            self._do(text(words, self.chat_id, message_id=number, sender=self._person))
        return self

    def tap(self, *choices: str) -> Client:
        """Tap the newest button with each of these choices; `:choice` is one of the question that is asked."""
        for choice in choices:
            wanted = f"{self.state}{choice}" if choice.startswith(":") else choice
            data, label, number = self.buttons[wanted]
            self._do(tap(data, self.chat_id, label=label, message_id=number))
        return self

    def edit(self, was: str, now: str) -> Client:
        """Change a message that said `was`."""
        return self._do(edit(now, self.said[was], self.chat_id))

    def share(self, phone: str) -> Client:
        contact = {"phone_number": phone, "first_name": self.first_name, "user_id": self.chat_id}
        return self._do(message(self.chat_id, next(self.messages), contact=contact, sender=self._person))

    def send_photo(self) -> Client:
        return self._do(message(self.chat_id, next(self.messages), photo=PHOTO, sender=self._person))

    def fill(self, until: str = machine.FINISHED, **given: str) -> Client:
        """Go on to the state `until`; at each state do what is given for it, or else what is usual.

        `:choice` is tapped, `:one+another` ticks both, anything else is typed; what is read back is confirmed.
        """
        if not self._begun:
            self.start()
        for _ in range(60):
            if self.state == until:
                return self
            self._answer(given.get(self.state, TAPS[self.state]))
        raise AssertionError(f"{until!r} was not reached, but {self.state!r}")

    def _answer(self, what: str) -> None:
        if what.startswith(":"):
            several = self.room.flow.by_key[self.state].kind is Kind.SEVERAL
            ticks = [f":pick_{choice}" for choice in what[1:].split("+")] if several else [what]
            self.tap(*ticks, *([":done"] if several else []))
        elif what in self.buttons:
            self.tap(what)
        else:
            self.say(what)
        if self.asking is Asking.CONFIRM:
            self.tap("confirm")
        if self.asking is Asking.NARROW:
            self.tap("keep")

    def _do(self, update: dict[str, Any]) -> Client:
        self.room.receive(update)
        self._see()
        self.room.now += PAUSE
        return self

    def _see(self) -> None:
        """Read what was sent: the buttons of each message, by what they choose."""
        with self.room.database.work(self.room.now) as work:
            while letter := work.outbox.claim():
                number = letter.params.get("message_id") or next(self.messages)
                work.outbox.sent(letter.id, number)
                if letter.chat_id == self.chat_id:
                    self._show(letter.params, number)
            work.commit()

    def _show(self, params: Mapping[str, Any], number: int) -> None:
        for row in params.get("reply_markup", {}).get("inline_keyboard", ()):
            for button in row:
                choice = button["callback_data"].split(".", 2)[2]
                self.buttons[choice] = (button["callback_data"], button["text"], number)

    # --- what is stored ---------------------------------------------------------------------------

    @property
    def _person(self) -> dict[str, Any]:
        return person(self.chat_id, first_name=self.first_name)

    @property
    def kept(self) -> Kept:
        with self.room.database.look(self.room.now) as work:
            kept = work.intakes.current(self.chat_id)
        assert kept is not None
        return kept

    @property
    def _begun(self) -> bool:
        with self.room.database.look(self.room.now) as work:
            return work.intakes.current(self.chat_id) is not None

    @property
    def case(self) -> str:
        return self.kept.intake.case

    @property
    def state(self) -> str:
        return self.kept.intake.state

    @property
    def asking(self) -> Asking | None:
        pending = self.kept.intake.pending
        return pending.asking if pending else None


# --- the stories ----------------------------------------------------------------------------------


def ready(client: Client) -> None:
    """Nothing holds them back; they will call."""
    client.start("instagram").fill(name="Ana", goals=":acne_scars+texture", wish="Dec 12")


def wait(client: Client) -> None:
    """Tretinoin the day before yesterday, sun last week, tone; wants to be called."""
    client.fill(
        name="Jo Ann O'Neil",
        goals=":tone",
        retinoid="yes I do",
        retinoid_product="tretinoin 0.05%",
        retinoid_last="Nov 2",
        sun_last="Oct 31",
        next_step=":call_me",
        phone="(314) 555-0123",
        best_time=":morning",
    )


def review(client: Client) -> None:
    """Sore skin and a peel; edits a message, changes an answer on the card, and adds a question at the end."""
    client.fill("review", name="Marisol", procedure=":yes", procedure_note="chemical peel 3 weeks ago", skin_now=":yes")
    client.edit("chemical peel 3 weeks ago", "chemical peel 5 weeks ago").tap("confirm")
    client.tap("change_area", ":both").fill(next_step=":write_here")
    client.say("Do you have parking behind the building?")


def stop(client: Client) -> None:
    """Takes isotretinoin, as it turns out only at the product."""
    client.fill(
        name="Dee",
        age="24",
        retinoid="yes",
        retinoid_product="accutane",
        retinoid_last=":still_using",
        isotretinoin=":now",
        health_stop=":tell_a_person",
        note="I would rather talk to somebody about this first.",
    )


def unfinished(client: Client) -> None:
    """Asked something, sent a photo, and stopped at the exfoliant."""
    client.fill("exfoliant", name="Kim", goals=":not_sure")
    client.say("How much is it?").send_photo().say("qwertz")


def urgent(client: Client) -> None:
    """Came with a bad reaction in the middle of the form."""
    client.fill("isotretinoin", name="Lou").say("my face is swelling and I can't breathe")


def declined(client: Client) -> None:
    """Did not agree."""
    client.start().tap(":no_thanks")


def again(client: Client) -> None:
    """A second intake of the same person; the first one was stopped early."""
    client.fill("goals", name="Sam").say("/stop", "/start").tap("start_over")
    client.fill(name="Samantha", age=":18_to_21", retinoid=":not_sure", retinoid_product="some night cream")


def hostile(client: Client) -> None:
    """Everything they type tries to be something else."""
    client.fill(
        name='<img src=x onerror="alert(1)">',
        retinoid=":yes",
        retinoid_product="<script>alert('x')</script> {{ 7*7 }} {% raw %}",
        retinoid_last="'; DROP TABLE intakes; --",
        procedure=":yes",
        procedure_note=f'=HYPERLINK("http://x") {RIGHT_TO_LEFT} &amp; <b>bold</b>',
        note="A" * 700,
    )


STORIES: Mapping[str, Callable[[Client], None]] = {
    each.__name__: each for each in (ready, wait, review, stop, unfinished, urgent, declined, again, hostile)
}


@dataclass
class Clients:
    """Clients of a clinic, each with a story, by the story's name."""

    room: Room
    by_story: dict[str, Client] = field(default_factory=dict)

    def come(self, *stories: str) -> Clients:
        """Let these clients come one after the other, hours apart."""
        for story in stories or STORIES:
            client = Client(self.room, chat_of(story))
            STORIES[story](client)
            self.by_story[story] = client
            self.room.now += timedelta(hours=1, minutes=7)
        return self

    def case(self, story: str) -> str:
        return self.by_story[story].case


@dataclass(frozen=True)
class Told:
    """A database in which every story was told, to be copied; with the case of each story."""

    file: Path
    cases: Mapping[str, str]

    @contextmanager
    def copied(self) -> Iterator[str]:
        """The address of a copy of one's own."""
        with quick_folder() as folder:
            copy = folder / "intake.sqlite3"
            copy.write_bytes(self.file.read_bytes())
            yield f"sqlite:///{copy}"


def told(flow: Flow, file: Path) -> Told:
    """Every story, told into the migrated database in `file`."""
    database = open_database(f"sqlite:///{file}")
    every = clients(flow, database)
    cases = {story: every.case(story) for story in STORIES}
    database.close()
    return Told(file, cases)


def client_of(flow: Flow, database: Database, story: str, now: datetime) -> Client:
    """The client of a story, who comes back at `now`; their old buttons are gone."""
    return Client(Room(flow, database, advance=advance, now=now), chat_of(story), messages=count(10_000))


def chat_of(story: str) -> int:
    return 5_000_000_100 + list(STORIES).index(story)


def clients(flow: Flow, database: Database, *stories: str, begun: datetime = NOW - timedelta(hours=30)) -> Clients:
    """The clients of these stories (all where none is named), come one after the other from `begun` on."""
    return Clients(Room(flow, database, advance=advance, now=begun)).come(*stories)
