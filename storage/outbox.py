"""Calls to Telegram that are to be made: written with the Turn they belong to, made later, per chat and in order.

Only an answer to a tap, which leaves nothing in the chat, is made beside the others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeAlias

from sqlalchemy import bindparam, exists, func, insert, or_, select, update

from storage.chats import Chats
from storage.marks import MARKS, Mark
from storage.planning import unindexed
from storage.prepared import Prepared
from storage.room import Room
from storage.tables import ChatRow, OutboxRow, OutboxState, table

OUTBOX = table(OutboxRow)
CHATS = table(ChatRow)


@dataclass(frozen=True, slots=True)
class File:
    """A text document that goes along."""

    name: str
    text: str


Call: TypeAlias = tuple[str, Mapping[str, Any], File | None]
"""A method, what it is given, and the file that goes along."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One call to make, that was put at `put_at`; `attempts` counts this one too."""

    id: int
    chat_id: int
    method: str
    params: dict[str, Any]
    file: File | None
    attempts: int
    put_at: datetime


@dataclass(frozen=True, slots=True)
class Lost:
    """One call that can never be made; `reason` names the kind of failure."""

    id: int
    method: str
    reason: str
    at: datetime


HEAD = OUTBOX.alias("head")
EARLIER = OUTBOX.alias("earlier")
OPEN = (OutboxState.DUE, OutboxState.IN_FLIGHT)
TAP_ANSWER = "answerCallbackQuery"
"""The call that has a button wait no longer, and leaves nothing in the chat: none waits for it, and it for none."""

# Asked for each head, by the index of its chat. As an EXISTS a server would make a join of it, and by their states it
# would go through whatever lies before the head, gone or not.
AHEAD = (
    select(EARLIER.c.id)
    .where(
        EARLIER.c.chat_id == HEAD.c.chat_id,
        EARLIER.c.id < HEAD.c.id,
        or_(*(unindexed(EARLIER.c.state) == state for state in OPEN)),
        EARLIER.c.method != TAP_ANSWER,
    )
    .limit(1)
    .scalar_subquery()
)
HELD = select(MARKS.c.name).where(MARKS.c.name == Mark.HELD).scalar_subquery()
PARKED = select(CHATS.c.parked).where(CHATS.c.chat_id == HEAD.c.chat_id).scalar_subquery()
HEADS = select(HEAD.c.id).where(
    HEAD.c.state == OutboxState.DUE,
    or_(HEAD.c.method == TAP_ANSWER, AHEAD.is_(None)),
    func.coalesce(PARKED, False).is_(False),
    HELD.is_(None),
)
OLDEST = (
    HEADS.where((HEAD.c.due_at.is_(None)) | (HEAD.c.due_at <= bindparam("now")))
    .order_by(HEAD.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=HEAD)
)

SHOWN = ("id", "chat_id", "method", "params", "file_name", "file_text", "attempts", "put_at")
# Named, so that it is asked once: a server may ask a subquery for each row anew, and find others each time.
CLAIM = Prepared(
    update(OUTBOX)
    .where(OUTBOX.c.id.in_(select(OLDEST.cte("oldest"))))
    .values(attempts=OUTBOX.c.attempts + 1, state=OutboxState.IN_FLIGHT, holder=bindparam("by"))
    .returning(*(OUTBOX.c[name] for name in SHOWN))
)

KNOWN = select(
    exists().where(CHATS.c.chat_id == bindparam("which")) | exists().where(OUTBOX.c.chat_id == bindparam("which"))
)

LOST = (
    select(OUTBOX.c.id, OUTBOX.c.method, OUTBOX.c.reason, OUTBOX.c.done_at)
    .where(OUTBOX.c.state == OutboxState.DEAD, OUTBOX.c.reason != "")
    .order_by(OUTBOX.c.id)
)

PUT = Prepared(insert(OUTBOX).returning(OUTBOX.c.id))
PUT_EACH = Prepared(insert(OUTBOX))
# Whoever had it in hand for too long may find that another has sent it meanwhile: what is over stays over.
CHANGE = update(OUTBOX).where(OUTBOX.c.id == bindparam("which"), or_(*(OUTBOX.c.state == state for state in OPEN)))
RETRY = CHANGE.values(
    state=OutboxState.DUE, holder=None, due_at=bindparam("at"), attempts=OUTBOX.c.attempts - bindparam("uncounted")
)

# What a call that is over no longer needs.
BARE: dict[str, None] = {"params": None, "file_name": None, "file_text": None, "chat_id": None, "holder": None}
SENT = Prepared(
    CHANGE.values(state=OutboxState.SENT, message_id=bindparam("message_id"), done_at=bindparam("done_at"), **BARE)
)


class Outbox(Room):
    __slots__ = ()

    def put(
        self, chat_id: int, turn_id: int | None, method: str, params: Mapping[str, Any], file: File | None = None
    ) -> int:
        """Queues one call behind the others of its chat, an answer to a tap beside them; gives its number."""
        return PUT.number(self.connection, self._row(chat_id, turn_id, method, params, file))

    def put_each(self, chat_id: int, turn_id: int | None, calls: Iterable[Call]) -> None:
        """The same for these, in order."""
        PUT_EACH.run_each(self.connection, [self._row(chat_id, turn_id, *call) for call in calls])

    def _row(
        self, chat_id: int, turn_id: int | None, method: str, params: Mapping[str, Any], file: File | None
    ) -> dict[str, object]:
        return {
            "chat_id": chat_id,
            "turn_id": turn_id,
            "method": method,
            "params": params,
            "file_name": file and file.name,
            "file_text": file and file.text,
            "state": OutboxState.DUE,
            "attempts": 0,
            "put_at": self.now,
        }

    def claim(self, holder: int | None = None) -> Letter | None:
        """The oldest due call that is the first of a chat which is not parked; marks it in flight, counts it.

        None while all is held.
        """
        return next(iter(self.claim_some(holder, 1)), None)

    def claim_some(self, holder: int | None, most: int) -> list[Letter]:
        """The same for up to so many at once, each of another chat but for answers to taps."""
        rows = CLAIM.all(self.connection, {"now": self.now, "by": holder, "most": most})
        return sorted((_letter(row) for row in rows), key=attrgetter("id"))

    def sent(self, letter_id: int, message_id: int | None) -> None:
        """Telegram has it; words and chat stay in the transcript alone."""
        SENT.run(self.connection, {"which": letter_id, "message_id": message_id, "done_at": self.now})

    def retry(self, letter_id: int, at: datetime, counts: bool) -> None:
        """Again at `at`; an attempt that does not count is taken back."""
        row = {"which": letter_id, "at": at, "uncounted": 0 if counts else 1}
        self.connection.execute(RETRY, row)

    def dead(self, letter_id: int, reason: str) -> None:
        """It can never be sent; the next one may go. The reason is empty where nobody misses it."""
        self._change(letter_id, state=OutboxState.DEAD, reason=reason, done_at=self.now, **BARE)

    def lost(self) -> list[Lost]:
        """What never arrived and is missed, oldest first."""
        return [Lost(*row) for row in self.connection.execute(LOST)]

    def park(self, chat_id: int) -> None:
        """The client blocks us: the chat's calls wait until they let us in again. Of a stranger nothing is noted."""
        if not self.connection.execute(KNOWN, {"which": chat_id}).scalar_one():
            return
        self._set_parked(chat_id, True)
        mine = update(OUTBOX).where(OUTBOX.c.chat_id == chat_id, OUTBOX.c.state == OutboxState.IN_FLIGHT)
        self.connection.execute(mine.values(state=OutboxState.DUE, holder=None))

    def release(self, chat_id: int) -> None:
        """The client let us in again: all that waits is due now."""
        self._set_parked(chat_id, False)
        waiting = update(OUTBOX).where(OUTBOX.c.chat_id == chat_id, OUTBOX.c.state == OutboxState.DUE)
        self.connection.execute(waiting.values(due_at=None))

    def waiting(self) -> int:
        """How many calls are not made yet."""
        open_ones = select(OUTBOX.c.id).where(OUTBOX.c.state.in_(OPEN)).subquery()
        return self.connection.execute(select(func.count()).select_from(open_ones)).scalar_one()

    def _set_parked(self, chat_id: int, parked: bool) -> None:
        chats = Chats(self.connection, self.now)
        chats.save(replace(chats.get(chat_id), parked=parked))

    def _change(self, letter_id: int, **columns: object) -> None:
        self.connection.execute(CHANGE, {"which": letter_id, **columns})


def _letter(row: Any) -> Letter:
    file = File(row.file_name, row.file_text) if row.file_name else None
    return Letter(row.id, row.chat_id, row.method, row.params, file, row.attempts, row.put_at)
