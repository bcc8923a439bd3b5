"""What the program has to remember about itself, across workers and restarts."""

from enum import StrEnum

from sqlalchemy import bindparam, delete, select

from storage.own_tables import MarkRow
from storage.prepared import Prepared
from storage.room import Room
from storage.tables import table
from storage.upserts import put_one

MARKS = table(MarkRow)
VALUE = select(MARKS.c.value).where(MARKS.c.name == bindparam("which"))
ONE = Prepared(VALUE)
GONE = delete(MARKS).where(MARKS.c.name == bindparam("which"))


class Mark(StrEnum):
    HELD = "held"
    """Nothing is sent and no deadline met until a person releases it; the value says why."""
    LEFTOVERS = "leftovers"
    """Words that were erased may still stand in the server's files; one for each transaction, `leftovers:number`."""
    OUTAGE = "outage"
    """Since when nobody could reach us; what was tapped meanwhile is lost, and those who may have are not told yet."""
    TRAIL = "trail"
    """Where the trail ends: the number and the digest of its last row."""


class Marks(Room):
    __slots__ = ()

    def get(self, mark: Mark) -> str | None:
        row = ONE.first(self.connection, {"which": mark.value})
        return None if row is None else str(row.value)

    def hold(self, mark: Mark) -> str | None:
        """The same, and nobody else changes it before this Work is over."""
        return self.connection.execute(VALUE.with_for_update(), {"which": mark}).scalar_one_or_none()

    def set(self, mark: Mark, value: str) -> None:
        put_one(self.connection, MARKS, {"name": mark.value, "value": value, "at": self.now})

    def clear(self, mark: Mark) -> None:
        self.connection.execute(GONE, {"which": mark})
