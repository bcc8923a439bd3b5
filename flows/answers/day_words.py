"""A text about days in the words that the day readers know, whatever language, spelling or order it came in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers.calendar_names import months
from flows.answers.day_spelling import spelt
from flows.answers.numerals import with_digits
from flows.answers.rewording import reworded, table
from flows.answers.spanish.day_words import in_known_words
from flows.answers.wording import soft

LONGEST: Final = 500
"""Characters of a text about a day; a longer one is a story, and is asked about."""

_ORDINALS: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {"thirtieth": 30}
_ORDINAL: Final = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_MONTH: Final = "|".join(sorted(months(), key=len, reverse=True))
_NTH: Final = re.compile(
    rf"(?:(?<=\bthe )|(?P<month>\b(?:{_MONTH})\.? )(?:the )?)(?P<tens>20[ -]|30[ -])?(?P<word>{_ORDINAL})\b"
    rf"(?! (?:time|week|day|night|one|weekend|half|part|mon|tue|wed|thu|fri|sat|sun))"
)
_DOUBT: Final = re.compile(
    r"\b(?:i )?(?:(?:really|honestly) )?(?:dont|cant|do not|cannot|didnt|not) (?:(?:really|exactly|"
    r"totally|quite|100|100%|"
    r"completely|entirely|too|even|fully) )*(?:remember|recall|know|sure|certain|positive)\b(?: (?:exactly|for sure|"
    r"which(?: one| day)?|when|what day|the (?:exact )?(?:day|date)|exact (?:day|date)|of the (?:exact "
    r")?(?:day|date)|"
    r"about the (?:day|date)))*"
)
_PHRASES: Final = table(
    (
        (r"a ?lil", "a little"),
        (r"(?:a|the) (?:whole|full|good|solid) (?=(?:day|week|month|year))", "a "),
        (r"fortnight", "2 weeks"),
        (r"half (?:a|of a) month", "2 weeks"),
        (r"(?P<n>\d+)ish", r"about \g<n>"),
        (r"(?P<low>\d+),? maybe (?P<high>\d+)(?= (?:day|week|month|night))", r"\g<low> or \g<high>"),
        (r"(?P<n>\d+) ?(?:\+|plus|or more) (?P<unit>days|weeks|months|years)", r"more than \g<n> \g<unit>"),
        (
            r"(?P<n>\d+) (?P<unit>days|weeks|months|years) (?:or more|plus|at least|minimum)",
            r"more than \g<n> \g<unit>",
        ),
        (r"(?:the )?weekend before last|(?:the )?last weekend but 1", "2 weekends ago"),
        (r"(?P<day>[a-z]+day) before last", r"2 \g<day>s ago"),
        (r"(?:a|an|1) (?P<unit>week|month)s? or (?:a|an|1) \w+ and a half", r"a \g<unit> or 2"),
        (r"new years? (?=20\d\d)", "new years "),
        (r"no wait|wait no", "no wait"),
    )
)


def in_day_words(text: str) -> str:
    """The soft text on one line, with digits, in the spelling and the language of the patterns."""
    told = in_known_words(spelt(" ".join(soft(text).split())))
    return " ".join(reworded(_NTH.sub(_nth, with_digits(told)), _PHRASES).split())


def without_doubt(told: str) -> tuple[str, bool]:
    """The text without "I can't remember which", and whether it said that: a doubt is no denial."""
    left = _DOUBT.sub(" maybe ", told)
    return left, left != told


def _nth(match: re.Match[str]) -> str:
    tens = int(match["tens"][:2]) if match["tens"] else 0
    return f"{match['month'] or ''}{tens + _ORDINALS[match['word']]}th"
