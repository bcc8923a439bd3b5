"""What falls due by time alone: a nudge, the day on which an intake is erased, a digest of alerts, and tidying up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.putting_off import RETENTION
from bot.speaking import Speaker
from bot.staff.alerts import are_due
from bot.turns import Turn
from storage.marks import Mark
from storage.refusals import Busy, Unusable

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.deadlines import Deadline

LATER = timedelta(hours=1)
"""How long a deadline that fails is put off."""


def take_deadline(desk: Desk, now: datetime) -> bool:
    """Take the oldest deadline that is due, in one transaction; False when there is none: time to tidy up.

    Raises Busy and Unusable, which no deadline is to blame for.
    """
    with desk.database.look(now) as work:
        if work.marks.get(Mark.HELD) is not None:
            return False
        due, waiting, gathered = work.deadlines.due(), work.inbox.waiting(), are_due(work.alerts)
    if gathered and tell_together(desk, now):
        return True
    if due is None:
        if waiting:
            # Who asked to be erased does not wait until nobody writes any more.
            desk.database.tidy_server(now, desk.is_night(now))
        else:
            desk.database.tidy(now, timedelta(days=desk.flow.clinic.unfinished_days), desk.is_night(now))
        return False
    try:
        meet(desk, due, now)
    except (Busy, Unusable):
        raise
    except Exception as problem:
        structlog.get_logger().error("deadline.failed", intake_id=due.intake_id, kind=due.kind, error=problem)
        put_off(desk, due, now + LATER)
    return True


def tell_together(desk: Desk, now: datetime) -> bool:
    """Tell staff of the alerts that wait; False when that fails, to be tried again at the next tick."""
    try:
        with desk.database.work(now) as work:
            Speaker(desk, work).digest()
            work.commit()
    except (Busy, Unusable):
        raise
    except Exception as problem:
        structlog.get_logger().error("digest.failed", error=problem)
        return False
    return True


def meet(desk: Desk, due: Deadline, now: datetime) -> None:
    """Do what falls due, unless it was put off meanwhile."""
    with desk.database.work(now) as work:
        work.alone_with(due.chat_id)
        if not work.deadlines.done(due.id):
            return
        if due.kind == RETENTION:
            work.retention.erase_intake(due.intake_id)
        else:
            Turn(desk, work, now).nudge(due.chat_id, due.intake_id)
        work.commit()


def put_off(desk: Desk, due: Deadline, at: datetime) -> None:
    """The same at `at`, unless it was put off already."""
    with desk.database.work(at) as work:
        if work.deadlines.done(due.id):
            work.deadlines.set(due.kind, due.chat_id, due.intake_id, at)
        work.commit()
