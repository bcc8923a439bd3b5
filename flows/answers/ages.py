"""The age question: a number, a decade, a year of birth; only an age that lies in one group for certain counts."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from flows.answers.asked import Asked
from flows.answers.matching import numbered
from flows.answers.meanings import bare
from flows.answers.numerals import with_digits
from flows.answers.spanish.ages import with_known_ages
from flows.answers.wording import plain, soft
from flows.model import Reading, Rejected, Understood

OLDEST: Final = 120
GROUPS: Final = (("under_18", 0, 17), ("18_to_21", 18, 21), ("22_or_older", 22, OLDEST))
"""Choice, youngest and oldest age of it."""
CHILD: Final = 13
"""Below this a number is read back: it ends the form, and may have been meant otherwise."""

_AROUND: Final = (
    r"(?:i am |im |i m |iam |my age is |age is |age |aged |its |it is |just turned |turned |just |now |sweet |yes |"
    r"only )*"
)
_AFTER: Final = (
    r"(?: ?(?:years young|years old|year young|young|year old|years of age|years|yrs old|yrs|yr|yr old|y o|yo|y|"
    r"old|f|m|female|male|now|"
    r"today|of age|thanks|thank you))*"
)
_TO_COME: Final = (
    r"(?:almost|nearly|not yet|not quite|close to|not|about to be|about to turn|(?:im |i am |ill be |be )?turning|"
    r"turn|"
    r"going to be|gonna be|going on|will be|ill be|soon to be|soon|becoming|i turn|ill turn|will turn|i will be|"
    r"i become)"
)
_WHEN: Final = (
    r"(?:soon|tomorrow|next \w+|this (?:year|month|week|fall|winter|spring|summer|\w+day)|on \w+day|"
    r"in (?:a|an|\d{1,2}) (?:days?|weeks?|months?)|in [a-z]{3,9}|later this year)"
)
"""An age that is not reached yet; a birthday years away is none of these."""
_FORMS: Final = tuple(
    (re.compile(rf"{_AROUND}(?:{form}){_AFTER}"), youngest, oldest, sure)
    for form, youngest, oldest, sure in (
        (r"(?:[fm] )?(?P<n>\d{1,3})", 0, 0, True),
        (r"(?P<n>\d{1,3}) or (?P<m>\d{1,3})", 0, 0, True),
        (rf"{_TO_COME} (?P<n>\d{{1,3}})(?: yet)?(?: {_WHEN})*", -1, -1, False),
        (rf"(?P<n>\d{{1,3}})(?: {_WHEN})+", -1, -1, False),
        (rf"(?P<n>\d{{1,3}})(?: {_TO_COME})+ (?P<m>\d{{1,3}})(?: {_WHEN})*", 0, -1, False),
        (r"(?P<n>\d{1,3}) and a half", 0, 0, True),
        (r"(?:over|above|older than|more than|at least|past) (?P<n>\d{1,3})", 0, OLDEST, False),
        (r"(?P<n>\d{1,3}) (?:or|and|or more|and more) ?(?:older|over|up|above|plus)?", 0, OLDEST, False),
        (r"(?:under|below|younger than|less than) (?P<n>\d{1,3})", -OLDEST, -1, False),
        (r"(?:in )?(?:my )?(?:early )(?P<n>[2-9]0)s", 0, 4, False),
        (r"(?:in )?(?:my )?(?:mid )(?P<n>[2-9]0)s", 3, 7, False),
        (r"(?:in )?(?:my )?(?:late )(?P<n>[2-9]0)s", 6, 9, False),
        (r"(?:in )?(?:my )?(?:the )?(?P<n>[2-9]0)s", 0, 9, False),
    )
)
_BORN: Final = re.compile(r"(?:i was born in |born in |born |im from |i was born )?((?:19|20)\d\d)")
_DECADES: Final = {
    "twenties": "20s",
    "thirties": "30s",
    "forties": "40s",
    "fifties": "50s",
    "sixties": "60s",
    "seventies": "70s",
}
MINOR: Final = frozenset({"minor", "im a minor", "i am a minor", "underage", "im underage", "a minor"})


def read_age(text: str, asked: Asked) -> Reading:
    """The age group. A bare 1, 2 or 3 is the number of the choice."""
    if choice := numbered(text, asked):
        return Understood(choice)
    told = _plain_age(text)
    if told in MINOR:
        return Understood("under_18", sure=False)
    if born := _BORN.fullmatch(told):
        return _group(*_of_year(int(born[1]), asked.today), sure=False)
    for form, youngest, oldest, sure in _FORMS:
        if match := form.fullmatch(told):
            return _between(match, youngest, oldest, sure)
    return Rejected()


def _plain_age(text: str) -> str:
    told = plain(with_known_ages(bare(with_digits(soft(text).replace("+", " or older ")))))
    told = re.sub(r"\b(\d{1,3})(f|m|yo|yrs|yr|y)\b", r"\1 \2", re.sub(r"\b([fm])(\d{1,3})\b", r"\1 \2", told))
    return " ".join(_DECADES.get(word, word) for word in told.split())


def _of_year(year: int, today: date) -> tuple[int, int]:
    return today.year - year - 1, today.year - year


def _between(match: re.Match[str], youngest: int, oldest: int, sure: bool) -> Reading:
    numbers = [int(number) for number in match.groupdict().values()]
    if max(numbers) > OLDEST:
        return Rejected()
    return _group(max(0, min(numbers) + youngest), min(OLDEST, max(numbers) + oldest), sure)


def _group(youngest: int, oldest: int, sure: bool) -> Reading:
    for choice, first, last in GROUPS:
        if first <= youngest and oldest <= last:
            return Understood(choice, sure and youngest >= CHILD)
    return Rejected()
