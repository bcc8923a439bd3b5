"""Several workers of one program: begun together, begun again when one dies, ended together."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import time
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess

REFUSED = 2
"""With this a worker says that going on makes no sense, and has said why."""
AWAY = 1
"""With this, as with any other code, that it is worth to be begun again."""
BACKOFF = (0.2, 1.0, 5.0, 15.0)
"""How long to wait before a worker is begun again, in seconds, the more the oftener it died early."""
EARLY = 60.0
"""One that lived as long as this did not die early, in seconds."""
PATIENCE = 30.0
"""How long a worker may take to end before it is killed, in seconds."""


def begun(work: Callable[..., None], given: tuple[object, ...], name: str) -> BaseProcess:
    """A process that works, in a fresh interpreter: nothing of a connection or a thread may be shared."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=given, name=name)
    process.start()
    return process


@dataclass
class Hand:
    """The process with one number, and when it may be begun again."""

    number: int
    process: BaseProcess | None = None
    begun_at: float = 0.0
    early: int = 0
    due_at: float = 0.0


@dataclass
class Crew:
    """`work` is what a process does: it gets its number from 0 and how many there are, and is importable by name."""

    work: Callable[..., None]
    count: int
    given: tuple[object, ...] = ()
    stopping: bool = False
    exit_code: int = 0
    hands: list[Hand] = field(init=False)

    def __post_init__(self) -> None:
        self.hands = [Hand(number) for number in range(self.count)]

    def run(self) -> int:
        """Until SIGTERM or SIGINT, or until a worker refuses to go on; gives the exit code."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop())
        while not self.stopping:
            self.keep()
            wait([hand.process.sentinel for hand in self.hands if hand.process], timeout=0.2)
        self._end()
        return self.exit_code

    def stop(self) -> None:
        """A second time does nothing more."""
        self.stopping = True

    def keep(self) -> None:
        """See who has died, and begin whoever is due."""
        for hand in self.hands:
            self._keep(hand)

    def _keep(self, hand: Hand) -> None:
        if hand.process is not None and hand.process.exitcode is not None:
            self._mourn(hand, hand.process.exitcode)
        if hand.process is None and not self.stopping and time.monotonic() >= hand.due_at:
            hand.process = begun(self.work, (*self.given, hand.number, self.count), f"worker-{hand.number}")
            hand.begun_at = time.monotonic()

    def _mourn(self, hand: Hand, exit_code: int) -> None:
        hand.process = None
        structlog.get_logger().error("worker.ended", kind=hand.number, status=exit_code)
        if exit_code == REFUSED:
            self.exit_code = REFUSED
            self.stop()
        if time.monotonic() - hand.begun_at >= EARLY:
            hand.early = 0
        hand.due_at = time.monotonic() + BACKOFF[min(hand.early, len(BACKOFF) - 1)]
        hand.early += 1

    def _end(self) -> None:
        living = [hand.process for hand in self.hands if hand.process is not None]
        for process in living:
            process.terminate()
        deadline = time.monotonic() + PATIENCE
        for process in living:
            process.join(max(0.0, deadline - time.monotonic()))
            if process.exitcode is None:
                structlog.get_logger().error("worker.killed", pid=process.pid)
                process.kill()
                process.join()


def end_with_parent(stop: Callable[[], object]) -> None:
    """A worker whose program was killed ends as well: nobody else would end it."""
    parent, loop = multiprocessing.parent_process(), asyncio.get_running_loop()
    if parent is None:
        return
    sentinel = parent.sentinel

    def orphaned() -> None:
        loop.remove_reader(sentinel)
        stop()

    loop.add_reader(sentinel, orphaned)
