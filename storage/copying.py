"""Makes a whole database of a stream: an empty one of either kind is filled and read back, or nothing is written."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DataError

from storage import streaming
from storage.audit import Audit
from storage.database import one_process
from storage.engine import engine_for, parsed
from storage.marks import Mark, Marks
from storage.postgres import WORKER, hold_migration
from storage.refusals import AlreadyRunning, Refused
from storage.schema import upgrade
from storage.shapes import STAMP, Shape, digest_of, last_number, set_last_number, shapes, write
from storage.snapshots import be_patient, reading, touching_files, translated
from storage.sqlite import file_of, links_broken
from storage.streaming import Damaged, Section
from storage.tables import Row

CLIENTS = ("intakes", "turns", "answers", "inbox", "outbox")
"""A database with a row in one of these is in use."""
BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite may leave beside a file."""
SOMEBODY_WORKS = text(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid = :kind"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1"
)


class NotEmpty(Refused):
    sentence = "The database that is to be filled has clients in it: name an empty one, or one that is not there yet."


class NotTheSame(Refused):
    """What was written is not what was read: nothing of it is kept."""

    sentence = "What was written is not what was read, so nothing was kept: look at the disk, then try again."


class CannotHold(Refused):
    sentence = "The other database cannot hold what is stored here: nothing was kept."


@contextmanager
def stopped(url: str) -> Iterator[None]:
    """As long as this lasts no process works on the database. Raises AlreadyRunning when one does.

    On a server only a look is taken; `fill` takes another before its end.
    """
    if file_of(parsed(url)):
        with one_process(url):
            yield
        return
    engine = engine_for(url)
    try:
        with translated(), engine.connect() as connection:
            _refuse_workers(connection)
        yield
    finally:
        engine.dispose()


def fill(url: str, stream: Iterator[bytes], now: datetime, held: str = "") -> Mapping[str, int]:
    """Makes an empty or a missing database of a stream of `streaming.lines`: all of it or nothing.

    The tables are made as they were then, filled, read back, and brought up to this program's. With `held` nothing is
    sent until a person releases it. Gives how many rows each table has. The caller sees to it that all is stopped.
    Raises NotOurs, Damaged, NotEmpty, NotTheSame, CannotHold, SchemaNewer, AlreadyRunning, Unreachable, and Busy.
    """
    file = file_of(parsed(url))

    def make(connection: Connection) -> Mapping[str, int]:
        return _make(connection, stream, now, held)

    with translated(), _held_by_it():
        if not file:
            return _fill_server(url, make)
        with touching_files():
            return _fill_file(file, make)


def refuse_full(url: str) -> None:
    """Raises NotEmpty for a database with clients in it; one that is not there yet is none."""
    file = file_of(parsed(url))
    if file and not file.exists():
        return
    engine = engine_for(url)
    try:
        with translated(), reading(engine) as connection:
            _refuse_clients(connection)
    finally:
        engine.dispose()


Make = Callable[[Connection], Mapping[str, int]]


def _fill_file(file: Path, make: Make) -> Mapping[str, int]:
    refuse_full(f"sqlite:///{file}")
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        engine = engine_for(f"sqlite:///{part}", foreign_keys=False)
        try:
            with engine.begin() as connection:
                counted = make(connection)
        finally:
            engine.dispose()
        # What is left of the empty one would be taken for a part of the new one.
        for suffix in BESIDE:
            file.with_name(file.name + suffix).unlink(missing_ok=True)
        part.replace(file)
        settle(file.parent)
        return counted
    finally:
        for suffix in ("", *BESIDE):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Makes the names in a folder outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill_server(url: str, make: Make) -> Mapping[str, int]:
    engine = engine_for(url)
    try:
        with engine.begin() as connection:
            hold_migration(connection)
            be_patient(connection)
            _refuse_clients(connection)
            _drop_ours(connection)
            counted = make(connection)
            _refuse_workers(connection)
        return counted
    finally:
        engine.dispose()


def _drop_ours(connection: Connection) -> None:
    ours = {*Row.metadata.tables, STAMP}
    for shape in reversed(shapes(connection)):
        if shape.name in ours:
            shape.table.drop(connection)
    connection.execute(text(f"DROP TABLE IF EXISTS {STAMP}"))


def _make(connection: Connection, stream: Iterator[bytes], now: datetime, held: str) -> Mapping[str, int]:
    upgrade(connection, streaming.head(stream).schema)
    here = {shape.name: shape for shape in shapes(connection)}
    for shape in here.values():
        # A migration may have put a row of its own there.
        connection.execute(shape.table.delete())
    filled = []
    for section in streaming.sections(stream):
        if section.name not in here:
            raise Damaged
        _write(connection, section, here)
        filled.append(section)
    if any((section.count, section.digest) != digest_of(connection, here[section.name]) for section in filled):
        raise NotTheSame
    upgrade(connection)
    if links_broken(connection):
        raise Damaged
    for shape in shapes(connection):
        last = max([last_number(connection, shape), *(each.last for each in filled if each.name == shape.name)])
        set_last_number(connection, shape.name, last)
    if held:
        Marks(connection, now).set(Mark.HELD, held)
        Audit(connection, now).add("restored", staff_id=None)
    return {section.name: section.count for section in filled}


def _write(connection: Connection, section: Section, here: Mapping[str, Shape]) -> None:
    shape = here[section.name]
    try:
        write(connection, shape, section.columns, section.rows())
    except (ValueError, KeyError):
        raise Damaged from None


def _refuse_clients(connection: Connection) -> None:
    for shape in shapes(connection):
        if shape.name in CLIENTS and connection.execute(select(func.count()).select_from(shape.table)).scalar():
            raise NotEmpty


def _refuse_workers(connection: Connection) -> None:
    if connection.execute(SOMEBODY_WORKS, {"kind": WORKER}).first() is not None:
        raise AlreadyRunning


@contextmanager
def _held_by_it() -> Iterator[None]:
    try:
        yield
    except DataError:
        raise CannotHold from None
