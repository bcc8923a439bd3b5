"""Who works: a row for each process that serves, and what those that died had in hand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select, union, update

from storage.own_tables import WorkerRow
from storage.room import Room
from storage.tables import InboxRow, InboxState, OutboxRow, OutboxState, table

WORKERS, INBOX, OUTBOX = table(WorkerRow), table(InboxRow), table(OutboxRow)
JOIN = insert(WORKERS).returning(WORKERS.c.id)
OTHERS = select(func.count()).where(WORKERS.c.id != bindparam("which"), WORKERS.c.seen_at >= bindparam("since"))
SEEN = update(WORKERS).where(WORKERS.c.id == bindparam("which")).values(seen_at=bindparam("now"))
HELD_UPDATES = (INBOX.c.state == InboxState.WAITING, INBOX.c.holder.is_not(None))
IN_FLIGHT = OUTBOX.c.state == OutboxState.IN_FLIGHT
SENDER = func.coalesce(OUTBOX.c.holder, 0)
"""A letter in flight that nobody holds was left by a program of before there were workers; they count from 1."""
HOLDERS = union(select(INBOX.c.holder).where(*HELD_UPDATES), select(SENDER).where(IN_FLIGHT))

KEPT = timedelta(days=8)
"""How long it can be seen who worked."""


@dataclass(frozen=True, slots=True)
class Worker:
    """`seen_at` is at most some seconds old while it works."""

    id: int
    pid: int
    host: str
    started_at: datetime
    seen_at: datetime


class WorkersRoom(Room):
    __slots__ = ()

    def join(self, pid: int, host: str) -> int:
        """One more; its number is the holder of what it takes in hand."""
        row = {"pid": pid, "host": host, "started_at": self.now, "seen_at": self.now}
        return int(self.connection.execute(JOIN, row).scalar_one())

    def seen(self, worker_id: int) -> datetime | None:
        """It is there now; gives when it last was by what is stored, None where nothing is known of it."""
        query = select(WORKERS.c.seen_at).where(WORKERS.c.id == worker_id)
        before = self.connection.execute(query).scalar_one_or_none()
        self.connection.execute(SEEN, {"which": worker_id, "now": self.now})
        return before

    def others(self, worker_id: int, within: timedelta) -> int:
        """How many beside this one have been there lately."""
        since = {"which": worker_id, "since": self.now - within}
        return int(self.connection.execute(OTHERS, since).scalar_one())

    def last_seen(self) -> datetime | None:
        """When any worker was last there; None on a new database."""
        return self.connection.execute(select(func.max(WORKERS.c.seen_at))).scalar_one_or_none()

    def all(self) -> list[Worker]:
        """Newest first."""
        return [Worker(*row) for row in self.connection.execute(select(WORKERS).order_by(WORKERS.c.id.desc()))]

    def holders(self) -> set[int]:
        """Everybody who has something in hand, dead or alive."""
        return set(self.connection.execute(HOLDERS).scalars())

    def free(self, holder: int) -> int:
        """What this worker had in hand may be taken by another; says how much that was."""
        return self.free_updates(holder) + self.free_letters(holder)

    def free_updates(self, holder: int, still: Collection[int] = ()) -> int:
        """The same for updates alone, but for those that it still has."""
        taken = update(INBOX).where(*HELD_UPDATES, INBOX.c.holder == holder, INBOX.c.id.not_in(still))
        return self.connection.execute(taken.values(holder=None)).rowcount

    def free_letters(self, holder: int, still: Collection[int] = ()) -> int:
        """The same for letters alone; nobody knows whether they arrived, so they are due again."""
        stranded = update(OUTBOX).where(IN_FLIGHT, SENDER.in_([holder]), OUTBOX.c.id.not_in(still))
        return self.connection.execute(stranded.values(holder=None, state=OutboxState.DUE)).rowcount

    def put_off_no_more(self) -> int:
        """What was to be tried again later is due now, says how much: for when the clock was set back meanwhile."""
        updates = update(INBOX).where(INBOX.c.state == InboxState.WAITING, INBOX.c.due_at > self.now)
        letters = update(OUTBOX).where(OUTBOX.c.state == OutboxState.DUE, OUTBOX.c.due_at > self.now)
        return sum(self.connection.execute(put_off.values(due_at=None)).rowcount for put_off in (updates, letters))

    def prune(self) -> None:
        """Long after another was seen, that is: a clock that leaps must not have one forgotten that is there."""
        last = self.last_seen()
        if last is not None:
            self.connection.execute(delete(WORKERS).where(WORKERS.c.seen_at < last - KEPT))
