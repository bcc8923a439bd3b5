"""What falls due by time alone, as rows: a restart forgets no timer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from storage.room import Room
from storage.tables import DeadlineRow, table

DEADLINES = table(DeadlineRow)
ADD = insert(DEADLINES)
CLEAR = delete(DEADLINES).where(DEADLINES.c.intake_id == bindparam("which"), DEADLINES.c.kind == bindparam("sort"))


@dataclass(frozen=True, slots=True)
class Deadline:
    id: int
    kind: str
    chat_id: int
    intake_id: int


class Deadlines(Room):
    __slots__ = ()

    def set(self, kind: str, chat_id: int, intake_id: int, due_at: datetime) -> None:
        """Sets the intake's one deadline of this kind.

        It gets a number of its own, so that who still holds the old one cannot end the new one.
        """
        self.clear(intake_id, kind)
        row = {"kind": kind, "chat_id": chat_id, "intake_id": intake_id, "due_at": due_at}
        self.connection.execute(ADD, row)

    def clear(self, intake_id: int, kind: str) -> None:
        self.connection.execute(CLEAR, {"which": intake_id, "sort": kind})

    def due(self) -> Deadline | None:
        """The one that has been due longest."""
        columns = (DEADLINES.c.id, DEADLINES.c.kind, DEADLINES.c.chat_id, DEADLINES.c.intake_id)
        query = select(*columns).where(DEADLINES.c.due_at <= self.now).order_by(DEADLINES.c.due_at, DEADLINES.c.id)
        row = self.connection.execute(query.limit(1)).one_or_none()
        return Deadline(*row) if row else None

    def done(self, deadline_id: int) -> None:
        self.connection.execute(delete(DEADLINES).where(DEADLINES.c.id == deadline_id))

    def next_due(self) -> datetime | None:
        """When the next one falls due, perhaps long ago."""
        query = select(DEADLINES.c.due_at).order_by(DEADLINES.c.due_at).limit(1)
        return self.connection.execute(query).scalar_one_or_none()
