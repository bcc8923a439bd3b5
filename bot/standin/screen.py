"""What a person sees on their phone in the chat with a bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.standin.accounts import Bot, Person
    from bot.standin.chats import Message, PrivateChat, Toast
    from bot.standin.cloud import Cloud
    from bot.standin.params import Upload
    from bot.standin.refusal import JSON


@dataclass(frozen=True)
class Screen:
    """One person's chat with one bot, to be looked at."""

    cloud: Cloud
    person: Person
    bot: Bot

    @property
    def chat(self) -> PrivateChat:
        return self.cloud.chat_with(self.person, self.bot)

    @property
    def messages(self) -> list[Message]:
        """Everything in the chat now, oldest first."""
        return self.chat.present()

    @property
    def answers(self) -> list[Message]:
        """What the bot has said."""
        return [message for message in self.messages if message.from_bot]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return self.answers[-1]

    def buttons(self, message_id: int | None = None) -> list[list[str]]:
        """Labels of the inline buttons under a message, by default under the newest of the bot's that has any."""
        with_buttons = [message for message in self.answers if message.keyboard]
        message = self.chat.messages[message_id] if message_id else (with_buttons or self.answers)[-1]
        return [[str(button["text"]) for button in row] for row in message.keyboard]

    @property
    def keyboard(self) -> list[list[JSON]] | None:
        """The rows of the keyboard below the chat, or None."""
        markup = self.chat.reply_keyboard
        return markup["keyboard"] if markup else None

    @property
    def toasts(self) -> list[Toast]:
        return self.chat.toasts

    @property
    def commands(self) -> list[JSON]:
        """The command menu in the person's language."""
        return self.bot.menu(self.person.id, self.person.language_code)

    @property
    def contacts(self) -> list[JSON]:
        """The contact cards the bot has sent."""
        return [message.content["contact"] for message in self.answers if "contact" in message.content]

    @property
    def documents(self) -> list[Upload]:
        """The files the bot has sent."""
        found = [message.content["document"] for message in self.answers if "document" in message.content]
        return [self.cloud.files[document["file_id"]] for document in found]
