"""A person's place in a group: joining it, bringing the bot along, writing there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.standin.acts import change_standing, tap_button
from bot.standin.formatting import with_commands
from bot.standin.phone import NotPossible, Phone

if TYPE_CHECKING:
    from bot.standin.chats import Group
    from bot.standin.refusal import JSON


@dataclass(frozen=True)
class Seat:
    """One person in one group, where their phone's bot may be as well."""

    phone: Phone
    group: Group

    def join(self) -> None:
        """Come in; a bot that is there is told."""
        self.group.people.append(self.phone.person)
        self._post({"new_chat_members": [self.phone.person.as_user()]})

    def add_bot(self) -> None:
        """Bring the bot in."""
        self._bot("member", {"new_chat_members": [self.phone.bot.as_user()]})

    def remove_bot(self) -> None:
        """Throw the bot out."""
        self._bot("kicked", {"left_chat_member": self.phone.bot.as_user()})

    def write(self, text: str) -> int:
        """Write a text; a bot with group privacy hears only commands and its own name. Gives the message's id."""
        bot = self.phone.bot
        heard = bot.reads_groups or text.startswith("/") or f"@{bot.username}" in text
        return self._post(with_commands(text).as_json(), heard=heard)

    def tap(self, message_id: int, data: str) -> str:
        """Tap an inline button, given by its data. Gives the callback's id."""
        message = self.group.find(message_id)
        if message is None or data not in [button.get("callback_data") for row in message.keyboard for button in row]:
            raise NotPossible(f"no button {data!r} there")
        return tap_button(self.phone.cloud, self.phone.person, self.phone.bot, message, data)

    def _bot(self, standing: str, notice: JSON) -> None:
        bot, cloud = self.phone.bot, self.phone.cloud
        then = self.group.bots.get(bot.id, "left")
        self.group.bots[bot.id] = standing
        change_standing(cloud, self.phone.person, bot, self.group.as_json(), (then, standing))
        self._post(notice, heard=standing == "member")

    def _post(self, content: JSON, *, heard: bool = True) -> int:
        cloud, bot = self.phone.cloud, self.phone.bot
        with cloud.lock:
            message = self.group.add(self.phone.person.as_user(), content, cloud.clock())
            if heard and self.group.bots.get(bot.id) == "member":
                cloud.tell(bot, "message", message.as_json())
        cloud.changed.ring()
        return message.message_id
