"""Amounts as staff read them: shares, rates and lengths of time; None is told for what there is none of."""

from __future__ import annotations

from datetime import timedelta

UNITS = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))


def share(part: int, whole: int) -> str | None:
    """How much of the whole: "61%"; never 0% or 100% for what is not quite nothing or all."""
    if not whole:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    if 0 < part < whole:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


def per_hundred(times: int, whole: int) -> str | None:
    """How often for each hundred: "7.3", and from ten on in whole numbers."""
    if not whole:
        return None
    rate = 100 * times / whole
    return f"{rate:.1f}" if 0 < rate < 9.95 else f"{rate:.0f}"


def lasting(time: timedelta | None) -> str | None:
    """How long, in its two largest units: "4 min 10 s", "2 h 5 min", "3 d"."""
    if time is None:
        return None
    seconds = _rounded(time)
    for place, (unit, size) in enumerate(UNITS):
        if seconds >= size:
            whole, rest = divmod(seconds, size)
            smaller, small = UNITS[min(place + 1, len(UNITS) - 1)]
            return f"{whole} {unit} {rest // small} {smaller}" if rest // small else f"{whole} {unit}"
    return "0 s"


def _rounded(time: timedelta) -> int:
    """Whole seconds, or whole ones of the smaller unit that is told, so that none of its sixty is left over."""
    seconds = round(time.total_seconds())
    for _, size in reversed(UNITS[1:-1]):
        if seconds >= size * 60:
            seconds = round(seconds / size) * size
    return seconds
