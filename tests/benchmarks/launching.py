"""A contender as a process of its own: started, found ready, and stopped, or found dead with what it last said."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.processes import has_ended

if TYPE_CHECKING:
    from collections.abc import Mapping

START, STOP = 60.0, 900.0
"""How long a start or a stop may take, in seconds: PTB may write its file some hundred times before it ends."""
GLANCE = 0.002
LAST_WORDS = 600


class Failed(Exception):
    """A contender did not start, or ended by itself; the message is what it last said."""


@dataclass(frozen=True, slots=True)
class Running:
    """A contender at work; `cold_start` is from its exec to its first poll, in seconds."""

    process: subprocess.Popen[bytes]
    log: Path
    cold_start: float

    @property
    def pid(self) -> int:
        return self.process.pid

    def is_alive(self) -> bool:
        """Always; raises Failed when it is not."""
        if has_ended(self.pid):
            raise Failed(_last_words(self.log))
        return True

    async def stop(self) -> float:
        """Ask it to stop as a service manager does; gives the seconds until it has, its account still to be read."""
        began = time.perf_counter()
        self.process.send_signal(signal.SIGTERM)
        await until(lambda: has_ended(self.pid), STOP, "it does not stop")
        return time.perf_counter() - began


@asynccontextmanager
async def launched(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, ready: Callable[[], bool]
) -> AsyncIterator[Running]:
    """Start it in a folder and wait until it is `ready`; whatever is left of it is killed in the end."""
    log = folder / "log"
    began = time.perf_counter()
    process = _started(command, environment, log)
    running = Running(process, log, 0.0)
    try:
        await until(lambda: running.is_alive() and ready(), START, "it does not get ready")
        yield Running(process, log, time.perf_counter() - began)
    finally:
        process.kill()
        process.wait()


def _started(command: Sequence[str], environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as out:
        return subprocess.Popen(command, env=environment, cwd=log.parent, stdout=out, stderr=out)


async def until(true: Callable[[], object], seconds: float, otherwise: str) -> None:
    """Wait for something to be true. Raises Failed with these words when it takes longer than so many seconds."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise Failed(otherwise)
        await asyncio.sleep(GLANCE)


def _last_words(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace").strip()[-LAST_WORDS:] or "it ended without a word"
