"""Methods by which a bot gets its updates."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.standin.refusal import JSON, conflict

if TYPE_CHECKING:
    from bot.standin.calls import Call

LONGEST_POLL = 50
MOST_UPDATES = 100
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_SET = "terminated by setWebhook request"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


async def get_updates(call: Call) -> list[JSON]:
    """Long poll, `timeout` in seconds of the real clock; of two at once the earlier is refused, as at Telegram."""
    bot = call.bot
    if bot.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    remember_kinds(call)
    bot.poll += 1
    own, loop = bot.poll, asyncio.get_running_loop()
    bot.bell.ring()
    until = loop.time() + min(max(call.params.integer("timeout"), 0), LONGEST_POLL)
    while True:
        heard = bot.bell.rings
        _still_mine(call, own)
        updates = _take(call)
        if updates or call.cloud.closing or loop.time() >= until:
            return updates
        await bot.bell.wait(heard, until - loop.time())


def _still_mine(call: Call, own: int) -> None:
    if call.bot.webhook:
        raise conflict(WEBHOOK_SET)
    if call.bot.poll != own:
        raise conflict(OTHER_POLL)


def _take(call: Call) -> list[JSON]:
    limit = call.params.integer("limit", MOST_UPDATES)
    limit = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
    with call.cloud.lock:
        return call.bot.feed.take(call.params.integer("offset"), limit, call.cloud.clock())


def remember_kinds(call: Call) -> None:
    """Keep only updates of the kinds in `allowed_updates` from now on, if the call names any."""
    kinds = call.params.parsed("allowed_updates", "allowed updates")
    if kinds is not None:
        call.bot.feed.allow([str(kind) for kind in kinds])
