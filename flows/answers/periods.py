"""Weeks, weekends, months, seasons and years by name, as the days they cover."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from flows.answers.calendar_names import SEASONS, months, weekdays
from flows.answers.days import back, calendar_months_after, latest_weekday, weekend_back, whole_month
from flows.answers.exact_days import full_year
from flows.model import Interval

Reader = Callable[[re.Match[str], date], Interval]


def weekday(match: re.Match[str], today: date) -> Interval:
    """The most recent such weekday before today."""
    return Interval.on(latest_weekday(weekdays()[match["weekday"]], today))


def weekday_of_last_week(match: re.Match[str], today: date) -> Interval:
    """That weekday a week ago, or the one since."""
    latest = latest_weekday(weekdays()[match["weekday"]], today)
    return Interval(back(latest, 7), latest)


def month(match: re.Match[str], today: date) -> Interval:
    """A month by name: with its year, or the most recent one that has begun."""
    number, year = months()[match["month"]], full_year(match["year"])
    if year is None:
        year = today.year if number <= today.month else today.year - 1
    whole = whole_month(year, number)
    before = whole_month(year - 1, number) if (match["which"] or "").startswith("last") else whole
    return Interval(before.earliest, part(match["part"], whole))


def part(part: str | None, month: Interval) -> date:
    """The last day of a part of a month, with room for what people call early or middle."""
    if part and part.startswith(("early", "beginning", "start", "first")):
        return month.latest.replace(day=15)
    return month.latest.replace(day=24) if part and part.startswith("mid") else month.latest


def year(match: re.Match[str], today: date) -> Interval:
    """The whole year."""
    year = int(match["year"])
    return Interval(date(year, 1, 1), date(year, 12, 31))


def relative_year(years: int) -> Reader:
    """The year so many years back."""
    return lambda match, today: Interval(date(today.year - years, 1, 1), date(today.year - years, 12, 31))


def relative_month(months_back: int) -> Reader:
    """The month so many months back."""

    def read(match: re.Match[str], today: date) -> Interval:
        day = calendar_months_after(today.replace(day=1), -months_back)
        return whole_month(day.year, day.month)

    return read


def season(match: re.Match[str], today: date) -> Interval:
    """The season with its year, or the most recent one that has begun."""
    (month, day), (last_month, last_day) = SEASONS[match["season"]]
    year = int(match["year"]) if match["year"] else today.year
    if not match["year"] and date(year, month, day) > today:
        year -= 1
    return Interval(date(year, month, day), date(year + (last_month < month), last_month, last_day))


def weekend(match: re.Match[str], today: date) -> Interval:
    """This weekend or the last one."""
    return weekend_back(today, {"this": 0, "last": 1}.get(match["which"] or "this", 1))


def weekends_ago(match: re.Match[str], today: date) -> Interval:
    """The weekend so many weekends ago."""
    count = {"a": 1, "couple": 1, "few": 2}.get(match["count"]) or int(match["count"])
    return Interval(weekend_back(today, count + 1).earliest, weekend_back(today, count).latest)
