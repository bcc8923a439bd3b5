"""What a person does on their phone; each act becomes a genuine update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.acts import change_standing, tap_button
from bot.standin.attachments import made_up
from bot.standin.formatting import with_commands
from bot.standin.screen import Screen

if TYPE_CHECKING:
    from bot.standin.chats import Message
    from bot.standin.refusal import JSON

LONGEST_TEXT = 4096


class NotPossible(Exception):
    """A person cannot do this with a real phone."""


class Phone(Screen):
    """One person's chat with one bot, from the person's side."""

    def start(self, payload: str = "") -> int:
        """Press START, or follow a link with a payload; unblocks first, as the button does. Gives the message's id."""
        self.unblock()
        return self.send(f"/start {payload}".rstrip())

    def send(self, text: str) -> int:
        """Send a text; one that is too long goes out in pieces, as phones do. Gives the last message's id."""
        if not text.strip():
            raise NotPossible("an empty message cannot be sent")
        pieces = [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)]
        return [self._post(with_commands(piece.strip()).as_json()) for piece in pieces if piece.strip()][-1]

    def press(self, label: str) -> int:
        """Press a button of the keyboard below the chat: it sends its label, or the own contact."""
        for button in (button for row in self.keyboard or [] for button in row if button["text"] == label):
            return self.share_contact() if button.get("request_contact") else self.send(label)
        raise NotPossible(f"no button {label!r} below the chat")

    def tap(self, message_id: int, what: str) -> str:
        """Tap an inline button by its label or its data. Gives the callback's id."""
        message = self.chat.find(message_id)
        return self._tap(message, what, message.keyboard if message else [])

    def tap_stale(self, message_id: int, what: str) -> str:
        """As `tap`, on a screen that has not caught up: any button that the message ever had, even a deleted one's."""
        message = self.chat.messages.get(message_id)
        rows = [row for markup in message.keyboards for row in markup.get("inline_keyboard", [])] if message else []
        return self._tap(message, what, rows)

    def edit(self, message_id: int, text: str) -> None:
        """Change an own earlier text; nobody is told where it stays the same."""
        with self.cloud.lock:
            message, content = self._own(message_id), with_commands(text.strip()).as_json()
            if content == message.content:
                return
            message.content, message.reworded = content, True
            message.edit_date = int(self.cloud.clock().timestamp())
            message.changed = self.chat.touch()
            self.cloud.tell(self.bot, "edited_message", message.as_json())
        self.cloud.changed.ring()

    def delete(self, message_id: int) -> None:
        """Delete a message on both sides; a bot is never told."""
        message = self.chat.messages[message_id]
        message.deleted, message.changed = True, self.chat.touch()
        self.cloud.changed.ring()

    def share_contact(self) -> int:
        """Share the own number."""
        return self.send_contact(self.person.first_name, self.person.phone, self.person.id)

    def send_contact(self, first_name: str, phone_number: str, user_id: int | None = None) -> int:
        """Send a contact card; without `user_id` it is of somebody who is not on Telegram."""
        contact: JSON = {"phone_number": phone_number, "first_name": first_name}
        return self._post({"contact": contact | ({"user_id": user_id} if user_id else {})})

    def attach(self, kind: str, *, name: str = "", caption: str = "") -> int:
        """Send a photo, voice, sticker, video, document, ...: one of `attachments.KINDS`."""
        return self._post(made_up(self.cloud, kind, name) | ({"caption": caption} if caption else {}))

    def album(self, count: int = 3, caption: str = "") -> list[int]:
        """Send several photos at once: as many messages, with one `media_group_id`; the caption is on the first."""
        group = {"media_group_id": str(self.cloud.number())}
        captions = [{"caption": caption} if caption else {}] + [{}] * (count - 1)
        return [self._post(made_up(self.cloud, "photo") | group | extra) for extra in captions]

    def block(self) -> None:
        self._membership(blocked=True)

    def unblock(self) -> None:
        self._membership(blocked=False)

    def _post(self, content: JSON) -> int:
        with self.cloud.lock:
            if self.chat.blocked:
                raise NotPossible("the bot is blocked")
            self.chat.opened = True
            message = self.chat.add(self.person.as_user(), content, self.cloud.clock())
            self.cloud.tell(self.bot, "message", message.as_json())
        self.cloud.changed.ring()
        return message.message_id

    def _own(self, message_id: int) -> Message:
        message = self.chat.find(message_id)
        if message is None or message.from_bot or "text" not in message.content:
            raise NotPossible(f"message {message_id} is no text of one's own")
        return message

    def _tap(self, message: Message | None, what: str, rows: list[list[JSON]]) -> str:
        found = [button for row in rows for button in row if what in {button["text"], button.get("callback_data")}]
        if message is None or not found or "callback_data" not in found[-1]:
            raise NotPossible(f"no button {what!r} there")
        if self.chat.blocked:
            raise NotPossible("the bot is blocked")
        return tap_button(self.cloud, self.person, self.bot, message, str(found[-1]["callback_data"]))

    def _membership(self, *, blocked: bool) -> None:
        with self.cloud.lock:
            if self.chat.blocked is blocked:
                return
            self.chat.blocked = blocked
            self.chat.touch()
            standings = ("member", "kicked") if blocked else ("kicked", "member")
            change_standing(self.cloud, self.person, self.bot, self.chat.as_json(), standings)
        self.cloud.changed.ring()
