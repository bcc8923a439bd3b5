"""Every day named in a text, and what stands around it: "before", "since", "about", "or"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flows.answers import exact_days, holidays, vague_days
from flows.answers.calendar_names import weekdays
from flows.answers.days import back
from flows.answers.ranges import spelt_out
from flows.answers.wording import vocabulary, words
from flows.model import Interval

QUIET: Final = vocabulary(
    """
    i it on the at in was is of um uh hmm my used last time did put applied took stopped
    """
)
AGO: Final = frozenset({"ago", "back", "earlier", "prior"})
_ABOUT: Final = re.compile(
    r"\b(?:about|around|roughly|approx|approximately|circa|ish|like|sometime|some time|almost|nearly|"
    r"or (?:the )?(?:day|night) after)\b|~|"
    r"\dish\b"
)
_JOINED: Final = re.compile(r"\b(?:or|between|to|through|thru)\b|[\d\x00] ?[-\u2013\u2014] ?[\w\x00]")
_BEFORE: Final = re.compile(r"(?:\bbefore|\bprior to)(?: the| last| that)?\s*$")
_AFTER: Final = re.compile(r"\bafter(?: the| last| that)?\s*$")
_SINCE: Final = re.compile(r"\bsince(?: the| last| about| around| early| late| mid)*\s*$|^\s*since\b")


@dataclass(frozen=True, slots=True)
class Day:
    """The days that one expression could mean; not `plain` when it could be read another way."""

    interval: Interval
    plain: bool
    counted: bool = False
    """Told as a length of time."""
    weekday: bool = False
    """Told by the name of a weekday, which may be the one to come."""


@dataclass(frozen=True, slots=True)
class Read:
    """All days of a text. `whole` when nothing else is said; `gap` when it tells how long something was left off."""

    days: list[Day]
    whole: bool
    about: bool
    joined: bool
    gap: bool


def days_in(told: str, today: date, *, left_off: bool) -> Read:
    """The days in a soft text with digits. `left_off` when it says that something has not been used."""
    told = spelt_out(told)
    left, days = told, list[Day]()
    for day, match in _found(left, today, left_off):
        days.append(day)
        left = left[: match.start()] + "\x00" * (match.end() - match.start()) + left[match.end() :]
    rest = words(left.replace("\x00", " "))
    gap = left_off and bool(re.search(r"\b(?:since|in|for|been|off)\b|\bago\b", told)) and bool(days)
    return Read(days, set(rest) <= QUIET, bool(_ABOUT.search(told)), bool(_JOINED.search(left)), gap)


def _found(told: str, today: date, left_off: bool) -> Iterator[tuple[Day, re.Match[str]]]:
    left = told
    for form, name in holidays.patterns():
        while match := form.search(left):
            left = _blanked(left, match)
            interval = holidays.past(match, name, today)
            plainly = not match["last"] and interval.exact and (today - interval.latest).days <= exact_days.FRESH
            yield Day(_placed(interval, told[: match.start()], match[0], today, left_off), plainly), match
    for pattern in exact_days.patterns():
        while match := pattern.search(left):
            left = _blanked(left, match)
            dated = exact_days.written(match).past(today)
            if dated:
                placed = _placed(Interval.on(dated.day), told[: match.start()], match[0], today, left_off)
                yield Day(placed, dated.plain), match
    forms = (*vague_days.patterns(), *(vague_days.gap_patterns() if left_off else ()))
    for pattern, reader in forms:
        while match := pattern.search(left):
            left = _blanked(left, match)
            placed = _placed(reader(match, today), told[: match.start()], match[0], today, left_off)
            said = match.groupdict()
            yield Day(placed, _plain(match, told, today), bool(said.get("count")), bool(said.get("weekday"))), match


def _plain(match: re.Match[str], told: str, today: date) -> bool:
    """Not today's own weekday, nor a bare length of time, which may be how long something was used."""
    said = match.groupdict()
    weekday = said.get("weekday")
    if weekday and weekdays()[weekday] == today.weekday():
        return False
    return not (said.get("count") and match[0] == told and told.rsplit(" ")[-1] not in AGO)


def _blanked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "\x00" * max(1, match.end() - match.start()) + text[match.end() :]


def _placed(interval: Interval, before: str, said: str, today: date, left_off: bool) -> Interval:
    """The interval moved by the word in front of it."""
    if _BEFORE.search(before):
        return Interval(None, back(interval.earliest or interval.latest, 1))
    if _AFTER.search(before):
        return Interval((interval.earliest or interval.latest) + timedelta(days=1), max(today, interval.latest))
    if not left_off and (_SINCE.search(before) or _SINCE.search(said)):
        return Interval(interval.earliest, max(today, interval.latest))
    return interval
