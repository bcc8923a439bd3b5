"""That a worker is there: the number under which it takes things in hand, and what tells the others when it dies.

On PostgreSQL a worker holds a lock for as long as it is connected, so the server itself sees when it dies. One of them
leads. A SQLite file has one process, which leads, and everybody else is dead.
"""

from contextlib import suppress
from typing import Protocol

import psycopg
from sqlalchemy import URL

from storage.postgres import ALONE, CHANGED, LEADER, WORKER, parameters
from storage.refusals import Busy

INT4 = 2**31


class Presence(Protocol):
    """To be used by one thread; raises Busy where the server cannot be reached, and leads no more then."""

    holder: int
    leads: bool
    has_others: bool

    def enter(self, holder: int) -> None:
        """Be there, from now on, as the worker with this number."""

    def renew(self) -> None:
        """Be there, again if the connection was lost, and lead if nobody does."""

    def is_dead(self, holder: int) -> bool:
        """Whether what this holder has in hand may be taken from it."""

    def hear(self, seconds: float) -> bool:
        """Wait so long at most; True as soon as another worker tells of a change."""

    def close(self) -> None:
        """Leave; what was in hand is free."""


class Alone:
    """The one process on a SQLite file."""

    holder, leads, has_others = 0, True, False

    def enter(self, holder: int) -> None:
        self.holder = holder

    def renew(self) -> None:
        """Nothing can be lost: the lock file is held as long as the process lives."""

    def is_dead(self, holder: int) -> bool:
        return holder != self.holder

    def hear(self, seconds: float) -> bool:
        return False

    def close(self) -> None:
        """The lock file goes with the process."""


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

    def hear(self, seconds: float) -> bool:
        if self._connection is None:
            raise Busy
        try:
            heard = self._connection.notifies(timeout=seconds, stop_after=1)
            return any(notice.payload != str(self.holder) for notice in heard)
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
        self._connection.execute(f"LISTEN {CHANGED}")
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


def presence_at(address: URL) -> Presence:
    """What fits the database; nothing is opened before somebody enters."""
    return Alone() if address.get_backend_name() == "sqlite" else AmongOthers(address)
