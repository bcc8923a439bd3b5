"""That this worker is there: shown to the others, who take over from it when it dies, as it does from them."""

from __future__ import annotations

import asyncio
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.scribe import BUSY_PAUSE
from storage.presence import News
from storage.refusals import Busy, Replaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.shift import Shift
    from storage.work import Work

Result = TypeVar("Result")

BEAT = 5.0
"""How often a worker shows that it is there, and looks for what others left behind, in seconds."""
LATELY = timedelta(seconds=3 * BEAT)
"""Whoever was there within this is there."""
SET_BACK = timedelta(minutes=1)
"""By how much a clock must have gone back before what was put off is due at once: it may be put right by a little."""
HEARKENS = 0.5
"""How long it listens for the others at a time, in seconds."""
TELL_GAP = 0.5
"""How long changes are gathered before the others are told, in seconds."""


class Attendance:
    """One worker among others; a Presence belongs to one thread, and that thread is here."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift
        self._thread = ThreadPoolExecutor(1, "presence")
        self._told = 0
        self._shown: set[datetime] = set()
        self.is_alone = True
        """Whether no other worker has shown itself lately."""

    def close(self) -> None:
        self._thread.submit(self._shift.presence.close)
        self._thread.shutdown(wait=True)

    async def begin(self) -> None:
        """Enter; what those that died had in hand, this program's last run above all, is to be done again."""
        holder = await self._shift.scribe.write(_join)
        while not self._shift.stopping.is_set():
            try:
                await self._in_thread(partial(self._shift.presence.enter, holder))
                structlog.get_logger().info("work.reclaimed", count=await self._take_over())
                return
            except Busy as problem:
                structlog.get_logger().warning("presence.lost", error=problem)
                await self._shift.pause(BUSY_PAUSE)

    async def attend(self) -> None:
        """Be there, and hear what the others change."""
        clock = asyncio.get_running_loop().time
        next_beat = clock() + BEAT
        while not self._shift.stopping.is_set():
            self._shift.pulse.beat("presence")
            try:
                await self._in_thread(self._shift.presence.renew)
                await self._hearken(next_beat - clock())
                if clock() >= next_beat:
                    await self._take_over()
                    next_beat = clock() + BEAT
            except Busy as problem:
                structlog.get_logger().warning("presence.lost", error=problem)
                await self._shift.pause(BUSY_PAUSE)

    async def _hearken(self, until_beat: float) -> None:
        if not self._shift.presence.has_others:
            await self._shift.pause(max(until_beat, 0.0))
            return
        heard = await self._in_thread(partial(self._shift.presence.hear, HEARKENS))
        if News.CHANGED in heard:
            self._shift.changed.ring(told=True)
        if News.WAITING in heard:
            self._shift.updates.set()

    async def tell(self) -> None:
        """Tell the others what this worker changes."""
        shift = self._shift
        while shift.presence.has_others and not shift.stopping.is_set():
            heard = shift.changed.rings
            if shift.changed.own > self._told:
                self._told = shift.changed.own
                await shift.scribe.write(lambda work: work.tell_others(News.CHANGED, shift.holder))
                await shift.pause(TELL_GAP)
            else:
                await shift.unless_stopping(shift.changed.wait(heard))

    async def _take_over(self) -> int:
        """Show that we are there; free what the dead have in hand, and say how much that was."""
        holders, at, self.is_alone = await self._shift.scribe.write(self._seen)
        others, self._shown = holders - {self._shift.holder}, {at}
        dead = [holder for holder in others if await self._in_thread(partial(self._shift.presence.is_dead, holder))]
        if not dead:
            return 0
        count = await self._shift.scribe.write(lambda work: sum(work.workers.free(holder) for holder in dead))
        self._shift.updates.set()
        self._shift.letters.set()
        return count

    def _seen(self, work: Work) -> tuple[set[int], datetime, bool]:
        """Show that we are there, and see who has something in hand, at what time, and whether nobody else is there.

        Raises Replaced where what is stored is not what we left: somebody put it back.
        """
        before = work.workers.seen(self._shift.holder)
        # A server may forget its last commits when it dies, or is taken over by its copy; it is still the same.
        is_known = before in self._shown or self._shift.presence.has_others
        if self._shown and not is_known:
            raise Replaced
        _mind_clock(work, before)
        # Nobody knows of a commit that raises whether it came about: after it either may be found.
        self._shown |= {*filter(None, [before]), work.now}
        return work.workers.holders(), work.now, not work.workers.others(self._shift.holder, LATELY)

    async def _in_thread(self, act: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, act)


def _join(work: Work) -> int:
    _mind_clock(work, work.workers.last_seen())
    return work.workers.join(os.getpid(), socket.gethostname())


def _mind_clock(work: Work, last: datetime | None) -> None:
    """After a clock was set back what is to be tried again in a second would wait for as long as it was set back."""
    if last is not None and work.now < last - SET_BACK:
        structlog.get_logger().warning("clock.set_back", count=work.workers.put_off_no_more())
