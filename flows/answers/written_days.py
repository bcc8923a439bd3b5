"""A date as it stands in a text, and which day, past or ahead, it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from flows.answers.days import calendar_months_after, day_of, latest_weekday, next_weekday
from flows.model import Interval

FRESH: Final = 60
"""Days up to which a date without a year, taken from another year, needs no second look."""
SOON: Final = timedelta(days=120)
"""A date without a year that comes again within that time was hardly meant to be last year's."""
YEARS: Final = 9
"""Years to look through for a 29 February."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day read from a text; not `plain` when it could be read another way."""

    day: date
    plain: bool = True
    until: date | None = None
    """The last day that may be meant, where it is not that very day."""
    soon_again: bool = False
    """Taken from another year, though its like is soon to come: it was hardly meant."""
    swapped_ahead: bool = False
    """With the day before the month it would be a day to come."""

    @property
    def days(self) -> Interval:
        """Every day that may be meant."""
        return Interval(self.day, self.until or self.day)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in the text. `month` is None in "the 5th"; `swaps` when day and month may be swapped."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    swaps: bool = False

    def past(self, today: date) -> Dated | None:
        """The latest such day that is not ahead, in either order unless the usual one, month first, lies ahead."""
        readings = list(self._readings(today, -1))
        likely = [dated for dated in readings if dated.day <= today and not self._soon_again(dated.day, today)]
        usual = next(iter(readings), None)
        if usual is None or not likely or self._soon_again(usual.day, today):
            return usual and self._on_its_weekday(replace(usual, plain=False, soon_again=True), today)
        found = max(likely, key=lambda dated: dated.day)
        plain = found.plain and len({dated.day for dated in readings}) == 1 and self._month_first()
        dated = Dated(found.day, plain, swapped_ahead=len(likely) < len(readings))
        return self._on_its_weekday(dated, today)

    def ahead(self, today: date) -> Dated | None:
        """The first such day from `today` on; with a year, that very day."""
        readings = list(self._readings(today, 1))
        if not readings:
            return None
        day = readings[0].day
        one = len({dated.day for dated in readings}) == 1 and self.weekday in {None, day.weekday()}
        return Dated(day, readings[0].plain and one and self._month_first())

    def _soon_again(self, day: date, today: date) -> bool:
        if self.year is not None:
            return timedelta(0) < day - today <= SOON
        if self.month is None or day.year == today.year:
            return False
        again = day_of(today.year, day.month, day.day)
        return again is not None and again - today <= SOON

    def _on_its_weekday(self, dated: Dated, today: date) -> Dated:
        """Where the date is no such weekday, the weekday that follows may be meant; in "Monday 8" the last one."""
        if self.weekday in {None, dated.day.weekday()}:
            return dated
        weekday = self.weekday or 0
        if self.month is None:
            return replace(dated, plain=False, until=max(dated.day, latest_weekday(weekday, today)))
        return replace(dated, plain=False, until=min(today, next_weekday(weekday, dated.day)))

    def _readings(self, today: date, way: int) -> Iterator[Dated]:
        orders = [(self.month, self.day)]
        if self.swaps and self.month is not None:
            orders.append((self.day, self.month))
        for month, day in orders:
            if dated := self._resolved(month, day, today, way):
                yield dated

    def _month_first(self) -> bool:
        return self.month is None or day_of(2000, self.month, self.day) is not None

    def _resolved(self, month: int | None, day: int, today: date, way: int) -> Dated | None:
        if self.year is not None:
            given = day_of(self.year, month or 0, day)
            return Dated(given) if given else None
        near = _months_around(day, today, way) if month is None else _years_around(month, day, today, way)
        found = next((candidate for candidate in near if (candidate - today).days * way >= 0), None)
        if found is None:
            return None
        same = (found.month == today.month) if month is None else found.year == today.year
        return Dated(found, same or (month is not None and abs((found - today).days) <= FRESH))


def _years_around(month: int, day: int, today: date, way: int) -> Iterator[date]:
    for years in range(YEARS):
        if found := day_of(today.year + way * years, month, day):
            yield found


def _months_around(day: int, today: date, way: int) -> Iterator[date]:
    for count in range(3):
        first = calendar_months_after(today.replace(day=1), way * count)
        if found := day_of(first.year, first.month, day):
            yield found
