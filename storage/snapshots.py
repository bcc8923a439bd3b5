"""Reads a whole database in one state, whatever is written to it meanwhile, and holds up nobody for long."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from storage.engine import engine_for, options_for_reading, parsed
from storage.passing import is_passing
from storage.postgres import is_postgres
from storage.refusals import Busy, SchemaMissing, Unreachable
from storage.schema import refuse_newer
from storage.sqlite import WAITS_MS, file_of

PATIENTLY = text("SET LOCAL idle_in_transaction_session_timeout = 0")


@contextmanager
def snapshot(url: str) -> Iterator[Engine]:
    """The database as it is now, whatever is written meanwhile: all that is read belongs in one reading transaction.

    A SQLite file is copied first, which holds up writers for as long as the copying takes and no longer; the copy has
    no name any more when this begins. Raises SchemaMissing, SchemaNewer, Unreachable, and Busy.
    """
    file = file_of(parsed(url))
    if file and not file.exists():
        raise SchemaMissing
    with translated():
        engine = _from_copy(file) if file else engine_for(url)
        try:
            with reading(engine) as connection:
                refuse_newer(connection)
            yield engine
        finally:
            engine.dispose()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that looks at one state."""
    with engine.connect().execution_options(**options_for_reading(engine)) as connection, connection.begin():
        be_patient(connection)
        yield connection


def be_patient(connection: Connection) -> None:
    """What is read here may take long to be written there."""
    if is_postgres(connection):
        connection.execute(PATIENTLY)


def _copied(file: Path) -> sqlite3.Connection:
    with TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        place = Path(folder) / "copy"
        place.touch(mode=0o600)
        copy = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
        try:
            with closing(sqlite3.connect(file, timeout=WAITS_MS / 1000)) as original:
                original.backup(copy)
            # From here on nothing but the open file itself is needed: no word stays on the disk if we are killed.
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        except BaseException:
            copy.close()
            raise
    return copy


def _from_copy(file: Path) -> Engine:
    with touching_files():
        copy = _copied(file)
    engine = create_engine("sqlite://", creator=lambda: copy, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


@contextmanager
def translated() -> Iterator[None]:
    """What a database says, as one of the reasons to refuse."""
    try:
        yield
    except DatabaseError as error:
        raise (Busy if is_passing(error) else Unreachable) from error


@contextmanager
def touching_files() -> Iterator[None]:
    """The same for what the disk says."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise Unreachable from error
