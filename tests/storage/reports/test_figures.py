"""Tests of medians and of the slowest tenth."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.reports.figures import middle, slowest_tenth


def minutes(*numbers: float) -> list[timedelta | None]:
    return [timedelta(minutes=number) for number in numbers]


@pytest.mark.parametrize(
    ("times", "half"), [((3,), 3), ((9, 1), 5), ((9, 1, 2), 2), ((1, 2, 4, 1000), 3), ((5, 5, 5), 5)]
)
def test_half_of_the_times_are_shorter_and_half_longer(times: tuple[float, ...], half: float) -> None:
    assert middle(minutes(*times)) == timedelta(minutes=half)


@pytest.mark.parametrize(
    ("times", "slow"),
    [((3,), 3), (range(1, 10), 9), (range(1, 11), 9), (range(1, 20), 18), (range(20, 0, -1), 18), ((1, 1, 9), 9)],
)
def test_no_more_than_a_tenth_took_longer(times: tuple[float, ...], slow: float) -> None:
    assert slowest_tenth(minutes(*times)) == timedelta(minutes=slow)


def test_what_is_not_known_does_not_count() -> None:
    assert middle([None, *minutes(4), None]) == timedelta(minutes=4)
    assert middle([None]) is slowest_tenth([]) is None
