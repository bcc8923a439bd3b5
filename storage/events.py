"""What happened, for numbers and alerts; never with the client's words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from flows.model import Event, Happened
from storage.room import Room
from storage.tables import EventRow, table

EVENTS = table(EventRow)
ADD = insert(EVENTS)


@dataclass(frozen=True, slots=True)
class Past:
    """Something that happened, in which Turn and when."""

    happened: Happened
    turn_id: int | None
    at: datetime


class Events(Room):
    __slots__ = ()

    def add(self, intake_id: int | None, turn_id: int | None, happened: Happened) -> None:
        row = {"intake_id": intake_id, "turn_id": turn_id, "event": happened.event.value, "about": happened.about}
        self.connection.execute(ADD, {**row, "run": intake_id, "at": self.now})

    def of(self, intake_id: int) -> list[Past]:
        """All that happened in an intake, in order."""
        query = select(EVENTS).where(EVENTS.c.intake_id == intake_id).order_by(EVENTS.c.id)
        rows = self.connection.execute(query)
        return [Past(Happened(Event(row.event), row.about), row.turn_id, row.at) for row in rows]
