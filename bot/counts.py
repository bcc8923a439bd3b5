"""What this process has done since it started, counted; whoever shows the figures reads them from here."""

from __future__ import annotations

import threading
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

Received: TypeAlias = Literal["new", "repeated"]
Turned: TypeAlias = Literal["taken", "retried", "quarantined"]
Handled: TypeAlias = Literal["sent", "wait", "retry", "dead", "parked", "moot"]
"""`wait` is Telegram asking for time; `moot` is what can never be sent and nobody misses."""
Brought: TypeAlias = Literal["stored", "repeated", "unread", "stranger", "too_large", "slow", "gone", "busy"]
"""What became of a request to the webhook, as bot/webhook.py names it."""
Trouble: TypeAlias = Literal["gone", "changed", "failing", "backlog", "unreachable"]
"""What is wrong at Telegram's end of the webhook, as bot/chat/monitor.py names it."""

TURN_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0)
ANSWER_BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)
OPEN_TURNS = 10_000
"""How many Turns may wait for their first Letter to be sent; beyond it the oldest are let go of, unmeasured."""


@dataclass(slots=True)
class Spread:
    """How many times something took how long: seconds, counted up to and including each of the `bounds`."""

    bounds: tuple[float, ...]
    total: float = 0.0
    counts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counts = [0] * (len(self.bounds) + 1)

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.total += seconds

    def up_to(self) -> list[tuple[float, int]]:
        """Each bound, infinity last, with how many there were up to it."""
        return list(zip((*self.bounds, float("inf")), accumulate(self.counts), strict=True))

    def copy(self) -> Spread:
        copied = Spread(self.bounds, self.total)
        copied.counts = self.counts.copy()
        return copied


@dataclass(frozen=True, slots=True)
class Seen:
    """The figures of one moment, each by its words; `hook_waiting` is None where nobody has looked."""

    updates: dict[str, int]
    turns: dict[str, int]
    sends: dict[str, int]
    turn_seconds: Spread
    answer_seconds: Spread
    busy: int
    requests: dict[str, int]
    hook_waiting: int | None
    hook_troubles: frozenset[str]


class Counts:
    """Counts from any thread. Nothing in it lasts, and nobody's words get in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._updates = dict.fromkeys(get_args(Received), 0)
        self._turns = dict.fromkeys(get_args(Turned), 0)
        self._sends = dict.fromkeys(get_args(Handled), 0)
        self._turn_seconds, self._answer_seconds = Spread(TURN_BOUNDS), Spread(ANSWER_BOUNDS)
        self._busy = 0
        self._requests = dict.fromkeys(get_args(Brought), 0)
        self._hook_waiting: int | None = None
        self._hook_troubles: frozenset[str] = frozenset()
        self._open: dict[tuple[int, datetime], datetime] = {}

    def received(self, new: int, repeated: int = 0) -> None:
        """So many Updates were stored, so many were there already."""
        with self._lock:
            self._updates["new"] += new
            self._updates["repeated"] += repeated

    def turn(self, outcome: Turned, seconds: float) -> None:
        """A Turn is over, and took so long."""
        with self._lock:
            self._turns[outcome] += 1
            self._turn_seconds.add(seconds)

    def answers(self, chat_id: int | None, put_at: datetime, received_at: datetime) -> None:
        """A Turn for an Update of `received_at` was committed; the Letters it put, if any, were put at `put_at`."""
        if chat_id is None:
            return
        with self._lock:
            self._open[chat_id, put_at] = received_at
            if len(self._open) > OPEN_TURNS:
                del self._open[next(iter(self._open))]

    def send(self, outcome: Handled, chat_id: int, put_at: datetime, now: datetime) -> None:
        """A Letter that was put at `put_at` has been tried.

        The first of a Turn's that is sent tells how long its client waited. Another worker's Turns are not known here.
        """
        with self._lock:
            self._sends[outcome] += 1
            received_at = self._open.pop((chat_id, put_at), None) if outcome == "sent" else None
            if received_at is not None:
                self._answer_seconds.add(max(0.0, (now - received_at).total_seconds()))

    def busy(self) -> None:
        """The database could not be used, and what was to be done is done later."""
        with self._lock:
            self._busy += 1

    def request(self, outcome: str) -> None:
        """Somebody has called at the webhook; raises KeyError for what is none of Brought."""
        with self._lock:
            self._requests[outcome] += 1

    def hook(self, waiting: int, troubles: Iterable[str]) -> None:
        """Telegram's end of the webhook was looked at: so many Updates wait there, and each Trouble that lasts."""
        with self._lock:
            self._hook_waiting, self._hook_troubles = waiting, frozenset(troubles)

    def seen(self) -> Seen:
        """All of it, as it is now."""
        with self._lock:
            return Seen(
                self._updates.copy(),
                self._turns.copy(),
                self._sends.copy(),
                self._turn_seconds.copy(),
                self._answer_seconds.copy(),
                self._busy,
                self._requests.copy(),
                self._hook_waiting,
                self._hook_troubles,
            )
