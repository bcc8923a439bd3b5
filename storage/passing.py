"""Which failures of a database may pass, which never will, and which are the statement's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from storage import postgres, sqlite
from storage.refusals import Broken, Busy

FAILURES = (DBAPIError, sqlite3.Error, psycopg.Error)
"""What a statement may raise; those that are prepared are run by the driver itself."""


def is_passing(error: DBAPIError | sqlite3.Error | psycopg.Error) -> bool:
    """Whether a lock, a disk, a network or a server was in the way, and not the statement."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    match error.orig if isinstance(error, DBAPIError) else error:
        case sqlite3.Error() as own:
            return sqlite.is_passing(own)
        case psycopg.Error() as own:
            return postgres.is_passing(own)
    return False


def is_damage(error: DBAPIError | sqlite3.Error | psycopg.Error) -> bool:
    """Whether what is stored cannot be read at all."""
    match error.orig if isinstance(error, DBAPIError) else error:
        case sqlite3.Error() as own:
            return sqlite.is_damage(own)
        case psycopg.Error() as own:
            return own.sqlstate in postgres.DAMAGE
    return False


@contextmanager
def translated() -> Iterator[None]:
    """Whatever the database says becomes Busy or Broken, unless it is about the statement."""
    try:
        yield
    except FAILURES as error:
        if is_passing(error):
            raise Busy from error
        if is_damage(error):
            raise Broken from error
        raise
