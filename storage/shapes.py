"""A table as every kind of database has it: its columns by kind, its rows as lines of JSON, the highest number it gave.

The tables are read from the database itself, so that rows of an older program are told as exactly as our own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    Table,
    collate,
    func,
    insert,
    select,
    text,
)

from storage.postgres import is_postgres

BATCH = 1_000
"""Rows that are written, or fetched, at once."""
STAMP = "alembic_version"
"""The table that says which migration was the last; it is none of ours."""
NUMBERS_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
FORGET_NUMBERS = text("DELETE FROM sqlite_sequence WHERE name = :name")
REMEMBER_NUMBER = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)")
SEQUENCE_AT = text("SELECT pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass)")
SET_SEQUENCE = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :number)")


class ColumnKind(StrEnum):
    NUMBER = "number"
    FLAG = "flag"
    TEXT = "text"
    TIME = "time"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Shape:
    """One table of a database as it is."""

    table: Table

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def kinds(self) -> dict[str, ColumnKind]:
        """By the names of the columns, in the alphabet's order: a migration may have added some at the end."""
        return {column.name: _kind(column) for column in sorted(self.table.columns, key=lambda column: column.name)}

    @property
    def is_counted(self) -> bool:
        """Whether its rows have numbers that are given once."""
        return [column.name for column in self.table.primary_key] == ["id"]


def shapes(connection: Connection) -> list[Shape]:
    """Every table of ours, each after those that it links to."""
    found = MetaData()
    found.reflect(connection)
    return [Shape(table) for table in found.sorted_tables if table.name != STAMP]


def lines_of(connection: Connection, shape: Shape) -> Iterator[bytes]:
    """Each row as a JSON list in the order of `kinds`, by the primary key, the same on every kind of database."""
    kinds = shape.kinds
    told = [(place, TELL[kind]) for place, kind in enumerate(kinds.values()) if kind in TELL]
    query = select(*(shape.table.c[name] for name in kinds)).order_by(*_keys(connection, shape.table))
    with connection.execute(query, execution_options={"yield_per": BATCH}) as rows:
        for row in rows:
            cells = list(row)
            for place, tell in told:
                if cells[place] is not None:
                    cells[place] = tell(cells[place])
            yield json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode()


def write(connection: Connection, shape: Shape, names: Iterable[str], lines: Iterable[bytes]) -> None:
    """Adds the rows that such lines tell of, the cells of each named by `names`, in batches.

    Raises ValueError for what is no such line.
    """
    named = list(names)
    read = [READ.get(kind) for kind in (shape.kinds[name] for name in named)]
    rows = (_row(line, named, read) for line in lines)
    while some := list(islice(rows, BATCH)):
        connection.execute(insert(shape.table), some)


def digest_of(connection: Connection, shape: Shape) -> tuple[int, str]:
    """How many rows there are, and a digest over all of them: equal where every row is."""
    count, sealed = 0, hashlib.sha256()
    for line in lines_of(connection, shape):
        count += 1
        sealed.update(line + b"\n")
    return count, sealed.hexdigest()


def last_number(connection: Connection, shape: Shape) -> int:
    """The highest number that a row ever had, erased ones too; 0 where rows have no numbers."""
    if not shape.is_counted:
        return 0
    given = SEQUENCE_AT if is_postgres(connection) else NUMBERS_GIVEN
    counted = connection.execute(given, {"name": shape.name}).scalar() or 0
    there = connection.execute(select(func.max(shape.table.c.id))).scalar() or 0
    return max(int(counted), int(there))


def set_last_number(connection: Connection, name: str, number: int) -> None:
    """From now on the table's rows get higher numbers than this one."""
    if number < 1:
        return
    if is_postgres(connection):
        connection.execute(SET_SEQUENCE, {"name": name, "number": number})
    else:
        connection.execute(FORGET_NUMBERS, {"name": name})
        connection.execute(REMEMBER_NUMBER, {"name": name, "number": number})


def _kind(column: Column[Any]) -> ColumnKind:
    known: dict[type, ColumnKind] = {
        Boolean: ColumnKind.FLAG,
        DateTime: ColumnKind.TIME,
        Date: ColumnKind.DAY,
        Integer: ColumnKind.NUMBER,
    }
    return next((kind for of, kind in known.items() if isinstance(column.type, of)), ColumnKind.TEXT)


def _keys(connection: Connection, table: Table) -> list[Any]:
    """The primary key, texts by their code points whatever the language of the database is."""
    is_text = {column.name: _kind(column) is ColumnKind.TEXT for column in table.primary_key}
    plain = "C" if is_postgres(connection) else "BINARY"
    return [collate(column, plain) if is_text[column.name] else column for column in table.primary_key]


def _row(line: bytes, names: list[str], read: list[Callable[[Any], Any] | None]) -> dict[str, Any]:
    cells = json.loads(line)
    if not isinstance(cells, list) or len(cells) != len(names):
        raise ValueError("not a row of this table")
    return {
        name: cell if cell is None or reader is None else reader(cell)
        for name, cell, reader in zip(names, cells, read, strict=True)
    }


def _tell_time(moment: datetime) -> str:
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.isoformat(timespec="microseconds")


TELL: dict[ColumnKind, Callable[[Any], Any]] = {
    ColumnKind.TIME: _tell_time,
    ColumnKind.DAY: date.isoformat,
    ColumnKind.FLAG: bool,
}
READ: dict[ColumnKind, Callable[[Any], Any]] = {
    ColumnKind.TIME: datetime.fromisoformat,
    ColumnKind.DAY: date.fromisoformat,
}
