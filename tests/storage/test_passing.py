"""Tests of which failures may pass."""

import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from storage.passing import is_passing


def of_sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    return error


def failed(error: Exception, lost: bool = False) -> DBAPIError:
    return DBAPIError("SELECT 1", None, error, connection_invalidated=lost)


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_BUSY),
        of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT),
        of_sqlite(sqlite3.SQLITE_FULL),
        of_sqlite(sqlite3.SQLITE_IOERR_FSYNC),
        psycopg.OperationalError(),
        psycopg.InterfaceError(),
        psycopg.errors.LockNotAvailable(),
        psycopg.errors.DeadlockDetected(),
        psycopg.errors.SerializationFailure(),
        psycopg.errors.DiskFull(),
        psycopg.errors.TooManyConnections(),
        psycopg.errors.AdminShutdown(),
        psycopg.errors.CannotConnectNow(),
        psycopg.errors.ReadOnlySqlTransaction(),
        psycopg.errors.IdleInTransactionSessionTimeout(),
    ],
    ids=repr,
)
def test_a_lock_a_disk_or_a_server_may_be_back(error: Exception) -> None:
    assert is_passing(failed(error))


@pytest.mark.parametrize(
    "error",
    [
        of_sqlite(sqlite3.SQLITE_ERROR),
        of_sqlite(sqlite3.SQLITE_CORRUPT),
        of_sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        psycopg.errors.UniqueViolation(),
        psycopg.errors.UndefinedTable(),
        psycopg.errors.SyntaxError(),
        psycopg.errors.NotNullViolation(),
        ConnectionError(),
    ],
    ids=repr,
)
def test_a_statement_that_is_wrong_stays_wrong(error: Exception) -> None:
    assert not is_passing(failed(error))


def test_a_connection_that_was_lost_can_be_made_again() -> None:
    assert is_passing(failed(ConnectionError(), lost=True))
