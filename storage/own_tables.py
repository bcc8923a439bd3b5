"""The tables of the program itself: who works, and what it has to remember about itself."""

from datetime import datetime

from sqlmodel import Field

from storage.columns import RowId, UtcTime
from storage.tables import COUNTED, Row


class WorkerRow(Row, table=True):
    """One process that serves, or has served; its number is the `holder` of what it has in hand."""

    __tablename__ = "workers"
    __table_args__ = (COUNTED,)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    pid: int
    host: str
    started_at: datetime = Field(sa_type=UtcTime)
    seen_at: datetime = Field(sa_type=UtcTime)


class MarkRow(Row, table=True):
    """Something that the program has to remember about itself; storage/marks.py says what."""

    __tablename__ = "marks"

    name: str = Field(primary_key=True)
    value: str
    at: datetime = Field(sa_type=UtcTime)
