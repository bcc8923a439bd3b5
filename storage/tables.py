"""The tables of the conversation; Telegram's ids are 64-bit, times are aware UTC, rows are ordered by id.

Those of the team's work are in `storage.staff_tables`, those of the program itself in `storage.own_tables`.
A `holder` is the worker that has a row in hand.
What was never put off has no `due_at`: it is due whatever the clock says, even when somebody sets it back.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, Table, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from flows.model import Handover
from storage.columns import JsonText, RowId, UtcTime, named_metadata

# A row number is never given out twice: a worker may still hold the number of a row that was erased meanwhile.
COUNTED = {"sqlite_autoincrement": True}


class Row(SQLModel):
    metadata = named_metadata()
    # Nobody has a row validated: what would do it is made when it is asked for, which it never is.
    model_config = {"defer_build": True}


class InboxState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    QUARANTINED = "quarantined"


class Stage(StrEnum):
    """Where staff find an intake in the queue; storage/stages.py says which it is at."""

    UNFINISHED = "unfinished"
    NEW = "new"
    WAITING = "waiting"
    CLAIMED = "claimed"
    REVIEWED = "reviewed"
    BOOKED = "booked"
    DECLINED = "declined"


class OutboxState(StrEnum):
    DUE = "due"
    IN_FLIGHT = "in_flight"
    SENT = "sent"
    DEAD = "dead"


class InboxRow(Row, table=True):
    """One update as Telegram sent it; done rows keep only what recognises a repeat."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id", "digest"),
        UniqueConstraint("bot_id", "object"),
        Index(None, "state", "id"),
        Index(None, "chat_id", "state", "id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    bot_id: int = Field(sa_type=BigInteger)
    update_id: int = Field(sa_type=BigInteger)
    digest: str
    object: str | None = None
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    raw: str | None = Field(default=None, sa_type=Text)
    state: str = InboxState.WAITING
    attempts: int = 0
    error: str | None = None
    holder: int | None = Field(default=None, sa_type=BigInteger)
    received_at: datetime = Field(sa_type=UtcTime)
    due_at: datetime | None = Field(default=None, sa_type=UtcTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)


class OffsetRow(Row, table=True):
    """Which update to ask Telegram for next, per bot, and when Telegram was last heard."""

    __tablename__ = "offsets"

    bot_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    next_offset: int = Field(sa_type=BigInteger)
    heard_at: datetime | None = Field(default=None, sa_type=UtcTime)


class ChatRow(Row, table=True):
    """What is known of a chat beside its intakes."""

    __tablename__ = "chats"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    language: str | None = None
    parked: bool = False
    album: str | None = None
    explained: bool = False


class IntakeRow(Row, table=True):
    """One client's run through the form, and where staff stand with it; its answers are rows of their own.

    A Turn of the client's is guarded by `version`, what staff decide by `staff_version`: neither overwrites the other.
    """

    __tablename__ = "intakes"
    __table_args__ = (
        UniqueConstraint("case"),
        Index(None, "chat_id", "id"),
        Index(None, "stage", "id"),
        Index(None, "stage", "severity", "id"),
        Index(None, "stage", "earliest", "id"),
        Index(None, "stage", "raised_at", "id"),
        Index(None, "severity", "id"),
        Index(None, "earliest", "id"),
        Index(None, "raised_at", "id"),
        Index(None, "claimed_by", "id"),
        Index("ix_intakes_urgent", "id", sqlite_where=text("urgent = 1"), postgresql_where=text("urgent")),
        Index(None, "started_at"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    case: str
    chat_id: int = Field(sa_type=BigInteger)
    form: str
    state: str
    round: int = 0
    picked: list[str] = Field(default_factory=list, sa_type=JsonText)
    pending: dict[str, Any] | None = Field(default=None, sa_type=JsonText)
    tries: int = 0
    paused: bool = False
    mentions: list[str] = Field(default_factory=list, sa_type=JsonText)
    language: str
    source: str = ""
    nudged: bool = False
    handover: str = Handover.BOT
    language_offered: bool = False
    verdict: str | None = None
    severity: int | None = None
    earliest: date | None = None
    version: int = 0
    stage: str = Stage.UNFINISHED
    urgent: bool = False
    raised_at: datetime | None = Field(default=None, sa_type=UtcTime)
    claimed_by: int | None = Field(default=None, sa_type=BigInteger)
    claimed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    outcome: str | None = None
    outcome_at: datetime | None = Field(default=None, sa_type=UtcTime)
    booked_on: date | None = None
    staff_version: int = 0
    started_at: datetime = Field(sa_type=UtcTime)
    updated_at: datetime = Field(sa_type=UtcTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class TurnRow(Row, table=True):
    """One Input, as the client gave it; with `staff_id` it was somebody of the team who did it."""

    __tablename__ = "turns"
    __table_args__ = (Index(None, "chat_id", "id"), Index(None, "intake_id", "id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    chat_id: int = Field(sa_type=BigInteger)
    intake_id: int | None = Field(default=None, foreign_key="intakes.id", sa_type=RowId)
    did: str
    said: str = Field(sa_type=Text)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    staff_id: int | None = Field(default=None, sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcTime)


class LineRow(Row, table=True):
    """One thing that was said in return, as the client saw it."""

    __tablename__ = "lines"
    __table_args__ = (Index(None, "turn_id", "id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    turn_id: int = Field(foreign_key="turns.id", sa_type=RowId)
    speaker: str
    text: str = Field(sa_type=Text)
    buttons: list[list[str]] = Field(default_factory=list, sa_type=JsonText)
    at: datetime = Field(sa_type=UtcTime)


class AnswerRow(Row, table=True):
    """Every answer ever given; the current ones have not been replaced, a withdrawn one was replaced by nothing.

    With `staff_id` it is a correction of the team's, and `reason` says why.
    """

    __tablename__ = "answers"
    __table_args__ = (
        Index(
            "ix_answers_current",
            "intake_id",
            "question",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
        Index(None, "intake_id", "id"),
        Index(None, "turn_id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    intake_id: int = Field(foreign_key="intakes.id", sa_type=RowId)
    question: str
    value: Any = Field(sa_type=JsonText)
    said: str = Field(sa_type=Text)
    how: str
    mentions: list[str] = Field(default_factory=list, sa_type=JsonText)
    understood: bool = True
    round: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    turn_id: int | None = Field(default=None, foreign_key="turns.id", ondelete="SET NULL", sa_type=RowId)
    staff_id: int | None = Field(default=None, sa_type=BigInteger)
    reason: str | None = Field(default=None, sa_type=Text)
    at: datetime = Field(sa_type=UtcTime)
    replaced_at: datetime | None = Field(default=None, sa_type=UtcTime)


class OutboxRow(Row, table=True):
    """One call to Telegram that is to be made; once it is over it keeps neither words nor whom they went to."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "chat_id", "state", "id"),
        Index(None, "turn_id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    turn_id: int | None = Field(default=None, foreign_key="turns.id", ondelete="SET NULL", sa_type=RowId)
    method: str
    params: dict[str, Any] | None = Field(default=None, sa_type=JsonText)
    file_name: str | None = None
    file_text: str | None = Field(default=None, sa_type=Text)
    state: str = OutboxState.DUE
    attempts: int = 0
    reason: str | None = None
    holder: int | None = Field(default=None, sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    put_at: datetime = Field(sa_type=UtcTime)
    due_at: datetime | None = Field(default=None, sa_type=UtcTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)


class DeadlineRow(Row, table=True):
    """Something that falls due by time alone."""

    __tablename__ = "deadlines"
    __table_args__ = (UniqueConstraint("intake_id", "kind"), Index(None, "due_at"), Index(None, "chat_id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    kind: str
    chat_id: int = Field(sa_type=BigInteger)
    intake_id: int = Field(foreign_key="intakes.id", sa_type=RowId)
    due_at: datetime = Field(sa_type=UtcTime)


class EventRow(Row, table=True):
    """What happened; it carries no words and outlives the intake, without the link to it.

    `run` tells the events of one intake from those of another, for the numbers; once the intake is erased nothing leads
    from it to anybody.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index(None, "intake_id", "id"),
        Index(None, "turn_id"),
        # What the numbers are read by, and nearly all that they read.
        Index(None, "event", "at", "run"),
        Index(None, "run", "event", "about", "id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    intake_id: int | None = Field(default=None, foreign_key="intakes.id", ondelete="SET NULL", sa_type=RowId)
    turn_id: int | None = Field(default=None, foreign_key="turns.id", ondelete="SET NULL", sa_type=RowId)
    run: int | None = Field(default=None, sa_type=BigInteger)
    event: str
    about: str = ""
    at: datetime = Field(sa_type=UtcTime)


def table(row: type[Row]) -> Table:
    """The Core table behind a row class."""
    return Row.metadata.tables[str(row.__tablename__)]
