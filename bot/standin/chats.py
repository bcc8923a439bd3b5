"""Chats and the messages in them, numbered per chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.standin.accounts import Bot, Person
    from bot.standin.refusal import JSON


@dataclass
class Message:
    """One message; `content` holds text, contact, document and so on, in the shape of the Bot API."""

    message_id: int
    chat: Chat
    sender: JSON
    date: int
    content: JSON
    keyboards: list[JSON] = field(default_factory=list)
    """Every inline keyboard it ever had, the present one last."""
    edit_date: int | None = None
    reworded: bool = False
    """Whether its words were changed; people are shown that, but not a change of buttons."""
    deleted: bool = False
    changed: int = 0

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        """The words in it: its text or its caption."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def keyboard(self) -> list[list[JSON]]:
        """The rows of inline buttons under it now."""
        rows: list[list[JSON]] = self.keyboards[-1].get("inline_keyboard", []) if self.keyboards else []
        return rows

    def as_json(self) -> JSON:
        shown: JSON = {"message_id": self.message_id, "from": self.sender, "chat": self.chat.as_json()}
        shown |= {"date": self.date, **self.content}
        if self.edit_date is not None:
            shown["edit_date"] = self.edit_date
        if self.keyboard:
            shown["reply_markup"] = {"inline_keyboard": self.keyboard}
        return shown

    def as_seen_in_a_tap(self) -> JSON:
        """The message a callback query carries: only its whereabouts when it is gone."""
        if self.deleted:
            return {"message_id": self.message_id, "chat": self.chat.as_json(), "date": 0}
        return self.as_json()


@dataclass
class Chat:
    """What private chats and groups have in common."""

    messages: dict[int, Message] = field(default_factory=dict)
    version: int = 0
    """Grows with everything that changes what is seen in this chat."""

    def as_json(self) -> JSON:
        raise NotImplementedError

    def touch(self) -> int:
        self.version += 1
        return self.version

    def add(self, sender: JSON, content: JSON, now: datetime, keyboard: JSON | None = None) -> Message:
        message = Message(len(self.messages) + 1, self, sender, int(now.timestamp()), content)
        message.keyboards = [keyboard] if keyboard else []
        message.changed = self.touch()
        self.messages[message.message_id] = message
        return message

    def present(self) -> list[Message]:
        return [message for message in self.messages.values() if not message.deleted]

    def find(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return message if message and not message.deleted else None


@dataclass(frozen=True, slots=True)
class Toast:
    """The short line that answers a tap; an alert has to be closed by hand."""

    text: str
    alert: bool
    tap: str


@dataclass(kw_only=True)
class PrivateChat(Chat):
    """One person's chat with one bot."""

    person: Person
    bot: Bot
    opened: bool = False
    """Whether the person has written first; until then the bot may not."""
    blocked: bool = False
    reply_keyboard: JSON | None = None
    toasts: list[Toast] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    """Taps whose spinner has stopped."""
    action: str = ""

    def as_json(self) -> JSON:
        return self.person.as_chat()


@dataclass(kw_only=True)
class Group(Chat):
    """A supergroup: people and bots, each bot with its standing (member, left, kicked)."""

    id: int
    title: str
    people: list[Person] = field(default_factory=list)
    bots: dict[int, str] = field(default_factory=dict)

    def as_json(self) -> JSON:
        return {"id": self.id, "title": self.title, "type": "supergroup"}
