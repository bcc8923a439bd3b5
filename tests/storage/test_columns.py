"""Tests of the column types."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import registry

from storage.columns import Exact, JsonText, RowId, UtcTime, in_utc

SQLITE, POSTGRESQL = registry.load("sqlite")(), registry.load("postgresql")()
CHICAGO = timezone(timedelta(hours=-6))


def test_a_moment_of_any_zone_is_stored_in_utc() -> None:
    moment = datetime(2026, 11, 2, 23, 0, tzinfo=CHICAGO)
    bound = UtcTime().process_bind_param(moment, SQLITE)
    assert bound == datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
    assert bound.date() == date(2026, 11, 3)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        in_utc(datetime(2026, 11, 3, tzinfo=UTC).replace(tzinfo=None))


@pytest.mark.parametrize(
    "read",
    [
        datetime(2026, 11, 3, 5, 0, tzinfo=UTC).replace(tzinfo=None),
        datetime(2026, 11, 2, 23, 0, tzinfo=CHICAGO),
    ],
)
def test_whatever_the_database_gives_back_is_aware_utc(read: datetime) -> None:
    moment = UtcTime().process_result_value(read, SQLITE)
    assert moment == datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
    assert moment.utcoffset() == timedelta(0)


def test_json_keeps_other_scripts_readable_and_none_as_null() -> None:
    assert JsonText().process_bind_param({"a": "ñ"}, SQLITE) == '{"a":"ñ"}'
    assert JsonText().process_bind_param(None, SQLITE) is None
    assert JsonText().process_result_value(None, SQLITE) is None


def test_row_numbers_and_times_are_wide_enough_on_both_databases() -> None:
    assert [RowId().compile(dialect) for dialect in (SQLITE, POSTGRESQL)] == ["INTEGER", "BIGINT"]
    assert UtcTime().compile(POSTGRESQL) == "TIMESTAMP WITH TIME ZONE"


def test_text_to_be_found_by_its_beginning_is_in_the_order_of_code_points_on_every_database() -> None:
    assert str(Exact().load_dialect_impl(POSTGRESQL).compile(dialect=POSTGRESQL)) == 'VARCHAR COLLATE "C"'
    assert str(Exact().load_dialect_impl(SQLITE).compile(dialect=SQLITE)) == "VARCHAR"
