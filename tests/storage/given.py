"""What the tests of storage begin with."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
from sqlalchemy import select

from flows.model import Answer, How, Intake, Screening, Value, Verdict
from storage.inbox import Arrived
from storage.tables import Row, table
from storage.work import Work

NOW = datetime(2026, 11, 3, 15, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
BOT = 7_000_000_001
CHAT = 5_000_000_001
OTHER_CHAT = 5_000_000_002
READY = Screening(Verdict.READY, None, complete=True, findings=())
INCOMPLETE = Screening(Verdict.REVIEW, None, complete=False, findings=())


def arrived(number: int, chat_id: int | None = CHAT, raw: str | None = None, about: str | None = None) -> Arrived:
    return Arrived(number, chat_id, raw or f'{{"update_id":{number}}}', about)


def answer(value: Value = "yes", said: str = "Yes", message_id: int | None = None) -> Answer:
    return Answer(value, said, How.TYPED, message_id=message_id)


def answered(intake: Intake, **answers: Answer) -> Intake:
    return replace(intake, answers={**intake.answers, **answers})


def is_scrubbed(url: str) -> bool:
    """Whether nothing erased is waiting to be taken from the files as well."""
    if url.startswith("postgresql"):
        with closing(psycopg.connect(url)) as server:
            return server.execute("SELECT 1 FROM marks WHERE name LIKE 'leftovers:%'").fetchone() is None
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone() == (0,))


def stored(work: Work, row: type[Row]) -> list[Mapping[str, object]]:
    """Every row of a table as the database has it, oldest first."""
    rows = table(row)
    found = work.inbox.connection.execute(select(rows).order_by(*rows.primary_key))
    return [dict(one._asdict()) for one in found]
