"""FUTURE_DATE: the one day somebody hopes for, or none in particular."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

from flows.answers import exact_days, meanings, wish_periods
from flows.answers.asked import Asked
from flows.answers.calendar_names import weekdays
from flows.answers.dates import TAPPED
from flows.answers.day_words import LONGEST, in_day_words
from flows.answers.days import calendar_months_after, day_of, latest_weekday, next_weekday
from flows.answers.matching import exactly
from flows.answers.spanish import wishes as spanish_wishes
from flows.answers.wording import is_asking, phrases, plain, vocabulary, words
from flows.answers.written_days import Dated, Written
from flows.model import Interval, Reading, Rejected, Understood

PAST: Final = Rejected("past_date")
LATE: Final = 60
"""Days: a date without a year that passed within so many days was meant, and is past."""

ANY_DAY: Final = phrases(
    """
    no particular day, no particular date, nothing particular, nothing in particular, not really, no preference, no
    rush, any time, anytime, any day, any, whenever, flexible, im flexible, i am flexible, no date, no date in mind,
    not yet, no specific date, no specific day, asap, as soon as possible, soon, the sooner the better, earliest, as
    early as possible, as soon as you can, soon as you can, soon as possible, as soon as i can, as early as you can,
    the earliest, earliest possible, earliest available, the earliest you have, earliest you have, first available,
    the first available, first opening, next available, the next available, whenever you have, whenever you can,
    whenever works, whenever is good, whenever youre free, any day works, any day is fine, any day is good, anytime
    works, any time works, anytime is fine, any time is fine, no preferences, no particular, im open to any day, you
    choose, you pick, up to you, right away, sooner the better, dont care, i dont care, doesnt matter, open, im
    open, skip, nothing planned, no plans, nothing specific, no specifics, soonest you have, the soonest you have,
    the soonest, soonest, soonest available, soonest possible, as soon as youre able, earliest you can, whatever
    works, whatever you have, whenever theres an opening, when you have an opening, no particular time, no deadline,
    sometime soon, pretty open, im pretty open, wide open, not picky
    """
)
POLITE: Final = re.compile(
    r"[ ,]+(?:if (?:at all )?(?:possible|available|(?:i|you|we) can|(?:you|its|there) (?:\w+ "
    r"){0,3}(?:open|available|free))|"
    r"si (?:se puede|es posible|hay(?: lugar)?|pueden|puede))\b"
)
EXCEPT: Final = re.compile(r"\b(?:or|then|if|except|but|besides|other than|excepto|menos|pero)\b")
"""What makes of a day another one, or a choice of several."""
PLAIN_WORDS: Final = vocabulary("on the at in of um for please el para por favor un a")
_GONE: Final = re.compile(r"\b(?:yesterday|ago|last (?!week of|minute)\w+)\b")

Reader = Callable[[re.Match[str], date], tuple[date, bool]]


def read_future_date(text: str, asked: Asked) -> Reading:
    """The day hoped for; "no" where no day is."""
    if not plain(text) or len(plain(text)) > LONGEST:
        return Rejected()
    if tapped := TAPPED.fullmatch(text.strip()):
        return _day(day_of(int(tapped[2]), int(tapped[3]), int(tapped[4])), asked.today, sure=True)
    told = POLITE.sub("", in_day_words(text))
    if exactly(text, asked) or any(_no_day(said) for said in (text, told)):
        return Understood("no", sure=not is_asking(text))
    if meanings.denies(told) or EXCEPT.search(told):
        return Rejected()
    return _from_days(told, asked)


def _no_day(said: str) -> bool:
    """Whether no day in particular is hoped for."""
    said = plain(said).removesuffix(" please").removesuffix(" por favor")
    return meanings.says_no(said) or said in ANY_DAY or said in spanish_wishes.ANY_DAY or meanings.says_unsure(said)


def _from_days(told: str, asked: Asked) -> Reading:
    found = [*_found(told, asked.today)]
    if not found:
        return _from_period(told, asked.today)
    if len({day for day, _, _ in found}) > 1:
        return Rejected()
    day, sure, matched = found[0]
    if moved := wish_periods.moved(told, matched, day):
        return _day(moved, asked.today, sure=False)
    left = set(words(told.replace(matched, " ")))
    return _day(day, asked.today, sure=sure and left <= PLAIN_WORDS and not is_asking(told))


def _from_period(told: str, today: date) -> Reading:
    """The first day of a period, so that only what fits the whole of it is said to fit."""
    if _GONE.search(told):
        return PAST
    found = wish_periods.first_days(told, today)
    if len(found) != 1 or EXCEPT.search(told):
        return Rejected()
    return Understood(Interval.on(max(today, found[0])), sure=False)


def _day(day: date | None, today: date, sure: bool) -> Reading:
    if day is None:
        return Rejected()
    return PAST if day < today else Understood(Interval.on(day), sure)


def _found(told: str, today: date) -> Iterator[tuple[date, bool, str]]:
    left = told
    for pattern in exact_days.patterns():
        while match := pattern.search(left):
            left = left[: match.start()] + "\x00" * max(1, len(match[0])) + left[match.end() :]
            if dated := _meant(exact_days.written(match), today):
                yield dated.day, dated.plain, match[0]
    for form, reader in patterns():
        while match := form.search(left):
            left = left[: match.start()] + "\x00" * len(match[0]) + left[match.end() :]
            day, plainly = reader(match, today)
            yield day, plainly, match[0]


def _meant(written: Written, today: date) -> Dated | None:
    """The coming day, unless the same date has only just passed: then that one was meant."""
    coming, gone = written.ahead(today), written.past(today)
    just_gone = gone and written.year is None and written.month and 0 < (today - gone.day).days <= LATE
    return gone if just_gone else coming


def _in(match: re.Match[str], today: date) -> tuple[date, bool]:
    count = 1 if match["count"].startswith("a") else int(match["count"])
    if match["unit"].startswith("d"):
        return today + timedelta(days=count), True
    if match["unit"].startswith("w"):
        return today + timedelta(weeks=count), False
    return calendar_months_after(today, count), False


def _weekday(match: re.Match[str], today: date) -> tuple[date, bool]:
    """The first such day after today; "next Friday" may be a week later, so it is read back."""
    if (match["which"] or "").startswith("last"):
        return latest_weekday(weekdays()[match["weekday"]], today), True
    return next_weekday(weekdays()[match["weekday"]], today), not (match["which"] or "").startswith("next")


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Days to come in words."""
    weekday = "|".join(sorted(set(weekdays()) - {"sun", "sat", "mon", "wed"}, key=len, reverse=True))
    rows: tuple[tuple[str, Reader], ...] = (
        (r"\b(?:the )?day after tomorrow\b", lambda match, today: (today + timedelta(days=2), True)),
        (r"\b(?:tomorrow|tmrw|tmw|tom+or+ow)\b", lambda match, today: (today + timedelta(days=1), True)),
        (r"\bin (?:about |like |around )?(?P<count>\d{1,2}|an?) (?P<unit>days?|weeks?|months?)\b", _in),
        (r"\b(?P<count>\d{1,2}|an?) (?P<unit>days?|weeks?|months?) from (?:now|today)\b", _in),
        (r"\b(?:today|tonight|now)\b", lambda match, today: (today, True)),
        (rf"\b(?:(?P<which>last|next|this|this coming|coming|this next) )?(?P<weekday>{weekday})\b", _weekday),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)
