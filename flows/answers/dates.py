"""PAST_DATE: the days that a text about last use could mean, the late end counting; or still using, or not sure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from flows.answers import habits, meanings
from flows.answers.asked import Asked
from flows.answers.corrections import after_correction
from flows.answers.day_spelling import guessed
from flows.answers.day_words import LONGEST, in_day_words, without_afterthought, without_doubt
from flows.answers.days import back, clipped, day_of, widened
from flows.answers.days_in_text import Day, Read, days_in
from flows.answers.elsewhere import is_elsewhere
from flows.answers.matching import exactly
from flows.answers.wording import is_asking, phrases, plain, soft
from flows.model import NOT_SURE, STILL_USING, Interval, Reading, Rejected, Understood

FUTURE: Final = Rejected("future_date")
TAPPED: Final = re.compile(r"(on|before)_(\d{4})-(\d\d)-(\d\d)")
NEVER_AT: Final = frozenset({"sun_last"})
"""Questions where "never" is an answer: no product is in doubt there."""
VISITS_AT: Final = "series_last"
"""The question where the day of a visit is the day asked for."""
LONG_AGO: Final = 365
BRIEF: Final = 60
"""Characters: what takes a day back names another and is short."""
FAR: Final = 200
"""Days: no stretch of last days of use is longer."""

AHEAD: Final = re.compile(
    r"\b(?:tomorrow|next (?:week|weekend|month|year|time|mon|tue|wed|thu|fri|sat|sun)\w*|later "
    r"(?:today|tonight)|plan to|planning (?:to|on)|about to|will|ill (?:use|be|do|go|put|try|stop|start|"
    r"quit)|going to (?!the\b|a\b|my\b)|gonna|"
    r"upcoming|soon|from now)\b|"
    r"(?<!back )(?<!used )\bin (?:about |like )?(?:an?|\d{1,3}|(?:a )?few|(?:a )?couple(?: of)?) "
    r"(?:more )?(?:days?|weeks?|months?)\b(?! (?:ago|back))"
)
NEVER: Final = phrases(
    """
    never, i never do, no never, not in ages, i never tan, i never go out, i dont tan, none, no sun, no, nope,
    no sun at all, never in the sun, havent, i havent, not at all, never ever, nunca, jamas, never me asoleo,
    never i do, never i tan, never me bronceo, never tomo el sol, never tomo sol, para nothing, nothing de sol
    """
)


def read_past_date(text: str, asked: Asked) -> Reading:
    """The days that the text could mean."""
    if not plain(text) or len(plain(text)) > LONGEST or habits.ASKS.match(soft(text)):
        return Rejected()
    if tapped := TAPPED.fullmatch(text.strip()):
        return _tapped(tapped, asked.today)
    if (choice := exactly(text, asked)) == STILL_USING:
        return _still(asked, sure=True)
    told = in_day_words(text)
    if choice or meanings.says_unsure(text) or meanings.says_unsure(told):
        return Understood(NOT_SURE, sure=not is_asking(text))
    if plain(told) in NEVER:
        return _never(asked)
    left, doubt = without_doubt(without_afterthought(_corrected(told, asked.today)))
    reading = _from_words(left, asked, doubt)
    return _read_back(reading) if left != told or guessed(soft(text)) or is_asking(text) else reading


def _tapped(match: re.Match[str], today: date) -> Reading:
    day = day_of(int(match[2]), int(match[3]), int(match[4]))
    if day is None:
        return Rejected()
    interval = Interval.on(day) if match[1] == "on" else Interval(None, day - timedelta(days=1))
    return FUTURE if interval.latest > today else Understood(interval)


def _read_back(reading: Reading) -> Reading:
    return Understood(reading.value, sure=False) if isinstance(reading, Understood) else reading


def _corrected(told: str, today: date) -> str:
    """What was said last, where it takes back a day and names another and nothing else."""
    before, after = after_correction(told)
    if not after or len(after) > BRIEF or not days_in(before, today, left_off=False).days:
        return told
    read = days_in(after, today, left_off=False)
    return after if read.days and read.whole else told


def _still(asked: Asked, sure: bool) -> Reading:
    """Still using; where the question has no such answer, today."""
    return Understood(STILL_USING if asked.offers(STILL_USING) else Interval.on(asked.today), sure)


def _never(asked: Asked) -> Reading:
    if asked.question.key not in NEVER_AT:
        return Rejected()
    return Understood(Interval(None, back(asked.today, LONG_AGO)), sure=False)


def _from_words(told: str, asked: Asked, doubt: bool) -> Reading:
    going = habits.STILL_GOING.search(told) is not None or habits.taken_back(told)
    ended = habits.ENDED.search(told) is not None and not going
    without_habit = habits.HABIT.sub(" ", told)
    habit = going or without_habit != told
    if habit and not ended:
        plainly = habits.all_habit(without_habit) and not habits.SOME.search(told)
        return Rejected() if meanings.denies(told) and not going else _still(asked, sure=plainly)
    visits = asked.question.key == VISITS_AT
    if habits.SWITCHED.search(told) or is_elsewhere(told, ended=ended, visits=visits):
        return Rejected()
    read = days_in(told if ended and not habit else without_habit, asked.today, left_off=ended or meanings.denies(told))
    if AHEAD.search(told) and not read.gap:
        return FUTURE
    if asked.offers(STILL_USING) and habits.MISSED.search(told) and not any(day.counted for day in read.days):
        return _still(asked, sure=False) if habit else Rejected()
    if habits.BEGUN.search(told) and not ended and len(read.days) == 1:
        return _still(asked, sure=False)
    return _from_days(read, told, asked, sure=not habit, doubt=doubt)


def _from_days(read: Read, told: str, asked: Asked, sure: bool, doubt: bool) -> Reading:
    if not read.days:
        return Understood(NOT_SURE, sure=False) if _at_a_loss(told, asked, doubt) else Rejected()
    if meanings.denies(told) and not read.gap:
        return _from_undenied(told, asked)
    found = [clipped(_roomy(day, told, asked.today), asked.today) for day in read.days]
    if None in found or any(_hardly_gone(day, asked.language) for day in read.days):
        return FUTURE
    if read.joined and _far_apart([day for day in found if day]):
        return Rejected()
    interval = _chosen([day for day in found if day], read.joined)
    return Understood(interval, sure=sure and _sure(read, told) and interval.exact)


def _hardly_gone(day: Day, language: str) -> bool:
    """Whether a day that could lie behind was more likely meant as one to come; in Spanish the day stands first."""
    return day.soon_again or (day.swapped_ahead and language == "es")


def _from_undenied(told: str, asked: Asked) -> Reading:
    """What the parts say that deny nothing: "used it Monday, didn't use it Tuesday" is Monday."""
    left = habits.without_denials(told)
    if not left or not days_in(left, asked.today, left_off=False).days:
        return Rejected()
    return _read_back(_from_words(left, asked, doubt=False))


def _roomy(day: Day, told: str, today: date) -> Interval:
    """The days with room for "about", and for doubt about a length of time; a day that is named is that day."""
    doubtful = day.about or (day.counted and meanings.hedged(told))
    return (
        widened(day.interval, today, counted=day.counted) if doubtful and day.interval.latest <= today else day.interval
    )


def _far_apart(found: list[Interval]) -> bool:
    """Whether an end of a stretch was taken from another year."""
    ends = [interval.latest for interval in found if interval.exact]
    return len(ends) > 1 and max(ends) - min(ends) > timedelta(days=FAR)


def _at_a_loss(told: str, asked: Asked, doubt: bool) -> bool:
    return asked.offers(NOT_SURE) and (doubt or meanings.hedged(told)) and not is_asking(told)


def _chosen(found: list[Interval], joined: bool) -> Interval:
    """The latest of several days; of days joined by "or", "to", "between", the whole stretch."""
    latest = max(found, key=lambda interval: interval.latest)
    if not joined:
        return latest
    firsts = [interval.earliest for interval in found]
    return Interval(None if None in firsts else min(first for first in firsts if first), latest.latest)


def _sure(read: Read, told: str) -> bool:
    return len(read.days) == 1 and read.days[0].plain and read.whole and not meanings.hedged(told)
