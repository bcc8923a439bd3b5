"""The updates that an act in any chat leads to: a tapped button, a changed membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.cloud import Cloud, Tap

if TYPE_CHECKING:
    from datetime import datetime

    from bot.standin.accounts import Bot, Person
    from bot.standin.chats import Message
    from bot.standin.refusal import JSON


def tap_button(cloud: Cloud, person: Person, bot: Bot, message: Message, data: str) -> str:
    """A callback query from this person. Gives its id."""
    with cloud.lock:
        tap = Tap(f"{bot.id}{cloud.number():08d}", bot, message.chat, message, data, cloud.clock())
        cloud.taps[tap.id] = tap
        query = {"id": tap.id, "from": person.as_user(), "message": message.as_seen_in_a_tap()}
        cloud.tell(bot, "callback_query", query | {"chat_instance": str(person.id), "data": data})
    return tap.id


def change_standing(cloud: Cloud, person: Person, bot: Bot, chat: JSON, standings: tuple[str, str]) -> None:
    """Tell the bot that its standing in a chat went from the first to the second."""
    then, now = (_member(bot, standing) for standing in standings)
    moved: JSON = {"chat": chat, "from": person.as_user(), "date": _seconds(cloud.clock())}
    cloud.tell(bot, "my_chat_member", moved | {"old_chat_member": then, "new_chat_member": now})


def _member(bot: Bot, standing: str) -> JSON:
    until = {"until_date": 0} if standing == "kicked" else {}
    return {"user": bot.as_user(), "status": standing, **until}


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
