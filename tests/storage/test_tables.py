"""Tests of the tables as a whole."""

import pytest
from sqlalchemy import BigInteger, Select, Table, UniqueConstraint
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex, CreateTable

from storage import inbox, outbox
from storage.columns import RowId, UtcTime
from storage.prepared import Prepared
from storage.tables import Row
from storage.work import Work
from tests.storage.given import NOW
from tests.storage.plans import detours, filled, plan

TABLES = Row.metadata.sorted_tables
SOME_UPDATES = """
    INSERT INTO inbox (bot_id, update_id, digest, chat_id, state, attempts, received_at)
    SELECT 7, n, n, CASE n % 50 WHEN 0 THEN n % 900 END, CASE n % 50 WHEN 0 THEN 'waiting' ELSE 'done' END, 0, now()
    FROM numbers (n)
"""
SOME_CHATS = "INSERT INTO chats (chat_id, parked, explained) SELECT n, false, false FROM numbers (n)"
SOME_LETTERS = """
    INSERT INTO outbox (chat_id, method, state, attempts, reason, put_at)
    SELECT CASE n % 50 WHEN 0 THEN n % 900 END, 'sendMessage', CASE n % 50 WHEN 0 THEN 'due' ELSE 'sent' END, 0, '',
        now()
    FROM numbers (n)
"""


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: rows.name)
def test_every_telegram_id_is_64_bits_wide(rows: Table) -> None:
    telegram = [column for column in rows.columns if column.name in {"chat_id", "message_id", "bot_id", "update_id"}]
    assert all(type(column.type) is BigInteger for column in telegram)


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: rows.name)
def test_every_time_is_aware_utc(rows: Table) -> None:
    times = [column for column in rows.columns if column.name == "at" or column.name.endswith("_at")]
    assert all(type(column.type) is UtcTime for column in times)


@pytest.mark.parametrize("rows", [rows for rows in TABLES if "id" in rows.columns], ids=lambda rows: rows.name)
def test_a_row_number_is_never_given_out_twice(rows: Table) -> None:
    assert type(rows.columns["id"].type) is RowId
    assert rows.dialect_kwargs["sqlite_autoincrement"] is True


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: rows.name)
def test_whatever_links_to_another_row_can_be_found_by_it(rows: Table) -> None:
    led = {next(iter(index.columns)).name for index in rows.indexes}
    led |= {next(iter(key.columns)).name for key in rows.constraints if isinstance(key, UniqueConstraint)}
    assert {link.parent.name for link in rows.foreign_keys} <= led


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: rows.name)
def test_every_table_can_be_made_on_postgresql(rows: Table) -> None:
    dialect = registry.load("postgresql")()
    made = [str(CreateTable(rows).compile(dialect=dialect))]
    made += [str(CreateIndex(index).compile(dialect=dialect)) for index in rows.indexes]
    assert all(sql.strip().startswith("CREATE ") for sql in made)
    assert "DATETIME" not in made[0]


@pytest.mark.parametrize("claim", [*inbox.CLAIM, outbox.CLAIM], ids=["near", "far", "outbox"])
def test_workers_on_postgresql_never_wait_for_each_others_claims(claim: Prepared) -> None:
    assert "SKIP LOCKED" in str(claim.statement.compile(dialect=registry.load("postgresql")()))


@pytest.mark.parametrize("oldest", [inbox.OLDEST, outbox.OLDEST], ids=["inbox", "outbox"])
def test_a_claim_reads_no_table_from_end_to_end(work: Work, oldest: Select[int]) -> None:
    connection = work.inbox.connection
    filled(connection, SOME_UPDATES, SOME_LETTERS, SOME_CHATS)
    assert detours(plan(connection, oldest, now=NOW, most=1)) == []
