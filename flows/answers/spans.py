"""Spans of time counted in words: "3 weeks", "a couple of months", with the room that the words leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import Final

from flows.answers.days import back, calendar_months_after
from flows.model import Interval

LOOSE: Final[Mapping[str, tuple[float, float]]] = {"couple": (1, 3), "few": (2, 7), "several": (3, 12), "many": (4, 60)}
"""Fewest and most that the word can mean."""
SLACK: Final[Mapping[str, int]] = {"minute": 0, "hour": 0, "day": 0, "week": 2, "month": 15, "year": 30}
"""Days by which people are off with one of these; per unit up to `MOST`."""
MOST: Final[Mapping[str, int]] = {"minute": 0, "hour": 0, "day": 0, "week": 4, "month": 15, "year": 183}
DAYS: Final[Mapping[str, float]] = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7}
UNITS: Final = (
    ("min", "minute"),
    ("h", "hour"),
    ("d", "day"),
    ("n", "day"),
    ("mor", "day"),
    ("e", "day"),
    ("w", "week"),
    ("mo", "month"),
    ("y", "year"),
)
"""Beginnings of unit words, in the order they are tried."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `fewest` to `most` units back."""

    fewest: float
    most: float
    unit: str
    night: bool = False
    """A night may have been after midnight."""

    @property
    def slack(self) -> int:
        """Days by which the words may be off; "a couple" has its room in itself."""
        if self.fewest != self.most:
            return 0
        return min(MOST[self.unit], round(SLACK[self.unit] * max(1.0, self.fewest)))

    def before(self, today: date) -> Interval:
        """The days this span before `today` could mean."""
        latest = self._at(today, self.fewest) + timedelta(days=self.slack + (self.night and self.fewest == self.most))
        return Interval(back(self._at(today, self.most, ceil), self.slack), min(today, latest))

    def exactly(self, today: date) -> date:
        """The day this span before `today`, at its near end and to the letter: "over a month ago" is before it."""
        return self._at(today, self.fewest)

    def _at(self, today: date, count: float, rounded: Callable[[float], int] = floor) -> date:
        if self.unit in DAYS:
            return back(today, rounded(count * DAYS[self.unit]))
        months = int(count * (12 if self.unit == "year" else 1))
        half = 15 if self.unit == "month" and count != int(count) else 0
        return back(calendar_months_after(today, -months), half)


def span_of(count: str, unit: str) -> Span:
    """The span of a count and a unit as typed: "3", "a", "couple of", "2.5"; "weeks", "hrs"."""
    name = next(kind for start, kind in UNITS if unit.startswith(start))
    fewest, most = _count(count)
    return Span(fewest, most, name, night=unit.startswith(("night", "evening")))


def _count(count: str) -> tuple[float, float]:
    for word, (fewest, most) in LOOSE.items():
        if word in count:
            return fewest, most
    count = count.replace(" 1/2", " and a half")
    if count.startswith("half"):
        return 0.5, 0.5
    if count.startswith("a") and not count[-1].isdigit():
        return 1, 1
    number = float(count.split()[0]) + (0.5 if "half" in count else 0)
    return number, number
