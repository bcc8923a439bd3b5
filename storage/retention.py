"""Which intakes have been kept long enough, and their removal."""

from datetime import datetime

from sqlalchemy import and_, or_, select

from storage.erasure import erase_intake
from storage.room import Room
from storage.tables import IntakeRow, table

INTAKES = table(IntakeRow)


class Retention(Room):
    __slots__ = ()

    def expired(self, finished_before: datetime, unfinished_before: datetime) -> list[int]:
        """The numbers of intakes finished before the one moment, or unfinished and untouched since the other."""
        finished = INTAKES.c.finished_at < finished_before
        unfinished = and_(INTAKES.c.finished_at.is_(None), INTAKES.c.updated_at < unfinished_before)
        query = select(INTAKES.c.id).where(or_(finished, unfinished)).order_by(INTAKES.c.id)
        return list(self.connection.execute(query).scalars())

    def erase_intake(self, intake_id: int) -> None:
        """All of the intake, and of its chat when no other intake is left; one that is gone already is no error."""
        erase_intake(self.connection, intake_id)
