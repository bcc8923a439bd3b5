"""Connects to the Bot API: PTB's Bot over aiohttp, once it is known to be ours."""

from __future__ import annotations

import asyncio
import warnings
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import structlog
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot.chat.calling import Bot, understood
from bot.chat.gateway import RetryAt, TelegramRefuses, judge
from bot.chat.hook import ask
from bot.chat.request import AiohttpRequest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TRIES = 5
"""How often Telegram is asked who we are before the start is given up."""


class WebhookSet(TelegramRefuses):
    """Telegram sends this bot's Updates to a webhook, so polling would get none."""


@asynccontextmanager
async def connect(token: str, api_url: str, polling: bool = True) -> AsyncIterator[Bot]:
    """The bot, its token proved good and, for `polling`, its Updates free to be polled. Raises TelegramRefuses."""
    bot = make_bot(token, api_url)
    try:
        await _get_ready(bot, polling)
        yield bot
    finally:
        await bot.shutdown()


def make_bot(token: str, api_url: str) -> Bot:
    """PTB's Bot over aiohttp, not connected yet."""
    # Raw calls are meant: the Letters hold what the Bot API takes, and an answer need not be parsed.
    warnings.filterwarnings("ignore", message="Please use 'Bot", category=PTBUserWarning)
    # The library announces that seconds will become timedeltas; both are read.
    warnings.filterwarnings("ignore", category=PTBDeprecationWarning)
    return ExtBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=1),
    )


async def _get_ready(bot: Bot, polling: bool) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            with understood():
                await bot.initialize()
            return await _refuse_webhook(bot) if polling else None
        except TelegramError as problem:
            outcome = judge(problem, attempt)
            structlog.get_logger().warning("telegram.unreachable", error=type(problem).__name__, attempts=attempt)
            await asyncio.sleep(outcome.seconds if isinstance(outcome, RetryAt) else 0)
    raise TelegramRefuses("Telegram does not answer at BOT_API_URL: look at the connection, then start again.")


async def _refuse_webhook(bot: Bot) -> None:
    if (await ask(bot)).url:
        raise WebhookSet(
            "Telegram brings this bot's updates to a webhook: set WEBHOOK_URL and WEBHOOK_SECRET,"
            " or run `python3 -m bot delete-webhook` and start again."
        )
