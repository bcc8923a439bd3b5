"""Questions of clients that only a person can answer, kept word for word."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from storage.room import Room
from storage.staff_tables import PassedOnRow
from storage.tables import table

PASSED_ON = table(PassedOnRow)
COLUMNS = tuple(
    PASSED_ON.c[name] for name in ("id", "intake_id", "turn_id", "topic", "text", "at", "answered_at", "answered_by")
)
EVERY = select(*COLUMNS).order_by(PASSED_ON.c.id)


@dataclass(frozen=True, slots=True)
class PassedOn:
    id: int
    intake_id: int
    turn_id: int | None
    topic: str
    text: str
    at: datetime
    answered_at: datetime | None = None
    answered_by: int | None = None


EVERY = select(*[PASSED_ON.c[name] for name in PassedOn.__slots__]).order_by(PASSED_ON.c.id)


class PassedOnRoom(Room):
    __slots__ = ()

    def put(self, intake_id: int, turn_id: int | None, topic: str, text: str) -> None:
        row = {"intake_id": intake_id, "turn_id": turn_id, "topic": topic, "text": text}
        self.connection.execute(insert(PASSED_ON).values(**row, at=self.now))

    def open(self) -> list[PassedOn]:
        """Every question that nobody has answered yet, oldest first."""
        return [PassedOn(*row) for row in self.connection.execute(EVERY.where(PASSED_ON.c.answered_at.is_(None)))]

    def find(self, question_id: int) -> PassedOn | None:
        row = self.connection.execute(EVERY.where(PASSED_ON.c.id == question_id)).one_or_none()
        return PassedOn(*row) if row else None

    def answered(self, question_id: int, staff_id: int) -> bool:
        """Whether it is `staff_id` who answers or closes it: False when somebody has already, or when it is gone."""
        still_open = update(PASSED_ON).where(PASSED_ON.c.id == question_id, PASSED_ON.c.answered_at.is_(None))
        done = still_open.values(answered_at=self.now, answered_by=staff_id)
        return self.connection.execute(done).rowcount == 1

    def of(self, intake_id: int) -> list[PassedOn]:
        """All of one intake, answered ones too, oldest first."""
        query = EVERY.where(PASSED_ON.c.intake_id == intake_id)
        return [PassedOn(*row) for row in self.connection.execute(query)]
