"""Copies what intakes have in common from the first ones to the later ones, inside the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, insert, select

from storage.tables import AnswerRow, EventRow, IntakeRow, LineRow, Row, TurnRow, table

INTAKES, TURNS, LINES, ANSWERS, EVENTS = (table(row) for row in (IntakeRow, TurnRow, LineRow, AnswerRow, EventRow))


def multiply(connection: Connection, first: int, last: int, turns: int, common: tuple[str, ...]) -> None:
    """Give the intakes from `first` to `last` the turns, lines and events that intakes from 1 on have.

    Also the answers to the `common` questions. Each intake has so many `turns`, numbered without a gap.
    """
    away = first - 1
    copied = and_(INTAKES.c.id >= first, INTAKES.c.id <= last, TURNS.c.intake_id == INTAKES.c.id - away)
    turn_id = TURNS.c.id + away * turns
    theirs = {"chat_id": INTAKES.c.chat_id, "intake_id": INTAKES.c.id, "at": INTAKES.c.started_at, "turn_id": turn_id}
    _copy(connection, TURNS, {**theirs, "id": turn_id}, copied)
    _copy(connection, LINES, theirs, and_(copied, LINES.c.turn_id == TURNS.c.id))
    _copy(connection, EVENTS, {**theirs, "run": INTAKES.c.id}, and_(copied, EVENTS.c.turn_id == TURNS.c.id))
    _copy(
        connection,
        ANSWERS,
        theirs,
        and_(copied, ANSWERS.c.turn_id == TURNS.c.id, ANSWERS.c.question.in_(common)),
    )


def _copy(connection: Connection, into: Table, theirs: Mapping[str, Any], where: ColumnElement[bool]) -> None:
    """Rows like those that are there, with what is `theirs` instead; a number of their own is given to them."""
    names = [column.name for column in into.columns if column.name != "id" or "id" in theirs]
    taken = [theirs.get(name, into.c[name]).label(name) for name in names]
    connection.execute(insert(into).from_select(names, select(*taken).where(where)))


def advance_numbers(connection: Connection, *rows: type[Row]) -> None:
    """Let a server go on with the numbers after those that were given by hand; SQLite does so anyway."""
    if connection.dialect.name == "postgresql":
        for row in rows:
            name = table(row).name
            connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}")
