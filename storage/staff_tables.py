"""The tables of the team's work: questions to answer, notes, searches, alerts, who gets in, and the trail."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlmodel import Field

from storage.columns import Exact, JsonText, RowId, UtcTime
from storage.tables import COUNTED, Row


class PassedOnRow(Row, table=True):
    """A client's question that only a person can answer, word for word."""

    __tablename__ = "passed_on"
    __table_args__ = (
        Index(None, "intake_id", "id"),
        Index(None, "turn_id"),
        Index(None, "answered_at", "id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    intake_id: int = Field(foreign_key="intakes.id", sa_type=RowId)
    turn_id: int | None = Field(default=None, foreign_key="turns.id", ondelete="SET NULL", sa_type=RowId)
    topic: str
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcTime)
    answered_by: int | None = Field(default=None, sa_type=BigInteger)


class NoteRow(Row, table=True):
    """What somebody of the team wrote about an intake, for the team."""

    __tablename__ = "notes"
    __table_args__ = (Index(None, "intake_id", "id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    intake_id: int = Field(foreign_key="intakes.id", sa_type=RowId)
    staff_id: int = Field(sa_type=BigInteger)
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcTime)


class TagRow(Row, table=True):
    """A word that staff put on an intake."""

    __tablename__ = "tags"
    __table_args__ = (UniqueConstraint("intake_id", "tag"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    intake_id: int = Field(foreign_key="intakes.id", sa_type=RowId)
    tag: str
    staff_id: int = Field(sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcTime)


class TermRow(Row, table=True):
    """What an intake can be found by: a part of a name, the end of a phone number, a rule that fired, a goal, a tag."""

    __tablename__ = "terms"
    __table_args__ = (
        UniqueConstraint("intake_id", "kind", "term"),
        Index(None, "kind", "term", "intake_id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    intake_id: int = Field(foreign_key="intakes.id", sa_type=RowId)
    kind: str
    term: str = Field(sa_type=Exact)


class FormRow(Row, table=True):
    """Each form that intakes were taken with, as it read then."""

    __tablename__ = "forms"

    fingerprint: str = Field(primary_key=True)
    text: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcTime)


class AlertRow(Row, table=True):
    """One thing staff are to hear of; above five a minute it waits to be told of together with others."""

    __tablename__ = "alerts"
    __table_args__ = (Index(None, "told_at", "id"), Index(None, "at"), Index(None, "case"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    kind: str
    case: str
    at: datetime = Field(sa_type=UtcTime)
    told_at: datetime | None = Field(default=None, sa_type=UtcTime)


# --- who gets in ----------------------------------------------------------------------------------


class SignInRow(Row, table=True):
    """A browser that asks to be let in as `staff_id`; browser and code are kept as digests only."""

    __tablename__ = "sign_ins"
    __table_args__ = (Index(None, "browser"), Index(None, "staff_id", "asked_at"), Index(None, "asked_at"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    browser: str
    staff_id: int = Field(sa_type=BigInteger)
    code: str | None = None
    tries: int = 0
    asked_at: datetime = Field(sa_type=UtcTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcTime)


class SessionRow(Row, table=True):
    """A browser that was let in; its key is kept as a digest only."""

    __tablename__ = "sessions"
    __table_args__ = (UniqueConstraint("key"), Index(None, "staff_id", "id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    key: str
    staff_id: int = Field(sa_type=BigInteger)
    browser: str = ""
    opened_at: datetime = Field(sa_type=UtcTime)
    seen_at: datetime = Field(sa_type=UtcTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class SearchRow(Row, table=True):
    """What somebody looked for, kept here so that no name stands in an address."""

    __tablename__ = "searches"
    __table_args__ = (UniqueConstraint("key"), Index(None, "session_id", "id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    key: str
    session_id: int = Field(foreign_key="sessions.id", ondelete="CASCADE", sa_type=RowId)
    wanted: dict[str, str] = Field(default_factory=dict, sa_type=JsonText)
    at: datetime = Field(sa_type=UtcTime)


class AuditRow(Row, table=True):
    """Who did what and when, never with a client's words; each row's digest covers the one before it."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "staff_id", "id"), Index(None, "case", "id"), Index(None, "at"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    staff_id: int | None = Field(default=None, sa_type=BigInteger)
    session_id: int | None = Field(default=None, sa_type=BigInteger)
    action: str
    outcome: str = "done"
    case: str | None = None
    about: str = ""
    at: datetime = Field(sa_type=UtcTime)
    digest: str
