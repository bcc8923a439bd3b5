"""The isotretinoin question: taking it, or when it was stopped; the late end of what the words could mean decides."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.day_words import LONGEST
from flows.answers.days import calendar_months_after, clipped, widened
from flows.answers.days_in_text import Day, Read, days_in
from flows.answers.finding import named_in
from flows.answers.matching import closely, numbered
from flows.answers.numerals import with_digits
from flows.answers.phrases import NO, NONE
from flows.answers.rewording import reworded
from flows.answers.spanish import stopped_words as spanish
from flows.answers.spanish.day_words import in_known_words
from flows.answers.stopped_words import (
    AGAIN,
    AGO,
    AHEAD,
    BARE,
    BESIDE_DRUGS,
    HAVENT,
    IN_A_WHILE,
    IS_DATED,
    IS_OVER,
    LONG_GONE,
    NEVER,
    NO_MORE,
    NOW,
    OTHER_DRUGS,
    OTHERWISE,
    OVER_BY_NOW,
    SMALL,
    STARTED,
    STOPPED,
    STOPPING,
    TOOK_FOR,
)
from flows.answers.wording import clauses, plain, soft, words
from flows.model import NOT_SURE, Reading, Rejected, Understood

SIX_MONTHS: Final = 6
A_YEAR: Final = 12
TAKING: Final = Understood("now", sure=False)


def read_stopped(text: str, asked: Asked) -> Reading:
    """One of now, under_6_months, 6_to_12_months, over_a_year, never, not_sure."""
    if len(plain(text)) > LONGEST:
        return Rejected()
    if choice := numbered(text, asked):
        return Understood(choice, sure=False)
    if meanings.says_unsure(text):
        return Understood(NOT_SURE)
    told = _in_known_words(text)
    if plain(told) in NO_MORE:
        return Understood(NOT_SURE, sure=False)
    if _never(told, asked):
        return Understood("never")
    if plain(text) in NO or plain(text) in NONE or HAVENT.fullmatch(plain(told)) or _another_drug(text):
        return Understood("never", sure=False)
    return _from_words(with_digits(told), asked)


def _in_known_words(text: str) -> str:
    """The soft text on one line, with what it says in Spanish of pills and of days in the words known here."""
    told = reworded(" ".join(soft(text).split()), (*OTHERWISE, *spanish.STOPPED))
    return " ".join(in_known_words(told).split())


def _never(text: str, asked: Asked) -> bool:
    """ "Never" and nothing that could take it back: one sentence, and no drug or product but oral retinoids."""
    parts = [part for part in clauses(text) if " ".join(part) not in NO or "never" in part]
    match = NEVER.fullmatch(" ".join(parts[0])) if len(parts) == 1 else None
    if match is None:
        return False
    named = named_in(parts[0], asked.catalogue, asked=True)
    drugs = {word for found in named if found.entry.oral for word in parts[0][found.start : found.stop]}
    return set(match["rest"].split()) <= SMALL | drugs


def _another_drug(text: str) -> bool:
    told = set(words(text))
    drugs = OTHER_DRUGS | spanish.OTHER_DRUGS
    return bool(told & drugs) and told <= drugs | BESIDE_DRUGS | spanish.BESIDE_DRUGS


def _from_words(told: str, asked: Asked) -> Reading:
    if (STOPPING.search(told) or IN_A_WHILE.search(told)) and not OVER_BY_NOW.search(told) and not AGAIN.search(told):
        return TAKING
    if AGAIN.search(told) or "never" in words(told) or BARE.fullmatch(told):
        return Rejected()
    stopped = _last(STOPPED, told)
    if _last(STARTED, told) > stopped and not (stopped >= 0 and "since" in told):
        return Rejected() if stopped >= 0 else TAKING
    if TOOK_FOR.search(told) and not (AGO.search(told) or IS_DATED.search(told) or meanings.denies(told)):
        return Rejected()
    read = days_in(told, asked.today, left_off=stopped >= 0)
    if AHEAD.search(told) or not read.days:
        return _without_a_day(told, asked, stopped >= 0 or bool(read.days))
    if stopped < 0 and not read.whole and not AGO.search(told):
        return _without_a_day(told, asked, stopped=False)
    return _by_late_end(read, told, asked.today)


def _last(pattern: re.Pattern[str], told: str) -> int:
    """Where the last such word stands, or -1."""
    return max((match.start() for match in pattern.finditer(told)), default=-1)


def _without_a_day(told: str, asked: Asked, stopped: bool) -> Reading:
    if LONG_GONE.search(told) and not (NOW.search(told) or AHEAD.search(told)):
        return Understood("over_a_year", sure=False)
    if stopped:
        return Rejected()
    if NOW.search(told) or AHEAD.search(told):
        return TAKING
    return Understood(NOT_SURE, sure=False) if meanings.hedged(told) else closely(told, asked)


def _by_late_end(read: Read, told: str, today: date) -> Reading:
    found = [interval for day in read.days if (interval := clipped(day.interval, today))]
    if len(found) < len(read.days):
        return TAKING if STOPPING.search(told) else Rejected("future_date")
    latest = max(found, key=lambda interval: interval.latest)
    if read.about or meanings.hedged(told):
        latest = widened(latest, today)
    group = _group(latest.latest, today)
    if _may_be_ahead(group, read.days, told):
        return TAKING
    return Understood(group, sure=_plainly(told) and not read.about and _one_day(read.days))


def _may_be_ahead(group: str, days: list[Day], told: str) -> bool:
    """A weekday, or a day of a year ago, with no word of the past beside it: "last pill Nov 20" may be to come."""
    return (group != "under_6_months" or any(day.weekday for day in days)) and not IS_OVER.search(told)


def _one_day(days: list[Day]) -> bool:
    return len(days) == 1 and days[0].interval.earliest is not None and (days[0].plain or days[0].counted)


def _group(late_end: date, today: date) -> str:
    if calendar_months_after(late_end, SIX_MONTHS) > today:
        return "under_6_months"
    return "6_to_12_months" if calendar_months_after(late_end, A_YEAR) > today else "over_a_year"


def _plainly(told: str) -> bool:
    said = STOPPED.search(told) or AGO.search(told)
    return said is not None and len(words(told)) <= 6 and not meanings.denies(told) and not meanings.hedged(told)
