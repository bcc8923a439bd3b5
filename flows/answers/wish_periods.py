"""Periods to come by name, as their first day: "next week", "in December", "Thanksgiving", "in the spring"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from flows.answers import holidays
from flows.answers.calendar_names import NOT_ALONE, SEASONS, months
from flows.answers.days import calendar_months_after, sunday_before
from flows.model import Interval

Reader = Callable[[re.Match[str], date], date]

PART: Final = (
    r"(?:(?P<part>early|beginning of|start of|first week of|mid|middle of|late|end of|last week of)[ -]"
    r"(?:in )?(?:the )?)?"
)
_WEEK_OF: Final = re.compile(r"\bweek (?:of|before|after)(?: the| el)? $")
_BEFORE: Final = re.compile(r"\b(?:before|prior to)(?: the| my(?: \w+){0,3}(?: on| is)?| el| la)?\s*$")
_AFTER: Final = re.compile(r"\bafter(?: the| my(?: \w+){0,3}(?: on| is)?| el| la)?\s*$")
_FROM: Final = {
    "early": 1,
    "beginning": 1,
    "start": 1,
    "first": 1,
    "mid": 10,
    "middle": 10,
    "late": 20,
    "end": 20,
    "last": 20,
}
"""The day of the month from which a part of it may be meant."""


def first_days(told: str, today: date) -> list[date]:
    """The first day of each period named, holidays first; it may lie before today where the period is on."""
    left, found = told, list[date]()
    for form, name in holidays.patterns():
        while match := form.search(left):
            left = left[: match.start()] + "\x00" + left[match.end() :]
            days = holidays.ahead(match, name, today)
            found.append(_placed(told[: match.start()], days))
    for form, reader in _patterns():
        while match := form.search(left):
            left = left[: match.start()] + "\x00" + left[match.end() :]
            found.append(_moved(told[: match.start()], reader(match, today)))
    return found


def moved(told: str, matched: str, day: date) -> date | None:
    """The day before or after a day named, where that is told; the words in between may name what happens on it."""
    before = told[: told.find(matched)]
    by_a_day = _moved(before, day)
    if by_a_day != day:
        return by_a_day
    return sunday_before(day) if _WEEK_OF.search(before) else None


def _moved(before: str, day: date) -> date:
    if _BEFORE.search(before):
        return day - timedelta(days=1)
    return day + timedelta(days=1) if _AFTER.search(before) else day


def _placed(before: str, days: Interval) -> date:
    """A holiday's first day, the day before it, the day after it, or the Sunday its week begins with."""
    first = days.earliest or days.latest
    if _AFTER.search(before):
        return days.latest + timedelta(days=1)
    return sunday_before(first) if _WEEK_OF.search(before) else _moved(before, first)


def _week(weeks: int) -> Reader:
    """The Sunday that such a week begins with."""
    return lambda match, today: sunday_before(today) + timedelta(weeks=weeks)


def _weekend(match: re.Match[str], today: date) -> date:
    """The Saturday that comes, or today where the weekend is on; "next weekend" may be that one."""
    return today + timedelta(days=max(0, 5 - today.weekday()))


def _month_from_now(count: int) -> Reader:
    return lambda match, today: _part(calendar_months_after(today.replace(day=1), count), match["part"])


def _month(match: re.Match[str], today: date) -> date:
    number, year = months()[match["month"]], int(match["year"]) if match["year"] else 0
    return _part(date(year or today.year + (number < today.month), number, 1), match["part"])


def _part(first: date, part: str | None) -> date:
    return first.replace(day=_FROM[part.split()[0]]) if part else first


def _season(match: re.Match[str], today: date) -> date:
    """The season that is on, or the first day of the coming one."""
    (month, day), last = SEASONS[match["season"]]
    over = next(year for year in range(today.year, today.year + 2) if date(year, *last) >= today)
    return date(over - (last < (month, day)), month, day)


def _year(match: re.Match[str], today: date) -> date:
    return date(today.year + 1, 1, 1)


def _few(match: re.Match[str], today: date) -> date:
    """ "In a few weeks": the fewest that it can mean."""
    count = 1 if "couple" in match["count"] else 2
    if match["unit"].startswith("month"):
        return calendar_months_after(today, count)
    return today + timedelta(days=count * (7 if match["unit"].startswith("week") else 1))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    long_month = "|".join(sorted(set(months()) - NOT_ALONE, key=len, reverse=True))
    year = r"(?:,? (?P<year>20\d\d))?"
    rows: tuple[tuple[str, Reader], ...] = (
        (r"\b(?:the )?week after next\b", _week(2)),
        (r"\bin (?P<count>(?:a )?couple(?: of)?|(?:a )?few|several) (?P<unit>days|weeks|months)\b", _few),
        (r"\b(?:next|this coming) week ?end\b|\b(?:this|the|on the|a)? ?week ?ends?\b", _weekend),
        (r"\bnext week\b", _week(1)),
        (r"\bthis week\b|\bweekdays?\b", _week(0)),
        (rf"\b{PART}next month\b", _month_from_now(1)),
        (rf"\b{PART}(?:this|the) month\b", _month_from_now(0)),
        (r"\bnext year\b", _year),
        (r"\b(?P<season>spring|summer|autumn|winter)\b", _season),
        (r"\b(?:next|this|the|in) (?P<season>fall)\b", _season),
        (rf"\b{PART[:-1]}(?P<month>{month})\b{year}", _month),
        (rf"\b(?:in|next|this|around|sometime in|during) {PART}(?P<month>{month})\b{year}", _month),
        (rf"\b{PART}(?P<month>{long_month})\b{year}", _month),
        (rf"^{PART}(?P<month>dec|jan)$(?P<year>(?!))?", _month),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)
