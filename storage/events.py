"""What happened, for numbers and alerts; never with the client's words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from flows.model import Event, Happened
from storage.prepared import Prepared
from storage.room import Room
from storage.tables import EventRow, table

EVENTS = table(EventRow)
ADD = Prepared(insert(EVENTS))


@dataclass(frozen=True, slots=True)
class Past:
    """Something that happened, in which Turn and when."""

    happened: Happened
    turn_id: int | None
    at: datetime


class Events(Room):
    __slots__ = ()

    def add(self, intake_id: int | None, turn_id: int | None, *happened: Happened) -> None:
        """These, in order."""
        common = {"intake_id": intake_id, "turn_id": turn_id, "run": intake_id, "at": self.now}
        rows = [{**common, "event": each.event.value, "about": each.about} for each in happened]
        ADD.run_each(self.connection, rows)

    def of(self, intake_id: int) -> list[Past]:
        """All that happened in an intake, in order."""
        query = select(EVENTS).where(EVENTS.c.intake_id == intake_id).order_by(EVENTS.c.id)
        rows = self.connection.execute(query)
        return [Past(Happened(Event(row.event), row.about), row.turn_id, row.at) for row in rows]
