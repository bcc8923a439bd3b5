"""Days, times and ages as staff read them, in the clinic's zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from babel.dates import format_skeleton

from bot.showing import age

STAFF_LANGUAGE = "en"


def day(when: date) -> str:
    """A day: "Sun, Nov 8, 2026"."""
    return format_skeleton("yMMMEd", when, locale=STAFF_LANGUAGE)


def hour(at: datetime, zone: tzinfo) -> str:
    """A time of day: "12:04 PM"."""
    return _plain(format_skeleton("hm", at.astimezone(zone), locale=STAFF_LANGUAGE))


def moment(at: datetime, zone: tzinfo) -> str:
    """A day and time: "Nov 3, 12:04 PM"."""
    return f"{format_skeleton('MMMd', at.astimezone(zone), locale=STAFF_LANGUAGE)}, {hour(at, zone)}"


def _plain(text: str) -> str:
    """Babel sets a narrow space before AM and PM, which not every font has."""
    return text.replace("\u202f", " ")


def ago(at: datetime, now: datetime) -> str:
    """How long ago, in its largest unit: "3 h"."""
    return age(max(now - at, timedelta()))
