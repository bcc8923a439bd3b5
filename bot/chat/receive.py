"""Fetches Updates by long poll; what was fetched is on disk before the next call confirms it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

import structlog
from telegram import error

from bot.chat.calling import call
from bot.chat.checked import Unreadable, whole
from bot.chat.gateway import PATIENCE, RetryAt, judge_surely
from storage.inbox import Arrived

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.chat.calling import Bot

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
MARGIN = 10.0
"""How much longer than the poll itself its answer may take, in seconds."""
CONFLICTS = 4
SHORT = 0.5
"""An empty answer that comes sooner than this was not waited for, in seconds."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one poll brought, and the offset that confirms it."""

    arrived: tuple[Arrived, ...]
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class Pause:
    """The poll failed; the next one is worth trying after `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Receiver:
    """The long poll of one bot; `seconds` is how long Telegram may hold it open."""

    bot: Bot
    seconds: int = 30

    async def fetch(self, offset: int | None, failures: int) -> Batch | Pause:
        """The next Updates from `offset` on, which confirms all before it; after a failed poll a Pause.

        `failures` counts the polls that failed just before this one. Raises TelegramRefuses.
        """
        params: dict[str, Any] = {"timeout": self.seconds, "allowed_updates": list(KINDS), "offset": offset}
        started = monotonic()
        try:
            found = batch(await call(self.bot, "getUpdates", params, read_timeout=self.seconds + MARGIN))
        except error.TelegramError as problem:
            structlog.get_logger().warning("poll.failed", error=type(problem).__name__, attempts=failures + 1)
            return await self._pause(problem, failures + 1)
        # A server that does not hold the poll open would be asked without end.
        return found if found.arrived or monotonic() - started > SHORT else Pause(SHORT)

    async def _pause(self, problem: error.TelegramError, failures: int) -> Pause:
        # A poll of this program's last run may still be open at Telegram: a conflict is believed only when it lasts.
        if isinstance(problem, error.Conflict) and failures < CONFLICTS:
            return Pause(float(failures))
        outcome = await judge_surely(self.bot, problem, failures)
        return Pause(outcome.seconds if isinstance(outcome, RetryAt) else PATIENCE)


def batch(updates: object) -> Batch:
    """Raw Updates as inbox rows; an Update without a usable id still gets in, to be seen by a person."""
    if not isinstance(updates, list):
        raise error.TelegramError("getUpdates gave no list")
    arrived = tuple(_arrived(update) for update in updates)
    # Never the highest one: ids start anew after a quiet week.
    last = next((found for update in reversed(updates) if (found := _id_of(update)) is not None), None)
    return Batch(arrived, None if last is None else last + 1)


def _arrived(update: object) -> Arrived:
    return Arrived(_id_of(update) or 0, chat_of(update), json.dumps(update), thing_of(update))


def thing_of(update: object) -> str | None:
    """The name of the message, the edit or the tap that an Update tells of, under whatever id it comes.

    Two edits of one message within a second differ in nothing but their words.
    """
    match update:
        case {"message": {"chat": {"id": int(chat)}, "message_id": int(number)}}:
            return f"m:{chat}:{number}:"
        case {"edited_message": {"chat": {"id": int(chat)}, "message_id": int(number), **more}}:
            return f"m:{chat}:{number}:{more.get('edit_date', '')}:{more.get('text', '')}"
        case {"callback_query": {"id": str(tap)}}:
            return f"c:{tap}"
    return None


def chat_of(update: object) -> int | None:
    """The chat an Update belongs to, for the order in which they are taken; None where there is none."""
    match update:
        case (
            {"message": {"chat": {"id": found}}}
            | {"edited_message": {"chat": {"id": found}}}
            | {"callback_query": {"message": {"chat": {"id": found}}}}
            | {"callback_query": {"from": {"id": found}}}
            | {"my_chat_member": {"chat": {"id": found}}}
        ):
            return _whole(found)
    return None


def _id_of(update: Mapping[str, object] | object) -> int | None:
    return _whole(update.get("update_id")) if isinstance(update, dict) else None


def _whole(value: object) -> int | None:
    try:
        return whole(value)
    except Unreadable:
        return None
