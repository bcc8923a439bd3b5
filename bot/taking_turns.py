"""Takes Updates from the inbox, one Turn each: what fails is tried again, then put in quarantine."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.chat.checked import Unreadable
from bot.chat.read import read
from bot.hearing import hear
from bot.turns import Turn
from storage.refusals import Busy

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.inbox import Waiting

ATTEMPTS = 3
"""How often a Turn may raise before its Update goes to quarantine."""
CLAIMS = 10
"""How often an Update may be claimed at all: one that takes the whole program down never gets to raise."""


def take_update(desk: Desk, now: datetime) -> bool:
    """Take the oldest waiting Update; False when none is due. What fails is tried again, then put in quarantine.

    Raises Busy, which is no fault of the Update's.
    """
    with desk.database.work(now) as work:
        waiting = work.inbox.claim()
        work.commit()
    if waiting is None:
        return False
    desk.passing("turn.claimed")
    try:
        _take(desk, waiting, now)
    except Busy:
        # No fault of the Update's: whoever called waits, and takes it again.
        raise
    except Exception as problem:
        _failed(desk, waiting, problem, now)
    desk.passing("turn.committed")
    return True


def _take(desk: Desk, waiting: Waiting, now: datetime) -> None:
    if waiting.attempts > CLAIMS:
        raise Unreadable("claimed too often")
    arrival = read(json.loads(waiting.raw), desk.username)
    with desk.database.work(now) as work:
        hear(desk, work, now, arrival)
        work.inbox.done(waiting.id)
        desk.passing("turn.written")
        work.commit()


def _failed(desk: Desk, waiting: Waiting, problem: Exception, now: datetime) -> None:
    final = isinstance(problem, Unreadable) or waiting.attempts >= ATTEMPTS
    name, outcome = type(problem).__name__, "quarantine" if final else "retry"
    structlog.get_logger().error("turn.failed", inbox_id=waiting.id, outcome=outcome, error=problem)
    with desk.database.work(now) as work:
        if final:
            work.inbox.quarantine(waiting.id, name)
            Turn(desk, work, now).apologise(waiting.chat_id)
        else:
            work.inbox.retry(waiting.id, now + timedelta(seconds=waiting.attempts), name)
        work.commit()
