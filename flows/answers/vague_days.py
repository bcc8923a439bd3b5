"""Days in words: "last night", "last week", "in October". Each interval covers every day the words could mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from flows.answers import month_parts, periods
from flows.answers.calendar_names import NOT_ALONE, months, weekdays
from flows.answers.days import back, weeks_back
from flows.model import Interval

Reader = Callable[[re.Match[str], date], Interval]
Form = tuple[re.Pattern[str], Reader]

PART: Final = (
    r"(?:(?P<part>(?:very )?(?:early(?: in| on in)?|(?:the )?(?:beginning|start|1st half|first half|"
    r"first part) of|mid|(?:the )?"
    r"middle of|half ?way through|(?:the )?first (?:few )?days of|late(?: in)?|(?:the )?(?:end|last "
    r"part|2nd half|second half) of))[ "
    r"-](?:in )?(?:the month of )?)?"
)
WHICH_WEEK: Final = (
    r"(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final|1|2|3|4) (?:full )?week (?:of|in)(?: in)?"
)
LATER_DAY: Final = r"(?P<d>\d{1,2})(?:st|nd|rd|th)"


def _today(match: re.Match[str], today: date) -> Interval:
    return Interval.on(today)


def _back(days: int) -> Reader:
    return lambda match, today: Interval.on(back(today, days))


def _from_to(first: int, last: int) -> Reader:
    return lambda match, today: Interval(back(today, first), back(today, last))


def _weeks(weeks: int) -> Reader:
    return lambda match, today: weeks_back(today, weeks)


def _moments() -> tuple[tuple[str, Reader], ...]:
    return (
        (r"\b(?:the )?day before yesterday\b", _back(2)),
        (r"\b(?:the )?(?:night|evening) before (?:last|yesterday)(?: night)?\b|\b2 nights ago\b", _from_to(2, 1)),
        (
            r"\bearlier (?:today|tonight)\b|\bthis (?:morning|afternoon|evening|am)\b|\bjust now\b|"
            r"\btoday\b|\btonight\b|"
            r"\bright now\b|^now$|\b(?:and|to|till|until|through) (?:now|present)\b",
            _today,
        ),
        (r"\bmoments? ago\b|\ba second ago\b|\bjust (?:used|put|applied|did|washed)\b", _today),
        (r"\b(?:last|yesterday|yesterdays) night\b", _from_to(1, 0)),
        (r"\byesterdays?(?: (?:morning|afternoon|evening))?\b|\byest\b|\blast evening\b", _back(1)),
        (r"\bthe other (?:day|night|morning)\b|\bother (?:day|night)\b", _from_to(14, 1)),
        (r"\brecently\b|\blately\b|\bthe (?:last|past) few days\b", _from_to(90, 0)),
    )


def _weekdays() -> tuple[tuple[str, Reader], ...]:
    weekday = "|".join(sorted(set(weekdays()) - {"sun", "sat"}, key=len, reverse=True))
    with_sat = f"{weekday}|sat"
    plain_weekday = "|".join(sorted(set(weekdays()) - NOT_ALONE, key=len, reverse=True))
    return (
        (
            rf"\b(?:last|this|this past|this last|past|on|since|until|till|or|by|from) (?P<weekday>{with_sat})\b",
            periods.weekday,
        ),
        (rf"\b(?P<weekday>{with_sat}|sun) (?:night|morning|afternoon|evening|noon|am|pm)\b", periods.weekday),
        (rf"\b(?P<weekday>{plain_weekday})\b", periods.weekday),
        (r"^(?P<weekday>mon|wed|sat)\.?$", periods.weekday),
    )


def _periods() -> tuple[tuple[str, Reader], ...]:
    return (
        (r"\b(?P<count>a|1|couple|few|\d{1,2}) (?:of )?weekends? (?:ago|back)\b", periods.weekends_ago),
        (r"\b(?:the )?week before last\b", _weeks(2)),
        (r"\b(?:over|during|in|within) the (?:last|past) week\b|\bpast week\b", _from_to(8, 0)),
        (r"\b(?:over|during|in|within) the (?:last|past) month\b|\bpast month\b", _from_to(35, 0)),
        (r"\b(?:over|during|in|within) the (?:last|past) year\b|\bpast year\b", _from_to(370, 0)),
        (r"\blast week\b", _weeks(1)),
        (r"\b(?:earlier |early |late )?(?:this|in the) week\b", _weeks(0)),
        (r"\b(?P<which>this|last)? ?(?:past )?week ?end\b", periods.weekend),
        (r"\b(?:the )?month before last\b", periods.relative_month(2)),
        (rf"\b{PART}(?P<which>this|last|the) month\b", month_parts.relative_month),
        (r"\b(?P<part>(?:1st|first|1th)) of the month\b", lambda match, today: Interval.on(today.replace(day=1))),
        (r"\b(?:the )?year before last\b", periods.relative_year(2)),
        (r"\blast year\b", periods.relative_year(1)),
        (r"\b(?:earlier )?this year\b", periods.relative_year(0)),
        (
            r"\b(?P<season>spring(?! break)|summer|autumn|winter)(?: (?:of )?(?P<year>(?:19|20)\d\d))?\b(?! break)",
            periods.season,
        ),
        (
            r"\b(?:last|this|this past|in the|early|late|during the|end of|end of the|since) "
            r"(?P<season>fall)(?: (?:of )?(?P<year>(?:19|"
            r"20)\d\d))?\b",
            periods.season,
        ),
    )


def _months() -> tuple[tuple[str, Reader], ...]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    long_month = "|".join(sorted(set(months()) - NOT_ALONE, key=len, reverse=True))
    when = (
        r"(?:in|last|since|of|during|until|till|through|around|about|by|sometime|like|"
        r"was|or|and|late|early)"
    )
    no_verb = r"(?! (?:not|be|have|i|it|or may|from|told|said|gave|sold|recommended|says)\b)"
    year = r"(?:,? (?:of )?(?P<year>(?:19|20)\d\d))"
    return (
        (rf"\b{PART}(?:(?P<which>last|this|in) )?(?P<month>{month})\b{year}", periods.month),
        (rf"\b{PART}(?P<which>last|this past) (?P<month>{month})(?P<year>(?!))?\b{no_verb}", periods.month),
        (rf"\b{PART}this (?P<which>(?!))?(?P<month>{long_month})(?P<year>(?!))?\b", periods.month),
        (rf"\b{PART[:-1]}(?P<which>(?!))?(?P<month>{month})(?P<year>(?!))?\b", periods.month),
        (
            rf"(?:(?<=before )|(?<=after ))(?P<part>(?!))?(?P<which>(?!))?(?P<month>{month})(?P<year>(?!))?\b",
            periods.month,
        ),
        (rf"\b{when} (?P<part>(?!))?(?P<which>(?!))?(?P<month>{month})(?P<year>(?!))?\b{no_verb}", periods.month),
        (rf"\b(?P<part>(?!))?(?P<which>(?!))?(?P<month>{long_month})(?P<year>(?!))?\b{no_verb}", periods.month),
        (r"^(?P<part>(?!))?(?P<which>(?!))?(?P<month>march|dec|jan)(?P<year>(?!))?\.?$", periods.month),
        (r"(?<![\w./$-])(?P<year>(?:19[3-9]\d|20\d\d))(?![\w/%-])(?! ?(?:mg|ml|iu|units))", periods.year),
    )


@cache
def compound() -> tuple[Form, ...]:
    """Forms that other forms are a part of: "5 weeks ago on Tuesday", "the 5th of last month"."""
    month = "|".join(sorted(months(), key=len, reverse=True))
    weekday = "|".join(sorted(set(weekdays()) - {"sun"}, key=len, reverse=True))
    week = r"this week|(?:last|a) week(?: ago)?|(?:the )?week before last|\d{1,2} weeks? (?:ago|back)"
    year = r"(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?"
    nth = r"(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)"
    few = r"(?P<count>\d{1,2}|(?:a )?couple(?: of)?|(?:a )?few)"
    rows: tuple[tuple[str, Reader], ...] = (
        (rf"\b(?P<weekday>{weekday})\b,? (?:of |from |de )?(?P<week>{week})\b", periods.weekday_of_week),
        (rf"\b(?P<week>{week}),? (?:on |last |this |on a |like )?(?P<weekday>{weekday})\b", periods.weekday_of_week),
        (rf"\b{few} (?P<weekday>{weekday})s? ago\b", periods.weekdays_ago),
        (rf"\b(?:the )?{LATER_DAY} (?:of |in )?(?P<which>this|last) month\b", month_parts.day_of_month),
        (
            rf"\b(?P<which>this|last) month,? (?:on |about |around |like )?(?:the )?{LATER_DAY}\b",
            month_parts.day_of_month,
        ),
        (rf"\b{WHICH_WEEK} (?P<which>this|last) month\b", month_parts.week_of_relative_month),
        (rf"\b{WHICH_WEEK} (?P<month>{month})\b{year}", month_parts.week_of_month),
        (rf"\blast day (?:of|in) (?P<month>{month})\b{year}", month_parts.last_day_of_month),
        (r"(?<![\d/.-])(?P<m>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?![\d/])", month_parts.month_in_digits),
        (rf"\b{nth} (?P<weekday>{weekday}) (?:of|in) (?P<month>{month})\b{year}", month_parts.weekday_of_month),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)


@cache
def patterns() -> tuple[Form, ...]:
    """Every other form with its reader, the longer first; texts are soft, with number words as digits."""
    rows = (*_moments(), *_periods(), *_months(), *_weekdays())
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)
