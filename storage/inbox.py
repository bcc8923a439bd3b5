"""Updates as Telegram sent them: stored before anything else happens, then worked off per chat, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, exists, func, select, update

from storage.room import Room
from storage.tables import InboxRow, InboxState, OffsetRow, table
from storage.upserts import insert_new, put_one

INBOX = table(InboxRow)
OFFSETS = table(OffsetRow)


@dataclass(frozen=True, slots=True)
class Arrived:
    """One update off the wire; `raw` is its JSON, word for word, and `about` names the thing that it tells of."""

    update_id: int
    chat_id: int | None
    raw: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update to be worked on; `attempts` counts this one too."""

    id: int
    update_id: int
    chat_id: int | None
    raw: str
    attempts: int
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One update that was given up; `error` names the kind of failure. Its words stay where they are."""

    id: int
    update_id: int
    chat_id: int | None
    error: str
    received_at: datetime


HEAD = INBOX.alias("head")
EARLIER = INBOX.alias("earlier")

# Updates without a chat are compared with nobody (NULL equals nothing), so none of them waits for another.
OLDEST = (
    select(HEAD.c.id)
    .where(HEAD.c.state == InboxState.WAITING, (HEAD.c.due_at.is_(None)) | (HEAD.c.due_at <= bindparam("now")))
    .where(
        ~exists().where(
            EARLIER.c.chat_id == HEAD.c.chat_id,
            EARLIER.c.state == InboxState.WAITING,
            EARLIER.c.id < HEAD.c.id,
        )
    )
    .order_by(HEAD.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)

CLAIM = (
    update(INBOX)
    .where(INBOX.c.id == OLDEST.scalar_subquery())
    .values(attempts=INBOX.c.attempts + 1)
    .returning(INBOX.c.id, INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.raw, INBOX.c.attempts, INBOX.c.received_at)
)

QUARANTINED = (
    select(INBOX.c.id, INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.error, INBOX.c.received_at)
    .where(INBOX.c.state == InboxState.QUARANTINED)
    .order_by(INBOX.c.id)
)

CHANGE = update(INBOX).where(INBOX.c.id == bindparam("which"))

# What makes a row a finished one: it stays only so that a repeat is recognised.
BARE = {"raw": None, "chat_id": None, "error": None, "state": InboxState.DONE}


class Inbox(Room):
    __slots__ = ()

    def offset(self, bot_id: int) -> int | None:
        """The offset to ask Telegram for; None when this bot has never polled."""
        query = select(OFFSETS.c.next_offset).where(OFFSETS.c.bot_id == bot_id)
        return self.connection.execute(query).scalar_one_or_none()

    def ingest(self, bot_id: int, batch: Sequence[Arrived], next_offset: int) -> int:
        """Stores the batch and the next offset; says how many updates were new.

        An update is a repeat when its number and its bytes are the same (Telegram starts to count anew after a quiet
        week), or when it tells of the same thing, under whatever number.
        """
        rows = [self._row(bot_id, arrived) for arrived in batch]
        stored = insert_new(self.connection, INBOX, rows)
        put_one(self.connection, OFFSETS, {"bot_id": bot_id, "next_offset": next_offset})
        return stored

    def _row(self, bot_id: int, arrived: Arrived) -> dict[str, object]:
        return {
            "bot_id": bot_id,
            "update_id": arrived.update_id,
            "digest": _digest(arrived.raw),
            "object": arrived.about and _digest(arrived.about),
            "chat_id": arrived.chat_id,
            "raw": arrived.raw,
            "state": InboxState.WAITING,
            "attempts": 0,
            "received_at": self.now,
        }

    def claim(self) -> Waiting | None:
        """The oldest update that is the first of its chat and due; counts the attempt."""
        row = self.connection.execute(CLAIM, {"now": self.now}).one_or_none()
        return Waiting(*row) if row else None

    def done(self, inbox_id: int) -> None:
        """Over: only what recognises a repeat stays."""
        self._change(inbox_id, done_at=self.now, **BARE)

    def retry(self, inbox_id: int, at: datetime, error: str) -> None:
        """Again at `at`; the rest of its chat waits behind it. `error` names the kind of failure, never words."""
        self._change(inbox_id, due_at=at, error=error)

    def quarantine(self, inbox_id: int, error: str) -> None:
        """Given up, kept as it came for a person to look at; its chat goes on."""
        self._change(inbox_id, state=InboxState.QUARANTINED, done_at=self.now, error=error)

    def quarantined(self) -> list[Quarantined]:
        """What was given up, oldest first, without the words."""
        return [Quarantined(*row) for row in self.connection.execute(QUARANTINED)]

    def waiting(self) -> int:
        """How many updates are not worked off yet."""
        query = select(func.count()).select_from(INBOX).where(INBOX.c.state == InboxState.WAITING)
        return self.connection.execute(query).scalar_one()

    def _change(self, inbox_id: int, **columns: object) -> None:
        self.connection.execute(CHANGE, {"which": inbox_id, **columns})


def _digest(text: str) -> str:
    return sha256(text.encode(errors="backslashreplace")).hexdigest()
