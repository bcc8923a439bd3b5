"""The intakes that go on, looked at in slices and in tables of any age: what a form that is to come will meet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, bindparam, literal, select
from sqlalchemy.exc import DatabaseError

from flows.model import Answer, Handover, Intake, Verdict
from storage.encoding import answer_in
from storage.engine import engine_for, options_for_reading, parsed
from storage.intake_rows import intake_of
from storage.refusals import SchemaMissing, SchemaNewer, SchemaOld, Unreachable
from storage.schema import check
from storage.sqlite import file_of
from storage.stages import ENDED_WITHOUT
from storage.tables import AnswerRow, IntakeRow, table

INTAKES = table(IntakeRow)
ANSWERS = table(AnswerRow)
# Only columns that the first tables had: a database is looked at before it is migrated.
READ = (
    "id", "case", "state", "round", "picked", "pending", "tries", "paused", "mentions", "language", "source", "nudged",
    "verdict", "earliest", "updated_at",
)  # fmt: skip
LATER = (literal(Handover.BOT.value).label("handover"), literal(False).label("language_offered"))
"""What came with later tables makes no difference to what a form meets."""
COLUMNS: tuple[ColumnElement[Any], ...] = (*(INTAKES.c[name] for name in READ), *LATER)
SLICE = (
    select(*COLUMNS)
    .where(INTAKES.c.id > bindparam("after"), INTAKES.c.closed_at.is_(None), INTAKES.c.state.not_in(ENDED_WITHOUT))
    .order_by(INTAKES.c.id)
    .limit(bindparam("size"))
)
GIVEN = ("intake_id", "question", "value", "said", "how", "mentions", "understood", "round", "message_id")
THEIR_ANSWERS = select(*(ANSWERS.c[name] for name in GIVEN)).where(
    ANSWERS.c.intake_id.in_(bindparam("whose", expanding=True)), ANSWERS.c.replaced_at.is_(None)
)


class Schema(StrEnum):
    """The tables beside those of this program."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class OpenIntake:
    """One intake as it stands, and what the rules said of it when it was last written."""

    intake: Intake
    verdict: Verdict | None
    earliest: date | None
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenIntakes:
    """Looks only, and never for long: each slice is a transaction of its own."""

    engine: Engine
    schema: Schema

    def every(self, size: int = 500) -> Iterator[OpenIntake]:
        """Oldest first; nothing of tables that are newer than this program. Raises Unreachable."""
        after = 0
        while self.schema is not Schema.NEWER and (rows := self._slice(after, size)):
            after = rows[-1][0]
            yield from (standing for _, standing in rows)

    def _slice(self, after: int, size: int) -> list[tuple[int, OpenIntake]]:
        with _looking(self.engine) as connection:
            rows = connection.execute(SLICE, {"after": after, "size": size}).all()
            answers: dict[int, dict[str, Answer]] = {row.id: {} for row in rows}
            for given in connection.execute(THEIR_ANSWERS, {"whose": list(answers)}) if rows else ():
                answers[given.intake_id][given.question] = answer_in(given._asdict())
        return [(row.id, _open_intake(row, answers[row.id])) for row in rows]


@contextmanager
def look_at_open(url: str) -> Iterator[OpenIntakes]:
    """Raises SchemaMissing where there are no tables, and Unreachable."""
    file = file_of(parsed(url))
    if file and not file.exists():
        raise SchemaMissing
    engine = engine_for(url)
    try:
        with _looking(engine) as connection:
            schema = _schema(connection)
        yield OpenIntakes(engine, schema)
    finally:
        engine.dispose()


def _schema(connection: Connection) -> Schema:
    try:
        check(connection)
    except SchemaOld:
        return Schema.OLDER
    except SchemaNewer:
        return Schema.NEWER
    return Schema.SAME


@contextmanager
def _looking(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            connection.execution_options(**options_for_reading(engine))
            with connection.begin():
                yield connection
    except DatabaseError:
        raise Unreachable from None


def _open_intake(row: Row[Any], answers: dict[str, Answer]) -> OpenIntake:
    return OpenIntake(
        intake_of(row, answers), Verdict[row.verdict] if row.verdict else None, row.earliest, row.updated_at
    )
