"""Keeps the program alive, counts its deaths, and tells when all is quiet."""

from __future__ import annotations

import multiprocessing
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.crash.child import live

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkServerProcess

    from bot.standin.accounts import Bot

PATIENCE = 60.0
OPEN = """
    SELECT (SELECT count(*) FROM inbox WHERE state = 'waiting')
         + (SELECT count(*) FROM outbox WHERE state IN ('due', 'in_flight'))
"""

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

    def keep_alive(self) -> None:
        """Start the program, again if it was killed; any other end is a failure."""
        if self.process is not None and self.process.is_alive():
            return
        if self.process is not None:
            assert self.process.exitcode == -9, f"the program ended by itself: {self.process.exitcode}"
            self.deaths += 1
        trap = next(self.traps, ("", 0))
        self.process = PROCESSES.Process(target=live, args=(self.database_url, self.api_url, *trap))
        self.process.start()

    def kill(self) -> None:
        """Kill it right now, wherever it is."""
        if self.process is not None:
            self.process.kill()
            self.process.join()

    def until_quiet(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Keep it alive until every update is fetched and confirmed, every Turn taken and every Letter sent."""
        deadline = time.monotonic() + PATIENCE
        while not self.is_quiet():
            assert time.monotonic() < deadline, "something is stuck"
            self.keep_alive()
            meanwhile()
            time.sleep(0.01)

    def is_quiet(self) -> bool:
        return not self.bot.feed.waiting and self._open_rows() == 0

    def _open_rows(self) -> int:
        with closing(sqlite3.connect(self.database_url.removeprefix("sqlite:///"), timeout=30)) as connection:
            return int(connection.execute(OPEN).fetchone()[0])

    def end(self) -> None:
        """Ask it to stop, as a service manager does; it must do so well."""
        if self.process is not None and self.process.is_alive():
            self.process.terminate()
            self.process.join(PATIENCE)
            assert self.process.exitcode == 0
