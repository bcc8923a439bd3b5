"""Browsers that were let in: each holds an opaque key, of which only the digest is kept here."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, insert, or_, select, update

from storage.digests import digest
from storage.room import Room
from storage.staff_tables import SearchRow, SessionRow
from storage.tables import table

SESSIONS, SEARCHES = table(SessionRow), table(SearchRow)
COLUMNS = tuple(SESSIONS.c[name] for name in ("id", "staff_id", "browser", "opened_at", "seen_at"))
NEWEST_FIRST = select(*COLUMNS).order_by(SESSIONS.c.id.desc())

IDLE = timedelta(minutes=30)
"""How long a session lasts in which nothing is done."""
LONGEST = timedelta(hours=12)
"""How long a session lasts whatever is done in it."""


@dataclass(frozen=True, slots=True)
class Session:
    """`browser` says which kind, so that its owner knows it again in a list."""

    id: int
    staff_id: int
    browser: str
    opened_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that begins; the key is for the browser alone."""

    id: int
    key: str


class Sessions(Room):
    __slots__ = ()

    def open(self, staff_id: int, browser: str) -> Opened:
        """Lets a browser in; sessions that are over are cleared away."""
        self._clear_away()
        key = secrets.token_urlsafe(32)
        row = {"key": digest(key), "staff_id": staff_id, "browser": browser}
        begin = insert(SESSIONS).values(**row, opened_at=self.now, seen_at=self.now).returning(SESSIONS.c.id)
        return Opened(int(self.connection.execute(begin).scalar_one()), key)

    def find(self, key: str) -> Session | None:
        """The session of this key, unless it is over."""
        row = self.connection.execute(NEWEST_FIRST.where(SESSIONS.c.key == digest(key), self._open())).one_or_none()
        return Session(*row) if row else None

    def is_open(self, session_id: int) -> bool:
        query = select(SESSIONS.c.id).where(SESSIONS.c.id == session_id, self._open())
        return self.connection.execute(query).first() is not None

    def open_ones(self, staff_id: int | None = None) -> tuple[Session, ...]:
        """Those of one member of the team, or of all, newest first."""
        whose = () if staff_id is None else (SESSIONS.c.staff_id == staff_id,)
        return tuple(Session(*row) for row in self.connection.execute(NEWEST_FIRST.where(self._open(), *whose)))

    def see(self, session_id: int) -> None:
        """Something was done in it: it is idle from now on."""
        query = update(SESSIONS).where(SESSIONS.c.id == session_id, self._open())
        self.connection.execute(query.values(seen_at=self.now))

    def close(self, session_id: int) -> bool:
        """Lets it in no more, and forgets what was searched for in it; False when it was over already."""
        query = update(SESSIONS).where(SESSIONS.c.id == session_id, self._open())
        self.connection.execute(delete(SEARCHES).where(SEARCHES.c.session_id == session_id))
        return self.connection.execute(query.values(closed_at=self.now)).rowcount == 1

    def _open(self) -> ColumnElement[bool]:
        return and_(
            SESSIONS.c.closed_at.is_(None),
            SESSIONS.c.seen_at > self.now - IDLE,
            SESSIONS.c.opened_at > self.now - LONGEST,
        )

    def _clear_away(self) -> None:
        """Their searches go with them."""
        over = or_(
            SESSIONS.c.closed_at.is_not(None),
            SESSIONS.c.seen_at <= self.now - IDLE,
            SESSIONS.c.opened_at <= self.now - LONGEST,
        )
        self.connection.execute(delete(SESSIONS).where(over))
