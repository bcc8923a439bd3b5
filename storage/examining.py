"""Looks a database over for the owner, whatever state it is in: reachable, whole, ours, and used by whom."""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from sqlalchemy import URL, Connection, select
from sqlalchemy.exc import DBAPIError

from storage.database import one_process
from storage.engine import engine_for, parsed
from storage.postgres import INT4, parameters
from storage.queues import OFFSETS, Queues, QueuesRoom
from storage.refusals import AlreadyRunning, Refused
from storage.schema import check
from storage.sqlite import file_of, journal_mode

EXAMINING = 3
"""The kind of the lock by which we see whether the server tells its sessions apart; those of workers are others."""
LARGE = 2**28
"""Bytes of a file that is not read through while the program uses it: for those seconds nothing could be written."""
DAMAGED = "The file is damaged, or no database: stop the bot, keep the file, and restore the last backup."


@dataclass(frozen=True, slots=True)
class File:
    """A database that is a file; `whole` is None where it was not read through."""

    path: Path
    size: int
    journal: str
    wanted_journal: str
    is_private: bool
    is_writable: bool
    whole: bool | None


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a server; `ahead` is how many seconds our clock is ahead of its.

    Without `keeps_sessions` something between us gives each transaction another session, and no lock can be held.
    """

    version: str
    ahead: float
    keeps_sessions: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """`problem` is a sentence on why nothing more is known; `queues` are None where the tables are not ours."""

    file: File | None = None
    server: Server | None = None
    problem: str = ""
    queues: Queues | None = None
    bots: frozenset[int] = frozenset()
    is_in_use: bool = False


def examine(url: str, now: datetime) -> Examined:
    """All that can be known; writes nothing. What fails is in `problem`, without address, name or password."""
    found = Examined()
    try:
        address = parsed(url)
        path = file_of(address)
        if path is None:
            found = replace(found, server=_server(address))
        else:
            is_in_use = _is_in_use(url, path)
            found = replace(found, file=_file(path, is_in_use), is_in_use=is_in_use)
        return _tables(url, now, found)
    except Refused as refused:
        return replace(found, problem=str(refused))
    except (DBAPIError, psycopg.Error, sqlite3.Error, OSError) as problem:
        return replace(found, problem=DAMAGED if _is_damage(problem) else f"It cannot be used ({_named(problem)}).")


def _is_damage(problem: Exception) -> bool:
    """Whether SQLite cannot read the file at all."""
    if isinstance(problem, DBAPIError):
        return isinstance(problem.orig, Exception) and _is_damage(problem.orig)
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    return isinstance(problem, sqlite3.Error) and code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _named(problem: Exception) -> str:
    """The kind of failure; its message may hold the address."""
    if isinstance(problem, psycopg.OperationalError) and "startup parameter" in str(problem):
        return "a pooler stands before it that takes no settings: connect to the server itself"
    if isinstance(problem, psycopg.Error) and problem.sqlstate:
        return f"PostgreSQL's error {problem.sqlstate}"
    if isinstance(problem, sqlite3.Error):
        return getattr(problem, "sqlite_errorname", type(problem).__name__)
    if isinstance(problem, DBAPIError) and isinstance(problem.orig, Exception):
        return _named(problem.orig)
    return type(problem).__name__


def _tables(url: str, now: datetime, found: Examined) -> Examined:
    engine = engine_for(url)
    try:
        with engine.connect() as connection:
            check(connection)
            queues, bots = QueuesRoom(connection, now).look(0), _bots(connection)
    finally:
        engine.dispose()
    # Of a file the lock tells at once; a worker that has gone is still to be seen on a server for a minute.
    is_in_use = found.is_in_use if found.file else queues.workers > 0
    return replace(found, queues=queues, bots=bots, is_in_use=is_in_use)


def _bots(connection: Connection) -> frozenset[int]:
    """Whose Updates were ever taken in."""
    return frozenset(connection.execute(select(OFFSETS.c.bot_id)).scalars())


# --- a file ---------------------------------------------------------------------------------------


def _is_in_use(url: str, path: Path) -> bool:
    """Whether the program has it; a file that nobody ever opened has no lock file, and gets none."""
    if not path.with_name(f"{path.name}.lock").exists():
        return False
    try:
        with one_process(url):
            return False
    except AlreadyRunning:
        return True


def _file(path: Path, is_in_use: bool) -> File:
    if not path.exists():
        raise Refused("There is no such file yet: run `python3 -m bot migrate`.")
    about = path.stat()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=10)) as connection:
        (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
        whole = _is_whole(connection) if not is_in_use or about.st_size < LARGE else None
    return File(
        path=path,
        size=about.st_size,
        journal=str(journal).upper(),
        wanted_journal=journal_mode(sqlite3.sqlite_version_info),
        is_private=not stat.S_IMODE(about.st_mode) & 0o077,
        is_writable=os.access(path, os.W_OK) and os.access(path.parent, os.W_OK),
        whole=whole,
    )


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


# --- a server -------------------------------------------------------------------------------------


@contextmanager
def _connected(address: URL) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with closing(psycopg.connect(**parameters(address), autocommit=True)) as connection:
        yield connection


def _server(address: URL) -> Server:
    with _connected(address) as one, _connected(address) as other:
        before = time.time()
        moment = one.execute("SELECT clock_timestamp()").fetchone()
        ours = (before + time.time()) / 2
        if moment is None or not isinstance(moment[0], datetime):
            raise psycopg.InterfaceError
        return Server(
            version=str(one.info.parameter_status("server_version")),
            ahead=(datetime.fromtimestamp(ours, UTC) - moment[0]).total_seconds(),
            keeps_sessions=keeps_sessions(one, other),
        )


def keeps_sessions(one: psycopg.Connection[tuple[object, ...]], other: psycopg.Connection[tuple[object, ...]]) -> bool:
    """Whether each connection is a session of its own, from one transaction to the next."""
    number = os.getpid() % INT4
    taken = _locks(one, number)
    with other.transaction():
        # Meanwhile a pooler has to give the first connection another session, where it would not be held again.
        taken_twice = _locks(other, number)
        taken_again = _locks(one, number)
    one.execute("SELECT pg_advisory_unlock_all()")
    other.execute("SELECT pg_advisory_unlock_all()")
    return taken and taken_again and not taken_twice


def _locks(connection: psycopg.Connection[tuple[object, ...]], number: int) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(%s, %s)", (EXAMINING, number)).fetchone()
    return row is not None and row[0] is True
