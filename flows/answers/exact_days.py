"""Days written as dates: ISO, American, with month names, "the 5th"; and which day, past or ahead, they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from flows.answers.calendar_names import months, weekdays
from flows.answers.days import calendar_months_after, day_of

FRESH: Final = 60
"""Days up to which a date without a year, taken from another year, needs no second look."""
YEARS: Final = 9
"""Years to look through for a 29 February."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day read from a text; not `plain` when it could be read another way."""

    day: date
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in the text. `month` is None in "the 5th"; `swaps` when day and month may be swapped."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    swaps: bool = False

    def past(self, today: date) -> Dated | None:
        """The most recent such day that is not ahead; with a year, that very day."""
        return self._read(today, -1)

    def ahead(self, today: date) -> Dated | None:
        """The first such day from `today` on; with a year, that very day."""
        return self._read(today, 1)

    def _read(self, today: date, way: int) -> Dated | None:
        readings = [dated for month, day in self._readings() if (dated := self._resolved(month, day, today, way))]
        if not readings:
            return None
        day, plain = readings[0].day, readings[0].plain and self._month_first(today)
        others = [other.day for other in readings[1:] if other.day != day and (way > 0 or other.day <= today)]
        wrong_weekday = self.weekday is not None and self.weekday != day.weekday()
        return Dated(day, plain and not others and not wrong_weekday)

    def _readings(self) -> Iterator[tuple[int | None, int]]:
        yield self.month, self.day
        if self.swaps and self.month is not None:
            yield self.day, self.month

    def _month_first(self, today: date) -> bool:
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


def full_year(written: str | None) -> int | None:
    """A year of two or four digits; two digits are in this century."""
    if not written:
        return None
    return int(written) + 2000 if len(written) == 2 else int(written)


def written(match: re.Match[str]) -> Written:
    """The date that a match of one of the patterns stands for."""
    said = match.groupdict()
    name, weekday = said.get("name"), said.get("weekday")
    month = months()[name] if name else int(said["m"]) if said.get("m") else None
    year = full_year(said.get("year"))
    return Written(int(said["d"]), month, year, weekdays()[weekday] if weekday else None, swaps="swap" in said)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Every written form, the longest first; texts are soft, with number words as digits."""
    month = "|".join(sorted(months(), key=len, reverse=True))
    weekday = "|".join(sorted(weekdays(), key=len, reverse=True))
    leading = rf"(?:\b(?P<weekday>{weekday})\.?,? (?:the )?)?"
    nth = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    year = r"(?:,? ?(?:of )?(?P<year>20\d\d|19\d\d|\d\d(?! ?(?:days?|weeks?|months?|am|pm|:|min|hours?)))(?!\d))?"
    not_a_part = r"(?! ?(?:tube|pump|cup|tsp|teaspoon|of a|a |the ))"
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?<![\w./-])(?P<year>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\w/-])",
            r"(?<![\w./-])(?P<swap>)(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?P=s)(?P<year>\d{4}|\d{2})(?![\w/-])",
            rf"(?<![\w./:$-])(?P<swap>)(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?![\w/%-]){not_a_part}",
            r"^(?P<swap>)(?P<m>\d{1,2})-(?P<d>\d{1,2})$",
            rf"{leading}\b(?:the )?{nth} ?(?:of |day of )?(?P<name>{month})\b\.?(?:,? ?(?P<year>20\d\d|19\d\d))?",
            rf"{leading}\b(?P<name>{month})\.? ?(?:the )?{nth}{year}",
            r"\b(?:on |since |by |the )+(?P<d>\d{1,2})(?:st|nd|rd|th)\b",
            r"^(?P<d>\d{1,2})(?:st|nd|rd|th)$",
        )
    )
