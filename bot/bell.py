"""A bell that wakes waiting coroutines, whichever thread rings it and whichever loop they run on."""

from __future__ import annotations

import asyncio
import threading


class Bell:
    """Counts its rings, so that a ring between looking and waiting is never missed.

    `own` are those rung by this process: what it was only told of by another it need not tell on. `unseen` are those of
    them after which there may be something to send that nobody has been told to look for.
    """

    def __init__(self) -> None:
        self.rings = 0
        self.own = 0
        self.unseen = 0
        self._lock = threading.Lock()
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    def ring(self, told: bool = False, seen_to: bool = False) -> None:
        """Wake everybody; loops that have been closed since are passed over.

        It is `seen_to` where whoever rings has had looked for what there is to send.
        """
        with self._lock:
            self.rings += 1
            self.own += not told
            self.unseen += not (told or seen_to)
            waiting, self._waiting = self._waiting, []
        for loop, event in waiting:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def wait(self, heard: int, seconds: float | None = None) -> bool:
        """Wait until there are more rings than `heard`; False when `seconds` passed first, None being for ever."""
        event = asyncio.Event()
        entry = (asyncio.get_running_loop(), event)
        with self._lock:
            if self.rings > heard:
                return True
            self._waiting.append(entry)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return False
        finally:
            with self._lock:
                if entry in self._waiting:
                    self._waiting.remove(entry)
        return True
