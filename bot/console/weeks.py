"""The weeks that numbers are told by: from Monday to Monday by the clinic's clock, whatever that does in between."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

CHOICES = (4, 8, 13, 26, 52)
USUAL = 8


def chosen(typed: str) -> int:
    """How many weeks are asked for; the usual number where it is none of the choices."""
    return next((weeks for weeks in CHOICES if typed == str(weeks)), USUAL)


def mondays(today: date, weeks: int) -> tuple[date, ...]:
    """The first day of each of so many weeks, of which today's is the last, and the day after all of them."""
    this = today - timedelta(days=today.weekday())
    return tuple(this + timedelta(weeks=week) for week in range(1 - weeks, 2))


def beginning(day: date, zone: tzinfo) -> datetime:
    """Midnight of the day by the clinic's clock, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)
