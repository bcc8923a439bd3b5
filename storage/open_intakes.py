"""The intakes that go on, looked at in slices and in tables of any age: what a form that is to come will meet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, select
from sqlalchemy.exc import DatabaseError

from flows.model import Answer, Intake, Verdict
from storage.encoding import answer_in, mentions_in, pending_in
from storage.engine import engine_for, options_for_reading, parsed
from storage.refusals import SchemaMissing, SchemaNewer, SchemaOld, Unreachable
from storage.schema import check
from storage.sqlite import file_of
from storage.tables import AnswerRow, IntakeRow, table

INTAKES = table(IntakeRow)
ANSWERS = table(AnswerRow)
# Only columns that the first tables had: a database is looked at before it is migrated.
READ = (
    "id", "case", "state", "round", "picked", "pending", "tries", "paused", "mentions", "language", "source", "nudged",
    "verdict", "earliest", "updated_at",
)  # fmt: skip
ENDED_WITHOUT = ("declined", "minor")
SLICE = (
    select(*(INTAKES.c[name] for name in READ))
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
class Standing:
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

    def every(self, size: int = 500) -> Iterator[Standing]:
        """Oldest first; nothing of tables that are newer than this program. Raises Unreachable."""
        after = 0
        while self.schema is not Schema.NEWER and (rows := self._slice(after, size)):
            after = rows[-1][0]
            yield from (standing for _, standing in rows)

    def _slice(self, after: int, size: int) -> list[tuple[int, Standing]]:
        with _looking(self.engine) as connection:
            rows = connection.execute(SLICE, {"after": after, "size": size}).all()
            answers: dict[int, dict[str, Answer]] = {row.id: {} for row in rows}
            for given in connection.execute(THEIR_ANSWERS, {"whose": list(answers)}) if rows else ():
                answers[given.intake_id][given.question] = answer_in(given._asdict())
        return [(row.id, _standing(row, answers[row.id])) for row in rows]


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


def _standing(row: Row[Any], answers: dict[str, Answer]) -> Standing:
    intake = Intake(
        case=row.case,
        state=row.state,
        round=row.round,
        answers=answers,
        picked=tuple(row.picked),
        pending=pending_in(row.pending),
        tries=row.tries,
        paused=row.paused,
        mentions=mentions_in(row.mentions),
        language=row.language,
        source=row.source,
        nudged=row.nudged,
    )
    return Standing(intake, Verdict[row.verdict] if row.verdict else None, row.earliest, row.updated_at)
