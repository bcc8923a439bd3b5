"""One bot's queue of updates: numbered, kept until confirmed, and forgotten when too old."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.standin.refusal import JSON

if TYPE_CHECKING:
    from collections.abc import Sequence

KEPT = timedelta(hours=24)
TAP_KEPT = timedelta(seconds=150)
NEVER_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_UPDATE_ID = 700_000_001

Entry = tuple[datetime, JSON]
"""When an update was put here, and the update."""


def forgotten_at(entry: Entry) -> datetime:
    """When Telegram gives up on an update."""
    at, update = entry
    return at + (TAP_KEPT if "callback_query" in update else KEPT)


def _id_of(entry: Entry) -> int:
    return int(entry[1]["update_id"])


@dataclass
class Feed:
    """Updates waiting for a bot, oldest first; `next_id` may be set to begin another numbering."""

    next_id: int = FIRST_UPDATE_ID
    allowed: tuple[str, ...] = ()
    waiting: list[Entry] = field(default_factory=list)
    arrived: int = 0
    """How many updates there have ever been."""
    _oldest: datetime | None = None
    """No update that waits is forgotten before this, so that nobody has to look through them at each poll."""
    _ascending: bool = True
    """Whether the numbers of what waits only grow, which a new numbering ends."""

    def put(self, kind: str, payload: JSON, now: datetime) -> None:
        """Queue an update unless the bot has not asked for its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NEVER_BY_DEFAULT
        if not wanted:
            return
        entry = (now, {"update_id": self.next_id, kind: payload})
        self._ascending = not self.waiting or (self._ascending and _id_of(self.waiting[-1]) < self.next_id)
        self._oldest = min(self._oldest or forgotten_at(entry), forgotten_at(entry))
        self.waiting.append(entry)
        self.arrived += 1
        self.next_id += 1

    def allow(self, kinds: Sequence[str]) -> None:
        self.allowed = tuple(kinds)

    def take(self, offset: int, limit: int, now: datetime) -> list[JSON]:
        """Confirm everything below `offset` (negative: all but the last so many), then hand out up to `limit`."""
        self._forget_old(now)
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset > 0 and self.waiting and offset <= _id_of(self.waiting[-1]) + 1:
            self._confirm(offset)
        return [update for _, update in self.waiting[:limit]]

    def _confirm(self, offset: int) -> None:
        if self._ascending:
            del self.waiting[: bisect_left(self.waiting, offset, key=_id_of)]
        else:
            self.waiting = [entry for entry in self.waiting if _id_of(entry) >= offset]

    def _forget_old(self, now: datetime) -> None:
        if self._oldest is not None and now >= self._oldest:
            self.waiting = [entry for entry in self.waiting if now < forgotten_at(entry)]
            self._oldest = min(map(forgotten_at, self.waiting), default=None)

    def since(self, arrived: int) -> list[Entry]:
        """Those still waiting of the updates that came after the first `arrived` ones."""
        fresh = min(self.arrived - arrived, len(self.waiting))
        return self.waiting[len(self.waiting) - fresh :]

    def holds(self, entry: Entry) -> bool:
        """Whether this very update still waits."""
        return any(waiting is entry for waiting in self.waiting)

    def remove(self, entry: Entry) -> None:
        """Take out this very update, delivered or given up, if it still waits."""
        for place, waiting in enumerate(self.waiting):
            if waiting is entry:
                del self.waiting[place]
                return
