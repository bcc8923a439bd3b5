"""What a chart shows, measured out: how high its scale goes, and what stands at each mark of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

LABELS = 6
"""So many words fit below the columns of a chart on a phone."""
TIMES = tuple(
    timedelta(seconds=seconds)
    for seconds in (
        60, 120, 240, 600, 1_200, 2_400, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 345_600, 604_800,
    )
)  # fmt: skip
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Column:
    """One week: the parts of its column from below; `label` is empty where there is no room for one."""

    label: str
    parts: tuple[float, ...]

    @property
    def height(self) -> float:
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns on a scale from nothing to `top`, with the words that stand at half and all of it."""

    columns: tuple[Column, ...]
    top: float
    half_told: str
    top_told: str

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return any(column.height for column in self.columns)


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart of bars: `whole` and the `part` of it at its end are shares of the longest bar."""

    label: str
    whole: float
    part: float
    told: str


def counted(labels: Sequence[str], parts: Sequence[tuple[int, ...]]) -> Columns:
    """Columns of counts, the parts one above the other."""
    top = _round_number(max((sum(each) for each in parts), default=0))
    columns = tuple(map(Column, _spaced(labels), parts))
    return Columns(columns, top, str(top // 2), str(top))


def timed(
    labels: Sequence[str], times: Sequence[tuple[timedelta | None, ...]], told: Callable[[timedelta], str | None]
) -> Columns:
    """Columns of lengths of time, each of which includes the ones before it."""
    longest = max((time for each in times for time in each if time is not None), default=timedelta())
    top = next((time for time in TIMES if time >= longest), -(-longest // WEEK) * WEEK)
    columns = tuple(map(Column, _spaced(labels), map(_steps, times)))
    return Columns(columns, top.total_seconds(), told(top / 2) or "", told(top) or "")


def _steps(times: tuple[timedelta | None, ...]) -> tuple[float, ...]:
    heights = [time.total_seconds() if time is not None else 0.0 for time in times]
    return tuple(height - before for height, before in zip(heights, [0.0, *heights], strict=False))


def bars(lines: Sequence[tuple[str, int, int, str]]) -> tuple[Bar, ...]:
    """Bars of counts, from (label, whole, part, what is told)."""
    longest = max((whole for _, whole, _, _ in lines), default=0) or 1
    return tuple(Bar(label, whole / longest, part / longest, told) for label, whole, part, told in lines)


def _round_number(count: int) -> int:
    """The next even number of one digit and zeros: half of it is whole as well."""
    size = 1
    while count > 10 * size:
        size *= 10
    return next(step * size for step in (2, 4, 6, 8, 10) if step * size >= count)


def _spaced(labels: Sequence[str]) -> list[str]:
    """Every so manieth label, the last one among them."""
    step = -(-len(labels) // LABELS)
    return [label if (len(labels) - 1 - place) % step == 0 else "" for place, label in enumerate(labels)]
