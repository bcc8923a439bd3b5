"""What each chat must come to: the same Inputs in the order in which they took effect, with nothing that can fail.

It knows no database and no outbox; what a step means for an intake is `flows.advance`, as it is for the program.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.chat.read import Arrival, Place, read
from bot.chat.render import Renderer
from bot.staff.alerts import kinds_of
from bot.turns import DID
from flows.advance import advance
from flows.machine import FORGOTTEN, MINOR
from flows.model import Command, Event, Intake, MediaSent, NudgeDue, Phrase, Reply, Step, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from flows.flow import Flow
    from flows.model import Input, Team

Line = tuple[str, str, str, tuple[tuple[str, ...], ...]]
"""Who spoke, what they did, the words, the buttons."""
Put = tuple[str, dict[str, object]]
"""A method of the Bot API with its parameters."""


@dataclass
class Run:
    """One intake; what staff made of it beside."""

    intake: Intake
    closed: bool = False
    claimed_by: int | None = None
    outcome: str | None = None
    notes: list[str] = field(default_factory=list)

    def forget(self) -> None:
        """No word of it is left; staff's claim and what they decided is."""
        gone = Intake(case="")
        wordless = {name: getattr(gone, name) for name in ("answers", "picked", "pending", "tries", "mentions")}
        self.intake = replace(self.intake, **wordless, source="")
        self.notes.clear()


@dataclass
class Told:
    run: Run
    lines: list[Line]


@dataclass
class ModelChat:
    """All that is to be stored of one chat, and what was to be sent since it was last asked."""

    chat_id: int
    language: str | None = None
    album: str | None = None
    explained: bool = False
    runs: list[Run] = field(default_factory=list)
    turns: list[Told] = field(default_factory=list)
    puts: list[Put] = field(default_factory=list)
    erasures: int = 0
    words: set[str] = field(default_factory=set)
    """Planted words that were heard and may be stored."""
    gone: set[str] = field(default_factory=set)
    """Planted words that must be nowhere any more."""

    @property
    def current(self) -> Run | None:
        return next((run for run in reversed(self.runs) if not run.closed), None)

    @property
    def lines(self) -> list[Line]:
        return [line for told in self.turns for line in told.lines]

    def run(self, case: str) -> Run:
        return next(run for run in self.runs if run.intake.case == case)

    def erase(self) -> None:
        """As a chat that was never heard of."""
        self.runs, self.turns = [], []
        self.language, self.album, self.explained = None, None, False
        self.erasures += 1
        self.gone |= self.words
        self.words = set()


@dataclass
class Model:
    """`cases` gives the case numbers that the database has given a chat, oldest first: they are drawn by lot."""

    flow: Flow
    cases: Callable[[int], list[str]]
    username: str
    chats: dict[int, ModelChat] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    plans: int = 0
    """How many plans were told."""

    def chat(self, chat_id: int) -> ModelChat:
        return self.chats.setdefault(chat_id, ModelChat(chat_id))

    def hear(self, raw: str, today: date) -> None:
        """One Update has had its Turn."""
        arrival = read(json.loads(raw), self.username)
        if arrival.chat_id is None:
            return
        chat = self.chat(arrival.chat_id)
        if arrival.given is not None and arrival.place is not Place.ELSEWHERE:
            self._converse(chat, arrival.given, arrival, today)
        elif arrival.callback_id is not None:
            chat.puts.append(("answerCallbackQuery", {"callback_query_id": arrival.callback_id}))

    def apologise(self, chat_id: int) -> None:
        """An Update was given up."""
        chat = self.chat(chat_id)
        self._say(chat, Reply((Phrase("sorry-trouble"),)), Intake(case="", language=chat.language or "en"))

    def interject(self, chat_id: int) -> None:
        """They were told to tap again."""
        chat = self.chat(chat_id)
        run = chat.current
        assert run is not None
        chat.turns.append(Told(run, self._say(chat, Reply((Phrase("tap-again"),)), run.intake)))

    def nudge(self, chat_id: int, case: str, parked: bool, today: date) -> None:
        chat = self.chat(chat_id)
        if chat.current is not None and chat.current.intake.case == case and not parked:
            self._converse(chat, NudgeDue(), Arrival(chat_id, Place.PRIVATE), today)

    def erase_intake(self, chat_id: int, case: str) -> None:
        """Its time was over."""
        chat = self.chat(chat_id)
        run = chat.run(case)
        chat.runs.remove(run)
        chat.turns = [told for told in chat.turns if told.run is not run]
        if not chat.runs:
            chat.erase()

    def team(self, chat_id: int, case: str, given: Team, staff_id: int, today: date) -> None:
        """What somebody of the team did in the chat."""
        chat = self.chat(chat_id)
        run = chat.current
        assert run is not None
        assert run.intake.case == case
        step = advance(self.flow, run.intake, given, today)
        if step != Step(run.intake):
            told = self._store(chat, run, step, given, Arrival(chat_id, Place.PRIVATE), staff_id)
            self._reply(chat, step, None, told, today)

    # --- one Turn ---------------------------------------------------------------------------------

    def _converse(self, chat: ModelChat, given: Input, arrival: Arrival, today: date) -> None:
        offered = (arrival.language or "").partition("-")[0].lower()
        language = chat.language or (offered if offered in self.flow.words.languages else None)
        run = chat.current or self._begin(chat, language)
        album = given.album if isinstance(given, MediaSent) and not given.caption else None
        if album is not None and album == chat.album:
            if run.intake.state not in FORGOTTEN:
                chat.turns.append(Told(run, [("client", DID[type(given)], arrival.said, ())]))
            return
        run, step = self._advance(chat, run, given, today)
        if any(happened.event is Event.CONSENT_WITHDRAWN for happened in step.events):
            chat.erase()
            self._reply(chat, step, arrival.callback_id, None, today)
            return
        told = None
        if step.intake.state in FORGOTTEN:
            self._forget(chat, run, step)
        else:
            told = self._store(chat, run, step, given, arrival)
        self._reply(chat, step, arrival.callback_id, told, today)
        chat.album, chat.language = album, step.intake.language

    def _begin(self, chat: ModelChat, language: str | None) -> Run:
        fresh = next((case for case in self.cases(chat.chat_id) if case not in self.known), "NOWHERE")
        self.known.add(fresh)
        chat.runs.append(Run(Intake(case=fresh, language=language or self.flow.words.languages[0])))
        return chat.runs[-1]

    def _advance(self, chat: ModelChat, run: Run, given: Input, today: date) -> tuple[Run, Step]:
        step = advance(self.flow, run.intake, given, today)
        if not step.starts_over:
            return run, step
        run.closed = True
        fresh = self._begin(chat, step.intake.language)
        first = advance(self.flow, fresh.intake, Command("start", "", getattr(given, "message_id", 0)), today)
        return fresh, replace(first, replies=(*step.replies, *first.replies), events=(*step.events, *first.events))

    def _store(
        self, chat: ModelChat, run: Run, step: Step, given: Input, arrival: Arrival, staff_id: int | None = None
    ) -> Told:
        opening: Line = ("client", DID[type(given)], arrival.said, ())
        told = Told(run, [] if staff_id is not None or isinstance(given, NudgeDue) else [opening])
        chat.turns.append(told)
        run.intake = step.intake
        if kinds_of(step.events):
            run.outcome = None
        return told

    def _forget(self, chat: ModelChat, run: Run, step: Step) -> None:
        if step.intake.state == MINOR != run.intake.state:
            for each in chat.runs:
                each.forget()
            chat.turns = []
        elif run.intake.state != step.intake.state:
            run.forget()
            chat.turns = [told for told in chat.turns if told.run is not run]
        intake = step.intake
        kept = ("case", "state", "round", "paused", "language", "language_offered", "nudged")
        pending = intake.pending if intake.pending and intake.pending.answer is None else None
        run.intake = Intake(**{name: getattr(intake, name) for name in kept}, pending=pending)

    def _reply(self, chat: ModelChat, step: Step, callback_id: str | None, told: Told | None, today: date) -> None:
        if any(phrase.key == "plan-ready" for reply in step.replies for phrase in reply.body):
            found = self.flow.screen(step.intake, today)
            assert found.verdict is Verdict.READY, f"READY was told while {found.findings} hold"
            self.plans += 1
        for message in Renderer(self.flow.words, chat.chat_id, step.intake).messages(step.replies, callback_id):
            chat.puts.append((message.method, message.params))
            if told is not None and (message.text or message.buttons):
                told.lines.append((message.speaker, "", message.text, tuple(map(tuple, message.buttons))))

    def _say(self, chat: ModelChat, reply: Reply, intake: Intake) -> list[Line]:
        said: list[Line] = []
        for message in Renderer(self.flow.words, chat.chat_id, intake).messages([reply]):
            chat.puts.append((message.method, message.params))
            said.append((message.speaker, "", message.text, tuple(map(tuple, message.buttons))))
        return said
