"""Takes Updates from the inbox, one Turn each: what fails is tried again, then put in quarantine."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.chat.checked import Unreadable
from bot.chat.read import read
from bot.hearing import hear
from bot.scribe import commit
from bot.turns import Turn
from storage.refusals import Busy, Unusable

if TYPE_CHECKING:
    from bot.desk import Desk
    from storage.inbox import Waiting
    from storage.work import Work

ATTEMPTS = 3
"""How often a Turn may raise before its Update goes to quarantine."""
CLAIMS = 10
"""How often an Update may be claimed at all: one that takes the whole program down never gets to raise."""


def take_update(desk: Desk, now: datetime) -> bool:
    """Take the oldest waiting Update by itself; False when none is due.

    What fails is tried again, then put in quarantine. Raises Busy and Unusable, which are no fault of the Update's.
    """
    waiting = commit(desk.database, now, lambda work: work.inbox.claim())
    if waiting is None:
        return False
    desk.passing("turn.claimed")
    try:
        commit(desk.database, now, partial(take, desk, waiting, None))
    except (Busy, Unusable):
        raise
    except Exception as problem:
        commit(desk.database, now, partial(give_back, desk, waiting, None, problem))
    desk.passing("turn.committed")
    return True


def take(desk: Desk, waiting: Waiting, holder: int | None, work: Work) -> datetime:
    """One Turn, unless somebody else has the Update by now; the caller commits. Raises whatever goes wrong in it.

    Gives the moment under which it stands, with all that it puts into the outbox.
    """
    if waiting.attempts > CLAIMS:
        raise Unreadable("claimed too often")
    arrival = read(json.loads(waiting.raw), desk.username)
    if arrival.chat_id is not None:
        work.alone_with(arrival.chat_id)
    if work.inbox.done(waiting.id, holder):
        hear(desk, work, work.now, arrival)
        desk.passing("turn.written")
    return work.now


def give_back(desk: Desk, waiting: Waiting, holder: int | None, problem: Exception, work: Work) -> bool:
    """Have an Update tried again, or give it up and say so to the client; says whether it was given up.

    Of one that somebody else has by now nothing is said: it is theirs to give up.
    """
    final = isinstance(problem, Unreadable) or waiting.attempts >= ATTEMPTS
    name, outcome = type(problem).__name__, "quarantine" if final else "retry"
    structlog.get_logger().error("turn.failed", inbox_id=waiting.id, outcome=outcome, error=problem)
    if not final:
        work.inbox.retry(waiting.id, work.now + timedelta(seconds=waiting.attempts), name, holder)
    elif work.inbox.quarantine(waiting.id, name, holder):
        Turn(desk, work, work.now).apologise(waiting.chat_id)
    return final
