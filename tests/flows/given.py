"""What the tests of the flow begin with: a day, finished forms, and a Chat that sees what its client sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Final

from flows import machine
from flows.advance import advance
from flows.flow import Flow, load
from flows.model import (
    Answer,
    Answers,
    Asking,
    CameBack,
    Command,
    ContactShared,
    Edited,
    Event,
    How,
    Input,
    Intake,
    Interval,
    Kind,
    MediaSent,
    Mention,
    NudgeDue,
    Phrase,
    Product,
    ProductClass,
    Products,
    Reply,
    Screening,
    Step,
    Tapped,
    Team,
    Typed,
    Value,
)
from flows.wording import NEVER_SAID

CASE: Final = "7F3K2Q"
MONDAY: Final = date(2026, 11, 2)
TODAY: Final = date(2026, 11, 7)
PHONES: Final = ("314.960.7619", "314-909-0633")
OF_A_PERSON: Final = re.compile(rf"\b(?:{'|'.join(sorted(NEVER_SAID))})\b", re.IGNORECASE)
FORGETTING: Final = frozenset({Event.CONSENT_DECLINED, Event.MINOR_TURNED_AWAY})

NOTHING_TO_TELL: Final[Mapping[str, Value]] = {
    "consent": "agree",
    "age": "22_or_older",
    "name": "",
    "goals": ("acne_scars",),
    "area": "face",
    "retinoid": "no",
    "isotretinoin": "never",
    "exfoliant": "no",
    "procedure": "no",
    "pigment": "no",
    "skin_now": "no",
    "health_stop": "none",
    "health_review": "none",
    "series": "first",
    "wish": "no",
    "note": "",
}
"""A complete form that no rule holds back."""


@cache
def the_flow() -> Flow:
    """The flow of the project's own files, loaded once."""
    return load()


def on(month: int, day: int, year: int = 2026) -> Interval:
    return Interval.on(date(year, month, day))


def product(*classes: ProductClass) -> Products:
    """Products of these classes, as a reader would have found them."""
    return Products(", ".join(classes), tuple(Product(str(each), each) for each in classes))


NO_NAME: Final = Products("", ())
RETINOL: Final = product(ProductClass.RETINOID)
SCRUB: Final = product(ProductClass.EXFOLIANT)


def answered(value: Value, *mentions: Mention, understood: bool = True) -> Answer:
    return Answer(value, "", How.TAP, mentions=frozenset(mentions), understood=understood)


def form(changes: Mapping[str, Value | Answer] | None = None, without: tuple[str, ...] = ()) -> dict[str, Answer]:
    """The form that nothing holds back, with `changes`."""
    values: Mapping[str, Value | Answer] = {**NOTHING_TO_TELL, **(changes or {})}
    told = {key: value if isinstance(value, Answer) else answered(value) for key, value in values.items()}
    return {key: answer for key, answer in told.items() if key not in without}


def screened(flow: Flow, answers: Answers, *mentions: Mention, today: date = TODAY) -> Screening:
    return flow.screen(Intake(CASE, answers=answers, mentions=frozenset(mentions)), today)


def phrases(reply: Reply) -> Iterator[Phrase]:
    """Every phrase of a reply, those inside other phrases as well."""
    for phrase in reply.body:
        yield from _inside(phrase)


def _inside(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    for filling in phrase.values.values():
        for inner in filling if isinstance(filling, tuple) else (filling,):
            if isinstance(inner, Phrase):
                yield from _inside(inner)


def in_words(flow: Flow, reply: Reply, language: str = "en") -> str:
    return "\n\n".join(flow.words.say(phrase, language) for phrase in reply.body)


@dataclass(slots=True)
class Message:
    """One of the bot's messages, as it stands in the chat now."""

    number: int
    case: str
    round: int
    text: str
    choices: list[str]


TAPS: Final[Mapping[str, str]] = {
    "consent": ":agree",
    "age": ":22_or_older",
    "name": ":skip",
    "goals": ":acne_scars",
    "area": ":face",
    "retinoid": ":no",
    "retinoid_product": ":not_sure",
    "retinoid_last": ":not_sure",
    "isotretinoin": ":never",
    "isotretinoin_last": ":not_sure",
    "exfoliant": ":no",
    "exfoliant_product": ":not_sure",
    "exfoliant_last": ":not_sure",
    "procedure": ":no",
    "procedure_note": "a peel in October",
    "pigment": ":no",
    "sun_last": ":not_sure",
    "skin_now": ":no",
    "health_stop": ":none",
    "health_review": ":none",
    "series": ":first",
    "series_last": ":not_sure",
    "wish": ":no",
    "note": ":skip",
    machine.REVIEW: "looks_right",
    machine.PLAN: "skip",
    **dict.fromkeys(machine.EXPLAIN, "skip"),
    "next_step": ":i_call",
    "phone": "+1 314-555-0123",
    "best_time": ":any_time",
}
"""What a client with nothing to tell does at each state: `:choice` is a tap on that choice, other words are typed."""


@dataclass(slots=True)
class Chat:
    """A client's side of one chat. Everything the bot says is put into words, and checked, as it is said."""

    flow: Flow
    today: date = TODAY
    intake: Intake = field(default_factory=lambda: Intake(CASE))
    step: Step = field(default_factory=lambda: Step(Intake(CASE)))
    messages: list[Message] = field(default_factory=list)
    number: int = 0
    deleted: bool = False

    # --- what the client does ---------------------------------------------------------------------

    def start(self, argument: str = "") -> Chat:
        return self.command("start", argument)

    def say(self, *texts: str) -> Chat:
        for text in texts:
            self._do(Typed(text, self._next()))
        return self

    def command(self, name: str, argument: str = "") -> Chat:
        return self._do(Command(name, argument, self._next()))

    def edit(self, number: int, text: str) -> Chat:
        return self._do(Edited(text, number))

    def share(self, phone: str, *, own: bool = True) -> Chat:
        return self._do(ContactShared(phone, own, self._next()))

    def send(self, what: str, album: str | None = None, caption: str = "") -> Chat:
        return self._do(MediaSent(what, album, self._next(), caption))

    def nudge(self) -> Chat:
        return self._do(NudgeDue())

    def team(self, *did: Team) -> Chat:
        for given in did:
            self._do(given)
        return self

    def come_back(self) -> Chat:
        return self._do(CameBack())

    def tap(self, *choices: str) -> Chat:
        """Tap the newest button with each of these choices; `:choice` is one of the question that is asked."""
        for choice in choices:
            wanted = f"{self.state}{choice}" if choice.startswith(":") else choice
            shown = [message for message in self.messages if wanted in message.choices]
            assert shown, f"no button for {wanted!r} at {self.state!r}: {[each.choices for each in self.messages]}"
            self.press(shown[-1], wanted)
        return self

    def press(self, message: Message, choice: str) -> Chat:
        """Tap a button under a certain message, whether it is still there or not."""
        return self._do(Tapped(message.case, message.round, choice, message.number))

    def do(self, what: str) -> Chat:
        """`:choice` or a button's choice is tapped, anything else typed; what is read back is confirmed."""
        if what.startswith(":"):
            self._tap_all(what)
        elif what in {choice for message in self.messages for choice in message.choices}:
            self.tap(what)
        else:
            self.say(what)
        return self._settle()

    def _tap_all(self, what: str) -> None:
        """`:one+another` ticks both and is done, where several can be ticked."""
        several = self.state in self.flow.by_key and self.flow.by_key[self.state].kind is Kind.SEVERAL
        for choice in what[1:].split("+"):
            self.tap(f":pick_{choice}" if several else f":{choice}")
        if several:
            self.tap(":done")

    def _settle(self) -> Chat:
        if self.asking is Asking.CONFIRM:
            self.tap("confirm")
        if self.asking is Asking.NARROW:
            self.tap("keep")
        return self

    def fill(self, until: str = machine.REVIEW, **given: str) -> Chat:
        """Go on to the state `until`; at each state do what is given for it, or else what is usual."""
        if self.state == machine.START:
            self.start()
        for _ in range(60):
            if self.state == until:
                return self
            self.do(given.get(self.state, TAPS[self.state]))
        raise AssertionError(f"{until!r} was not reached, but {self.state!r}")

    # --- what the client sees ---------------------------------------------------------------------

    @property
    def state(self) -> str:
        return self.intake.state

    @property
    def asking(self) -> Asking | None:
        return self.intake.pending.asking if self.intake.pending else None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of everything just said."""
        return tuple(phrase.key for reply in self.step.replies for phrase in phrases(reply))

    @property
    def said(self) -> tuple[str, ...]:
        """The keys of what was just said, without what fills their gaps."""
        return tuple(phrase.key for reply in self.step.replies for phrase in reply.body)

    @property
    def events(self) -> tuple[tuple[Event, str], ...]:
        return tuple((happened.event, happened.about) for happened in self.step.events)

    @property
    def choices(self) -> list[str]:
        """The choices on the buttons of the newest message that has any."""
        return next((message.choices for message in reversed(self.messages) if message.choices), [])

    @property
    def words(self) -> str:
        """Everything just said, in words."""
        return "\n\n".join(in_words(self.flow, reply, self.intake.language) for reply in self.step.replies)

    def value(self, key: str) -> Value:
        return self.intake.answers[key].value

    def values(self) -> dict[str, Value]:
        return {key: answer.value for key, answer in self.intake.answers.items()}

    def screening(self) -> Screening:
        return self.flow.screen(self.intake, self.today)

    # --- one step ---------------------------------------------------------------------------------

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _do(self, given: Input) -> Chat:
        self._take(advance(self.flow, self.intake, given, self.today))
        if self.step.starts_over:
            self.intake = Intake(f"{self.number:06}", language=self.intake.language)
            self._take(advance(self.flow, self.intake, Command("start", "", self.number), self.today))
        return self

    def _take(self, step: Step) -> None:
        self.step, self.intake = step, step.intake
        for reply in step.replies:
            self._show(reply)
        happened = {each.event for each in step.events}
        if happened & FORGETTING:
            self.intake = replace(step.intake, answers={}, mentions=frozenset())
        if Event.CONSENT_WITHDRAWN in happened:
            self.deleted, self.intake, self.messages = True, Intake(CASE), []

    def _show(self, reply: Reply) -> None:
        text = in_words(self.flow, reply, self.intake.language)
        choices = [button.choice for row in reply.buttons for button in row]
        self._check(reply, text)
        if reply.onto is not None:
            for message in self.messages:
                if message.number == reply.onto:
                    message.choices, message.round = choices, self.intake.round
                    message.text = text or message.text
        elif not reply.toast:
            self.messages.append(Message(self._next(), self.intake.case, self.intake.round, text, choices))

    def _check(self, reply: Reply, text: str) -> None:
        assert text.strip() or reply.card or reply.onto is not None, f"nothing is said at {self.state}"
        assert len(text) <= (200 if reply.toast else 4096)
        assert self.state in self.flow.machine.states
        for button in (button for row in reply.buttons for button in row):
            label = self.flow.words.say(button.label, self.intake.language)
            assert label.strip()
            assert len(f"{self.intake.case}.{self.intake.round}.{button.choice}".encode()) <= 64
            assert not OF_A_PERSON.search(label)
        assert not OF_A_PERSON.search(text), text
