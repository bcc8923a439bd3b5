"""How long ago, in words: "3 days ago", "over a month ago", "2-3 weeks", and how long something was left off."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from flows.answers.spans import Span, span_of
from flows.model import Interval

Reader = Callable[[re.Match[str], date], Interval]
Form = tuple[re.Pattern[str], Reader]

UNIT: Final = (
    r"(?P<unit>minutes?|mins?|hours?|hrs?|days?|nights?|mornings?|evenings?|wks?|weeks?|months?|mos?|yrs?|"
    r"years?)"
)
COUNT: Final = (
    r"(?P<count>\d{1,3}(?:\.5)?(?: and a half| 1/2)?|an?|half an?|half|(?:a )?couple(?: of)?|"
    r"(?:quite )?(?:a )?(?:good )?few|several|many)(?: more)?"
)
AGO: Final = r"(?:ago|back|prior|before now|earlier)(?: (?:today|tonight|now|yesterday))?"
MORE: Final = (
    r"(?P<more>(?:a little |a bit |just |well |way |slightly )?(?:more than|over)|at least|at minimum|"
    r"longer than|no less than|"
    r"not less than|upwards of|> ?)(?: like| about)?"
)
LESS: Final = (
    r"(?P<less>less than|under|not even|within|within the last|in the last|in the past|over the last|over "
    r"the past|during the last|the last|the past|past|last|no more than|not more than|at most|up to|< "
    r"?)(?: like| about)?"
)
OTHER: Final = COUNT.replace("P<count>", "P<count2>") + " ?" + UNIT.replace("P<unit>", "P<unit2>")
AND_MORE: Final = r"(?:,? and (?:an?|\d{1,2}) (?:days?|weeks?|months?))?"
FILLED: Final = (
    r"^(?:(?:um|uh|hmm|hm|like|about|around|maybe|probably|roughly|approximately|approx|i|think|its|it|"
    r"was|guess|say|id|"
    r"almost|nearly|prob|ok|oh|well|so|honestly|possibly|yes|yeah)[ ,.]+)*"
)
DONE: Final = r"(?:[ ,.!]+(?:or|so|ish|now|maybe|i|think|about|probably|lol|max|tops|already|more|less))*[.!]*$"


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


def _either(match: re.Match[str], today: date) -> Interval:
    """ "2 days or 2 weeks ago": all from the farther to the nearer."""
    one, other = _span(match).before(today), span_of(match["count2"], match["unit2"]).before(today)
    return Interval(min(one.earliest or today, other.earliest or today), max(one.latest, other.latest))


def _or_two(match: re.Match[str], today: date) -> Interval:
    """ "A day or two ago", "a week or so ago": from less than one to more than two."""
    far = span_of("3" if match["high"] == "so" else match["high"], match["unit"]).before(today)
    return Interval(far.earliest, span_of("1", match["unit"]).before(today).latest)


def _plural(match: re.Match[str], today: date) -> Interval:
    """ "Months ago", "not in years": at least two."""
    return Interval(None, span_of("2", match["unit"]).before(today).latest)


def _span(match: re.Match[str]) -> Span:
    return span_of(match["count"], match["unit"])


@cache
def patterns() -> tuple[Form, ...]:
    """Every form with its reader, the longer first; texts are soft, with number words as digits."""
    low_high = rf"(?P<low>\d{{1,3}}) ?(?:-|to|or|~|/|,? maybe) ?(?:like |maybe )?(?P<high>\d{{1,3}}) ?{UNIT}"
    between = rf"between (?P<low>\d{{1,3}}) and (?P<high>\d{{1,3}}) ?{UNIT}"
    either = rf"{COUNT} ?{UNIT} ?(?:or|to|-|maybe|,) ?(?:like |maybe )?{OTHER}"
    or_two = r"(?:an?|1) (?P<unit>day|night|week|month|year)s? or (?P<high>2|3|so)"
    half = r"(?:an? |1 )?(?P<unit>years?|months?|weeks?|days?) and a half"
    not_yet = r"\b(?:hasnt|has not|not|havent|isnt|aint)(?: it)?(?: even)? been (?:even )?(?:quite )?"
    rows: tuple[tuple[str, Reader], ...] = (
        (rf"{not_yet}{COUNT} ?{UNIT}\b", _less),
        (rf"(?<!\w){LESS} ?{COUNT} ?{UNIT}(?: {AGO})?\b(?! of)", _less),
        (rf"\b{MORE} ?{COUNT} ?{UNIT} {AGO}\b", _more),
        (rf"{FILLED}{MORE} ?{COUNT} ?{UNIT}{DONE}", _more),
        (rf"\b{either} {AGO}\b", _either),
        (rf"{FILLED}{either}{DONE}", _either),
        (rf"\b{between}(?: {AGO})?\b", _range),
        (rf"\b{low_high} {AGO}\b", _range),
        (rf"{FILLED}{low_high}{DONE}", _range),
        (rf"\b{or_two} {AGO}\b", _or_two),
        (rf"{FILLED}{or_two}{DONE}", _or_two),
        (rf"\b{half} {AGO}\b", _and_a_half),
        (rf"{FILLED}{half}{DONE}", _and_a_half),
        (rf"\b{COUNT} ?{UNIT}{AND_MORE} {AGO}\b", _ago),
        (r"\b(?P<count>\d{1,3}) ?(?P<unit>[dwhy]) ago\b", _ago),
        (
            rf"(?:^|\b(?:its|it has|it is|has|just|must have) )been (?!a minute)(?:(?:about|like|around|"
            rf"almost|nearly|only|maybe|at "
            rf"least|over) )*{COUNT} ?{UNIT}\b(?!.*\b(?:start\w*|began|using|on it)\b)",
            _ago,
        ),
        (rf"{FILLED}(?!\d\d ?y){COUNT} ?{UNIT}{DONE}", _ago),
        (r"\b(?P<unit>days|weeks|months|years) ago\b", _plural),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)


@cache
def gone_by_patterns() -> tuple[Form, ...]:
    """ "Haven't used it in the last 2 weeks": a denial makes of the time since use the time without it."""
    denial = r"\b(?:havent|have not|not|no|didnt|without|skipped|skipping|nothing|none|never)\b[^.;\x00]{0,60}?"
    return ((re.compile(rf"{denial}\b(?:the |these |this )?(?:last|past) {COUNT} ?{UNIT}\b"), _ago),)


@cache
def gap_patterns() -> tuple[Form, ...]:
    """Forms that tell how long it has been, only where the text says that something was left off: "not for 3 days"."""
    low_high = rf"(?P<low>\d{{1,3}}) ?(?:-|to|or|~|and) ?(?P<high>\d{{1,3}}) ?{UNIT}"
    rows: tuple[tuple[str, Reader], ...] = (
        (rf"\b{MORE} ?{COUNT} ?{UNIT}\b", _more),
        (rf"\b{low_high}\b", _range),
        (r"\b(?:a|1) (?P<unit>day|night|week|month|year)s? or (?P<high>2|3|so)\b", _or_two),
        (r"\b(?:an? |1 )?(?P<unit>years?|months?|weeks?|days?) and a half\b", _and_a_half),
        (rf"\b{COUNT} ?{UNIT}\b", _ago),
        (r"\b(?:in|for) (?P<unit>days|weeks|months|years)\b", _plural),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)
