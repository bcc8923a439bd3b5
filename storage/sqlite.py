"""What SQLite needs to be safe here: pragmas, one kind of transaction, and a file without leftovers."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event

WAITS_MS = 10_000
PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM,
    }
)  # fmt: skip
"""What SQLite says when a disk, a lock or a mount is in the way, and not the statement."""
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
READING = "intake_reading"
"""The execution option of a connection whose transaction will write nothing, and so needs no lock to write."""
SCRUB_PENDING = "PRAGMA user_version = 1"
SCRUBBED = "PRAGMA user_version = 0"


def file_of(url: URL) -> Path | None:
    """The database file, by its one true path; None for a database that is no file."""
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)).resolve() if is_file else None


def journal_mode(version: tuple[int, ...]) -> str:
    """WAL where SQLite is free of the WAL-reset bug (mended in 3.51.3, 3.50.7 and 3.44.6), else DELETE."""
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return "WAL" if mended else "DELETE"


def tame(engine: Engine, foreign_keys: bool = True) -> None:
    """Sets every connection up, and makes every transaction that may write take the write lock at once.

    A transaction that reads first and locks later would overwrite what was written in between.
    """
    event.listen(engine, "connect", _setting_up(foreign_keys))
    event.listen(engine, "begin", _begin)


def _setting_up(foreign_keys: bool) -> Callable[[sqlite3.Connection, object], None]:
    pragmas = {
        "busy_timeout": WAITS_MS,
        "foreign_keys": "ON" if foreign_keys else "OFF",
        "journal_mode": journal_mode(sqlite3.sqlite_version_info),
        "synchronous": "FULL",
        "secure_delete": "ON",
        "temp_store": "MEMORY",
    }

    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for name, setting in pragmas.items():
            connection.execute(f"PRAGMA {name} = {setting}")

    return set_up


def _begin(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get(READING)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def is_passing(error: sqlite3.Error) -> bool:
    """Whether the same may go well later."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in PASSING


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file cannot be read, or is none of SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGE


def ask_for_scrubbing(connection: Connection) -> None:
    """Notes, as part of the transaction, that the file holds leftovers from now on."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(SCRUB_PENDING)


def scrub(engine: Engine) -> None:
    """Writes the file anew if it holds leftovers, which holds up everybody for as long as it takes.

    `secure_delete` alone is not enough: where SQLite has moved a row to another page, the copy it left behind can
    survive the row. When the file is busy or the disk full the note stays, and the next chance is taken.
    """
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
        cursor: Any = connection.cursor()
        if cursor.execute("PRAGMA user_version").fetchone() == (0,):
            return
        for statement in ("VACUUM", SCRUBBED, "PRAGMA wal_checkpoint(TRUNCATE)"):
            cursor.execute(statement).fetchall()


def links_broken(connection: Connection) -> bool:
    """Whether some row links to a row that is not there; only SQLite, told to look away, lets that happen."""
    checks = connection.dialect.name == "sqlite"
    return checks and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
