"""Inserts that meet a row which is there already; both databases spell them the same, in modules of their own."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Inserts the rows that break no unique constraint, in order; says how many those were."""
    if not rows:
        return 0
    insert = _insert(connection, table).on_conflict_do_nothing().returning(table.c.id)
    return len(connection.execute(insert, rows).all())


def put_one(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Inserts the row, or overwrites the one with the same primary key."""
    insert = _insert(connection, table).values(row)
    keys = [column.name for column in table.primary_key]
    changed = {name: insert.excluded[name] for name in row if name not in keys}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed))


def _insert(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
