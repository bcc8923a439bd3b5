"""The one thread that writes: whatever waits to be written at the same moment is committed together.

A commit costs the same for one Turn as for thirty. What is written together is undone together where something in it
fails, and then each is written by itself, so that nobody suffers for another.
"""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import structlog

from storage.refusals import Busy, Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from storage.database import Database
    from storage.work import Work

Result = TypeVar("Result")
Job: TypeAlias = "Callable[[Work], Result]"

MOST = 64
"""How much is written together at most: who waits for it should not wait long."""
GLANCES = 3
"""For how many rounds of the event loop we look who else asks: from a bell to a claim it takes so many."""
BUSY_PAUSE = 1.0
"""How long we rest when the database cannot be used just now, in seconds."""


def utc_now() -> datetime:
    """The moment, aware."""
    return datetime.now(UTC)


def commit(database: Database, now: datetime, job: Job[Result]) -> Result:
    """Do one job in a transaction of its own. Raises Busy, and what the job raises; nothing is written then."""
    with database.work(now) as work:
        result = job(work)
        work.commit()
    return result


@dataclass(frozen=True, slots=True)
class Failed:
    """What came of a job that raised."""

    problem: Exception


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, and who waits for it."""

    job: Job[Any]
    waiting: asyncio.Future[Any]

    def settle(self, outcome: object) -> None:
        """Tell who waits, unless they have gone away."""
        if self.waiting.done():
            return
        if isinstance(outcome, Failed):
            self.waiting.set_exception(outcome.problem)
        else:
            self.waiting.set_result(outcome)


async def _glance() -> None:
    """Let those who were woken just now ask as well: a commit of their own costs more than to wait for them."""
    for _ in range(GLANCES):
        await asyncio.sleep(0)


class Scribe:
    """Writes jobs in the order in which they were asked for, in this event loop's one thread for it.

    A job may be done more than once before it is committed: it must do nothing outside of its Work.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime] = utc_now,
        busy: Callable[[], object] = lambda: None,
    ) -> None:
        """`busy` is called each time that the database could not be used."""
        self._database, self._clock, self._busy = database, clock, busy
        self._thread = ThreadPoolExecutor(1, "scribe")
        self._entries: deque[Entry] = deque()
        self._writing: asyncio.Task[None] | None = None
        self._giving_up = asyncio.Event()
        self._ended: Unusable | None = None

    async def write(self, job: Job[Result]) -> Result:
        """Do the job and commit it. While the database is busy it is tried again; raises Busy only once we give up.

        Raises Unusable, to each who asks from then on, where it never can be used again.
        """
        return await self.ask(job)

    def ask(self, job: Job[Result]) -> asyncio.Future[Result]:
        """The same for who has more to ask for before they wait: what is asked for after it finds what it wrote."""
        if self._ended is not None:
            raise self._ended
        entry = Entry(job, asyncio.get_running_loop().create_future())
        self._entries.append(entry)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all(), name="scribe")
        return entry.waiting

    def give_up(self) -> None:
        """From now on a database that is busy is not waited for."""
        self._giving_up.set()

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    async def _write_all(self) -> None:
        while self._entries:
            await _glance()
            taken = [self._entries.popleft() for _ in range(min(MOST, len(self._entries)))]
            # Who was not willing to wait any longer asks again; what piles up while the database is down is not done.
            group = [entry for entry in taken if not entry.waiting.done()]
            if not group:
                continue
            try:
                outcomes = await asyncio.get_running_loop().run_in_executor(self._thread, self._write, group)
            except BaseException:
                for entry in (*group, *self._entries):
                    entry.waiting.cancel()
                raise
            await self._settle(group, outcomes)

    async def _settle(self, group: Sequence[Entry], outcomes: Sequence[object]) -> None:
        busy = [
            entry
            for entry, outcome in zip(group, outcomes, strict=True)
            if isinstance(outcome, Failed) and isinstance(outcome.problem, Busy) and not self._giving_up.is_set()
        ]
        for entry, outcome in zip(group, outcomes, strict=True):
            if isinstance(outcome, Failed) and isinstance(outcome.problem, Unusable):
                self._ended = outcome.problem
            if entry not in busy:
                entry.settle(outcome)
        if busy:
            self._entries.extendleft(reversed(busy))
            structlog.get_logger().warning("database.busy", waiting=len(self._entries))
            self._busy()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._giving_up.wait(), BUSY_PAUSE)

    def _write(self, group: Sequence[Entry]) -> Sequence[object]:
        if len(group) > 1:
            try:
                return commit(self._database, self._clock(), lambda work: [entry.job(work) for entry in group])
            except (Busy, Unusable) as problem:
                return [Failed(problem)] * len(group)
            except Exception as problem:
                structlog.get_logger().info("group.undone", count=len(group), error=problem)
        return [self._alone(entry) for entry in group]

    def _alone(self, entry: Entry) -> object:
        try:
            return commit(self._database, self._clock(), entry.job)
        except Exception as problem:
            return Failed(problem)
