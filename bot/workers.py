"""One worker: the loops from Telegram to the inbox, to Turns, to the outbox, to Telegram; and a clean stop."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.attending import Attendance
from bot.chat.receive import Pause
from bot.counts import Counts
from bot.deadlines import take_deadline
from bot.delivering import Delivery
from bot.minding import MindingWebhook
from bot.pulse import PATIENCE
from bot.scribe import Scribe, utc_now
from bot.shift import TICK, Shift
from bot.working_off import TakingTurns
from storage.refusals import Busy

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import datetime

    from bot.bell import Bell
    from bot.chat.gateway import Gateway
    from bot.chat.monitor import Monitor
    from bot.chat.receive import Batch, Receiver
    from bot.desk import Desk
    from bot.ledger import Ledger, Stored
    from storage.presence import Presence
    from storage.work import Work

DEADLINE_TICK = 15.0
"""How often deadlines are looked at, in seconds: long enough that a backlog is fetched before anybody is nudged."""


class Workers:
    """Everything that one worker does until it is to stop. All Turns live in one thread, the scribe's.

    `per_second` is how many Letters may leave in a second, 0 for as many as can. `changed` rings after each committed
    change, and is rung by whoever else commits one: a page of the console has put Letters into the outbox as well.
    Without a `receiver` nothing is fetched, for Telegram brings it, and the `monitor` watches Telegram's end of that.
    """

    def __init__(
        self,
        desk: Desk,
        receiver: Receiver | None,
        gateway: Gateway,
        ledger: Ledger,
        presence: Presence,
        changed: Bell,
        per_second: float = 0.0,
        clock: Callable[[], datetime] = utc_now,
        monitor: Monitor | None = None,
        counts: Counts | None = None,
    ) -> None:
        self.receiver, self.ledger, self.clock = receiver, ledger, clock
        counts = counts or Counts()
        self.shift = Shift(desk, Scribe(desk.database, clock, self._busy), presence, changed, counts)
        self.attendance = Attendance(self.shift)
        self.minding = MindingWebhook(self.shift, monitor, self.heard) if monitor else None
        self.turns = TakingTurns(self.shift, lambda: self.attendance.is_alone)
        self.delivery = Delivery(self.shift, gateway, ledger, per_second)

    def _busy(self) -> None:
        """The database is away: the loops that wait for it do not hang."""
        self.shift.counts.busy()
        self.shift.pulse.excuse()

    def stop(self) -> None:
        """Fetch and begin nothing more; `run` returns when what was begun is finished."""
        self.shift.stop()

    async def run(self) -> None:
        """Work until `stop`. Raises what made a loop fail: without one of them the others are of no use."""
        try:
            await self._until_stopped(self.attendance.begin)
            async with asyncio.TaskGroup() as loops:
                for loop in self._loops():
                    loops.create_task(self._until_stopped(loop), name=loop.__qualname__)
        except BaseExceptionGroup as failures:
            raise _first(failures) from None
        finally:
            self.shift.scribe.close()
            self.attendance.close()

    def _loops(self) -> tuple[Callable[[], Coroutine[object, object, None]], ...]:
        fetching = (self._ingest,) if self.receiver else ()
        fetching = (self.minding.run,) if self.minding else fetching
        own = (self.turns.run, self.delivery.run, self._deadlines, self._hear)
        return (*fetching, *own, self.attendance.attend, self.attendance.tell)

    async def _until_stopped(self, loop: Callable[[], Coroutine[object, object, None]]) -> None:
        """A database that stays busy does not hold up a stop: what is in hand then is freed by who works next."""
        try:
            await loop()
        except* Busy:
            if not self.shift.stopping.is_set():
                raise

    async def take_in(self, batch: Batch) -> int:
        """What was brought is on disk, and so many Updates of it were new. Raises Busy only when we are to stop."""
        return (await self._stored(partial(self.ledger.take_in, batch))).new

    async def _stored(self, store: Callable[[Work], Stored]) -> Stored:
        storing = self.shift.scribe.ask(store)
        # Rung before it is written: so the first claim is written with it.
        self.shift.updates.set()
        stored = await storing
        self.shift.desk.passing("ingest.committed")
        self.shift.counts.received(stored.new, stored.repeated)
        return stored

    async def heard(self) -> None:
        """We can be reached, and Telegram has nothing new; to be called every so many seconds while that is so."""
        if await self.shift.scribe.write(self.ledger.heard):
            self.shift.changed.ring()

    async def _ingest(self) -> None:
        """Fetch for as long as we lead; of two who fetch Telegram refuses one."""
        while not self.shift.stopping.is_set():
            if self.shift.presence.leads and self.receiver is not None:
                await self._fetch(self.receiver)
                self.shift.pulse.end("poll")
            else:
                await self.shift.pause(TICK)

    async def _fetch(self, receiver: Receiver) -> None:
        shift, failures = self.shift, 0
        offset = await shift.scribe.write(self.ledger.offset)
        while shift.presence.leads and not shift.stopping.is_set():
            shift.pulse.beat("poll")
            fetched = await shift.unless_stopping(receiver.fetch(offset, failures))
            if isinstance(fetched, Pause):
                failures += 1
                shift.pulse.beat("poll", within=fetched.seconds + PATIENCE)
                await shift.pause(fetched.seconds)
                continue
            failures = 0
            if fetched is not None and fetched.arrived:
                shift.desk.passing("ingest.fetched")
                offset = (await self._stored(partial(self.ledger.store, fetched, offset))).offset
            elif fetched is not None:
                await self.heard()

    async def _deadlines(self) -> None:
        shift = self.shift
        while not shift.stopping.is_set():
            shift.pulse.beat("deadlines")
            await shift.pause(DEADLINE_TICK)
            while shift.presence.leads and not shift.stopping.is_set():
                shift.pulse.beat("deadlines")
                if not await self._met():
                    break
                shift.changed.ring()

    async def _met(self) -> bool:
        try:
            return await asyncio.to_thread(take_deadline, self.shift.desk, self.clock())
        except Busy as problem:
            structlog.get_logger().warning("database.busy", error=problem)
            return False

    async def _hear(self) -> None:
        """What a page or a deadline changes may give us something to send; what others change they send themselves."""
        changed, unseen = self.shift.changed, -1
        while not self.shift.stopping.is_set():
            heard = changed.rings
            if changed.unseen != unseen:
                unseen = changed.unseen
                self.shift.letters.set()
            await self.shift.unless_stopping(changed.wait(heard))


def _first(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    failure = failures.exceptions[0]
    return _first(failure) if isinstance(failure, BaseExceptionGroup) else failure
