"""Tests of how amounts read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.console.amounts import lasting, per_hundred, share


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(0, 0, None), (0, 5, "0%"), (5, 5, "100%"), (1, 1000, "1%"), (999, 1000, "99%"), (1, 8, "13%"), (61, 100, "61%")],
)
def test_a_share_is_nothing_or_all_only_when_it_is(part: int, whole: int, told: str | None) -> None:
    assert share(part, whole) == told


@pytest.mark.parametrize(
    ("times", "whole", "told"), [(1, 0, None), (0, 9, "0"), (3, 40, "7.5"), (99, 1000, "9.9"), (12, 100, "12")]
)
def test_a_rate_is_told_more_exactly_where_it_is_small(times: int, whole: int, told: str | None) -> None:
    assert per_hundred(times, whole) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 s"),
        (0.4, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (250, "4 min 10 s"),
        (3_599.6, "1 h"),
        (7_500, "2 h 5 min"),
        (86_399, "1 d"),
        (90_000, "1 d 1 h"),
        (20 * 86_400, "20 d"),
    ],
)
def test_a_time_is_told_in_its_two_largest_units(seconds: float, told: str) -> None:
    assert lasting(timedelta(seconds=seconds)) == told


def test_no_time_is_not_told() -> None:
    assert lasting(None) is None
