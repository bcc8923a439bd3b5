"""Updates as Telegram sent them: stored before anything else happens, then worked off per chat, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from operator import attrgetter

from sqlalchemy import bindparam, func, select, update

from storage.planning import unindexed
from storage.prepared import Prepared
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

NEAR = 256
"""Among so many of the oldest we look first: whoever floods us must not make each claim walk through all of it."""
WAITS = select(INBOX.c.id).where(INBOX.c.state == InboxState.WAITING).order_by(INBOX.c.id)
END = WAITS.offset(NEAR - 1).limit(1).scalar_subquery()
DUE = select(HEAD.c.id).where(
    HEAD.c.state == InboxState.WAITING,
    HEAD.c.holder.is_(None),
    (HEAD.c.due_at.is_(None)) | (HEAD.c.due_at <= bindparam("now")),
)

# Updates without a chat are compared with nobody (NULL equals nothing), so none of them waits for another.
# As an EXISTS a server would make a join of it, and by its state it would go through whatever lies before, gone or not.
AHEAD = (
    select(EARLIER.c.id)
    .where(EARLIER.c.chat_id == HEAD.c.chat_id, EARLIER.c.id < HEAD.c.id)
    .where(unindexed(EARLIER.c.state) == InboxState.WAITING)
    .limit(1)
    .scalar_subquery()
)
OLDEST = (
    DUE.where(HEAD.c.id <= func.coalesce(END, 2**62), AHEAD.is_(None))
    .order_by(HEAD.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

# From chat to chat, each by one look into the index: what it costs are the chats that wait, not their updates.
# What is over has no chat any more, but for the few that were given up.
IN_ORDER = select(EARLIER.c.chat_id).order_by(EARLIER.c.chat_id).limit(1)
FIRST = IN_ORDER.where(EARLIER.c.chat_id.is_not(None)).scalar_subquery()
WALK = select(FIRST.label("chat_id")).cte("walk", recursive=True)
NEXT = IN_ORDER.where(EARLIER.c.chat_id > WALK.c.chat_id).correlate(WALK).scalar_subquery()
WALKED = WALK.union(select(NEXT).where(WALK.c.chat_id.is_not(None)))
ITS_HEAD = (
    select(EARLIER.c.id)
    .where(EARLIER.c.chat_id == WALKED.c.chat_id, EARLIER.c.state == InboxState.WAITING)
    .order_by(EARLIER.c.id)
    .limit(1)
    .correlate(WALKED)
    .scalar_subquery()
)
FAR = (
    DUE.where(HEAD.c.id.in_(select(ITS_HEAD).select_from(WALKED)))
    .order_by(HEAD.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

COUNTING = (
    update(INBOX)
    .values(attempts=INBOX.c.attempts + 1, holder=bindparam("by"))
    .returning(INBOX.c.id, INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.raw, INBOX.c.attempts, INBOX.c.received_at)
)
# Named, so that it is asked once: a server may ask a subquery for each row anew, and find others each time.
CLAIM, CLAIM_NEW, CLAIM_TRIED = (
    (
        Prepared(COUNTING.where(INBOX.c.id.in_(select(near.cte("oldest"))))),
        Prepared(COUNTING.where(INBOX.c.id.in_(select(far.cte("oldest"))))),
    )
    for near, far in (
        (OLDEST, FAR),
        (OLDEST.where(HEAD.c.attempts == 0), FAR.where(HEAD.c.attempts == 0)),
        (OLDEST.where(HEAD.c.attempts > 0), FAR.where(HEAD.c.attempts > 0)),
    )
)
BEYOND = Prepared(WAITS.offset(NEAR).limit(1))

QUARANTINED = (
    select(INBOX.c.id, INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.error, INBOX.c.received_at)
    .where(INBOX.c.state == InboxState.QUARANTINED)
    .order_by(INBOX.c.id)
)

CHANGE = update(INBOX).where(INBOX.c.id == bindparam("which"))
MINE = CHANGE.where(INBOX.c.state == InboxState.WAITING, INBOX.c.holder.is_not_distinct_from(bindparam("by")))
HEARD_AT = Prepared(select(OFFSETS.c.heard_at).where(OFFSETS.c.bot_id == bindparam("which")))
HEARD = update(OFFSETS).where(OFFSETS.c.bot_id == bindparam("which")).values(heard_at=bindparam("heard_at"))

# What makes a row a finished one: it stays only so that a repeat is recognised.
BARE = {"raw": None, "chat_id": None, "error": None, "holder": None, "state": InboxState.DONE}

DONE = Prepared(MINE.values({name: bindparam(name) for name in (*BARE, "done_at")}))
PUT_BACK = MINE.values(attempts=INBOX.c.attempts - 1, holder=None, due_at=bindparam("at"))


class Inbox(Room):
    __slots__ = ()

    def offset(self, bot_id: int) -> int | None:
        """The offset to ask Telegram for; None when this bot has never polled."""
        query = select(OFFSETS.c.next_offset).where(OFFSETS.c.bot_id == bot_id)
        return self.connection.execute(query).scalar_one_or_none()

    def ingest(self, bot_id: int, batch: Sequence[Arrived], next_offset: int | None = None) -> int:
        """Stores the batch and the next offset, if there is one; says how many updates were new.

        An update is a repeat when its number and its bytes are the same (Telegram starts to count anew after a quiet
        week), or when it tells of the same thing, under whatever number.
        """
        rows = [self._row(bot_id, arrived) for arrived in batch]
        stored = insert_new(self.connection, INBOX, rows)
        if next_offset is not None:
            put_one(self.connection, OFFSETS, {"bot_id": bot_id, "next_offset": next_offset, "heard_at": self.now})
        return stored

    def heard(self, bot_id: int) -> None:
        """Telegram has answered and had nothing new, or could have reached us."""
        if not self.connection.execute(HEARD, {"which": bot_id, "heard_at": self.now}).rowcount:
            put_one(self.connection, OFFSETS, {"bot_id": bot_id, "next_offset": 0, "heard_at": self.now})

    def heard_at(self, bot_id: int) -> datetime | None:
        """When Telegram was last heard; None when it never was."""
        row = HEARD_AT.first(self.connection, {"which": bot_id})
        return row.heard_at if row else None

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

    def claim(self, holder: int | None = None) -> Waiting | None:
        """The oldest update that is the first of its chat, due, and in nobody's hand; counts the attempt."""
        return next(iter(self._claim(holder, (CLAIM, 1))), None)

    def claim_some(self, holder: int, most: int, new_first: bool = True) -> list[Waiting]:
        """The same for up to so many at once, each of another chat, that nobody has tried before.

        Or one by itself that was tried: it may have taken its worker down. Which of the two comes first is to change,
        so that neither waits for the other for ever.
        """
        new, tried = (CLAIM_NEW, most), (CLAIM_TRIED, 1)
        return self._claim(holder, *((new, tried) if new_first else (tried, new)))

    def _claim(self, holder: int | None, *kinds: tuple[tuple[Prepared, Prepared], int]) -> list[Waiting]:
        """Those of the first kind of which there are any."""
        reach_beyond: bool | None = None
        for (near, far), most in kinds:
            rows = near.all(self.connection, {"now": self.now, "by": holder, "most": most})
            if len(rows) < most and reach_beyond is None:
                reach_beyond = bool(BEYOND.all(self.connection, {}))
            if len(rows) < most and reach_beyond:
                rows = [*rows, *far.all(self.connection, {"now": self.now, "by": holder, "most": most - len(rows)})]
            if rows:
                return sorted((Waiting(*row) for row in rows), key=attrgetter("id"))
        return []

    def done(self, inbox_id: int, holder: int | None = None) -> bool:
        """Over: only what recognises a repeat stays. False when it is not in this holder's hand any more.

        Then somebody else does it, or has done it: nothing of it may be done here.
        """
        row = {"which": inbox_id, "by": holder, "done_at": self.now, **BARE}
        return DONE.run(self.connection, row) == 1

    def retry(self, inbox_id: int, at: datetime, error: str, holder: int | None = None) -> bool:
        """Again at `at`; the rest of its chat waits behind it. `error` names the kind of failure, never words.

        False, as for the two below, when it is not in this holder's hand any more: then nothing is done.
        """
        return self._change(inbox_id, holder, due_at=at, error=error, holder=None)

    def put_back(self, inbox_id: int, at: datetime, holder: int | None = None) -> bool:
        """As if it had not been claimed, but due at `at`: it was no fault of the update's."""
        return self.connection.execute(PUT_BACK, {"which": inbox_id, "by": holder, "at": at}).rowcount == 1

    def quarantine(self, inbox_id: int, error: str, holder: int | None = None) -> bool:
        """Given up, kept as it came for a person to look at; its chat goes on."""
        state = InboxState.QUARANTINED
        return self._change(inbox_id, holder, state=state, done_at=self.now, error=error, holder=None)

    def quarantined(self) -> list[Quarantined]:
        """What was given up, oldest first, without the words."""
        return [Quarantined(*row) for row in self.connection.execute(QUARANTINED)]

    def waiting(self) -> int:
        """How many updates are not worked off yet."""
        query = select(func.count()).select_from(INBOX).where(INBOX.c.state == InboxState.WAITING)
        return self.connection.execute(query).scalar_one()

    def _change(self, inbox_id: int, by: int | None, /, **columns: object) -> bool:
        return self.connection.execute(MINE, {"which": inbox_id, "by": by, **columns}).rowcount == 1


def _digest(text: str) -> str:
    return sha256(text.encode(errors="backslashreplace")).hexdigest()
