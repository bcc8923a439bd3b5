"""Tests of the column types."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import DateTime, Dialect
from sqlalchemy.dialects import registry

from storage.columns import Exact, JsonText, RowId, UtcTime, in_utc

SQLITE, POSTGRESQL = registry.load("sqlite")(), registry.load("postgresql")()
CHICAGO = timezone(timedelta(hours=-6))


MOMENT = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize("given", [MOMENT, MOMENT.astimezone(CHICAGO), MOMENT.replace(microsecond=7)])
def test_a_moment_of_any_zone_is_stored_in_utc_as_the_driver_has_it(given: datetime) -> None:
    as_usual = DateTime().dialect_impl(SQLITE).bind_processor(SQLITE)
    assert as_usual is not None
    assert UtcTime().bind_processor(SQLITE)(given) == as_usual(given.astimezone(UTC))
    bound = UtcTime().bind_processor(POSTGRESQL)(given)
    assert (bound, bound.tzinfo) == (given, UTC)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        in_utc(datetime(2026, 11, 3, tzinfo=UTC).replace(tzinfo=None))


def test_whatever_the_database_gives_back_is_aware_utc() -> None:
    of_file, of_server = (UtcTime().result_processor(dialect, None) for dialect in (SQLITE, POSTGRESQL))
    read = [of_file("2026-11-03 05:00:00.000000"), of_server(MOMENT.astimezone(CHICAGO))]
    assert [(moment, moment and moment.tzinfo) for moment in read] == [(MOMENT, UTC)] * 2


def test_no_moment_is_null_both_ways() -> None:
    for dialect in (SQLITE, POSTGRESQL):
        assert UtcTime().bind_processor(dialect)(None) is None
        assert UtcTime().result_processor(dialect, None)(None) is None


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRESQL])
def test_json_keeps_other_scripts_readable_and_none_as_null(dialect: Dialect) -> None:
    put, read = JsonText().bind_processor(dialect), JsonText().result_processor(dialect, None)
    assert (put({"a": "ñ"}), put(None)) == ('{"a":"ñ"}', None)
    assert (read('{"a":"ñ"}'), read(None)) == ({"a": "ñ"}, None)


def test_row_numbers_and_times_are_wide_enough_on_both_databases() -> None:
    assert [RowId().compile(dialect) for dialect in (SQLITE, POSTGRESQL)] == ["INTEGER", "BIGINT"]
    assert UtcTime().compile(POSTGRESQL) == "TIMESTAMP WITH TIME ZONE"


def test_text_to_be_found_by_its_beginning_is_in_the_order_of_code_points_on_every_database() -> None:
    assert str(Exact().load_dialect_impl(POSTGRESQL).compile(dialect=POSTGRESQL)) == 'VARCHAR COLLATE "C"'
    assert str(Exact().load_dialect_impl(SQLITE).compile(dialect=SQLITE)) == "VARCHAR"
