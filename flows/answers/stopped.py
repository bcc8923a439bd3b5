"""The isotretinoin question: taking it, or when it was stopped; the late end of what the words could mean decides."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.days import calendar_months_after, clipped, widened
from flows.answers.days_in_text import days_in
from flows.answers.matching import closely, numbered
from flows.answers.numerals import with_digits
from flows.answers.phrases import NO, NONE
from flows.answers.wording import plain, soft, vocabulary, words
from flows.model import NOT_SURE, Interval, Reading, Rejected, Understood

SIX_MONTHS: Final = 6
A_YEAR: Final = 12
_NOW: Final = re.compile(
    r"\b(?:now|currently|still|taking|i take|im on|i am on|on it|every ?day|daily|yes|yep|yeah|at the moment|"
    r"presently|on month|month \d+ of)\b"
)
_STARTED: Final = re.compile(
    r"\b(?:start|started|starting|began|begun|been on|been taking|have been|prescribed|since)\b"
)
_STOPPED: Final = re.compile(
    r"\b(?:stopped|stop|quit|finished|ended|off|done|completed|last (?:pill|dose|took|taken|time)|havent|"
    r"have not|not|no|used to|"
    r"was on|was taking|took|taken|had|discontinued|ran out)\b"
)
_AGO: Final = re.compile(r"\b(?:ago|back)\b")
_BARE: Final = re.compile(r"(?!last |this |past )[\w.]+ (?:days?|weeks?|months?|years?|mos?|yrs?|wks?)")
"""A length of time that may be how long it was taken."""
_AGAIN: Final = re.compile(
    r"\bnot (?:right )?now\b|"
    r"\b(?:again|restart\w*|resum\w*|back on|second (?:round|course)|another (?:round|course))\b"
)
_AHEAD: Final = re.compile(
    r"\b(?:will|going to|gonna|about to|tomorrow|next|soon|almost|nearly|finishing|stopping|supposed to|have "
    r"to|need to|trying to)\b"
)
_NEVER_WORDS: Final = vocabulary(
    """
    i ive have no nope nah never ever taken took take used use been on had heard of done tried it that any these
    those them one this in my life before at all pills pill the a
    """
)


def read_stopped(text: str, asked: Asked) -> Reading:
    """One of now, under_6_months, 6_to_12_months, over_a_year, never, not_sure."""
    if choice := numbered(text, asked):
        return Understood(choice, sure=False)
    if meanings.says_unsure(text):
        return Understood(NOT_SURE)
    if _never(text, asked):
        return Understood("never")
    if plain(text) in NO or plain(text) in NONE:
        return Understood("never", sure=False)
    return _from_words(with_digits(" ".join(soft(text).split())), asked)


def _never(text: str, asked: Asked) -> bool:
    """ "Never" and nothing that could take it back."""
    told = words(text)
    drugs = {word for form, entry in asked.catalogue.by_words.items() if entry.oral for word in form}
    return told.count("never") == 1 and set(told) <= _NEVER_WORDS | drugs


def _from_words(told: str, asked: Asked) -> Reading:
    if _AGAIN.search(told) or "never" in words(told) or _BARE.fullmatch(told):
        return Rejected()
    stopped = _last(_STOPPED, told)
    if _last(_STARTED, told) > stopped and not (stopped >= 0 and "since" in told):
        return Rejected() if stopped >= 0 else Understood("now", sure=False)
    read = days_in(told, asked.today, left_off=stopped >= 0)
    if _AHEAD.search(told) or not read.days:
        return _without_a_day(told, asked, stopped >= 0 or bool(read.days))
    if stopped < 0 and not read.whole and not _AGO.search(told):
        return _without_a_day(told, asked, stopped=False)
    return _by_late_end([day.interval for day in read.days], told, read.about, asked.today)


def _last(pattern: re.Pattern[str], told: str) -> int:
    """Where the last such word stands, or -1."""
    return max((match.start() for match in pattern.finditer(told)), default=-1)


def _without_a_day(told: str, asked: Asked, stopped: bool) -> Reading:
    if stopped:
        return Rejected()
    if _NOW.search(told) or _AHEAD.search(told):
        return Understood("now", sure=False)
    return Understood(NOT_SURE, sure=False) if meanings.hedged(told) else closely(told, asked)


def _by_late_end(intervals: list[Interval], told: str, about: bool, today: date) -> Reading:
    found = [interval for day in intervals if (interval := clipped(day, today))]
    if len(found) < len(intervals):
        return Rejected("future_date")
    latest = max(found, key=lambda interval: interval.latest)
    if about or meanings.hedged(told):
        latest = widened(latest, today)
    plainly = _plainly(told) and not about and len(found) == 1 and latest.earliest is not None
    return Understood(_group(latest.latest, today), sure=plainly)


def _group(late_end: date, today: date) -> str:
    if calendar_months_after(late_end, SIX_MONTHS) > today:
        return "under_6_months"
    return "6_to_12_months" if calendar_months_after(late_end, A_YEAR) > today else "over_a_year"


def _plainly(told: str) -> bool:
    said = _STOPPED.search(told) or _AGO.search(told)
    return said is not None and len(words(told)) <= 6 and not meanings.denies(told) and not meanings.hedged(told)
