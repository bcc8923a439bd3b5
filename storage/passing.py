"""Which failures of a database may pass: the same statement may go well later."""

import sqlite3

import psycopg
from sqlalchemy.exc import DBAPIError

from storage import postgres, sqlite


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
