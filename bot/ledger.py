"""The workers' own small transactions: what was fetched, what is sent next, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.chat.gateway import Dead, Outcome, Parked, RetryAt, Sent

if TYPE_CHECKING:
    from bot.chat.receive import Batch
    from bot.desk import Desk
    from storage.outbox import Letter


@dataclass(frozen=True, slots=True)
class Ledger:
    """Inbox and outbox of one bot; `now` is the moment of each transaction."""

    desk: Desk
    bot_id: int

    def reclaim(self, now: datetime) -> None:
        """At start-up: what was being sent when the program died is sent again."""
        with self.desk.database.work(now) as work:
            count = sum(work.workers.free(holder) for holder in work.workers.holders())
            work.commit()
        structlog.get_logger().info("outbox.reclaimed", count=count)

    def offset(self, now: datetime) -> int | None:
        """Where to poll from; None when this bot has never polled."""
        with self.desk.database.work(now) as work:
            return work.inbox.offset(self.bot_id)

    def store(self, batch: Batch, known: int | None, now: datetime) -> int:
        """Store a whole batch and the offset that confirms it, together; give that offset."""
        following = batch.next_offset if batch.next_offset is not None else known or 0
        with self.desk.database.work(now) as work:
            count = work.inbox.ingest(self.bot_id, batch.arrived, following)
            self.desk.passing("ingest.stored")
            work.commit()
        structlog.get_logger().info("updates.stored", count=count)
        return following

    def claim(self, now: datetime) -> Letter | None:
        """The next Letter to send, marked as in flight; None when none is due."""
        with self.desk.database.work(now) as work:
            letter = work.outbox.claim()
            work.commit()
        return letter

    def mark(self, letter: Letter, outcome: Outcome, now: datetime) -> None:
        """Write down what became of a Letter."""
        with self.desk.database.work(now) as work:
            match outcome:
                case Sent(message_id):
                    work.outbox.sent(letter.id, message_id)
                case RetryAt(seconds, counts):
                    work.outbox.retry(letter.id, now + timedelta(seconds=seconds), counts)
                case Dead(reason, quiet):
                    work.outbox.dead(letter.id, "" if quiet else reason)
                case Parked():
                    work.outbox.park(letter.chat_id)
            work.commit()
        _log(letter, outcome)


def _log(letter: Letter, outcome: Outcome) -> None:
    log = structlog.get_logger()
    missed = not isinstance(outcome, Sent) and not (isinstance(outcome, Dead) and outcome.quiet)
    (log.warning if missed else log.info)(
        "letter.handled",
        outbox_id=letter.id,
        method=letter.method,
        attempts=letter.attempts,
        outcome=type(outcome).__name__,
    )
