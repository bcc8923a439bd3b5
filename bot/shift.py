"""What the loops of one worker share for as long as it works: the desk, the scribe, who is there, and the bells."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from bot.bell import Bell
from bot.counts import Counts
from bot.pulse import Pulse

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.desk import Desk
    from bot.scribe import Scribe
    from storage.presence import Presence

Result = TypeVar("Result")

TICK = 1.0
"""How long a loop rests when nobody wakes it, in seconds."""


@dataclass(frozen=True, slots=True)
class Shift:
    """`changed` rings after each committed change; `updates` and `letters` wake the loops that work them off.

    `counts` and `pulse` are what others may know of this worker.
    """

    desk: Desk
    scribe: Scribe
    presence: Presence
    changed: Bell = field(default_factory=Bell)
    counts: Counts = field(default_factory=Counts)
    pulse: Pulse = field(default_factory=Pulse)
    updates: asyncio.Event = field(default_factory=asyncio.Event)
    letters: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def holder(self) -> int:
        """Under whose number things are taken in hand."""
        return self.presence.holder

    def stop(self) -> None:
        """Begin nothing more."""
        self.stopping.set()
        self.updates.set()
        self.letters.set()
        self.scribe.give_up()

    async def unless_stopping(self, waiting: Coroutine[object, object, Result]) -> Result | None:
        """What it gives, or None as soon as we are to stop."""
        task, stopping = asyncio.create_task(waiting), asyncio.create_task(self.stopping.wait())
        try:
            await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            task.cancel()
            stopping.cancel()
            await asyncio.gather(task, stopping, return_exceptions=True)

    async def pause(self, seconds: float) -> None:
        """So long, or until we are to stop."""
        await self.unless_stopping(asyncio.sleep(seconds))


async def rest(woken: asyncio.Event, seconds: float = TICK) -> None:
    """Until it is woken, or so long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await woken.wait()
    woken.clear()
