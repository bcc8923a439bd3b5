"""Weeks, weekends, months, seasons and years by name, as the days they cover."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from flows.answers.calendar_names import SEASONS, weekdays
from flows.answers.days import back, calendar_months_after, latest_weekday, weekend_back, weeks_back, whole_month
from flows.answers.month_parts import last_of_part, named
from flows.model import Interval

Reader = Callable[[re.Match[str], date], Interval]


def weekday(match: re.Match[str], today: date) -> Interval:
    """The most recent such weekday before today."""
    return Interval.on(latest_weekday(weekdays()[match["weekday"]], today))


def weekday_of_week(match: re.Match[str], today: date) -> Interval:
    """That weekday of a week gone by: "Tuesday of last week", "5 weeks ago on Tuesday", "a week ago Tuesday"."""
    latest, week = latest_weekday(weekdays()[match["weekday"]], today), match["week"]
    if "this" in week:
        begun = weeks_back(today, 0).earliest or latest
        return Interval.on(latest if latest >= begun else latest + timedelta(days=7))
    if "last" in week:
        days = weeks_back(today, 2 if "before" in week else 1)
        on = latest_weekday(weekdays()[match["weekday"]], days.latest + timedelta(days=1))
        return Interval.on(on)
    weeks = int(week.split()[0]) if week[0].isdigit() else 1
    return Interval(back(latest, 7 * weeks), back(latest, 7 * (weeks - 1)))


def weekdays_ago(match: re.Match[str], today: date) -> Interval:
    """ "2 Fridays ago": the second one back, or a week later where the last one is not counted."""
    latest = latest_weekday(weekdays()[match["weekday"]], today)
    count = int(match["count"]) if match["count"].isdigit() else 2
    return Interval(back(latest, 7 * count), back(latest, 7 * max(0, count - 1)))


def month(match: re.Match[str], today: date) -> Interval:
    """A month by name: with its year, or the most recent one that has begun."""
    whole = named(match["month"], match["year"], today)
    last = (match["which"] or "").startswith("last") and not match["year"]
    before = calendar_months_after(whole.earliest or whole.latest, -12 if last else 0)
    return Interval(before, last_of_part(match["part"], whole))


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
