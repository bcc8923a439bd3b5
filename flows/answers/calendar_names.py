"""Month and weekday names, from Babel; seasons and words that only look like dates, a table per language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from babel.dates import get_day_names, get_month_names

from flows.answers.wording import plain

LANGUAGES: Final = ("en",)
MORE_MONTHS: Final[Mapping[str, int]] = {
    "sept": 9,
    "febuary": 2,
    "feburary": 2,
    "janurary": 1,
    "agust": 8,
    "septmber": 9,
    "ocober": 10,
    "octobr": 10,
    "novemeber": 11,
    "novmber": 11,
    "decemeber": 12,
    "decmber": 12,
}
MORE_WEEKDAYS: Final[Mapping[str, int]] = {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    "tusday": 1,
    "teusday": 1,
    "wensday": 2,
    "wendsday": 2,
    "wednsday": 2,
    "thrusday": 3,
    "thursay": 3,
    "firday": 4,
    "saterday": 5,
    "satuday": 5,
    "mondays": 0,
}
NOT_ALONE: Final = frozenset({"may", "mar", "march", "sun", "sat", "wed", "mon", "dec", "jan"})
"""Names that mean something else when they stand without a number or a word like "in" or "on"."""
SEASONS: Final[Mapping[str, tuple[tuple[int, int], tuple[int, int]]]] = {
    "spring": ((3, 1), (6, 21)),
    "summer": ((6, 1), (9, 30)),
    "fall": ((9, 1), (12, 21)),
    "autumn": ((9, 1), (12, 21)),
    "winter": ((12, 1), (3, 31)),
}
"""First and last month and day, wide enough for what people mean."""

Width = Literal["wide", "abbreviated"]
WIDTHS: Final[tuple[Width, ...]] = ("wide", "abbreviated")


@cache
def months() -> Mapping[str, int]:
    """Every month name in its plain spelling -> its number."""
    named = {
        plain(name): month
        for language in LANGUAGES
        for width in WIDTHS
        for month, name in get_month_names(width, locale=language).items()
    }
    return {**named, **MORE_MONTHS}


@cache
def weekdays() -> Mapping[str, int]:
    """Every weekday name in its plain spelling -> 0 for Monday to 6 for Sunday."""
    named = {
        plain(name): weekday
        for language in LANGUAGES
        for width in WIDTHS
        for weekday, name in get_day_names(width, locale=language).items()
    }
    return {**named, **MORE_WEEKDAYS}
