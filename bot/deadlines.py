"""What falls due by time alone: a nudge after silence, and the day on which an intake is erased."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.putting_off import RETENTION
from bot.turns import Turn

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.deadlines import Deadline

LATER = timedelta(hours=1)
"""How long a deadline that fails is put off."""


def take_deadline(desk: Desk, now: datetime) -> bool:
    """Take the oldest deadline that is due, in one transaction; False when there is none."""
    with desk.database.work(now) as work:
        due = work.deadlines.due()
    if due is None:
        return False
    try:
        _meet(desk, due, now)
    except Exception as problem:
        structlog.get_logger().error("deadline.failed", intake_id=due.intake_id, kind=due.kind, error=problem)
        _put_off(desk, due, now + LATER)
    return True


def _meet(desk: Desk, due: Deadline, now: datetime) -> None:
    with desk.database.work(now) as work:
        work.deadlines.done(due.id)
        if due.kind == RETENTION:
            work.retention.erase_intake(due.intake_id)
        else:
            Turn(desk, work, now).nudge(due.chat_id, due.intake_id)
        work.commit()


def _put_off(desk: Desk, due: Deadline, at: datetime) -> None:
    with desk.database.work(at) as work:
        work.deadlines.set(due.kind, due.chat_id, due.intake_id, at)
        work.commit()
