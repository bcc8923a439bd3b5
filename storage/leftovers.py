"""Words that were erased and may still stand in the database's files: that there are some, and how they go.

Both databases leave what was deleted in their files until something else is written there. SQLite is told to write the
whole file anew, PostgreSQL one table after the other: see storage/rewriting.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import sqlite
from storage.postgres import is_postgres
from storage.staff_tables import AlertRow, NoteRow, PassedOnRow, SearchRow, TagRow, TermRow
from storage.tables import (
    AnswerRow,
    ChatRow,
    DeadlineRow,
    EventRow,
    InboxRow,
    IntakeRow,
    LineRow,
    OutboxRow,
    TurnRow,
    table,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

ERASED_FROM = tuple(
    table(row).name
    for row in (
        AlertRow, AnswerRow, ChatRow, DeadlineRow, EventRow, InboxRow, IntakeRow, LineRow, NoteRow, OutboxRow,
        PassedOnRow, SearchRow, TagRow, TermRow, TurnRow,
    )
)  # fmt: skip
"""Every table out of which storage/erasure.py takes something."""

# A row for each transaction: whoever erases waits for nobody else who does.
NOTE = """
    INSERT INTO marks (name, value, at) SELECT 'leftovers:' || txid_current(), '', now() ON CONFLICT DO NOTHING
"""


def ask_for_scrubbing(connection: Connection) -> None:
    """Notes, as part of the transaction, that the files hold leftovers from now on."""
    if is_postgres(connection):
        connection.exec_driver_sql(NOTE)
    else:
        sqlite.ask_for_scrubbing(connection)


def rewrite(engine: Engine, is_night: bool) -> None:
    """On PostgreSQL: writes every table anew that holds leftovers, where it can now; what it cannot waits.

    Raises psycopg.OperationalError where the server is away or full: then the notes stay, and whoever asked says so.
    """
    if engine.dialect.name != "postgresql":
        return
    # Its driver is 7 MB of memory, which nobody needs on a file.
    from storage.rewriting import rewrite_tables

    rewrite_tables(engine, is_night)
