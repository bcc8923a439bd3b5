"""What every answer to the watch is made of: one worker, and the database that it shares with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.revision import wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.counts import Counts
    from bot.pulse import Pulse
    from storage.database import Database
    from storage.queues import Queues

POLL_SILENCE = 180.0
"""How long Telegram may say nothing, in seconds: a poll lasts half a minute, and a failed one rests for a minute."""


def never() -> bool:
    return False


def none_lost() -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Post:
    """`leads` and `is_broken` (the circuit breaker is open) are asked at each look, so is how many lines the log lost.

    `silence` is how long Telegram may go unheard, in seconds; None where nobody hears it on a quiet night.
    `form` is the fingerprint of the form, `clock` gives the moment, aware.
    """

    database: Database
    counts: Counts
    pulse: Pulse
    bot_id: int
    form: str
    started_at: datetime
    clock: Callable[[], datetime]
    leads: Callable[[], bool]
    is_broken: Callable[[], bool] = never
    lines_lost: Callable[[], int] = none_lost
    silence: float | None = POLL_SILENCE

    def look(self) -> Queues:
        """The queues as they are. Raises Busy."""
        with self.database.look(self.clock()) as work:
            return work.queues.look(self.bot_id)


@dataclass(frozen=True, slots=True)
class Build:
    """What runs; `schema` is the revision of the tables that this program wants."""

    version: str
    form: str
    schema: str


def build_of(post: Post, version: str) -> Build:
    """It reads the migrations, so do it once."""
    return Build(version, post.form, wanted())
