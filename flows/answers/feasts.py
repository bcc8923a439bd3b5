"""On which days of a year each holiday falls: a fixed day, a weekday of a month, or so many days from Easter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from flows.model import Interval

Feast = Callable[[int], Interval]

FIXED: Final[Mapping[str, tuple[int, int]]] = {
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "new_years_eve": (12, 31),
    "new_year": (1, 1),
    "kings": (1, 6),
    "candlemas": (2, 2),
    "valentine": (2, 14),
    "st_patrick": (3, 17),
    "april_fools": (4, 1),
    "may_fifth": (5, 5),
    "juneteenth": (6, 19),
    "july_fourth": (7, 4),
    "veterans": (11, 11),
    "halloween": (10, 31),
    "dead": (11, 2),
    "guadalupe": (12, 12),
}
"""Month and day."""
MOVING: Final[Mapping[str, tuple[int, int, int]]] = {
    "mlk": (1, 0, 3),
    "presidents": (2, 0, 3),
    "mothers_day": (5, 6, 2),
    "memorial": (5, 0, -1),
    "fathers_day": (6, 6, 3),
    "labor": (9, 0, 1),
    "columbus": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
"""Month, weekday (0 is Monday), which of them in the month; -1 is the last."""
FROM_EASTER: Final[Mapping[str, int]] = {
    "easter_monday": 1,
    "easter": 0,
    "good_friday": -2,
    "holy_thursday": -3,
    "palm_sunday": -7,
    "ash_wednesday": -46,
    "mardi_gras": -47,
}
"""Days after Easter Sunday."""


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss's rule in Meeus's form)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leaps + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Feast:
    return lambda year: Interval.on(date(year, month, day))


def _moving(month: int, weekday: int, which: int, later: int = 0) -> Feast:
    def on(year: int) -> Interval:
        first = date(year, month + (which < 0), 1)
        if which < 0:
            last = first - timedelta(days=1)
            return Interval.on(last - timedelta(days=(last.weekday() - weekday) % 7))
        nth = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
        return Interval.on(nth + timedelta(days=later))

    return on


def _easter(days: int) -> Feast:
    return lambda year: Interval.on(easter(year) + timedelta(days=days))


def _either(*feasts: Feast) -> Feast:
    """A name that means different days in different countries: from the first to the last."""

    def on(year: int) -> Interval:
        days = [feast(year).latest for feast in feasts]
        return Interval(min(days), max(days))

    return on


@cache
def feasts() -> Mapping[str, Feast]:
    """The days of each holiday in a year; longer names stand before the names they contain."""
    return {
        **{key: _fixed(*day) for key, day in FIXED.items()},
        **{key: _moving(*day) for key, day in MOVING.items()},
        "black_friday": _moving(11, 3, 4, later=1),
        "cyber_monday": _moving(11, 3, 4, later=4),
        "mexican_mothers_day": _either(_fixed(5, 10), _moving(5, 6, 2)),
        "holy_week": lambda year: Interval(easter(year) - timedelta(days=7), easter(year)),
        **{key: _easter(days) for key, days in FROM_EASTER.items()},
        "posadas": lambda year: Interval(date(year, 12, 16), date(year, 12, 24)),
        "holidays": lambda year: Interval(date(year, 12, 20), date(year + 1, 1, 6)),
    }
