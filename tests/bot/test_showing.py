"""Intakes as lines for a terminal."""

from datetime import timedelta

import pytest

from bot.showing import age


@pytest.mark.parametrize(
    ("passed", "shown"),
    [
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(minutes=60), "1 h"),
        (timedelta(hours=23, minutes=59), "23 h"),
        (timedelta(hours=24), "1 d"),
        (timedelta(days=60), "60 d"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(passed: timedelta, shown: str) -> None:
    assert age(passed) == shown
