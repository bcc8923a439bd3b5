"""One loop of a worker by itself, for as long as it takes until something holds."""

from __future__ import annotations

import asyncio
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from bot.scribe import Scribe
from bot.shift import Shift
from tests.bot.room import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from bot.desk import Desk
    from storage.presence import Presence

ME, ANOTHER = 1, 2
PATIENCE = 30.0


@contextmanager
def shift(desk: Desk, presence: Presence | None = None) -> Iterator[Shift]:
    """That of the worker ME, whose time stands still."""
    there = presence or desk.database.presence()
    there.enter(ME)
    with closing(Scribe(desk.database, lambda: NOW)) as scribe:
        yield Shift(desk, scribe, there)


async def run(shift: Shift, loop: Callable[[], Coroutine[object, object, None]], until: Callable[[], bool]) -> None:
    """Run a loop until something holds; then it is to stop, and must end."""
    task = asyncio.create_task(loop())
    async with asyncio.timeout(PATIENCE):
        while not until() and not task.done():
            await asyncio.wait({task}, timeout=0.01)
        shift.stop()
        await task
    assert until()
