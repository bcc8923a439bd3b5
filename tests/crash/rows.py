"""What a test sees in the database of a program that runs, whichever kind of database it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    Connection = sqlite3.Connection | psycopg.Connection[tuple[int, ...]]

OPEN = """
    SELECT (SELECT count(*) FROM inbox WHERE state = 'waiting')
         + (SELECT count(*) FROM outbox WHERE state IN ('due', 'in_flight'))
         + (SELECT count(*) FROM deadlines WHERE due_at < '2001-01-01')
"""
GIVEN_UP = """
    SELECT (SELECT count(*) FROM inbox WHERE state = 'quarantined')
         + (SELECT count(*) FROM outbox WHERE state = 'dead' AND reason <> '')
"""
DUE_NOW = "UPDATE deadlines SET due_at = '2000-01-01 00:00:00.000000' WHERE kind = 'nudge' AND chat_id = {}"


def connected(url: str) -> Connection:
    """A connection whose every statement is a transaction of its own."""
    if url.startswith("sqlite"):
        return sqlite3.connect(url.removeprefix("sqlite:///"), timeout=30, isolation_level=None)
    return psycopg.connect(url, autocommit=True)


def count(url: str, query: str) -> int:
    with closing(connected(url)) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def fall_silent(url: str, chat_id: int) -> None:
    """Let so much time pass that the chat's nudge is due."""
    with closing(connected(url)) as connection:
        assert connection.execute(DUE_NOW.format(chat_id)).rowcount == 1
