"""Whether the parts of this process still come round: one that hangs is seen by its silence."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 300.0
"""How long a part may be silent, in seconds: writing a large file anew holds up the thread of the database for long."""


class Pulse:
    """Each part says by when it will be heard again; `clock` gives seconds and is never set back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._until: dict[str, float] = {}

    def beat(self, part: str, within: float = PATIENCE) -> None:
        """It lives, and is heard again within so many seconds."""
        with self._lock:
            self._until[part] = self._clock() + within

    def excuse(self) -> None:
        """What they all wait for is away, and is tried again: none of them is missed because of that."""
        with self._lock:
            latest = self._clock() + PATIENCE
            self._until = {part: max(until, latest) for part, until in self._until.items()}

    def end(self, part: str) -> None:
        """It has nothing to do any more, and is not missed."""
        with self._lock:
            self._until.pop(part, None)

    def silent(self) -> tuple[str, ...]:
        """The parts that are overdue; empty when all is well."""
        now = self._clock()
        with self._lock:
            return tuple(sorted(part for part, until in self._until.items() if until < now))
