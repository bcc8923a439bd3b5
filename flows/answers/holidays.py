"""Holidays by name, in the past or to come, and the weekends and weeks around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from flows.answers.days import sunday_before, sunday_from
from flows.answers.feasts import feasts
from flows.model import Interval

NAMES: Final[Mapping[str, str]] = {
    "christmas_eve": r"(?:christmas|xmas|x mas) eve",
    "christmas": r"(?:christmas|xmas|x mas)(?: day)?(?! eve)(?! (?:break|vacation|holidays?\b))",
    "new_years_eve": r"new years? eve|nye",
    "new_year": r"(?:the )?new years?(?: day)?(?! eve)",
    "valentine": r"valentines?(?: day)?|v ?-?day",
    "st_patrick": r"(?:st|saint)\.? (?:patricks?|pattys?|paddys?)(?: day)?",
    "april_fools": r"april fools?(?: day)?",
    "may_fifth": r"(?:cinco|5) de mayo",
    "juneteenth": r"juneteenth",
    "july_fourth": r"fourth of july|july (?:4(?:th)?|fourth)(?= week)|4th of july(?= week)|"
    r"independence day",
    "veterans": r"veterans? day",
    "halloween": r"hall?o?ween",
    "mlk": r"mlk(?: day)?|martin luther king(?: jr)?(?: day)?",
    "presidents": r"presidents? day",
    "mothers_day": r"mothers day",
    "memorial": r"memorial day",
    "fathers_day": r"fathers day",
    "labor": r"labou?r day",
    "columbus": r"columbus day|indigenous peoples day",
    "thanksgiving": r"thanksgiving(?: day)?|turkey day|thxgiving",
    "black_friday": r"black friday",
    "cyber_monday": r"cyber monday",
    "easter": r"easter(?: sunday)?(?! (?:monday|break))",
    "easter_monday": r"easter monday",
    "good_friday": r"good friday",
    "ash_wednesday": r"ash wednesday",
    "palm_sunday": r"palm sunday",
    "mardi_gras": r"mardi gras|fat tuesday",
    "holy_thursday": r"holy thursday|maundy thursday",
    "holy_week": r"holy week",
    "kings": r"(?:three )?kings day|epiphany",
    "candlemas": r"candlemas",
    "dead": r"day of the dead",
    "guadalupe": r"guadalupe day",
    "mexican_mothers_day": r"madres day",
    "posadas": r"posadas",
    "holidays": r"(?:the )?(?:winter |christmas |xmas |holiday )?holidays|(?:christmas|xmas|winter) "
    r"(?:break|vacation)|holiday break",
}
"""Texts are soft, the longer names before the ones they contain."""


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each form with the key of its holiday."""
    around = (
        r"\b(?P<last>last )?(?:the )?(?:{})(?:(?P<weekend> (?:long )?week ?end)|(?P<week> week))?"
        r"(?: (?:of )?(?P<year>(?:19|20)\d\d))?\b"
    )
    return tuple((re.compile(around.format(NAMES[key])), key) for key in feasts())


def named_in(told: str) -> bool:
    """Whether any holiday is named."""
    return _any().search(told) is not None


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(NAMES.values())})\b")


def past(match: re.Match[str], key: str, today: date) -> Interval:
    """The most recent such day that has begun, or its weekend; with a year, that one."""
    found = [_around(match, key, year) for year in _years(match, today, -1)]
    return next((days for days in found if (days.earliest or days.latest) <= today), found[0])


def ahead(match: re.Match[str], key: str, today: date) -> Interval:
    """The first such day from today on, or its weekend; with a year, that one."""
    found = [_around(match, key, year) for year in _years(match, today, 1)]
    return next((days for days in found if days.latest >= today), found[0])


def _years(match: re.Match[str], today: date, way: int) -> list[int]:
    """The years to look in; holidays that reach into January begin in the year before."""
    if match["year"]:
        return [int(match["year"])]
    return [today.year, today.year - 1] if way < 0 else [today.year - 1, today.year, today.year + 1]


def _around(match: re.Match[str], key: str, year: int) -> Interval:
    days = feasts()[key](year)
    if match["week"]:
        return Interval(sunday_before(days.earliest or days.latest), sunday_from(days.latest))
    return weekend_around(days.latest) if match["weekend"] else days


def weekend_around(day: date) -> Interval:
    """Every day that the weekend of a day could mean."""
    before = day - timedelta(days=(day.weekday() - 5) % 7) if day.weekday() < 3 else day
    saturday = min(before, day - timedelta(days=1)) if day.weekday() == 6 else before
    after = day if day.weekday() == 0 else day + timedelta(days=6 - day.weekday())
    return Interval(saturday, after)
