"""Days, times and ages as staff read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.console.days import ago, day, hour, moment

AT = datetime(2026, 11, 3, 18, 4, tzinfo=UTC)
CHICAGO = ZoneInfo("America/Chicago")


def test_days_and_times_are_the_clinics() -> None:
    assert day(date(2026, 11, 8)) == "Sun, Nov 8, 2026"
    assert moment(AT, CHICAGO) == "Nov 3, 12:04 PM"
    assert hour(AT, CHICAGO) == "12:04 PM"


def test_an_age_is_never_less_than_nothing() -> None:
    assert ago(AT, AT + timedelta(hours=3)) == "3 h"
    assert ago(AT, AT - timedelta(hours=3)) == "0 min"
