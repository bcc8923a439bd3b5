"""What the workers write down: what was fetched, what is sent next, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.chat.gateway import Dead, Outcome, Parked, RetryAt, Sent
from bot.outage import make_good, notice

if TYPE_CHECKING:
    from bot.chat.receive import Batch
    from bot.counts import Handled
    from bot.desk import Desk
    from storage.outbox import Letter
    from storage.work import Work


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch: where to poll from next, how many of its Updates were new, how many were known."""

    offset: int
    new: int
    repeated: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Inbox and outbox of one bot, within a Work that the caller commits."""

    desk: Desk
    bot_id: int

    def offset(self, work: Work) -> int | None:
        """Where to poll from; None when this bot has never polled."""
        return work.inbox.offset(self.bot_id)

    def store(self, batch: Batch, known: int | None, work: Work) -> Stored:
        """Store what was polled and the offset that confirms it, together."""
        notice(work, self.bot_id)
        following = batch.next_offset if batch.next_offset is not None else known or 0
        count = work.inbox.ingest(self.bot_id, batch.arrived, following)
        self.desk.passing("ingest.stored")
        return Stored(following, count, len(batch.arrived) - count)

    def take_in(self, batch: Batch, work: Work) -> Stored:
        """Store what was brought; nobody asks for it by an offset."""
        notice(work, self.bot_id)
        count = work.inbox.ingest(self.bot_id, batch.arrived)
        self.desk.passing("ingest.stored")
        return Stored(0, count, len(batch.arrived) - count)

    def heard(self, work: Work) -> int:
        """We can be reached, and nothing waits at Telegram; says how many were told that we could not be before."""
        notice(work, self.bot_id)
        work.inbox.heard(self.bot_id)
        return make_good(self.desk, work)

    def claim(self, most: int, holder: int | None, work: Work) -> list[Letter]:
        """The next Letters to send, marked as in flight; none while all is held."""
        return work.outbox.claim_some(holder, most)

    def mark(self, letter: Letter, outcome: Outcome, work: Work) -> None:
        """Write down what became of a Letter."""
        match outcome:
            case Sent(message_id):
                work.outbox.sent(letter.id, message_id)
            case RetryAt(seconds, counts):
                work.outbox.retry(letter.id, work.now + timedelta(seconds=seconds), counts)
            case Dead(reason, quiet):
                work.outbox.dead(letter.id, "" if quiet else reason)
            case Parked():
                work.alone_with(letter.chat_id)
                work.outbox.park(letter.chat_id)


def counted(outcome: Outcome) -> Handled:
    """The word under which an outcome is counted."""
    match outcome:
        case Sent():
            return "sent"
        case RetryAt(_, counts):
            return "retry" if counts else "wait"
        case Dead(_, quiet):
            return "moot" if quiet else "dead"
        case Parked():
            return "parked"


def tell(letter: Letter, outcome: Outcome) -> None:
    """A log line of what became of a Letter."""
    log = structlog.get_logger()
    missed = not isinstance(outcome, Sent) and not (isinstance(outcome, Dead) and outcome.quiet)
    (log.warning if missed else log.info)(
        "letter.handled",
        outbox_id=letter.id,
        method=letter.method,
        attempts=letter.attempts,
        outcome=type(outcome).__name__,
    )
