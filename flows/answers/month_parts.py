"""Parts of months: "early October", "the second week of May", "the 5th of last month", "the last Sunday in June"."""

from __future__ import annotations

import re
from calendar import MONDAY, SUNDAY
from datetime import date, timedelta
from typing import Final

from flows.answers.calendar_names import months, weekdays
from flows.answers.days import calendar_months_after, day_of, whole_month
from flows.model import Interval

EARLY: Final = 15
MIDDLE: Final = 24
"""The last days of a month that people call early, and the middle."""
MOST_OF_A_WEEK: Final = 3
"""Days of the month before that a first week may begin with."""
NTH: Final = {"f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3, "4": 4}


def last_of_part(part: str | None, month: Interval) -> date:
    """The last day of a part of a month, with room for what people call early or middle."""
    if part and re.search(r"early|beginning|start|first|1st", part):
        return month.latest.replace(day=EARLY)
    return month.latest.replace(day=MIDDLE) if part and re.search(r"mid|half", part) else month.latest


def relative_month(match: re.Match[str], today: date) -> Interval:
    """ "Early this month", "last month"."""
    month = _relative(match["which"], today)
    return Interval(month.earliest, last_of_part(match["part"], month))


def day_of_month(match: re.Match[str], today: date) -> Interval:
    """ "The 5th of last month"; the whole month where it has no such day."""
    month = _relative(match["which"], today)
    day = day_of(month.latest.year, month.latest.month, int(match["d"]))
    return Interval.on(day) if day else month


def week_of_month(match: re.Match[str], today: date) -> Interval:
    """ "The first week of October": that many weeks in, however weeks are counted."""
    return _week(match["nth"], named(match["month"], match["year"], today))


def last_day_of_month(match: re.Match[str], today: date) -> Interval:
    """ "The last day of October"."""
    return Interval.on(named(match["month"], match["year"], today).latest)


def month_in_digits(match: re.Match[str], today: date) -> Interval:
    """ "9/2026"."""
    return whole_month(int(match["year"]), int(match["m"]))


def week_of_relative_month(match: re.Match[str], today: date) -> Interval:
    """ "The first week of last month"."""
    return _week(match["nth"], _relative(match["which"], today))


def weekday_of_month(match: re.Match[str], today: date) -> Interval:
    """ "The second Saturday in October"."""
    month, weekday = named(match["month"], match["year"], today), weekdays()[match["weekday"]]
    nth = _nth(match["nth"])
    if not nth:
        return Interval.on(month.latest - timedelta(days=(month.latest.weekday() - weekday) % 7))
    first = month.latest.replace(day=1)
    return Interval.on(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1)))


def named(name: str, written_year: str | None, today: date) -> Interval:
    """A month by name: with its year, or the most recent one that has begun."""
    number = months()[name]
    return whole_month(int(written_year) if written_year else today.year - (number > today.month), number)


def _relative(which: str, today: date) -> Interval:
    day = calendar_months_after(today.replace(day=1), -1 if which == "last" else 0)
    return whole_month(day.year, day.month)


def _nth(word: str) -> int:
    """1 to 4; 0 for the last."""
    return 4 if word == "fourth" else NTH.get(word[0], 0)


def _week(word: str, month: Interval) -> Interval:
    nth, first = _nth(word), month.latest.replace(day=1)
    if not nth:
        return Interval(month.latest - timedelta(days=9), month.latest)
    ends = [first.replace(day=7 * nth)]
    for begins in (MONDAY, SUNDAY):
        before = (first.weekday() - begins) % 7
        start = first - timedelta(days=before) + timedelta(days=7 * (before > MOST_OF_A_WEEK))
        ends.append(start + timedelta(days=7 * nth - 1))
    return Interval(min(first + timedelta(days=7 * (nth - 1)), *ends), min(month.latest, max(ends)))
