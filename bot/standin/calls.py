"""One call of a bot, and the chat, text and keyboard it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.standin.chats import Group, Message, PrivateChat
from bot.standin.formatting import Text, units, unparsable
from bot.standin.html_text import parse_html
from bot.standin.keyboards import read_markup
from bot.standin.markdown_text import parse_markdown
from bot.standin.refusal import JSON, bad_request, forbidden

if TYPE_CHECKING:
    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud
    from bot.standin.params import Params

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass
class Call:
    """A method call: who calls, with what."""

    cloud: Cloud
    bot: Bot
    params: Params

    def chat(self) -> PrivateChat | Group:
        """The chat named by `chat_id`, if this bot may write there."""
        if "chat_id" not in self.params.values:
            raise bad_request("chat_id is empty")
        chat_id = self.params.integer("chat_id")
        if group := self.cloud.groups.get(chat_id):
            return self._group(group)
        if chat_id in self.cloud.bots:
            raise forbidden("bots can't send messages to bots")
        return self._private(chat_id)

    def _group(self, group: Group) -> Group:
        standing = group.bots.get(self.bot.id, "")
        if not standing:
            raise bad_request("chat not found")
        if standing == "kicked":
            raise forbidden("bot was kicked from the supergroup chat")
        if standing == "left":
            raise forbidden("bot is not a member of the supergroup chat")
        return group

    def _private(self, chat_id: int) -> PrivateChat:
        person = self.cloud.people.get(chat_id)
        if person is None:
            raise bad_request("chat not found")
        chat = self.cloud.chat_with(person, self.bot)
        if person.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.opened:
            raise self._never_met(chat)
        return chat

    def _never_met(self, chat: PrivateChat) -> Exception:
        """A stranger cannot be found at all; somebody seen in a group can, but not be written to."""
        groups = [group for group in self.cloud.groups.values() if self.bot.id in group.bots]
        if any(chat.person in group.people for group in groups):
            return forbidden("bot can't initiate conversation with a user")
        return bad_request("chat not found")

    def message(self, chat: PrivateChat | Group, what: str) -> Message:
        """The bot's own message named by `message_id`; `what` is to be done to it: "edit" or "delete"."""
        found = chat.find(self.params.integer("message_id"))
        if found is None:
            raise bad_request(f"message to {what} not found")
        if what == "edit" and found.sender["id"] != self.bot.id:
            raise bad_request("message can't be edited")
        return found

    def text(self, key: str = "text", longest: int = LONGEST_TEXT) -> Text:
        """The text to be shown, its entities read; `longest` in UTF-16 units after that."""
        text = self._parsed(key).trimmed()
        if units(text.shown) > longest:
            raise bad_request("message is too long" if key == "text" else "message caption is too long")
        return text

    def _parsed(self, key: str) -> Text:
        source, mode = self.params.text(key), self.params.text("parse_mode").lower()
        if mode not in {"", "html", "markdownv2"}:
            raise bad_request("unsupported parse_mode")
        if mode:
            return parse_html(source) if mode == "html" else parse_markdown(source)
        entities = self.params.parsed("entities" if key == "text" else "caption_entities", "entities") or []
        return Text(source, [self._entity(entity, source) for entity in entities])

    def _entity(self, entity: JSON, source: str) -> JSON:
        if entity.get("offset", -1) < 0 or entity.get("length", 0) <= 0:
            raise unparsable("Receive an entity with incorrect offset or length")
        if entity["offset"] + entity["length"] > units(source):
            raise unparsable("Entity ends after the end of the text")
        return entity

    def required_text(self) -> Text:
        """As `text`, but never empty."""
        if not self.params.text("text"):
            raise bad_request("message text is empty")
        text = self.text()
        if not text.shown:
            raise bad_request("text must be non-empty")
        return text

    def markup(self, chat: PrivateChat | Group) -> JSON:
        return read_markup(self.params.parsed("reply_markup", "reply keyboard markup"), isinstance(chat, PrivateChat))
