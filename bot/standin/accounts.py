"""Who there is at this Telegram: people and bots."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.bell import Bell
from bot.standin.feed import Feed

if TYPE_CHECKING:
    from bot.standin.refusal import JSON
    from bot.standin.webhooks import Delivery

Scope = tuple[str, int]
"""A command scope: its type, and a chat id or 0."""


@dataclass
class Person:
    """A human account; `phone` in E.164, `language_code` as the app reports it."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    phone: str = ""
    deactivated: bool = False

    def _names(self) -> JSON:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}

    def as_user(self) -> JSON:
        user: JSON = {"id": self.id, "is_bot": False, **self._names()}
        return {**user, "language_code": self.language_code} if self.language_code else user

    def as_chat(self) -> JSON:
        return {"id": self.id, **self._names(), "type": "private"}


@dataclass
class Bot:
    """A bot account: its profile, its updates, and who is polling for them."""

    id: int
    token: str
    name: str
    username: str
    feed: Feed = field(default_factory=Feed)
    bell: Bell = field(default_factory=Bell)
    poll: int = 0
    """The number of the newest getUpdates call; an older one still waiting must give up."""
    webhook: str = ""
    """The address updates are sent to; polling is refused while there is one."""
    delivery: Delivery | None = None
    """How they are sent there, from a setWebhook on."""
    reads_groups: bool = False
    """Whether group privacy is off, so that the bot sees every word in its groups."""
    commands: dict[tuple[Scope, str], list[JSON]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)

    def as_user(self) -> JSON:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def menu(self, chat_id: int, language: str) -> list[JSON]:
        """The commands a person sees in a private chat: the narrowest scope first, their language before none."""
        for scope in (("chat", chat_id), ("all_private_chats", 0), ("default", 0)):
            for code in (language[:2], ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []

    def description(self, language: str) -> str:
        return self.descriptions.get(language[:2]) or self.descriptions.get("", "")
