"""What staff are to hear of: each alert has a number, a kind and a case, and waits until it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Row, func, insert, select, update

from storage.room import Room
from storage.staff_tables import AlertRow
from storage.tables import table

ALERTS = table(AlertRow)
WAITING = select(ALERTS).where(ALERTS.c.told_at.is_(None)).order_by(ALERTS.c.id)


class AlertKind(StrEnum):
    FINISHED = "finished"
    URGENT = "urgent"
    PERSON = "person"
    QUESTION = "question"
    REPLIED = "replied"


@dataclass(frozen=True, slots=True)
class Alert:
    """The same number twice is the same alert."""

    id: int
    kind: AlertKind
    case: str
    at: datetime


class Alerts(Room):
    __slots__ = ()

    def add(self, kind: AlertKind, case: str, told: bool) -> Alert:
        """One more, told at once or waiting."""
        row = {"kind": kind.value, "case": case, "at": self.now, "told_at": self.now if told else None}
        added = self.connection.execute(insert(ALERTS).values(**row).returning(ALERTS.c.id)).scalar_one()
        return Alert(added, kind, case, self.now)

    def waiting(self) -> list[Alert]:
        """Those not told yet, oldest first."""
        return [_alert(row) for row in self.connection.execute(WAITING)]

    def oldest_waiting(self) -> Alert | None:
        row = self.connection.execute(WAITING.limit(1)).one_or_none()
        return _alert(row) if row else None

    def told(self, alerts: Iterable[Alert]) -> None:
        """Staff hear of these now."""
        ids = [alert.id for alert in alerts]
        self.connection.execute(update(ALERTS).where(ALERTS.c.id.in_(ids)).values(told_at=self.now))

    def told_since(self, then: datetime, kind: AlertKind | None = None, case: str | None = None) -> int:
        """How many were told after `then`: all of them, or those of one kind or case."""
        query = select(func.count()).select_from(ALERTS).where(ALERTS.c.told_at > then)
        if kind is not None:
            query = query.where(ALERTS.c.kind == kind.value)
        if case is not None:
            query = query.where(ALERTS.c.case == case)
        return int(self.connection.execute(query).scalar_one())


def _alert(row: Row[tuple[object, ...]]) -> Alert:
    return Alert(row.id, AlertKind(row.kind), row.case, row.at)
