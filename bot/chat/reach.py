"""Asks Telegram, for the owner, whether all is well there: the token, the webhook, the clock, the team's chats.

Nothing is sent that anybody would read: that the bot is typing is all that the team may see of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import aiohttp
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.chat.calling import call, understood
from bot.chat.connect import make_bot
from bot.chat.hook import Told, ask, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.chat.calling import Bot

SECONDS = 10.0
"""How long the clock is waited for."""


class Standing(StrEnum):
    """How a chat of the team's stands to the bot."""

    OPEN = "open"
    UNKNOWN = "unknown"
    """Telegram knows no such chat of this bot's: nobody pressed START there, or the bot is not in that group."""
    SHUT = "shut"
    """The bot was blocked, thrown out, or may not write."""
    MOVED = "moved"
    """The group has another number now."""
    UNSURE = "unsure"
    """Telegram did not say."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What Telegram said; `problem` is one sentence for the owner where it does not take us for who we are.

    `ahead` is how many seconds our clock is ahead of Telegram's, None where it does not tell the time.
    """

    bot_id: int = 0
    username: str = ""
    problem: str = ""
    ahead: float | None = None
    hook: Told | None = None
    chats: Mapping[int, Standing] = field(default_factory=dict)


async def reach(
    token: str,
    api_url: str,
    chats: Iterable[int],
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Reached:
    """Ask all of it; what Telegram refuses is in the answer. Raises nothing of Telegram's."""
    ahead = await _ahead(api_url, clock)
    bot = make_bot(token, api_url)
    try:
        with understood():
            await bot.initialize()
        standing = {chat_id: await _standing(bot, chat_id) for chat_id in dict.fromkeys(chats)}
        return Reached(bot.id, bot.username, "", ahead, await _hook(bot), standing)
    except TelegramError as problem:
        return Reached(problem=str(refused(problem)), ahead=ahead)
    finally:
        await bot.shutdown()


async def _hook(bot: Bot) -> Told | None:
    try:
        return await ask(bot)
    except TelegramError:
        return None


async def _standing(bot: Bot, chat_id: int) -> Standing:
    try:
        await call(bot, "sendChatAction", {"chat_id": chat_id, "action": "typing"})
    except ChatMigrated:
        return Standing.MOVED
    except Forbidden:
        return Standing.SHUT
    except BadRequest as problem:
        known = "rights" in str(problem).lower()
        return Standing.SHUT if known else Standing.UNKNOWN
    except TelegramError:
        return Standing.UNSURE
    return Standing.OPEN


async def _ahead(api_url: str, clock: Callable[[], datetime]) -> float | None:
    """The address alone is asked, without the token: every answer of a web server's tells the time."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as session,
            session.head(api_url, allow_redirects=False) as answer,
        ):
            told = parsedate_to_datetime(answer.headers["Date"])
            return (clock() - told).total_seconds()
    except (aiohttp.ClientError, TimeoutError, OSError, KeyError, ValueError, TypeError):
        return None
