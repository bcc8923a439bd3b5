"""The presence of a worker on a PostgreSQL server: a connection of its own, and the locks that it holds there."""

from contextlib import suppress

import psycopg
from sqlalchemy import URL

from storage.postgres import ALONE, INT4, LEADER, WORKER, parameters
from storage.presence import News
from storage.refusals import Busy


class AmongOthers:
    """One of any number of workers on a PostgreSQL server, on a connection of its own."""

    has_others = True

    def __init__(self, address: URL) -> None:
        self._address, self.holder, self.leads = address, 0, False
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None

    def enter(self, holder: int) -> None:
        self.holder = holder
        self.renew()

    def renew(self) -> None:
        try:
            connection = self._connection or self._open()
            self.leads = self.leads or _can_lock(connection, ALONE, LEADER)
        except psycopg.Error as problem:
            self._lose()
            raise Busy from problem

    def is_dead(self, holder: int) -> bool:
        if holder == self.holder or self._connection is None:
            return False
        try:
            if not _can_lock(self._connection, WORKER, holder % INT4):
                return False
            self._connection.execute("SELECT pg_advisory_unlock(%s, %s)", (WORKER, holder % INT4))
        except psycopg.Error as problem:
            self._lose()
            raise Busy from problem
        return True

    def hear(self, seconds: float) -> frozenset[News]:
        if self._connection is None:
            raise Busy
        try:
            heard = self._connection.notifies(timeout=seconds, stop_after=1)
            return frozenset(News(notice.channel) for notice in heard if notice.payload != str(self.holder))
        except psycopg.Error as problem:
            self._lose()
            raise Busy from problem

    def close(self) -> None:
        # The server notices a closed connection a moment later; whoever leaves in order leaves at once.
        with suppress(psycopg.Error):
            if self._connection is not None:
                self._connection.execute("SELECT pg_advisory_unlock_all()")
        self._lose()

    def _open(self) -> psycopg.Connection[tuple[object, ...]]:
        self._connection = psycopg.connect(**parameters(self._address), autocommit=True)
        for news in News:
            self._connection.execute(f"LISTEN {news.value}")
        if not _can_lock(self._connection, WORKER, self.holder % INT4):
            # The server still holds our last connection to be alive; it finds out, or that one ends by itself.
            raise psycopg.OperationalError
        return self._connection

    def _lose(self) -> None:
        connection, self._connection, self.leads = self._connection, None, False
        if connection is not None:
            connection.close()


def _can_lock(connection: psycopg.Connection[tuple[object, ...]], kind: int, number: int) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(%s, %s)", (kind, number)).fetchone()
    return row is not None and row[0] is True
