"""Every day named in a text, and what stands around it: "before", "since", "about", "or"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.answers import exact_days, holidays, span_forms, vague_days
from flows.answers.calendar_names import weekdays
from flows.answers.placing import about, is_before, placed
from flows.answers.ranges import spelt_out
from flows.answers.wording import vocabulary, words
from flows.answers.written_days import FRESH
from flows.model import Interval

QUIET: Final = vocabulary(
    """
    i it on the at in was is of um uh hmm my used last time did put applied took stopped yes yeah yep ok okay so well
    lol thanks thank you please hi hello la lo el los las me se que q puse use fue por pues del de
    """
)
_JOINED: Final = re.compile(r"\b(?:or|between|to|through|thru)\b|[\d\x00] ?[-\u2013\u2014] ?[\w\x00]")
GONE: Final = "\x00"
MOST_DAYS: Final = 6
"""Days that one answer may name; what names more may mean any day up to now."""
TOO_LONG: Final = 600
"""Characters; a longer text is a story."""
NEARBY: Final = 40
"""Characters around a day in which its small words are looked for."""
NEAR: Final = 45
"""Days from which on a holiday to come is what others are told to be before."""
_GAP: Final = re.compile(r"\b(?:since|in|for|been|off|without|over|than|going on)\b|\bago\b")


@dataclass(frozen=True, slots=True)
class Day:
    """The days that one expression could mean; not `plain` when it could be read another way."""

    interval: Interval
    plain: bool
    counted: bool = False
    """Told as a length of time."""
    weekday: bool = False
    """Told by the name of a weekday, which may be the one to come."""
    about: bool = False
    """Told as an approximate day."""
    soon_again: bool = False
    """A date of another year whose like is soon to come."""
    swapped_ahead: bool = False
    """A date in figures that, day first, is still to come."""


@dataclass(frozen=True, slots=True)
class Read:
    """All days of a text. `whole` when nothing else is said; `gap` when it tells how long something was left off."""

    days: list[Day]
    whole: bool
    about: bool
    joined: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What one expression stands for, before the words around it are looked at."""

    interval: Interval
    plain: bool = True
    soon_again: bool = False
    swapped_ahead: bool = False


Form = tuple[re.Pattern[str], Callable[[re.Match[str], date], Found | None]]


def days_in(told: str, today: date, *, left_off: bool) -> Read:
    """The days in a soft text with digits. `left_off` when it says that something has not been used."""
    if len(told) > TOO_LONG:
        return _any_day(today)
    told = spelt_out(told)
    left, days = told, list[Day]()
    for pattern, reader in _forms(told, left_off):
        while match := pattern.search(left):
            day, start = _day(match, reader(match, today), told, today, left_off)
            left = left[:start] + GONE * (match.end() - start) + left[match.end() :]
            days += day
            if len(days) > MOST_DAYS:
                return _any_day(today)
    rest = words(left.replace("\x00", " "))
    gap = left_off and bool(days) and bool(_GAP.search(told))
    return Read(days, set(rest) <= QUIET, any(day.about for day in days), bool(_JOINED.search(left)), gap)


def _any_day(today: date) -> Read:
    """What a text of too many words or days may mean: any day up to now."""
    return Read([Day(Interval(None, today), plain=False)], whole=False, about=False, joined=True, gap=False)


def _day(match: re.Match[str], found: Found | None, told: str, today: date, left_off: bool) -> tuple[list[Day], int]:
    """The day that a match stands for, if the calendar has it, and where the words that belong to it begin."""
    if found is None:
        return [], match.start()
    before, said = told[max(0, match.start() - NEARBY) : match.start()], match.groupdict()
    interval, taken = placed(found.interval, before, match[0], today, left_off)
    counted = bool(said.get("unit"))
    plain = found.plain and not taken and _plain(match, told, today)
    near = about(before[: len(before) - taken], told[match.end() : match.end() + NEARBY], counted)
    day = Day(interval, plain, counted, bool(said.get("weekday")), near, found.soon_again, found.swapped_ahead)
    return [day], match.start() - taken


def _forms(told: str, left_off: bool) -> Iterator[Form]:
    for pattern, name in holidays.patterns() if holidays.named_in(told) else ():
        yield pattern, _holiday(name)
    for pattern, reader in vague_days.compound():
        yield pattern, _sure(reader)
    for pattern in exact_days.patterns():
        yield pattern, _exact
    gaps = span_forms.gap_patterns() if left_off else ()
    spans = (*span_forms.gone_by_patterns(), *span_forms.patterns(), *gaps)
    for pattern, reader in (*spans, *vague_days.patterns()):
        yield pattern, _sure(reader)


def _holiday(name: str) -> Callable[[re.Match[str], date], Found]:
    def read(match: re.Match[str], today: date) -> Found:
        interval = _most_recent(match, name, today)
        plain = not match["last"] and interval.exact and (today - interval.latest).days <= FRESH
        return Found(interval, plain)

    return read


def _most_recent(match: re.Match[str], name: str, today: date) -> Interval:
    """The last such holiday, or the coming one where a day before it is told and it is near."""
    coming = holidays.ahead(match, name, today)
    near = (coming.latest - today).days <= NEAR and not match["last"]
    return (
        coming
        if near and is_before(match.string[max(0, match.start() - NEARBY) : match.start()])
        else holidays.past(match, name, today)
    )


def _exact(match: re.Match[str], today: date) -> Found | None:
    dated = exact_days.written(match).past(today)
    return Found(dated.days, dated.plain, dated.soon_again, dated.swapped_ahead) if dated else None


def _sure(reader: vague_days.Reader) -> Callable[[re.Match[str], date], Found]:
    return lambda match, today: Found(reader(match, today))


def _plain(match: re.Match[str], told: str, today: date) -> bool:
    """Not today's own weekday, nor a bare length of time, which may be how long something was used."""
    said = match.groupdict()
    weekday = said.get("weekday")
    if weekday and "d" not in said and weekdays()[weekday] == today.weekday():
        return False
    return not (said.get("unit") and not re.search(r"\b(?:ago|back|earlier|prior)\b", match[0]))
