"""What stands around a day and moves it: "before", "since", "the week after", "about"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from flows.answers.calendar_names import weekdays
from flows.answers.days import back, latest_weekday, next_weekday, sunday_before, sunday_from, weekend_back
from flows.answers.holidays import weekend_around
from flows.model import Interval

_BEFORE: Final = re.compile(
    r"(?:(?P<n>\d{1,2}|a|the|a few|few|several|(?:a )?couple(?: of)?) )?(?:(?P<unit>day|night|morning|"
    r"evening|week|weekend|month|(?P<name>mon|tues|wednes|thurs|fri|satur|sun)day)s? )?"
    r"(?:right |just |shortly |some ?time |way )?(?P<way>before|prior to|after|of|following)(?: the| el| "
    r"last| that| of)?\s*$"
)
_SINCE: Final = re.compile(r"\bsince(?: the| last| about| around| early| late| mid| before| on)*\s*$|^\s*since\b")
_ABOUT_BEFORE: Final = re.compile(
    r"(?:\b(?P<word>about|around|roughly|approx(?:imately)?|circa|like|almost|nearly|close to|going "
    r"on)(?: the| a| an| on| maybe)?|~)\s*$"
)
_ABOUT_AFTER: Final = re.compile(
    r"^,? ?(?:ish\b|or so\b|give or take|more or less|roughly|approximately|or thereabouts|or the "
    r"(?:day|night) (?:after|before)|"
    r"-?ish\b|about$)"
)
LOOSE: Final = {"couple": (1, 3), "few": (2, 7), "several": (3, 12)}
"""Fewest and most that the word can mean."""


def placed(interval: Interval, before: str, said: str, today: date, left_off: bool) -> tuple[Interval, int]:
    """The interval moved by the words in front of it, and how many characters of them that took."""
    first = interval.earliest or interval.latest
    if (match := _BEFORE.search(before)) and (
        match["way"] != "of" or (match["unit"] in {"week", "weekend"} and interval.exact)
    ):
        moved = _moved(match, interval, first, today)
        return moved, len(before) - match.start()
    if not left_off and (_SINCE.search(before) or _SINCE.search(said)):
        return Interval(interval.earliest, max(today, interval.latest)), 0
    return interval, 0


def _moved(match: re.Match[str], interval: Interval, first: date, today: date) -> Interval:
    unit, way = match["unit"], match["way"]
    fewest, most = _count(match["n"])
    if way == "of":
        week = Interval(sunday_before(first), sunday_from(first))
        return weekend_around(interval.latest) if unit == "weekend" else week
    if match["name"]:
        return _named(weekdays()[f"{match['name']}day"], way, interval, first)
    if way in {"after", "following"}:
        return _after(unit, most, interval, first, today)
    if unit == "weekend":
        return weekend_back(first, 1)
    if unit == "week":
        return Interval(back(first, 14), back(first, 7 * fewest - 6))
    if unit in {"day", "night", "morning", "evening"}:
        return Interval(back(first, most), back(first, fewest))
    return Interval(None, back(first, 1))


def _after(unit: str | None, most: int, interval: Interval, first: date, today: date) -> Interval:
    """ "The day after" is that very day; otherwise any day from then on."""
    day = first + timedelta(days=1)
    if unit in {"day", "night", "morning", "evening"} and interval.exact:
        return Interval(day, first + timedelta(days=most))
    if unit in {"week", "weekend"} and most == 1:
        return Interval(day, sunday_from(interval.latest + timedelta(days=7)))
    return Interval(day, max(today, interval.latest))


def is_before(before: str) -> bool:
    """Whether the words in front tell of a time before the day."""
    match = _BEFORE.search(before)
    return match is not None and match["way"] in {"before", "prior to"}


def _named(weekday: int, way: str, interval: Interval, first: date) -> Interval:
    """ "The Monday before Halloween", "the Friday after": the nearest such day."""
    if way in {"after", "following"}:
        return Interval.on(next_weekday(weekday, interval.latest))
    return Interval.on(latest_weekday(weekday, first))


def _count(said: str | None) -> tuple[int, int]:
    """The fewest and the most that a count can mean; none is one."""
    if said and said.isdigit():
        return max(1, int(said)), max(1, int(said))
    return next((counts for word, counts in LOOSE.items() if word in (said or "")), (1, 1))


def about(before: str, after: str, counted: bool) -> bool:
    """Whether the day is told as an approximate one; "like" before a named day is only a filler."""
    match = _ABOUT_BEFORE.search(before)
    return bool(_ABOUT_AFTER.search(after)) or (match is not None and (counted or match["word"] != "like"))
