"""Inserts that meet a row which is there already; both databases spell them the same, in modules of their own."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.prepared import Prepared


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Inserts the rows that break no unique constraint, in order; says how many those were."""
    return _new(connection.dialect.name, table).run_each(connection, rows)


def put_one(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Inserts the whole row, or overwrites the one with the same primary key."""
    _put(connection.dialect.name, table).run(connection, row)


@cache
def _new(dialect: str, table: Table) -> Prepared:
    return Prepared(_insert(dialect, table).on_conflict_do_nothing())


@cache
def _put(dialect: str, table: Table) -> Prepared:
    insert = _insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    changed = {column.name: column for column in insert.excluded if column.name not in keys}
    return Prepared(insert.on_conflict_do_update(index_elements=keys, set_=changed))


def _insert(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
