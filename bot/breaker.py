"""Notices that it is the program that fails and not an Update: then nothing is given up, and all goes slowly."""

from __future__ import annotations

import structlog

CHATS = 3
"""So many chats in a row, and nothing that goes well between them, are no accident."""
REST = 15.0
"""How long to wait between two tries while it fails, in seconds."""
LONGEST = 60.0
"""How long an Update that failed meanwhile waits at the most, in seconds."""


class Breaker:
    """Open while Turns of one chat after the other fail; the first that goes well closes it."""

    def __init__(self) -> None:
        self._failing: set[int | None] = set()

    @property
    def is_open(self) -> bool:
        return len(self._failing) >= CHATS

    @property
    def wait(self) -> float:
        """How long an Update that failed is left alone, in seconds: long enough that other chats' are tried before."""
        return min(REST * (len(self._failing) + 1), LONGEST)

    def failed(self, chat_id: int | None) -> None:
        was_open = self.is_open
        self._failing.add(chat_id)
        if self.is_open and not was_open:
            structlog.get_logger().critical("breaker.opened", count=len(self._failing))

    def went_well(self) -> None:
        if self.is_open:
            structlog.get_logger().warning("breaker.closed")
        self._failing.clear()
