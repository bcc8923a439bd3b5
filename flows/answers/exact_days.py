"""Days written as dates: ISO, American, with month names, "the 5th"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from flows.answers.calendar_names import months, weekdays
from flows.answers.written_days import Written

_NO_COUNT: Final = (
    r"(?! ?(?:times|x\b|%|percent|weeks?\b|days?\b|nights?\b|months?\b|pumps?|drops?|mg|ml|pills?|am\b|pm\b|:\d))"
)


def full_year(written: str | None) -> int | None:
    """A year of two or four digits; two digits are in this century."""
    if not written:
        return None
    return int(written) + 2000 if len(written) == 2 else int(written)


def written(match: re.Match[str]) -> Written:
    """The date that a match of one of the patterns stands for."""
    said = match.groupdict()
    name, weekday = said.get("name"), said.get("weekday")
    month = months()[name] if name else int(said["m"]) if said.get("m") else None
    year = full_year(said.get("year") or said.get("short"))
    return Written(int(said["d"]), month, year, weekdays()[weekday] if weekday else None, swaps="swap" in said)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Every written form, the longest first; texts are soft, with number words as digits."""
    month = "|".join(sorted(months(), key=len, reverse=True))
    weekday = "|".join(sorted(weekdays(), key=len, reverse=True))
    leading = rf"(?:\b(?P<weekday>{weekday})\.?,? (?:the )?)?"
    nth = rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_NO_COUNT}"
    year = (
        r"(?:,? ?(?:of )?(?P<year>20\d\d|19\d\d)(?!\d)| (?P<short>2\d)(?! ?(?:days?|weeks?|months?|"
        r"am|pm|:|min|hours?|,|and|&|or))(?!\d))?"
    )
    not_a_part = r"(?! ?(?:tube|pump|cup|tsp|teaspoon|of a|a |the |bottle|dose|inch|would|recommend|stars?))"
    later = r"(?! (?:time|week|day\b|night|month|session|visit|round|one\b|degree|grade|of (?!the)))"
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?<![\w./-])(?P<year>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\w/-])",
            r"(?<![\w./-])(?P<swap>)(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?P=s)(?P<year>\d{4}|\d{2})(?![\w/-])",
            rf"(?<![\w./:$-])(?<!room )(?<!apt )(?<!suite "
            rf")(?P<swap>)(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?![\w/%-]){not_a_part}",
            r"^(?P<swap>)(?P<m>\d{1,2})-(?P<d>\d{1,2})$",
            rf"{leading}(?<![\d.$/])\b(?:the )?{nth} ?(?:of |day of |[-/])?(?P<name>{month})\b\.?(?:,? "
            rf"?(?P<year>20\d\d|19\d\d))?",
            rf"{leading}\b(?P<name>{month})\.?[ -]?(?:the )?{nth}{year}",
            rf"\b(?P<weekday>{weekday})\.?,? (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b{later}",
            rf"\b(?P<weekday>{weekday}),? (?P<d>\d{{1,2}})(?= ?(?:$|[,;!?]))",
            rf"\b(?:on |since |by |the |until |around |about |or )+(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b{later}",
            r"^(?P<d>\d{1,2})(?:st|nd|rd|th)$",
        )
    )
