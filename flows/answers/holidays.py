"""Holidays by name, in the past or to come, and the weekends around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from flows.model import Interval

FIXED: Final[Mapping[str, tuple[int, int]]] = {
    r"hall?o?ween": (10, 31),
    r"(?:christmas|xmas|x mas) eve": (12, 24),
    r"(?:christmas|xmas|x mas)(?: day)?(?! eve)": (12, 25),
    r"new years? eve|nye": (12, 31),
    r"new years?(?: day)?(?! eve)": (1, 1),
    r"valentines?(?: day)?": (2, 14),
    r"(?:st|saint) patricks? day|st pattys day": (3, 17),
    r"juneteenth": (6, 19),
    r"fourth of july|4th of july(?= week)|july 4th?(?= week)|independence day": (7, 4),
    r"veterans? day": (11, 11),
}
"""Month and day."""
MOVING: Final[Mapping[str, tuple[int, int, int]]] = {
    r"mlk day|martin luther king day": (1, 0, 3),
    r"presidents? day": (2, 0, 3),
    r"mothers day": (5, 6, 2),
    r"memorial day": (5, 0, -1),
    r"fathers day": (6, 6, 3),
    r"labou?r day": (9, 0, 1),
    r"columbus day|indigenous peoples day": (10, 0, 2),
    r"thanksgiving(?: day)?": (11, 3, 4),
}
"""Month, weekday (0 is Monday), which of them in the month; -1 is the last."""


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each form with the key of its holiday; texts are soft."""
    around = (
        r"\b(?P<last>last )?(?:the )?(?:{})(?P<weekend> (?:long )?week ?end)?(?: (?:of )?(?P<year>(?:19|20)\d\d))?\b"
    )
    return tuple((re.compile(around.format(name)), name) for name in (*FIXED, *MOVING))


def past(match: re.Match[str], name: str, today: date) -> Interval:
    """The most recent such day that has begun, or its weekend; with a year, that one."""
    years = [int(match["year"])] if match["year"] else [today.year, today.year - 1]
    found = [_around(_on(name, year), bool(match["weekend"])) for year in years]
    return next((days for days in found if (days.earliest or days.latest) <= today), found[0])


def ahead(match: re.Match[str], name: str, today: date) -> Interval:
    """The first such day from today on, or its weekend; with a year, that one."""
    years = [int(match["year"])] if match["year"] else [today.year, today.year + 1]
    found = [_around(_on(name, year), bool(match["weekend"])) for year in years]
    return next((days for days in found if days.latest >= today), found[0])


def _on(name: str, year: int) -> date:
    if name in FIXED:
        return date(year, *FIXED[name])
    month, weekday, which = MOVING[name]
    if which < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def _around(day: date, weekend: bool) -> Interval:
    """The day, or every day that its weekend could mean."""
    if not weekend:
        return Interval.on(day)
    before = day - timedelta(days=(day.weekday() - 5) % 7) if day.weekday() < 3 else day
    saturday = min(before, day - timedelta(days=1)) if day.weekday() == 6 else before
    after = day if day.weekday() == 0 else day + timedelta(days=6 - day.weekday())
    return Interval(saturday, after)
