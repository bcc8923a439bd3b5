"""The trail: who did what and when. Each row's digest covers the one before it, so that none can be changed unseen."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, bindparam, func, insert, select

from storage.marks import Mark, Marks
from storage.room import Room
from storage.sessions import Session
from storage.staff_tables import AuditRow
from storage.tables import table

AUDIT = table(AuditRow)
NEWEST = select(AUDIT).order_by(AUDIT.c.id.desc())
ADD = insert(AUDIT)
OLDEST = select(AUDIT).where(AUDIT.c.id > bindparam("after")).order_by(AUDIT.c.id).limit(bindparam("size"))
COVERED = ("id", "staff_id", "session_id", "action", "outcome", "case", "about", "at")
SAFE = re.compile(r"[A-Za-z0-9_.:=,-]{0,200}")
"""Keys, counts and numbers: no words of anybody's can be spelled in it."""


STRANGERS, WITHIN = 100, timedelta(minutes=10)
"""So many rows nobody known may cause in that time."""


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


@dataclass(frozen=True, slots=True)
class Checked:
    """How far the trail was found as it was written: up to the row `number`, whose digest is `digest`.

    `broken` is the number of the first row that is not, or is not there any more.
    """

    number: int = 0
    digest: str = ""
    broken: int | None = None
    is_over: bool = False


NOTHING_YET = Checked()


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
        # Nobody else adds a row before this Work is over.
        number, before = _end(self._marks.hold(Mark.TRAIL))
        row: dict[str, object] = {"staff_id": staff_id, "session_id": session_id, "action": action, "outcome": outcome}
        row |= {"case": case, "about": about, "at": self.now}
        row["id"] = number + 1
        sealed = _digest(before, row)
        self.connection.execute(ADD, row | {"digest": sealed})
        self._marks.set(Mark.TRAIL, f"{number + 1}:{sealed}")

    @property
    def _marks(self) -> Marks:
        return Marks(self.connection, self.now)

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

    def check(self, so_far: Checked = NOTHING_YET, size: int = 10_000) -> Checked:
        """Goes on by so many rows: the whole trail at once would hold up whoever writes meanwhile."""
        number, before = so_far.number, so_far.digest
        rows = self.connection.execute(OLDEST, {"after": number, "size": size}).mappings().all()
        for row in rows:
            if row["id"] != number + 1 or row["digest"] != _digest(before, row):
                return Checked(number, before, number + 1, True)
            number, before = row["id"], row["digest"]
        if rows:
            return Checked(number, before)
        is_short = _end(self._marks.get(Mark.TRAIL))[0] > number
        return Checked(number, before, number + 1 if is_short else None, True)

    def has_seen(self, session: Session, action: str, case: str | None) -> bool:
        """Whether something was looked at in this session already."""
        before = select(func.max(AUDIT.c.id)).where(AUDIT.c.at < session.opened_at).scalar_subquery()
        query = select(AUDIT.c.id).where(AUDIT.c.staff_id == session.staff_id, AUDIT.c.id > func.coalesce(before, 0))
        query = query.where(AUDIT.c.session_id == session.id, AUDIT.c.action == action, AUDIT.c.outcome == "done")
        query = query.where(AUDIT.c.case.is_not_distinct_from(case)).limit(1)
        return self.connection.execute(query).first() is not None

    def has_room_for_strangers(self) -> bool:
        """Whether another row may be caused by nobody known: the trail is not theirs to fill."""
        recent = (AUDIT.c.at > self.now - WITHIN, AUDIT.c.staff_id.is_(None))
        rows = self.connection.execute(select(func.count()).select_from(AUDIT).where(*recent)).scalar_one()
        return int(rows) < STRANGERS


def _end(mark: str | None) -> tuple[int, str]:
    """The number and the digest of the trail's last row."""
    number, _, sealed = (mark or "0:").partition(":")
    return int(number), sealed


def _digest(before: str, row: Mapping[str, object] | RowMapping) -> str:
    parts = [before, *("" if row[name] is None else str(row[name]) for name in COVERED)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
