"""What the processes of a crew do in tests: each leaves a file with its number and its process's, then works."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bot import crew

if TYPE_CHECKING:
    from collections.abc import Callable


def diligent(folder: str, number: int, _count: int) -> None:
    """Works until it is asked to stop, and ends well."""
    _work(folder, number, lambda *_: sys.exit(0))


def stubborn(folder: str, number: int, _count: int) -> None:
    """Hears nothing."""
    _work(folder, number, lambda *_: None)


def refusing(folder: str, number: int, _count: int) -> None:
    """Number 1 says that going on makes no sense, once the others are at work."""
    if number == 1:
        while len(list(Path(folder).iterdir())) < 2:
            time.sleep(0.01)
        sys.exit(crew.REFUSED)
    diligent(folder, number, _count)


def lead(work: Callable[..., None], count: int, folder: str) -> None:
    """Be the program of such a crew."""
    crew.PATIENCE = 0.5
    sys.exit(crew.Crew(work, count, (folder,)).run())


def at_work(folder: Path) -> dict[int, int]:
    """The processes that work, by number; of each number the newest."""
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    return {int(number): int(process) for number, _, process in (file.name.partition(".") for file in files)}


def _work(folder: str, number: int, on_signal: Callable[..., None]) -> None:
    signal.signal(signal.SIGTERM, on_signal)
    (Path(folder) / f"{number}.{os.getpid()}").touch()
    while True:
        time.sleep(0.01)
