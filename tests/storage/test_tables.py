"""Tests of the tables as a whole."""

import pytest
from sqlalchemy import BigInteger, Table, UniqueConstraint
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex, CreateTable

from storage.columns import RowId, UtcTime
from storage.tables import Row

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
