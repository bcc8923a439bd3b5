"""Keeps the program alive, counts its deaths, and tells when all is quiet."""

from __future__ import annotations

import multiprocessing
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.crash.child import live

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

    from bot.standin.accounts import Bot

PATIENCE = 60.0
STRETCHES = (
    ("ingest.fetched", "ingest.committed"),
    ("turn.claimed", "turn.committed"),
    ("deliver.claimed", "deliver.marked"),
)
"""From the first to the last point of each of the three steps."""
OPEN = """
    SELECT (SELECT count(*) FROM inbox WHERE state = 'waiting')
         + (SELECT count(*) FROM outbox WHERE state IN ('due', 'in_flight'))
         + (SELECT count(*) FROM deadlines WHERE due_at < '2001')
"""
DUE_NOW = "UPDATE deadlines SET due_at = '2000-01-01 00:00:00.000000' WHERE kind = 'nudge' AND chat_id = ?"

# A server that has everything imported already: each life costs a fork, and is a real process all the same.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.crash.child"])


@dataclass
class Lives:
    """One program after the other on the same file; `traps` are the points at which the next ones die."""

    database_url: str
    api_url: str
    bot: Bot
    traps: Iterator[tuple[str, int]]
    deaths: int = 0
    process: ForkServerProcess | None = field(default=None)
    points: list[str] = field(default_factory=list)
    """The points that this life has passed, as far as they were heard."""
    ear: Connection | None = None

    def keep_alive(self) -> None:
        """Start the program, again if it was killed; any other end is a failure."""
        if self.process is not None and self.process.is_alive():
            return
        if self.process is not None:
            assert self.process.exitcode == -9, f"the program ended by itself: {self.process.exitcode}"
            self.deaths += 1
        trap = next(self.traps, ("", 0))
        self.ear, mouth = PROCESSES.Pipe(duplex=False)
        self.points = []
        self.process = PROCESSES.Process(target=live, args=(self.database_url, self.api_url, *trap, mouth))
        self.process.start()
        mouth.close()

    def listen(self) -> None:
        """Hear which points the program has passed; a pipe that nobody empties would hold it up."""
        try:
            while self.ear is not None and self.ear.poll(0.001):
                self.points.append(self.ear.recv())
        except EOFError:
            self.ear = None

    def is_amid(self) -> bool:
        """Whether the program has begun something, of ingest, turn and deliver, that it has not ended."""
        passed = Counter(self.points)
        return any(passed[first] > passed[last] for first, last in STRETCHES)

    def kill(self) -> None:
        """Kill it right now, wherever it is."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.listen()

    def until_quiet(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Keep it alive until every update is fetched and confirmed, every Turn taken and every Letter sent."""
        deadline = time.monotonic() + PATIENCE
        while not self.is_quiet():
            assert time.monotonic() < deadline, "something is stuck"
            self.keep_alive()
            self.listen()
            meanwhile()
            time.sleep(0.005)

    def is_quiet(self) -> bool:
        return not self.bot.feed.waiting and self._open_rows() == 0

    def fall_silent(self, chat_id: int) -> None:
        """Let so much time pass that the chat's nudge is due."""
        with closing(self._file()) as connection, connection:
            assert connection.execute(DUE_NOW, (chat_id,)).rowcount == 1

    def _open_rows(self) -> int:
        with closing(self._file()) as connection:
            return int(connection.execute(OPEN).fetchone()[0])

    def _file(self) -> sqlite3.Connection:
        return sqlite3.connect(self.database_url.removeprefix("sqlite:///"), timeout=30)

    def end(self) -> None:
        """Ask it to stop, as a service manager does; it must do so well."""
        if self.process is not None and self.process.is_alive():
            self.process.terminate()
            self.process.join(PATIENCE)
            assert self.process.exitcode == 0
