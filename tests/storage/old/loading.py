"""Old databases: read from their files, put into tables of their own revision, and compared row by row."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from sqlalchemy import Boolean, MetaData, text

from storage.engine import engine_for
from storage.schema import config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Connection, Table

    from tests.postgres import Server

HERE = Path(__file__).parent
REVISIONS = tuple(sorted(file.stem for file in HERE.glob("*.json")))
Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Phone:
    """What one client saw last: the end of the chat, each message with its buttons."""

    chat_id: int
    name: str
    language: str
    blocked: bool
    keyboard: Any
    said: int
    """How many messages the chat has; the last ones of them are `messages`."""
    messages: list[list[Any]]


@dataclass(frozen=True)
class Old:
    """The rows of every table, and the phones of the clients by what each of them was in the middle of."""

    revision: str
    at: datetime
    next_update: int
    numbers: int
    counted: Mapping[str, int]
    tables: Mapping[str, Mapping[str, list[Any]]]
    phones: Mapping[str, Phone]

    def rows(self) -> Rows:
        return {
            name: [dict(zip(each["columns"], row, strict=True)) for row in each["rows"]]
            for name, each in self.tables.items()
        }


@contextmanager
def old_database(kind: str, folder: Path, server: Callable[[], Server], left: Old) -> Iterator[str]:
    """The address of a database as the old program left it; the server is asked for only where it is wanted."""
    if kind == "sqlite":
        made = f"sqlite:///{folder / 'old.sqlite3'}"
        load_into(made, left)
        yield made
        return
    with server().database("template0") as made:
        load_into(made, left)
        yield made


@cache
def old(revision: str) -> Old:
    stored = json.loads((HERE / f"{revision}.json").read_text(encoding="utf-8"))
    phones = {who: Phone(**each) for who, each in stored.pop("phones").items()}
    return Old(**{**stored, "at": datetime.fromisoformat(stored["at"]), "phones": phones})


def load_into(url: str, left: Old) -> None:
    """Makes the tables of the old revision in an empty database, and puts every row back under its number."""
    engine = engine_for(url, foreign_keys=False)
    with engine.begin() as connection:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, left.revision)
    with engine.begin() as connection:
        found = MetaData()
        found.reflect(connection)
        for table in found.sorted_tables:
            if table.name in left.tables:
                _fill(connection, table, left.rows()[table.name])
        _count_on(connection, left.counted)
    engine.dispose()


def _fill(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    names, gaps = ", ".join(f'"{name}"' for name in rows[0]), ", ".join(f":{name}" for name in rows[0])
    truths = {column.name for column in table.columns if isinstance(column.type, Boolean)}
    given = [{name: bool(each) if name in truths else each for name, each in row.items()} for row in rows]
    connection.execute(text(f"INSERT INTO {table.name} ({names}) VALUES ({gaps})"), given)


def _count_on(connection: Connection, counted: Mapping[str, int]) -> None:
    """A number that was given out once is not given out again, even that of a row that is gone."""
    for name, number in counted.items():
        if connection.dialect.name == "sqlite":
            connection.execute(
                text("UPDATE sqlite_sequence SET seq = :number WHERE name = :name"), {"name": name, "number": number}
            )
        else:
            sequence = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :number)")
            connection.execute(sequence, {"name": name, "number": number})


def rows_in(url: str) -> Rows:
    """Every row of every table, by the name of the table."""
    engine = engine_for(url, foreign_keys=False)
    with engine.begin() as connection:
        found = MetaData()
        found.reflect(connection)
        rows: Rows = {}
        for table in found.sorted_tables:
            order = ", ".join(f'"{column.name}"' for column in table.primary_key)
            stored = connection.execute(text(f"SELECT * FROM {table.name} ORDER BY {order or 1}"))
            rows[table.name] = [dict(row._asdict()) for row in stored]
    engine.dispose()
    return rows
