"""PAST_DATE: the days that a text about last use could mean, the late end counting; or still using, or not sure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.days import back, clipped, day_of, widened
from flows.answers.days_in_text import Read, days_in
from flows.answers.matching import exactly
from flows.answers.numerals import with_digits
from flows.answers.wording import is_asking, phrases, plain, soft
from flows.model import NOT_SURE, STILL_USING, Interval, Reading, Rejected, Understood

FUTURE: Final = Rejected("future_date")
TAPPED: Final = re.compile(r"(on|before)_(\d{4})-(\d\d)-(\d\d)")
NEVER_AT: Final = frozenset({"sun_last"})
"""Questions where "never" is an answer: no product is in doubt there."""
LONG_AGO: Final = 365
FAR: Final = 200
"""Days: no stretch of last days of use is longer."""

AHEAD: Final = re.compile(
    r"\b(?:tomorrow|tmrw|tmw|tomorow|next (?:week|weekend|month|year|mon|tue|wed|thu|fri|sat|sun)\w*|later "
    r"today|will|going to|gonna|upcoming|soon)\b"
)
HABIT: Final = re.compile(
    r"\b(?:every ?(?:single |other |few |\d+ )?(?:day|night|morning|evening|week|month|days|nights|time|"
    r"weekend)s?|each (?:day|night|morning|week)|every ?day|"
    r"daily|nightly|weekly|regularly|always|all the time|constantly|24/7|on weekends|(?<!\d )(?<!couple "
    r")(?<!couple of )(?<!few )weekends(?! ago)|most (?:days|nights)|some (?:days|nights)|sometimes|"
    r"(?:once|twice|thrice|\d+ ?x|\d+(?: ?(?:-|to|or) ?\d+)? ?(?:times?|nights?|days?|x))(?: or (?:twice|\d+ "
    r"?x|\d+ times))? ?(?:a|per|every|each|/|in a) ?(?:day|night|week|month|wk)|"
    r"still|currently|ongoing|on going|continuing|continue|using it|am using|im using|i use(?: it)?|i do use|"
    r"keep using|on it|havent stopped|not stopped|never stopped|didnt stop|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
)
ENDED: Final = re.compile(
    r"\b(?:stopped|stop|quit|until|till|finished|ended|last (?:time|used|use|applied|application|dose|pill|"
    r"took|one|did|put|was|exposure|burn)|came off|ran out|gave up|"
    r"(?:havent|have not|not|didnt|dont|no|none|nothing)\b.*\bsince|off)\b"
)
_SOME: Final = re.compile(r"\d|\b(?:once|twice|thrice|some\w*|most|week\w*|month|other)\b")
"""Use of a kind that is read back: it may have been a while."""
STILL_GOING: Final = re.compile(
    r"\b(?:havent|have not|not|never|didnt|did not|dont|cant) (?:yet )?(?:stop|stopped|quit|finished)\b"
)
_TURN: Final = re.compile(r"\b(?:but|though|although|and|except)\b|[,;.]")
_END: Final = re.compile(r"\b(?:stopped|stop|quit|last|ago)\b")
_GOES_ON: Final = re.compile(
    r"\b(?:i use|use it|i do use|i still|still use|still using|sometimes|occasionally|once in a while|now and then|"
    r"from time to time|here and there|on and off)\b"
)
NEVER: Final = phrases(
    """
    never, i never do, no never, not in ages, i never tan, i never go out, i dont tan, none, no sun, no, nope,
    no sun at all, never in the sun, havent, i havent, not at all
    """
)


def read_past_date(text: str, asked: Asked) -> Reading:
    """The days that the text could mean."""
    if not plain(text):
        return Rejected()
    if tapped := TAPPED.fullmatch(text.strip()):
        return _tapped(tapped, asked.today)
    if (choice := exactly(text, asked)) == STILL_USING:
        return _still(asked, sure=True)
    if choice or meanings.says_unsure(text):
        return Understood(NOT_SURE, sure=not is_asking(text))
    if plain(text) in NEVER:
        return _never(asked)
    return _from_words(with_digits(" ".join(soft(text).split())), asked)


def _tapped(match: re.Match[str], today: date) -> Reading:
    day = day_of(int(match[2]), int(match[3]), int(match[4]))
    if day is None:
        return Rejected()
    interval = Interval.on(day) if match[1] == "on" else Interval(None, day - timedelta(days=1))
    return FUTURE if interval.latest > today else Understood(interval)


def _still(asked: Asked, sure: bool) -> Reading:
    """Still using; where the question has no such answer, today."""
    return Understood(STILL_USING if asked.offers(STILL_USING) else Interval.on(asked.today), sure)


def _never(asked: Asked) -> Reading:
    if asked.question.key not in NEVER_AT:
        return Rejected()
    return Understood(Interval(None, back(asked.today, LONG_AGO)), sure=False)


def _from_words(told: str, asked: Asked) -> Reading:
    going = STILL_GOING.search(told) is not None or _taken_back(told)
    ended = ENDED.search(told) is not None and not going
    without_habit = HABIT.sub(" ", told)
    habit = going or without_habit != told
    if habit and not ended:
        plainly = _all_habit(without_habit) and not _SOME.search(told)
        return Rejected() if meanings.denies(told) and not going else _still(asked, sure=plainly)
    read = days_in(told if ended and not habit else without_habit, asked.today, left_off=ended or meanings.denies(told))
    if AHEAD.search(told) and not read.gap:
        return FUTURE
    return _from_days(read, told, asked, sure=not habit)


def _taken_back(told: str) -> bool:
    """An end and then use again: "last used 2 months ago but I use it sometimes"."""
    parts = _TURN.split(told)
    ended = next((place for place, part in enumerate(parts) if _END.search(part)), len(parts))
    return any(_GOES_ON.search(part) and "used to" not in part for part in parts[ended + 1 :])


def _all_habit(left: str) -> bool:
    return plain(left) in {"", "i", "it", "i use it", "yes", "use it", "i am", "im", "using", "using it"}


def _from_days(read: Read, told: str, asked: Asked, sure: bool) -> Reading:
    if not read.days:
        return Understood(NOT_SURE, sure=False) if _at_a_loss(told, asked) else Rejected()
    if meanings.denies(told) and not read.gap:
        return Rejected()
    found = [clipped(day.interval, asked.today) for day in read.days]
    if None in found:
        return FUTURE
    if read.joined and _far_apart([day for day in found if day]):
        return Rejected()
    interval = _chosen([day for day in found if day], read.joined)
    if meanings.hedged(told) or read.about:
        interval = widened(interval, asked.today)
    return Understood(interval, sure=sure and _sure(read, told) and interval.exact)


def _far_apart(found: list[Interval]) -> bool:
    """Whether an end of a stretch was taken from another year: "Oct 30 to Nov 5" on the third of November."""
    ends = [interval.latest for interval in found if interval.exact]
    return len(ends) > 1 and max(ends) - min(ends) > timedelta(days=FAR)


def _at_a_loss(told: str, asked: Asked) -> bool:
    return asked.offers(NOT_SURE) and meanings.hedged(told) and not is_asking(told)


def _chosen(found: list[Interval], joined: bool) -> Interval:
    """The latest of several days; of days joined by "or", "to", "between", the whole stretch."""
    latest = max(found, key=lambda interval: interval.latest)
    if not joined:
        return latest
    firsts = [interval.earliest for interval in found]
    return Interval(None if None in firsts else min(first for first in firsts if first), latest.latest)


def _sure(read: Read, told: str) -> bool:
    return len(read.days) == 1 and read.days[0].plain and read.whole and not is_asking(told)
