"""Tests of inserts that meet a row which is there already."""

from unittest.mock import create_autospec

from sqlalchemy import Connection
from sqlalchemy.dialects import registry

from storage.tables import ChatRow, OffsetRow, table
from storage.upserts import insert_new, put_one
from storage.work import Work
from tests.storage.given import stored


def test_inserting_nothing_is_no_statement_at_all(work: Work) -> None:
    assert insert_new(work.inbox.connection, table(ChatRow), []) == 0


def test_putting_a_row_twice_leaves_the_second(work: Work) -> None:
    for offset in (1, 2):
        put_one(work.inbox.connection, table(OffsetRow), {"bot_id": 7, "next_offset": offset})
    assert [(row["bot_id"], row["next_offset"]) for row in stored(work, OffsetRow)] == [(7, 2)]


def test_postgresql_is_told_the_same_in_its_own_words() -> None:
    connection = create_autospec(Connection, instance=True)
    connection.dialect = registry.load("postgresql")()
    put_one(connection, table(OffsetRow), {"bot_id": 7, "next_offset": 1})
    (statement, _row), _ = connection.execute.call_args
    told = str(statement.compile(dialect=connection.dialect, column_keys=["bot_id", "next_offset"]))
    assert "ON CONFLICT (bot_id) DO UPDATE SET next_offset = excluded.next_offset" in told
