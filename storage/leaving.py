"""All that is stored, for an owner who leaves: each table's rows under the names of their columns, one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from storage.columns import JsonText
from storage.shapes import BATCH, Shape, lines_of, shapes
from storage.staff_tables import FormRow
from storage.tables import IntakeRow, Row, table

INTAKES, FORMS = table(IntakeRow), table(FormRow)
NEWEST = select(func.max(INTAKES.c.id)).group_by(INTAKES.c.chat_id)
CASES = select(INTAKES.c.chat_id, INTAKES.c.case).where(INTAKES.c.id.in_(NEWEST)).order_by(INTAKES.c.id)


def tables(connection: Connection) -> Iterator[tuple[str, Iterator[Mapping[str, Any]]]]:
    """Every table with its rows; times in UTC as ISO has them, what is kept as JSON as itself."""
    for shape in shapes(connection):
        yield shape.name, _rows(connection, shape)


def people(connection: Connection) -> Iterator[tuple[int, str]]:
    """Each chat that has an intake, with the case number of its newest one."""
    for row in connection.execute(CASES, execution_options={"yield_per": BATCH}):
        yield row.chat_id, row.case


def forms(connection: Connection) -> Iterator[tuple[str, str]]:
    """Each form that intakes were taken with: its fingerprint, and how it read."""
    for row in connection.execute(select(FORMS.c.fingerprint, FORMS.c.text).order_by(FORMS.c.at)):
        yield row.fingerprint, row.text


def _rows(connection: Connection, shape: Shape) -> Iterator[Mapping[str, Any]]:
    names = list(shape.kinds)
    declared = Row.metadata.tables[shape.name].columns
    packed = [name for name in names if isinstance(declared[name].type, JsonText)]
    for line in lines_of(connection, shape):
        row = dict(zip(names, json.loads(line), strict=True))
        yield row | {name: json.loads(row[name]) for name in packed if row[name] is not None}
