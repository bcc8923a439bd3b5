"""Days in words: "3 days ago", "last week", "in October". Each interval covers every day the words could mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from flows.answers import periods
from flows.answers.calendar_names import NOT_ALONE, months, weekdays
from flows.answers.days import back, weeks_back
from flows.answers.spans import Span, span_of
from flows.model import Interval

Reader = Callable[[re.Match[str], date], Interval]

UNIT: Final = (
    r"(?P<unit>minutes?|mins?|hours?|hrs?|days?|nights?|mornings?|evenings?|wks?|weeks?|months?|mos?|yrs?|"
    r"years?)"
)
COUNT: Final = (
    r"(?P<count>\d{1,3}(?:\.5)?(?: and a half)?|an?|half an?|half|(?:a )?couple(?: of)?|(?:a )?few|several|"
    r"many)"
)
AGO: Final = r"(?:ago|back|prior|before now|earlier)"
MORE: Final = r"(?P<more>more than|over|at least|longer than|well over|a little over|a bit over|just over|> ?)"
LESS: Final = (
    r"(?P<less>less than|under|not even|within|within the last|in the last|in the past|over the last|over "
    r"the past|during the last|the last|the past|past|< ?)"
)


def _today(match: re.Match[str], today: date) -> Interval:
    return Interval.on(today)


def _back(days: int) -> Reader:
    return lambda match, today: Interval.on(back(today, days))


def _from_to(first: int, last: int) -> Reader:
    return lambda match, today: Interval(back(today, first), back(today, last))


def _ago(match: re.Match[str], today: date) -> Interval:
    return _span(match).before(today)


def _more(match: re.Match[str], today: date) -> Interval:
    return Interval(None, _span(match).exactly(today))


def _less(match: re.Match[str], today: date) -> Interval:
    return Interval(_span(match).before(today).earliest, today)


def _and_a_half(match: re.Match[str], today: date) -> Interval:
    return span_of("1.5", match["unit"]).before(today)


def _range(match: re.Match[str], today: date) -> Interval:
    """ "3-4 days ago": the nearer one is the late end."""
    near, far = (span_of(match[group], match["unit"]).before(today) for group in ("low", "high"))
    first, second = sorted((near, far), key=lambda interval: interval.latest)
    return Interval(first.earliest, second.latest)


def _or_two(match: re.Match[str], today: date) -> Interval:
    """ "A day or two ago", "a week or so ago": from less than one to more than two."""
    far = span_of("3" if match["high"] == "so" else match["high"], match["unit"]).before(today)
    return Interval(far.earliest, span_of("1", match["unit"]).before(today).latest)


def _span(match: re.Match[str]) -> Span:
    return span_of(match["count"], match["unit"])


def _plural(match: re.Match[str], today: date) -> Interval:
    """ "Months ago", "not in years": at least two."""
    return Interval(None, span_of("few", match["unit"]).before(today).latest)


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Every form with its reader, the longer first; texts are soft, with number words as digits."""
    month = "|".join(sorted(months(), key=len, reverse=True))
    long_month = "|".join(sorted(set(months()) - NOT_ALONE, key=len, reverse=True))
    weekday = "|".join(sorted(set(weekdays()) - {"sun", "sat"}, key=len, reverse=True))
    plain_weekday = "|".join(sorted(set(weekdays()) - NOT_ALONE, key=len, reverse=True))
    part = (
        r"(?:(?P<part>early|beginning of|start of|first week of|first half of|mid|middle of|late|end of)[ "
        r"-](?:in )?)?"
    )
    when = r"(?:in|last|this|since|of|during|until|till|through|around|about|by)"
    rows: tuple[tuple[str, Reader], ...] = (
        (r"\bday before yesterday\b", _back(2)),
        (
            r"\bearlier today\b|\bthis (?:morning|afternoon|evening|am)\b|\bjust now\b|\btoday\b|\btonight\b|"
            r"\bright now\b|\bnow\b",
            _today,
        ),
        (r"\bmoments? ago\b|\ba second ago\b|\bjust (?:used|put|applied|did|washed)\b", _today),
        (r"\b(?:last|yesterday) night\b", _from_to(1, 0)),
        (
            r"\byesterdays?(?: (?:morning|afternoon|evening))?\b|\byest\b|\byesturday\b|\byesteday\b|"
            r"\byesterady\b",
            _back(1),
        ),
        (r"\bthe other (?:day|night)\b|\bother day\b", _from_to(14, 1)),
        (r"\brecently\b|\blately\b", _from_to(90, 0)),
        (rf"\b{MORE} ?{COUNT} {UNIT}(?: {AGO})?\b", _more),
        (rf"(?<!\w){LESS} ?{COUNT} {UNIT}(?: {AGO})?\b", _less),
        (rf"\b(?P<weekday>{weekday}) (?:of )?(?:last week|a week ago)\b", periods.weekday_of_last_week),
        (rf"\ba week ago (?:on |last |this )?(?P<weekday>{weekday})\b", periods.weekday_of_last_week),
        (rf"\b(?P<low>\d{{1,3}}) ?(?:-|to|or|~) ?(?P<high>\d{{1,3}}) ?{UNIT}(?: {AGO})?\b", _range),
        (rf"\b(?:a|1) (?P<unit>day|week|month|year)s? or (?P<high>2|3|so) {AGO}\b", _or_two),
        (rf"\b{COUNT} ?{UNIT} {AGO}\b", _ago),
        (r"\b(?:an? |1 )?(?P<unit>years?|months?|weeks?|days?) and a half (?:ago|back)\b", _and_a_half),
        (r"\b(?P<count>\d{1,3}) ?(?P<unit>[dwhy]) ago\b", _ago),
        (
            rf"(?:^|\b(?:its|it has|it is|has|just) )been (?:(?:about|like|around|almost|nearly) )*{COUNT} ?{UNIT}\b"
            r"(?!.*\b(?:start\w*|began|using|on it)\b)",
            _ago,
        ),
        (rf"^{COUNT} ?{UNIT}$", _ago),
        (r"\b(?P<count>a|couple|few|\d{1,2}) (?:of )?weekends? ago\b", periods.weekends_ago),
        (r"\b(?P<unit>days|weeks|months|years) ago\b", _plural),
        (r"\b(?:the )?week before last\b", lambda match, today: weeks_back(today, 2)),
        (r"\b(?:over|during|in|within) the (?:last|past) week\b|\bpast week\b", _from_to(8, 0)),
        (r"\b(?:over|during|in|within) the (?:last|past) month\b|\bpast month\b", _from_to(35, 0)),
        (r"\b(?:over|during|in|within) the (?:last|past) year\b|\bpast year\b", _from_to(370, 0)),
        (r"\blast week\b", lambda match, today: weeks_back(today, 1)),
        (r"\b(?:earlier )?this week\b", lambda match, today: weeks_back(today, 0)),
        (r"\b(?P<which>this|last)? ?(?:past )?week ?end\b", periods.weekend),
        (r"\b(?:the )?month before last\b", periods.relative_month(2)),
        (r"\blast month\b", periods.relative_month(1)),
        (r"\b(?:earlier )?this month\b", periods.relative_month(0)),
        (r"\b(?:the )?year before last\b", periods.relative_year(2)),
        (r"\blast year\b", periods.relative_year(1)),
        (r"\b(?:earlier )?this year\b", periods.relative_year(0)),
        (r"\b(?P<season>spring|summer|autumn|winter)(?: (?:of )?(?P<year>(?:19|20)\d\d))?\b", periods.season),
        (
            r"\b(?:last|this|in the|early|late|during the|end of) (?P<season>fall)(?: (?:of )?(?P<year>(?:19|"
            r"20)\d\d))?\b",
            periods.season,
        ),
        (
            rf"\b{part}(?:(?P<which>last|this|in) )?(?P<month>{month})(?: of)?,? (?P<year>(?:19|20)\d\d)\b",
            periods.month,
        ),
        (rf"\b{part}(?P<which>last|this past|this) (?P<month>{month})(?P<year>(?!))?\b(?! not)", periods.month),
        (rf"\b(?:{when} ){part}(?P<which>(?!))?(?P<month>{month})(?P<year>(?!))?\b", periods.month),
        (rf"\b{part[:-1]}(?P<which>(?!))?(?P<month>{month})(?P<year>(?!))?\b", periods.month),
        (rf"\b{part}(?P<which>(?!))?(?P<month>{long_month})(?P<year>(?!))?\b", periods.month),
        (r"(?<![\w./$-])(?P<year>(?:19[3-9]\d|20\d\d))(?![\w/%-])", periods.year),
        (rf"\b(?:last|this|this past|past|on|since|until|till) (?P<weekday>{weekday})\b", periods.weekday),
        (rf"\b(?P<weekday>{plain_weekday})\b", periods.weekday),
        (r"^(?P<weekday>mon|wed|sat)$", periods.weekday),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)


@cache
def gap_patterns() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Forms that tell how long it has been, only where the text says that something was left off: "not for 3 days"."""
    rows: tuple[tuple[str, Reader], ...] = (
        (rf"\b(?:in|for|been)(?: (?:about|like|around|over|almost|nearly|the last|the past))? {COUNT} ?{UNIT}\b", _ago),
        (rf"\b{COUNT} ?{UNIT}\b", _ago),
        (r"\b(?:in|for) (?P<unit>days|weeks|months|years)\b", _plural),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)
