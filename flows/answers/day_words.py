"""A text about days in the words that the day readers know, whatever language, spelling or order it came in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from flows.answers.calendar_names import months
from flows.answers.day_spelling import spelt
from flows.answers.numerals import with_digits
from flows.answers.rewording import reworded, table
from flows.answers.spanish.day_words import in_known_words
from flows.answers.wording import soft

LONGEST: Final = 300
"""Characters of words of a text about a day; a longer one is a story, and is asked about."""

_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS: Final[Mapping[str, int]] = {**dict(zip(_WORDS.split(), range(1, 21), strict=True)), "thirtieth": 30}
_AFTERTHOUGHT: Final = re.compile(
    r"[,;.]? ?\b(?:but |and |just )*(?:not|nothing|none|no|havent(?: used(?: it| any)?)?|didnt(?: use "
    r"it)?) (?:used )?"
    r"(?:(?:it )?(?:today|tonight|yet today|this week|after that)|since(?: then)?|after)(?= ?(?:$|[,;.!]))"
)
"""What was not done after the day that is told: "yesterday but not today"."""
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
        (r"super ?bowl(?: (?:sunday|weekend|party))?|taco tuesday|election (?:day|tuesday)", "then"),
        (r"a ?lil", "a little"),
        (r"(?:a|the) (?:whole|full|good|solid)(?= (?:day|week|month|year))", "a"),
        (r"(?:a |the )?fortnight", "2 weeks"),
        (r"(?<!\d )1/2 (?:a |of a )?(?P<unit>month|year|week|day)s?", r"half a \g<unit>"),
        (r"clean(?: now)? for", "without it for"),
        (r"not yesterday,? (?:but )?the (?:night|day) before", "day before yesterday"),
        (
            r"^(?:not in |its been |it has been |been |quite )*(?:a|such a|ages|forever) ?"
            r"(?:very |really |good |long )*(?:while|time)(?: ago| back| now)?\W*$",
            "not sure",
        ),
        (
            r"(?P<length>\d (?:day|week|month)s?),? give or take(?: a (?:day|few|week|couple)\w*)?",
            r"about \g<length> ago",
        ),
        (r"(?P<length>(?:\d{1,2}|a) (?:day|week|month)s? ago),? (?:today|tonight|to the day)", r"\g<length>"),
        (
            r"(?:idk|dunno|no idea|not sure|no se),? (?:like |maybe |probably |i think )*(?P<length>(?:\d{1,2}|a) "
            r"(?:day|week|month)s?)(?= ?\W*$)",
            r"maybe about \g<length> ago",
        ),
        (r"(?:prolly|probly|prob)(?= (?:like|about|\d))", "maybe"),
        (r"just (?:rinsed|took|wiped|peeled) (?:it|that|mine) off", "just used"),
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
        (r"no wait|wait no", "no wait"),
    )
)


def in_day_words(text: str) -> str:
    """The soft text on one line, with digits, in the spelling and the language of the patterns."""
    told = in_known_words(spelt(" ".join(soft(text).split())))
    return " ".join(reworded(_nth_words().sub(_nth, with_digits(told)), _PHRASES).split())


def without_doubt(told: str) -> tuple[str, bool]:
    """The text without "I can't remember which", and whether it said that: a doubt is no denial."""
    left = _DOUBT.sub(" maybe ", told)
    return left, left != told


def without_afterthought(told: str) -> str:
    """The text without what was not done since, unless that is all it says."""
    return _AFTERTHOUGHT.sub("", told).strip() or told


@cache
def _nth_words() -> re.Pattern[str]:
    ordinal = "|".join(sorted(_ORDINALS, key=len, reverse=True))
    month = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=\bthe )|(?P<month>\b(?:{month})\.? )(?:the )?|(?=(?:{ordinal}) of (?:{month})\b))"
        rf"(?P<tens>20[ -]|30[ -])?(?P<word>{ordinal})\b"
        r"(?! (?:time|week|day|night|one|weekend|half|part|session|visit|of (?:the|my)|mon|tue|wed|thu|fri|sat|sun))"
    )


def _nth(match: re.Match[str]) -> str:
    tens = int(match["tens"][:2]) if match["tens"] else 0
    return f"{match['month'] or ''}{tens + _ORDINALS[match['word']]}th"
