"""Telegram itself, in memory: accounts, chats, taps, uploads, faults and the log of calls."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.bell import Bell
from bot.standin.accounts import Bot, Person
from bot.standin.chats import Chat, Group, Message, PrivateChat
from bot.standin.faults import Faults
from bot.standin.refusal import JSON, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.standin.params import Upload

FIRST_PERSON_ID = 5_000_000_001
"""Beyond 32 bits, as real ids are."""


def now_utc() -> datetime:
    return datetime.now(UTC)


@dataclass
class Tap:
    """A pressed inline button, until it is answered."""

    id: str
    bot: Bot
    chat: Chat
    message: Message
    data: str
    at: datetime
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """One line of the log; `status` is None where the connection was cut."""

    bot_id: int
    method: str
    params: Mapping[str, Any]
    files: tuple[str, ...]
    status: int | None
    description: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """How a webhook is waited for, in seconds of the real clock."""

    answer: float = 60.0
    """An answer that takes longer is as good as none."""
    second: float = 1.0
    """How long a second of pause before a repetition really is; tests make it short."""


@dataclass
class Cloud:
    """A Telegram of one's own. `clock` returns aware datetimes; every age is measured by it."""

    clock: Callable[[], datetime] = now_utc
    bots: dict[int, Bot] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[tuple[int, int], PrivateChat] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    log: list[Request] = field(default_factory=list)
    keeps_log: bool = True
    """Whether calls are logged; under a benchmark the log would grow without an end."""
    patience: Patience = field(default_factory=Patience)
    lock: threading.RLock = field(default_factory=threading.RLock)
    changed: Bell = field(default_factory=Bell)
    rerouted: Bell = field(default_factory=Bell)
    """Rings when a bot's webhook is set or deleted."""
    closing: bool = False
    _numbers: int = 0

    def number(self) -> int:
        """A fresh number for ids that only have to differ."""
        self._numbers += 1
        return self._numbers

    def add_bot(self, token: str, name: str = "Intake", username: str = "intake_bot") -> Bot:
        """A bot account; the digits before the colon of `token` are its id."""
        bot = Bot(int(token.partition(":")[0]), token, name, username)
        self.bots[bot.id] = bot
        return bot

    def add_person(
        self, first_name: str, *, last_name: str = "", username: str = "", language_code: str = "en", phone: str = ""
    ) -> Person:
        """A human account; without `phone` it gets one of the numbers kept for fiction."""
        with self.lock:
            count = len(self.people)
            phone = phone or f"+1314555{100 + count:04d}"
            person = Person(FIRST_PERSON_ID + count, first_name, last_name, username, language_code, phone)
            self.people[person.id] = person
            return person

    def add_group(self, title: str) -> Group:
        group = Group(id=-1_001_000_000_001 - len(self.groups), title=title)
        self.groups[group.id] = group
        return group

    def chat_with(self, person: Person, bot: Bot) -> PrivateChat:
        """The person's chat with the bot; empty and not opened at first."""
        key = (bot.id, person.id)
        if key not in self.chats:
            self.chats[key] = PrivateChat(person=person, bot=bot)
        return self.chats[key]

    def bot_of(self, token: str) -> Bot:
        """The bot this token belongs to; 401 for a token unknown, 404 for what is no token at all."""
        number, colon, secret = token.partition(":")
        if not (colon and number.isdigit() and secret):
            raise Refused(404, "Not Found")
        bot = self.bots.get(int(number))
        if bot is None or bot.token != token:
            raise Refused(401, "Unauthorized")
        return bot

    def store(self, upload: Upload) -> JSON:
        """Keep a file; gives its `file_id` and the rest that every file object has."""
        number = self.number()
        self.files[f"file{number}"] = upload
        return {"file_id": f"file{number}", "file_unique_id": f"unique{number}", "file_size": len(upload.content)}

    def tell(self, bot: Bot, kind: str, payload: JSON) -> None:
        """Queue an update for a bot and wake its poll; the payload is frozen as it is now."""
        bot.feed.put(kind, json.loads(json.dumps(payload)), self.clock())
        bot.bell.ring()

    def requests(self, method: str = "") -> list[Request]:
        """The log, or the calls of one method in it."""
        return [entry for entry in self.log if not method or entry.method.lower() == method.lower()]

    def close(self) -> None:
        """Let every waiting poll go, and deliver nothing more."""
        self.closing = True
        self.changed.ring()
        self.rerouted.ring()
        for bot in self.bots.values():
            bot.bell.ring()
