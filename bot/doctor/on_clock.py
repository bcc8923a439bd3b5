"""Whether the clock is right: a wrong one gives clients wrong days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, Level, look, ok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo

SOME, MUCH = 30.0, 300.0
"""Seconds between two clocks that are worth a look, and that are wrong."""


def clock(now: datetime, zone: ZoneInfo, ahead: dict[str, float | None]) -> Iterator[Finding]:
    """`ahead` is by how many seconds ours is ahead of whose, None where they do not tell."""
    yield ok("clock", f"At the clinic it is {now.astimezone(zone):%A, %Y-%m-%d %H:%M} ({zone.key}).")
    for whose, seconds in ahead.items():
        if seconds is None:
            yield look("clock", f"{whose} did not tell the time, so ours is not compared with it.")
        else:
            yield _beside(whose, seconds)


def _beside(whose: str, ahead: float) -> Finding:
    apart, way = abs(ahead), "ahead of" if ahead > 0 else "behind"
    if apart < SOME:
        return ok("clock", f"This machine's clock agrees with {whose}'s.")
    level = Level.WRONG if apart >= MUCH else Level.LOOK
    return Finding(
        level, "clock", f"This machine's clock is {apart:.0f} s {way} {whose}'s: have it set by the network."
    )
