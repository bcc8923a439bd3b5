"""Moves everything to another database, of the same or the other kind, while nobody works on either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import streaming
from storage.copying import fill, refuse_full, stopped
from storage.engine import parsed
from storage.snapshots import reading, snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


def has_password(address: str) -> bool:
    """Whether there is one in it. Raises Unreachable for what is no address."""
    return bool(parsed(address).password)


def move(origin: str, target: str, now: datetime) -> Mapping[str, int]:
    """All of it or nothing, read back row by row; gives how many rows each table has.

    Raises what `copying.stopped`, `snapshot` and `fill` raise.
    """
    with stopped(target), stopped(origin):
        refuse_full(target)
        with snapshot(origin) as engine, reading(engine) as connection:
            return fill(target, streaming.lines(connection, now), now)
