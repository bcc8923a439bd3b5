"""Questions of clients that only a person can answer, kept word for word."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from storage.room import Room
from storage.staff_tables import PassedOnRow
from storage.tables import table

PASSED_ON = table(PassedOnRow)
COLUMNS = tuple(PASSED_ON.c[name] for name in ("id", "intake_id", "turn_id", "topic", "text", "at"))
EVERY = select(*COLUMNS).order_by(PASSED_ON.c.id)


@dataclass(frozen=True, slots=True)
class PassedOn:
    id: int
    intake_id: int
    turn_id: int | None
    topic: str
    text: str
    at: datetime


class PassedOnRoom(Room):
    __slots__ = ()

    def put(self, intake_id: int, turn_id: int | None, topic: str, text: str) -> None:
        row = {"intake_id": intake_id, "turn_id": turn_id, "topic": topic, "text": text}
        self.connection.execute(insert(PASSED_ON).values(**row, at=self.now))

    def open(self) -> list[PassedOn]:
        """Every question that was passed on, oldest first."""
        return [PassedOn(*row) for row in self.connection.execute(EVERY)]

    def of(self, intake_id: int) -> list[PassedOn]:
        """Those of one intake, oldest first."""
        query = EVERY.where(PASSED_ON.c.intake_id == intake_id)
        return [PassedOn(*row) for row in self.connection.execute(query)]
