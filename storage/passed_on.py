"""Questions of clients that only a person can answer, kept word for word."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from storage.room import Room
from storage.tables import PassedOnRow, table

PASSED_ON = table(PassedOnRow)
COLUMNS = tuple(PASSED_ON.c[name] for name in ("id", "intake_id", "turn_id", "topic", "text", "at"))


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
        """The questions nobody has answered yet, oldest first."""
        query = select(*COLUMNS).where(PASSED_ON.c.answered_at.is_(None)).order_by(PASSED_ON.c.id)
        return [PassedOn(*row) for row in self.connection.execute(query)]

    def answered(self, passed_on_id: int) -> None:
        self.connection.execute(update(PASSED_ON).where(PASSED_ON.c.id == passed_on_id).values(answered_at=self.now))
