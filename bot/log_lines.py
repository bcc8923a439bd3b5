"""Writes the lines of the log, and never lets a log that cannot be written stop or slow the program."""

from __future__ import annotations

import os
import select
import threading
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable


class Lines:
    """Where structlog puts its lines: one that cannot be written at once is lost, and counted.

    `telling` makes the line that says how many were lost; it comes before the next one that can be written again.
    """

    def __init__(self, out: TextIO, telling: Callable[[int], str]) -> None:
        self._write = _writer(out)
        self._telling = telling
        self._lock = threading.RLock()
        self._untold = 0
        self.lost = 0

    def msg(self, line: str) -> None:
        """Write a line, or lose it; raises nothing."""
        with self._lock:
            told = f"{self._telling(self._untold)}\n{line}" if self._untold else line
            if self._write(f"{told}\n"):
                self._untold = 0
            else:
                self._untold += 1
                self.lost += 1

    log = debug = info = warn = warning = error = critical = exception = msg


def _writer(out: TextIO) -> Callable[[str], bool]:
    """What writes a text and says whether that went well."""
    try:
        return _ByDescriptor(out.fileno())
    except (OSError, ValueError, AttributeError):
        return _ByObject(out)


class _ByDescriptor:
    """Straight to the system: a buffer would keep what cannot be written, and raise it again as the program ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._is_torn = False
        self._ready = select.poll()
        self._ready.register(descriptor, select.POLLOUT)

    def __call__(self, text: str) -> bool:
        # A pipe that nobody empties is full at some time, and writing to it would wait for ever.
        if not self._ready.poll(0):
            return False
        rest = memoryview((f"\n{text}" if self._is_torn else text).encode(errors="backslashreplace"))
        whole = len(rest)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            # Where a part of it was written, the next line is to begin on a line of its own.
            self._is_torn = self._is_torn or len(rest) < whole
            return False
        self._is_torn = False
        return True


class _ByObject:
    """For what is no file of the system's."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def __call__(self, text: str) -> bool:
        try:
            self._out.write(text)
            self._out.flush()
        except (OSError, ValueError):
            return False
        return True
