"""Stretches of dates written short, spelt out: "Oct 28-30" as "Oct 28 to Oct 30"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from flows.answers.calendar_names import months

_SIGN: Final = r" ?(?:-|\u2013|\u2014|to|thru|through|until|till) ?(?:the )?"
_NO_COUNT: Final = r"(?!\d|[/.]\d|%| ?(?:times|x\b|days?|weeks?|months?|years?|nights?|am\b|pm\b|:))"
_SLASHED: Final = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})/(\d{{1,2}})((?:/\d{{2,4}})?)(?:{_SIGN})(\d{{1,2}})(/\d{{1,2}})?{_NO_COUNT}"
)


def spelt_out(told: str) -> str:
    """The soft text with both ends of a stretch as whole dates."""
    told = _several().sub(_each, told)
    return _SLASHED.sub(_slashed, _named().sub(r"\1 \2 to \1 \3", told))


def _each(match: re.Match[str]) -> str:
    """Every day of "Oct 5, 12 and 19" with its month."""
    days = re.findall(r"\d+", match["days"])
    return ", ".join(f"{match['month']} {day}" for day in days)


@cache
def _several() -> re.Pattern[str]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    nth = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?P<month>{month})\.? ?(?P<days>{nth}(?: ?(?:,|&|and|or)(?: and| or)? ?(?:the "
        rf")?{nth}(?![\d/]){_NO_COUNT})+)"
    )


@cache
def _named() -> re.Pattern[str]:
    month = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(rf"\b({month})\.? ?(\d{{1,2}})(?:st|nd|rd|th)?{_SIGN}(\d{{1,2}})(?:st|nd|rd|th)?{_NO_COUNT}")


def _slashed(match: re.Match[str]) -> str:
    month, day, year, last, rest = match.groups()
    return f"{month}/{day}{year} to {last}{rest}" if rest else f"{month}/{day}{year} to {month}/{last}"
