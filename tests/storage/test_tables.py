"""Tests of the tables as a whole."""

import pytest
from sqlalchemy import BigInteger, Select, Table, UniqueConstraint, Update
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex, CreateTable

from storage import inbox, outbox
from storage.columns import RowId, UtcTime
from storage.tables import Row
from storage.work import Work
from tests.storage.given import NOW

TABLES = Row.metadata.sorted_tables


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


@pytest.mark.parametrize("claim", [inbox.CLAIM, outbox.CLAIM], ids=["inbox", "outbox"])
def test_workers_on_postgresql_never_wait_for_each_others_claims(claim: Update) -> None:
    assert "SKIP LOCKED" in str(claim.compile(dialect=registry.load("postgresql")()))


@pytest.mark.parametrize("oldest", [inbox.OLDEST, outbox.OLDEST], ids=["inbox", "outbox"])
def test_a_claim_reads_no_table_from_end_to_end(work: Work, oldest: Select[int]) -> None:
    connection = work.inbox.connection
    query = oldest.params(now=NOW).compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
    steps = [str(step.detail) for step in plan]
    assert len(steps) >= 2
    assert [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step] == []
