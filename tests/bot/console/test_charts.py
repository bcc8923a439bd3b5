"""Tests of how charts are measured out: nothing is higher than its scale, and a scale is easy to read."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.console.amounts import lasting
from bot.console.charts import LABELS, bars, counted, timed

COUNTS = st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(0, 500)), min_size=1, max_size=60)
TIMES = st.lists(st.tuples(st.none() | st.timedeltas(timedelta(), timedelta(days=300))), min_size=1, max_size=20)


@given(parts=COUNTS)
def test_no_column_is_higher_than_a_scale_that_halves(parts: list[tuple[int, int]]) -> None:
    chart = counted(["Nov 2"] * len(parts), parts)
    assert all(0 <= column.height <= chart.top for column in chart.columns)
    assert int(chart.top_told) == chart.top == 2 * int(chart.half_told)
    assert bool(chart) == any(sum(each) for each in parts)


@given(times=TIMES)
def test_no_time_is_longer_than_its_scale(times: list[tuple[timedelta | None]]) -> None:
    chart = timed(["Nov 2"] * len(times), times, lasting)
    assert all(0 <= column.height <= chart.top for column in chart.columns)
    assert chart.top_told == lasting(timedelta(seconds=chart.top))


def test_a_slow_time_stands_on_the_middle_one() -> None:
    chart = timed(["Nov 2"], [(timedelta(minutes=2), timedelta(minutes=5))], lasting)
    assert chart.columns[0].parts == (120, 180)
    assert (chart.half_told, chart.top_told) == ("5 min", "10 min")


@given(weeks=st.integers(1, 60))
def test_there_is_room_for_the_labels_and_the_last_one_is_there(weeks: int) -> None:
    labels = [str(week) for week in range(weeks)]
    shown = [column.label for column in counted(labels, [(1,)] * weeks).columns]
    assert 1 <= len([label for label in shown if label]) <= LABELS
    assert shown[-1] == labels[-1]


def test_the_longest_bar_is_as_long_as_there_is_room() -> None:
    first, second = bars([("a", 40, 10, ""), ("b", 10, 0, "")])
    assert (first.whole, first.part, second.whole, second.part) == (1, 0.25, 0.25, 0)
    assert bars([("a", 0, 0, "")])[0].whole == 0
