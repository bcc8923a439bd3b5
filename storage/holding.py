"""Letters that wait while all is held: how many there are, how old, and how those of before are put aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from storage.columns import UtcTime
from storage.outbox import BARE, OPEN
from storage.tables import OutboxRow, OutboxState, table

OUTBOX = table(OutboxRow)
WAIT = select(func.count(), func.min(OUTBOX.c.put_at)).where(OUTBOX.c.state.in_(OPEN))
OF_BEFORE = OUTBOX.c.put_at <= bindparam("moment", type_=UtcTime)
PUT_ASIDE = (
    update(OUTBOX)
    .where(OUTBOX.c.state.in_(OPEN), OF_BEFORE)
    .values(state=OutboxState.DEAD, reason="put_aside", done_at=bindparam("now"), **BARE)
)


@dataclass(frozen=True, slots=True)
class Letters:
    """`old` of the `count` were put before the moment that was asked for; `oldest` is None where there are none."""

    count: int
    old: int
    oldest: datetime | None


def letters(connection: Connection, moment: datetime) -> Letters:
    """What would be sent, and how much of it is of before this moment."""
    count, oldest = connection.execute(WAIT).one()
    old = connection.execute(WAIT.where(OF_BEFORE), {"moment": moment}).one()[0]
    return Letters(count, old, oldest)


def put_aside(connection: Connection, moment: datetime, now: datetime) -> int:
    """What was put up to this moment will never be sent; `trouble` lists it. Says how many letters those are."""
    return connection.execute(PUT_ASIDE, {"moment": moment, "now": now}).rowcount
