"""One bot's queue of updates: numbered, kept until confirmed, and forgotten when too old."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.standin.refusal import JSON

KEPT = timedelta(hours=24)
TAP_KEPT = timedelta(seconds=150)
NEVER_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_UPDATE_ID = 700_000_001


@dataclass
class Feed:
    """Updates waiting for a bot, oldest first; `next_id` may be set to begin another numbering."""

    next_id: int = FIRST_UPDATE_ID
    allowed: tuple[str, ...] = ()
    waiting: list[tuple[datetime, JSON]] = field(default_factory=list)

    def put(self, kind: str, payload: JSON, now: datetime) -> None:
        """Queue an update unless the bot has not asked for its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NEVER_BY_DEFAULT
        if wanted:
            self.waiting.append((now, {"update_id": self.next_id, kind: payload}))
            self.next_id += 1

    def allow(self, kinds: Sequence[str]) -> None:
        self.allowed = tuple(kinds)

    def take(self, offset: int, limit: int, now: datetime) -> list[JSON]:
        """Confirm everything below `offset` (negative: all but the last so many), then hand out up to `limit`."""
        self._forget_old(now)
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset > 0 and self.waiting and offset <= self.waiting[-1][1]["update_id"] + 1:
            self.waiting = [entry for entry in self.waiting if entry[1]["update_id"] >= offset]
        return [update for _, update in self.waiting[:limit]]

    def _forget_old(self, now: datetime) -> None:
        self.waiting = [
            (at, update) for at, update in self.waiting if now - at < (TAP_KEPT if "callback_query" in update else KEPT)
        ]
