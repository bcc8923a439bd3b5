"""The trail: who did what and when. Each row's digest covers the one before it, so that none can be changed unseen."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, func, insert, select

from storage.room import Room
from storage.staff_tables import AuditRow
from storage.tables import table

AUDIT = table(AuditRow)
NEWEST = select(AUDIT).order_by(AUDIT.c.id.desc())
OLDEST = select(AUDIT).order_by(AUDIT.c.id).execution_options(yield_per=1000)
COVERED = ("id", "staff_id", "session_id", "action", "outcome", "case", "about", "at")
SAFE = re.compile(r"[A-Za-z0-9_.:=,-]{0,200}")
"""Keys, counts and numbers: no words of anybody's can be spelled in it."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    id: int
    staff_id: int | None
    session_id: int | None
    action: str
    outcome: str
    case: str | None
    about: str
    at: datetime


class Audit(Room):
    __slots__ = ()

    def add(
        self,
        action: str,
        *,
        staff_id: int | None,
        session_id: int | None = None,
        case: str | None = None,
        about: str = "",
        outcome: str = "done",
    ) -> None:
        """Raises ValueError for anything but keys and numbers: the trail is no place for words."""
        for part in (action, outcome, case or "", about):
            if not SAFE.fullmatch(part):
                raise ValueError("the trail takes keys and numbers only")
        last = self.connection.execute(NEWEST.limit(1)).mappings().one_or_none()
        row: dict[str, object] = {"staff_id": staff_id, "session_id": session_id, "action": action, "outcome": outcome}
        row |= {"id": last["id"] + 1 if last else 1, "case": case, "about": about, "at": self.now}
        row["digest"] = _digest(last["digest"] if last else "", row)
        self.connection.execute(insert(AUDIT).values(**row))

    def page(
        self,
        *,
        staff_id: int | None = None,
        action: str | None = None,
        case: str | None = None,
        before: int | None = None,
        size: int = 50,
    ) -> Sequence[AuditLine]:
        """Newest first, from below the row number `before`."""
        wanted = {"staff_id": staff_id, "action": action, "case": case}
        query = NEWEST.where(*(AUDIT.c[name] == value for name, value in wanted.items() if value is not None))
        if before is not None:
            query = query.where(AUDIT.c.id < before)
        rows = self.connection.execute(query.limit(size)).mappings()
        return [AuditLine(**{name: row[name] for name in COVERED}) for row in rows]

    def broken(self) -> int | None:
        """The number of the first row that is not as it was written, or whose forerunner is not; None for none."""
        before, number = "", 0
        for row in self.connection.execute(OLDEST).mappings():
            if row["id"] != number + 1 or row["digest"] != _digest(before, row):
                return int(row["id"])
            before, number = row["digest"], row["id"]
        return None

    def has_seen(self, session_id: int, action: str, case: str | None) -> bool:
        """Whether something was looked at in this session already."""
        query = select(AUDIT.c.id).where(AUDIT.c.session_id == session_id, AUDIT.c.action == action)
        query = query.where(AUDIT.c.case == case, AUDIT.c.outcome == "done").order_by(AUDIT.c.id.desc())
        return self.connection.execute(query.limit(1)).first() is not None

    def count_of_strangers(self, within: timedelta) -> int:
        """How many rows nobody known has caused lately."""
        recent = (AUDIT.c.at > self.now - within, AUDIT.c.staff_id.is_(None))
        return int(self.connection.execute(select(func.count()).select_from(AUDIT).where(*recent)).scalar_one())


def _digest(before: str, row: Mapping[str, object] | RowMapping) -> str:
    parts = [before, *("" if row[name] is None else str(row[name]) for name in COVERED)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
