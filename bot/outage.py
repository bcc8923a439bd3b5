"""After a time in which nobody could reach us: who may have tapped a button in vain hears it, once.

Telegram keeps a message for a day, but a tap for 150 seconds only: what was tapped meanwhile never arrives.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.speaking import Speaker
from flows.model import Phrase
from storage.marks import Mark

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.work import Work

TAPS_KEPT = timedelta(seconds=150)
"""How long Telegram keeps a tap for us."""
AWAKE = timedelta(minutes=30)
"""Whoever said nothing for so long before the outage will hardly have tapped in it."""


def notice(work: Work, bot_id: int) -> None:
    """To be done whenever we could be reached, before that is written down: was it long since the last time?"""
    last = work.inbox.heard_at(bot_id)
    if last is None or work.now - last < TAPS_KEPT or work.marks.get(Mark.OUTAGE) is not None:
        return
    work.marks.set(Mark.OUTAGE, last.isoformat())
    structlog.get_logger().warning("outage.noticed", seconds=int((work.now - last).total_seconds()))


def make_good(desk: Desk, work: Work) -> int:
    """To be done when no Update waits any more: tell those who were in the middle of the form, and say how many."""
    since = work.marks.get(Mark.OUTAGE)
    if since is None or work.inbox.waiting():
        return 0
    work.marks.clear(Mark.OUTAGE)
    began = datetime.fromisoformat(since)
    silent = work.intakes.left_alone(began - AWAKE, began)
    for kept in silent:
        Speaker(desk, work).interject(kept, Phrase("tap-again"))
    structlog.get_logger().info("outage.made_good", count=len(silent))
    return len(silent)
