"""Telegram's end of the webhook: what is set there, setting it, taking it away."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.chat.calling import Malformed, call
from bot.chat.checked import Unreadable, plain, whole
from bot.chat.gateway import TelegramRefuses, judge
from bot.chat.receive import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.chat.calling import Bot

CONNECTIONS = 40
"""How many Updates Telegram may bring at once."""
LONGEST = 200
"""How much of Telegram's own words is shown, in characters."""


@dataclass(frozen=True, slots=True)
class Told:
    """What Telegram says of the webhook; `url` is empty where there is none. `failure` is its own words."""

    url: str
    waiting: int = 0
    connections: int | None = None
    kinds: tuple[str, ...] = ()
    failed_at: datetime | None = None
    failure: str = ""


async def ask(bot: Bot) -> Told:
    """What Telegram has at present. Raises TelegramError."""
    found = await call(bot, "getWebhookInfo", {})
    try:
        return read(found)
    except (Unreadable, TypeError, ValueError, OverflowError, OSError) as problem:
        raise Malformed(type(problem).__name__) from None


def read(found: object) -> Told:
    """A WebhookInfo. Raises ValueError, TypeError, OverflowError or OSError for anything else."""
    if not isinstance(found, dict):
        raise Unreadable("not an object")
    connections, failed_at = found.get("max_connections"), found.get("last_error_date")
    return Told(
        url=plain(found.get("url")),
        waiting=whole(found.get("pending_update_count", 0)),
        connections=None if connections is None else whole(connections),
        kinds=tuple(plain(kind) for kind in found.get("allowed_updates", ())),
        failed_at=None if failed_at is None else datetime.fromtimestamp(whole(failed_at), UTC),
        failure=_words(plain(found.get("last_error_message", ""))),
    )


async def set_hook(bot: Bot, url: str, secret: str) -> None:
    """Have Updates brought to `url` under this secret; what is waiting comes as well. Raises TelegramError."""
    params = {"url": url, "secret_token": secret, "allowed_updates": list(KINDS), "max_connections": CONNECTIONS}
    await call(bot, "setWebhook", params)


async def delete_hook(bot: Bot) -> None:
    """Keep Updates to be polled from now on, those that wait as well. Raises TelegramError."""
    await call(bot, "deleteWebhook", {"drop_pending_updates": False})


@contextmanager
def saying_why() -> Iterator[None]:
    """Turn each of Telegram's errors into a sentence for the owner. Raises TelegramRefuses."""
    try:
        yield
    except TelegramError as problem:
        raise refused(problem) from None


def refused(problem: TelegramError) -> TelegramRefuses:
    """Why a webhook could not be set, asked for or taken away."""
    if isinstance(problem, BadRequest):
        return TelegramRefuses(f"Telegram refuses WEBHOOK_URL ({_words(str(problem))}): mend it, then try again.")
    if isinstance(problem, RetryAfter):
        return TelegramRefuses("Telegram was asked too often: try again in a minute.")
    try:
        judge(problem, 1)
    except TelegramRefuses as known:
        return known
    return TelegramRefuses("Telegram does not answer at BOT_API_URL: look at the connection, then try again.")


def _words(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)[:LONGEST]
