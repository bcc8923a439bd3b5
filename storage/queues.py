"""How much waits and for how long: a few looks through indices, cheap enough to be taken every few seconds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, exists, func, select

from storage.marks import Mark, Marks
from storage.own_tables import WorkerRow
from storage.revision import Revision
from storage.room import Room
from storage.tables import (
    ChatRow,
    DeadlineRow,
    InboxRow,
    InboxState,
    OffsetRow,
    OutboxRow,
    OutboxState,
    table,
)

INBOX, OUTBOX, CHATS, DEADLINES = table(InboxRow), table(OutboxRow), table(ChatRow), table(DeadlineRow)
OFFSETS, WORKERS = table(OffsetRow), table(WorkerRow)

FRESH = timedelta(minutes=1)
"""A worker that was seen since is alive; a deadline that was due before is overdue."""

WAITING = INBOX.c.state == InboxState.WAITING
OLDEST_UPDATE = select(INBOX.c.received_at).where(WAITING).order_by(INBOX.c.id).limit(1)
UPDATES = select(func.count()).select_from(INBOX).where(WAITING)
QUARANTINED = select(func.count()).select_from(INBOX).where(INBOX.c.state == InboxState.QUARANTINED)

# What waits for a client who shut us out waits for them, not for us.
PARKED = exists().where(CHATS.c.chat_id == OUTBOX.c.chat_id, CHATS.c.parked)
UNSENT = OUTBOX.c.state.in_((OutboxState.DUE, OutboxState.IN_FLIGHT))
OLDEST_LETTER = select(OUTBOX.c.put_at).where(UNSENT, ~PARKED).order_by(OUTBOX.c.id).limit(1)
LETTERS = select(func.count()).select_from(OUTBOX).where(UNSENT, ~PARKED)
PARKED_LETTERS = select(func.count()).select_from(OUTBOX).where(UNSENT, PARKED)
LOST = select(func.count()).select_from(OUTBOX).where(OUTBOX.c.state == OutboxState.DEAD, OUTBOX.c.reason != "")

OVERDUE = select(func.count()).select_from(DEADLINES).where(DEADLINES.c.due_at < bindparam("since"))
ALIVE = select(func.count()).select_from(WORKERS).where(WORKERS.c.seen_at >= bindparam("since"))
HEARD = select(OFFSETS.c.heard_at).where(OFFSETS.c.bot_id == bindparam("which"))


@dataclass(frozen=True, slots=True)
class Queues:
    """Lengths, and the moments since when the oldest of each has waited; None where nothing waits.

    `lost` are Letters that can never be sent and are missed, `held` is why nothing is sent, and empty otherwise.
    """

    updates: int
    oldest_update: datetime | None
    quarantined: int
    letters: int
    oldest_letter: datetime | None
    parked: int
    lost: int
    overdue: int
    workers: int
    heard_at: datetime | None
    held: str
    schema: str


class QueuesRoom(Room):
    __slots__ = ()

    def look(self, bot_id: int) -> Queues:
        """All of it; whether Telegram was heard is told of this bot."""
        execute, since = self.connection.execute, {"since": self.now - FRESH}
        return Queues(
            updates=execute(UPDATES).scalar_one(),
            oldest_update=execute(OLDEST_UPDATE).scalar_one_or_none(),
            quarantined=execute(QUARANTINED).scalar_one(),
            letters=execute(LETTERS).scalar_one(),
            oldest_letter=execute(OLDEST_LETTER).scalar_one_or_none(),
            parked=execute(PARKED_LETTERS).scalar_one(),
            lost=execute(LOST).scalar_one(),
            overdue=execute(OVERDUE, since).scalar_one(),
            workers=execute(ALIVE, since).scalar_one(),
            heard_at=execute(HEARD, {"which": bot_id}).scalar_one_or_none(),
            held=Marks(self.connection, self.now).get(Mark.HELD) or "",
            schema=Revision(self.connection, self.now).found(),
        )
