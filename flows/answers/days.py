"""Calendar arithmetic: months, weekdays, weeks, and intervals of days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

from flows.model import Interval

MONTHS: Final = 12
FIRST_YEAR: Final = 1930
"""No answer of a living client lies before."""


def calendar_months_after(day: date, months: int) -> date:
    """The same day of the month so many calendar months later, or earlier when negative; clamped to the month's end."""
    count = day.year * MONTHS + day.month - 1 + months
    year, month = max(1, min(9999, count // MONTHS)), count % MONTHS + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_of(year: int, month: int, day: int) -> date | None:
    """That date, or None where the calendar has none or nobody can mean it."""
    if not FIRST_YEAR <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def back(today: date, days: int) -> date:
    """So many days before `today`, never before the calendar begins."""
    return today - timedelta(days=min(days, today.toordinal() - 1))


def whole_month(year: int, month: int) -> Interval:
    """The first to the last day of a month."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def latest_weekday(weekday: int, today: date) -> date:
    """The most recent such weekday strictly before `today`."""
    return back(today, (today.weekday() - weekday - 1) % 7 + 1)


def next_weekday(weekday: int, today: date) -> date:
    """The first such weekday strictly after `today`."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def sunday_before(day: date) -> date:
    """The Sunday that the week of a day begins with."""
    return day - timedelta(days=(day.weekday() + 1) % 7)


def sunday_from(day: date) -> date:
    """The Sunday that the week of a day ends with, where weeks begin on Monday."""
    return day + timedelta(days=6 - day.weekday())


def weeks_back(today: date, weeks: int) -> Interval:
    """The calendar week so many weeks ago, whether weeks begin on Sunday or on Monday."""
    monday = back(today, today.weekday())
    sunday = back(today, (today.weekday() + 1) % 7)
    first = min(monday, sunday) - timedelta(weeks=weeks)
    last = max(monday, sunday) - timedelta(weeks=weeks) + timedelta(days=6)
    return Interval(first, last)


def weekend_back(today: date, weekends: int) -> Interval:
    """The Saturday and Sunday so many weekends ago; 1 is the last one that is over, 0 the one that is on now."""
    sunday = latest_weekday(6, today)
    if weekends == 0 and today.weekday() >= 5:
        return Interval(back(today, today.weekday() - 5), today)
    weekends = max(1, weekends)
    return Interval(back(sunday, 7 * weekends - 6), back(sunday, 7 * (weekends - 1)))


def clipped(interval: Interval, today: date) -> Interval | None:
    """The part of an interval that is not in the future, or None."""
    if interval.earliest is not None and interval.earliest > today:
        return None
    return Interval(interval.earliest, min(interval.latest, today))


def widened(interval: Interval, today: date, *, counted: bool = False) -> Interval:
    """The interval for "about": wider the longer ago, never beyond today; less where a length has its own room."""
    slack = max(1, (today - interval.latest).days // 10) if counted else max(2, (today - interval.latest).days // 5)
    earliest = back(interval.earliest, slack) if interval.earliest else None
    return Interval(earliest, min(today, interval.latest + timedelta(days=slack)))
