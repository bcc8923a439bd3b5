"""The loops: Telegram to the inbox, the inbox to Turns, the outbox to Telegram; and a clean stop."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.bell import Bell
from bot.chat.receive import Pause
from bot.deadlines import take_deadline
from bot.taking_turns import take_update
from storage.refusals import Busy

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.chat.gateway import Gateway
    from bot.chat.receive import Receiver
    from bot.desk import Desk
    from bot.ledger import Ledger
    from storage.outbox import Letter

Result = TypeVar("Result")

IN_FLIGHT = 8
"""How many chats are written to at once; within a chat it is one at a time."""
TICK = 1.0
"""How long a loop rests when nobody wakes it, in seconds."""
DEADLINE_TICK = 15.0
"""The same for deadlines: long enough that a backlog is fetched before anybody is nudged."""
BUSY_PAUSE = 1.0
"""How long a loop rests when the database cannot be used just now, in seconds."""
GRACE = 10.0
"""How long a stop waits for what is being sent, in seconds."""


def utc_now() -> datetime:
    """The moment, aware."""
    return datetime.now(UTC)


class Workers:
    """Everything that runs until the program stops. All turns and all of the database live in one thread.

    `per_second` is how many Letters may leave in a second, 0 for as many as can. `changed` rings after each committed
    change, and is rung by whoever else commits one: a page of the console has put Letters into the outbox as well.
    """

    def __init__(
        self,
        desk: Desk,
        receiver: Receiver,
        gateway: Gateway,
        ledger: Ledger,
        per_second: float = 0.0,
        clock: Callable[[], datetime] = utc_now,
        changed: Bell | None = None,
    ) -> None:
        self.desk, self.receiver, self.gateway, self.ledger, self.clock = desk, receiver, gateway, ledger, clock
        self.changed = changed or Bell()
        self._gap, self._free_at = (1 / per_second if per_second else 0.0), 0.0
        self._thread = ThreadPoolExecutor(1, "turns")
        self._slots = asyncio.Semaphore(IN_FLIGHT)
        self._stopping, self._updates, self._letters = asyncio.Event(), asyncio.Event(), asyncio.Event()

    def stop(self) -> None:
        """Fetch and begin nothing more; `run` returns when what was begun is finished."""
        self._stopping.set()
        self._updates.set()
        self._letters.set()

    async def run(self) -> None:
        """Work until `stop`. Raises what made a loop fail: without one of them the others are of no use."""
        try:
            await self._store(self.ledger.reclaim)
            async with asyncio.TaskGroup() as loops:
                for loop in (self._ingest, self._turns, self._deadlines, self._deliver, self._hear):
                    loops.create_task(loop(), name=loop.__name__)
        except BaseExceptionGroup as failures:
            raise _first(failures) from None
        finally:
            self._thread.shutdown(wait=True)

    async def _ingest(self) -> None:
        offset, failures = await self._store(self.ledger.offset), 0
        while not self._stopping.is_set():
            fetched = await self._unless_stopping(self.receiver.fetch(offset, failures))
            if isinstance(fetched, Pause):
                failures += 1
                await self._unless_stopping(asyncio.sleep(fetched.seconds))
                continue
            failures = 0
            if fetched is not None and fetched.arrived:
                self.desk.passing("ingest.fetched")
                offset = await self._store(partial(self.ledger.store, fetched, offset))
                self.desk.passing("ingest.committed")
                self._updates.set()

    async def _turns(self) -> None:
        while not self._stopping.is_set():
            if await self._store(partial(take_update, self.desk)):
                self.changed.ring()
            else:
                await _rest(self._updates, TICK)

    async def _deadlines(self) -> None:
        while not self._stopping.is_set():
            await self._unless_stopping(asyncio.sleep(DEADLINE_TICK))
            while not self._stopping.is_set():
                if not await self._store(partial(take_deadline, self.desk)):
                    break
                self.changed.ring()

    async def _hear(self) -> None:
        while not self._stopping.is_set():
            heard = self.changed.rings
            self._letters.set()
            await self._unless_stopping(self.changed.wait(heard))

    async def _deliver(self) -> None:
        sending: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as sends:
            while not self._stopping.is_set():
                await self._slots.acquire()
                letter = await self._store(self.ledger.claim)
                if letter is None:
                    self._slots.release()
                    await _rest(self._letters, TICK)
                    continue
                task = sends.create_task(self._send(letter))
                sending.add(task)
                task.add_done_callback(sending.discard)
            asyncio.get_running_loop().call_later(GRACE, lambda: [task.cancel() for task in sending])

    async def _send(self, letter: Letter) -> None:
        try:
            self.desk.passing("deliver.claimed")
            await self._keep_pace()
            outcome = await self.gateway.send(letter)
            self.desk.passing("deliver.sent")
            await self._store(partial(self.ledger.mark, letter, outcome))
            self.desk.passing("deliver.marked")
        finally:
            self._slots.release()
            self._letters.set()

    async def _keep_pace(self) -> None:
        now = asyncio.get_running_loop().time()
        start = max(now, self._free_at)
        self._free_at = start + self._gap
        if start > now:
            await asyncio.sleep(start - now)

    async def _store(self, job: Callable[[datetime], Result]) -> Result | None:
        """Do a transaction in the thread of the database, again while the database is busy; None when stopped so."""
        while True:
            try:
                return await asyncio.get_running_loop().run_in_executor(self._thread, job, self.clock())
            except Busy as problem:
                structlog.get_logger().warning("database.busy", error=problem)
            if self._stopping.is_set():
                return None
            await self._unless_stopping(asyncio.sleep(BUSY_PAUSE))

    async def _unless_stopping(self, waiting: Coroutine[object, object, Result]) -> Result | None:
        task, stopping = asyncio.create_task(waiting), asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            task.cancel()
            stopping.cancel()
            await asyncio.gather(task, stopping, return_exceptions=True)


async def _rest(bell: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await bell.wait()
    bell.clear()


def _first(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    failure = failures.exceptions[0]
    return _first(failure) if isinstance(failure, BaseExceptionGroup) else failure
