"""After a restore nothing is sent until a person says so, who is told first what would go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from storage.holding import letters, put_aside
from storage.marks import Mark

if TYPE_CHECKING:
    from datetime import timedelta

    from storage.holding import Letters
    from storage.work import Work


@dataclass(frozen=True, slots=True)
class Held:
    """What waits, and the moment of the backup that it comes from; any that it was held by hand since."""

    waiting: Letters
    since: datetime


def held(work: Work) -> Held | None:
    """None where nothing is held."""
    reason = work.marks.get(Mark.HELD)
    if reason is None:
        return None
    since = _moment(reason) or work.now
    return Held(letters(work.marks.connection, since), since)


def release(work: Work, found: Held, *, drop: bool) -> int:
    """Lets everything go on, and notes it on the trail; with `drop` letters of before the backup are put aside.

    Says how many were put aside. The caller commits.
    """
    dropped = put_aside(work.marks.connection, found.since, work.now) if drop else 0
    work.marks.clear(Mark.HELD)
    work.audit.add("released", staff_id=None, about=f"letters={found.waiting.count},dropped={dropped}")
    return dropped


def as_text(found: Held, now: datetime) -> str:
    """What would go out, in a sentence."""
    waiting = found.waiting
    if waiting.oldest is None:
        return "No letter waits to be sent."
    age = _age(now - waiting.oldest)
    of_before = f"{waiting.old} of them from before the backup of {found.since:%Y-%m-%d %H:%M} UTC"
    return f"Letters that would go out: {waiting.count}, the oldest {age} old, {of_before}."


def _age(age: timedelta) -> str:
    hours = int(age.total_seconds() // 3600)
    return f"{hours // 24} days" if hours >= 48 else f"{hours} hours" if hours else "less than an hour"


def _moment(reason: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(reason)
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else None
