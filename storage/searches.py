"""What staff looked for, under a key that says nothing: an address can hold the key, and no name."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, insert, select

from storage.leftovers import ask_for_scrubbing
from storage.room import Room
from storage.staff_tables import SearchRow
from storage.tables import table

SEARCHES = table(SearchRow)
KEPT = timedelta(hours=12)
"""As long as a session lasts at most."""
MOST = 50
"""Searches that a session can go back to."""


class Searches(Room):
    __slots__ = ()

    def keep(self, session_id: int, wanted: Mapping[str, str]) -> str:
        """The key under which this session, and no other, finds it again; the session's oldest ones give way."""
        key = secrets.token_urlsafe(16)
        row = {"key": key, "session_id": session_id, "wanted": dict(wanted), "at": self.now}
        self.connection.execute(insert(SEARCHES), row)
        own = SEARCHES.c.session_id == session_id
        oldest = select(SEARCHES.c.id).where(own).order_by(SEARCHES.c.id.desc()).offset(MOST).limit(1)
        if self.connection.execute(delete(SEARCHES).where(own, SEARCHES.c.id <= oldest.scalar_subquery())).rowcount:
            ask_for_scrubbing(self.connection)
        return key

    def find(self, session_id: int, key: str) -> Mapping[str, str] | None:
        """None for a key that is unknown, another session's, or too old."""
        its_own = SEARCHES.c.key == key, SEARCHES.c.session_id == session_id
        query = select(SEARCHES.c.wanted).where(*its_own, SEARCHES.c.at >= self.now - KEPT)
        return self.connection.execute(query).scalar_one_or_none()

    def prune(self) -> None:
        """Those that nobody finds again."""
        if self.connection.execute(delete(SEARCHES).where(SEARCHES.c.at < self.now - KEPT)).rowcount:
            ask_for_scrubbing(self.connection)
