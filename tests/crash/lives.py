"""Keeps the program alive, counts its deaths, and tells when all is quiet."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash import rows
from tests.crash.child import BEGAN, HASTE, Trap, live

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

    from bot.standin.accounts import Bot

PATIENCE = 60.0
STUCK = 30.0
"""So long after the last restart, or the last word of a client, nothing may wait any more."""
SENDING = ("deliver.claimed", "deliver.marked")
STRETCHES = (("ingest.fetched", "ingest.committed"), ("turn.claimed", "turn.committed"), SENDING)
"""From the first to the last point of each of the three steps."""

# A server that has rehearsed everything already: each life costs a fork, and is a real process all the same.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.crash.rehearsal"])


@dataclass(frozen=True)
class Grave:
    """What a kill met: whether something was begun that was not ended, and how many Letters were being sent."""

    amid: bool
    sending: int


def is_amid(points: Counter[str]) -> bool:
    return any(points[first] > points[last] for first, last in STRETCHES)


@dataclass
class Lives:
    """One program after the other on the same database; `traps` are the points at which the next ones die."""

    database_url: str
    api_url: str
    bot: Bot
    traps: Iterator[tuple[str, int]]
    workers: int = 1
    ticks: dict[str, float] = field(default_factory=HASTE.copy)
    graves: list[Grave] = field(default_factory=list)
    process: ForkServerProcess | None = field(default=None)
    begun_at: float = 0.0
    points: dict[int, Counter[str]] = field(default_factory=dict)
    """The points that each worker of this life has passed, as far as they were heard."""
    heard: int = 0
    """How many points were heard of in all lives; a start alone is nothing to lose."""
    leader: int = 0
    """The worker that was the last to fetch something."""
    ear: Connection | None = None

    def keep_alive(self) -> None:
        """Start the program, again if it was killed; any other end is a failure."""
        if self.process is not None and self.process.is_alive():
            return
        if self.process is not None:
            assert self.process.exitcode == -signal.SIGKILL, f"the program ended by itself: {self.process.exitcode}"
            self.listen()
            self._bury(*list(self.points))
        self.begin()

    def begin(self) -> None:
        """Start the program, whatever became of the last one."""
        self.ear, mouth = PROCESSES.Pipe(duplex=False)
        self.points, self.leader = {}, 0
        trap = Trap(*next(self.traps, ("", 0)), mouth)
        given = (self.database_url, self.api_url, self.workers, self.ticks, trap)
        self.process = PROCESSES.Process(target=live, args=given)
        self.process.start()
        self.begun_at = time.monotonic()
        mouth.close()

    def listen(self) -> None:
        """Hear which points the program has passed; a pipe that nobody empties would hold it up."""
        try:
            while self.ear is not None and self.ear.poll(0):
                worker, point = self.ear.recv()
                self.heard += point != BEGAN
                if point == "ingest.fetched":
                    self.leader = worker
                self.points.setdefault(worker, Counter())[point] += 1
        except EOFError:
            self.ear = None

    def heard_of(self, point: str) -> int:
        """How often the workers of this life have passed it."""
        self.listen()
        return sum(points[point] for points in self.points.values())

    @property
    def is_silent(self) -> bool:
        """Whether everybody who could tell of a point is gone."""
        self.listen()
        return self.ear is None

    def kill(self) -> None:
        """Kill all of it right now, wherever it is."""
        if self.process is not None and self.process.pid is not None:
            if self.points and self.process.is_alive():
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
            self.process.join()

    def kill_one(self, worker: int) -> None:
        """Kill one of its workers; the program begins another one."""
        os.kill(worker, signal.SIGKILL)
        while _is_there(worker):
            time.sleep(0.001)
        self.listen()
        self._bury(worker)
        self.begun_at = time.monotonic()

    def _bury(self, *workers: int) -> None:
        gone = [self.points.pop(worker) for worker in workers]
        sending = sum(points[SENDING[0]] - points[SENDING[1]] for points in gone)
        self.graves.append(Grave(any(map(is_amid, gone)), sending))

    def busy(self) -> list[int]:
        """The workers that are amid something."""
        self.listen()
        return [worker for worker, points in self.points.items() if is_amid(points)]

    def until_quiet(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Keep it alive until every Update is fetched and confirmed, every Turn taken and every Letter sent."""
        told_at = time.monotonic()
        while not self.is_quiet():
            assert time.monotonic() < max(self.begun_at, told_at) + STUCK, "something is stuck"
            self.keep_alive()
            self.listen()
            meanwhile()
            time.sleep(0.005)

    def is_quiet(self) -> bool:
        return not self.bot.feed.waiting and rows.count(self.database_url, rows.OPEN) == 0

    def end(self) -> None:
        """Ask it to stop, as a service manager does; it must do so well.

        One that is only beginning, with nothing in hand yet, dies of being asked, as any program does.
        """
        if self.process is not None and self.process.is_alive():
            begun = time.monotonic()
            while self.process.is_alive() and not _can_be_asked(self.process.pid):
                assert time.monotonic() < begun + STUCK, "it never can be asked to stop"
                time.sleep(0.005)
            self.process.terminate()
            self.process.join(PATIENCE)
            assert self.process.exitcode == 0


def _can_be_asked(process: int | None) -> bool:
    """Whether it does something of its own about SIGTERM."""
    (caught,) = re.findall(r"^SigCgt:\s*(\w+)$", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


def _is_there(process: int) -> bool:
    """Whether it runs, and is not only remembered by its parent."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
