"""How a database is kept to the way that was picked: the same conditions, in words that lead it nowhere else."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, any_, case, false, func, true

from storage.postgres import is_postgres


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same, but no reason to use an index of it."""
    return func.coalesce(column, column)


def checked(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The same, to be asked of a row that was met: no reason to begin elsewhere, or to think that few pass."""
    return case((condition, true()), else_=false())


def at_one(column: ColumnElement[Any], value: Any) -> ColumnElement[bool]:
    """Whether it is this, as a range that a query is to be ordered by first: that keeps a server to an index with it.

    Else it believes that those with the value are spread evenly, and walks an index of what they are ordered by through
    everybody else, to the end where there are none.
    """
    return column.between(value, value)


def among(
    column: ColumnElement[int], few: Select[int] | CompoundSelect[int], connection: Connection
) -> ColumnElement[bool]:
    """Whether it is one of these: a server that is not given them as a list may read a whole table instead."""
    if is_postgres(connection):
        return column == any_(func.array(few.scalar_subquery()))
    return column.in_(few)
