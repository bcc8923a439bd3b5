"""Which failures of a database may pass, which never will, and which are the statement's own."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from storage import postgres, sqlite
from storage.refusals import Broken, Busy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    import psycopg

    Failure: TypeAlias = DBAPIError | sqlite3.Error | psycopg.Error


def failures() -> tuple[type[Failure], ...]:
    """What a statement may raise; those that are prepared are run by the driver itself."""
    return (DBAPIError, sqlite3.Error, *postgres.errors())


def is_passing(error: Failure) -> bool:
    """Whether a lock, a disk, a network or a server was in the way, and not the statement."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    match error.orig if isinstance(error, DBAPIError) else error:
        case sqlite3.Error() as own:
            return sqlite.is_passing(own)
        case own if postgres.is_own(own):
            return postgres.is_passing(own)
    return False


def is_damage(error: Failure) -> bool:
    """Whether what is stored cannot be read at all."""
    match error.orig if isinstance(error, DBAPIError) else error:
        case sqlite3.Error() as own:
            return sqlite.is_damage(own)
        case own if postgres.is_own(own):
            return own.sqlstate in postgres.DAMAGE
    return False


@contextmanager
def translated() -> Iterator[None]:
    """Whatever the database says becomes Busy or Broken, unless it is about the statement."""
    try:
        yield
    except failures() as error:
        if is_passing(error):
            raise Busy from error
        if is_damage(error):
            raise Broken from error
        raise
