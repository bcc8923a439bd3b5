"""A database that fails on order: at the next transactions, at a chosen point of each."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from storage.database import Database
from storage.postgres import is_postgres
from storage.refusals import Busy
from storage.work import Work

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from sqlalchemy import Connection, Engine


class Strike(StrEnum):
    """Where a transaction fails."""

    NOT = "not"
    """It does not: the one after it may."""
    BEGIN = "begin"
    MIDDLE = "middle"
    """At the first row that is written: the disk, or the server, can only be read."""
    CUT = "cut"
    """At the commit, which had no effect."""
    LOST = "lost"
    """At the commit, which had its effect; only its answer was lost."""


@dataclass
class Strikes:
    """What is still to come; those that `healed` came about."""

    planned: deque[Strike] = field(default_factory=deque)
    struck: list[Strike] = field(default_factory=list)

    def next(self) -> Strike:
        strike = self.planned.popleft() if self.planned else Strike.NOT
        if strike is not Strike.NOT:
            self.struck.append(strike)
        return strike


class StruckWork(Work):
    """A Work to which one strike comes."""

    def __init__(self, engine: Engine, now: datetime, strike: Strike) -> None:
        super().__init__(engine, now)
        self._strike = strike

    def __enter__(self) -> Self:
        if self._strike is Strike.BEGIN:
            raise Busy
        super().__enter__()
        if self._strike is Strike.MIDDLE:
            read_only(self._connection, True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._connection.closed:
            self._let_write()
        super().__exit__(kind, error, trace)

    def _let_write(self) -> None:
        """A connection is used again by the next one."""
        if self._strike is Strike.MIDDLE:
            read_only(self._connection, False)

    def commit(self) -> None:
        if self._strike is Strike.CUT:
            raise Busy
        self._let_write()
        super().commit()
        if self._strike is Strike.LOST:
            raise Busy


def read_only(connection: Connection, is_so: bool) -> None:
    """What a full disk or a server that stands by is like; over by itself with a transaction of a server's."""
    if not is_postgres(connection):
        connection.exec_driver_sql(f"PRAGMA query_only = {int(is_so)}")
    elif is_so:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")


class StruckDatabase(Database):
    """The database of one life of the program."""

    def __init__(self, engine: Engine, strikes: Strikes) -> None:
        super().__init__(engine)
        self._strikes = strikes

    def work(self, now: datetime) -> Work:
        return StruckWork(self._engine, now, self._strikes.next())
