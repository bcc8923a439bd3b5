"""Tests of weeks by the clinic's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.console.weeks import CHOICES, USUAL, beginning, chosen, mondays

ST_LOUIS = ZoneInfo("America/Chicago")


@pytest.mark.parametrize("today", [date(2026, 11, 2), date(2026, 11, 4), date(2026, 11, 8)])
def test_the_last_week_is_todays_from_monday_to_sunday(today: date) -> None:
    assert mondays(today, 2) == (date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9))


def test_a_week_in_which_the_clocks_change_is_an_hour_longer_or_shorter() -> None:
    def hours(monday: date) -> timedelta:
        return beginning(monday + timedelta(days=7), ST_LOUIS) - beginning(monday, ST_LOUIS)

    assert hours(date(2026, 10, 19)) == timedelta(hours=168)
    assert hours(date(2026, 10, 26)) == timedelta(hours=169)
    assert hours(date(2026, 3, 2)) == timedelta(hours=167)
    assert beginning(date(2026, 11, 2), ST_LOUIS) == datetime(2026, 11, 2, 6, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["", "7", "-8", "8 ", "eight", "99999999999999999999", "٨"])
def test_weeks_that_cannot_be_chosen_are_the_usual_ones(typed: str) -> None:
    assert chosen(typed) == USUAL


def test_each_choice_can_be_chosen() -> None:
    assert [chosen(str(weeks)) for weeks in CHOICES] == list(CHOICES)
