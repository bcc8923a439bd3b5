"""The Updates that were given up: looked at by a person, tried again, or let go of."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.inbox import BARE
from storage.leftovers import ask_for_scrubbing
from storage.room import Room
from storage.tables import InboxRow, InboxState, table

INBOX = table(InboxRow)
GIVEN_UP = INBOX.c.state == InboxState.QUARANTINED
LIST = select(INBOX.c.id, INBOX.c.received_at, INBOX.c.error, INBOX.c.attempts).where(GIVEN_UP).order_by(INBOX.c.id)
RAW = select(INBOX.c.raw).where(GIVEN_UP, INBOX.c.id == bindparam("which"))
AFRESH = {"state": InboxState.WAITING, "attempts": 0, "holder": None, "error": None, "due_at": None, "done_at": None}
RETRY_ALL = update(INBOX).where(GIVEN_UP).values(**AFRESH)
RETRY = RETRY_ALL.where(INBOX.c.id == bindparam("which"))
DROP = update(INBOX).where(GIVEN_UP, INBOX.c.id == bindparam("which")).values(**BARE)


@dataclass(frozen=True, slots=True)
class GivenUp:
    """One Update without its words; `error` names the kind of failure, `attempts` how often it was tried."""

    id: int
    received_at: datetime
    error: str
    attempts: int


class Quarantine(Room):
    __slots__ = ()

    def all(self) -> list[GivenUp]:
        """Oldest first."""
        return [GivenUp(*row) for row in self.connection.execute(LIST)]

    def raw(self, inbox_id: int) -> str | None:
        """The Update as it came, with a client's words in it; None when it is not in quarantine."""
        return self.connection.execute(RAW, {"which": inbox_id}).scalar_one_or_none()

    def retry(self, inbox_id: int) -> bool:
        """Wait again as if it had never been tried, before what its chat has sent since and still waits.

        False when it is not in quarantine.
        """
        return self.connection.execute(RETRY, {"which": inbox_id}).rowcount == 1

    def retry_all(self) -> int:
        """The same for all of them; says how many those were."""
        return self.connection.execute(RETRY_ALL).rowcount

    def drop(self, inbox_id: int) -> bool:
        """Let go of its words; a repeat of it is still recognised. False when it is not in quarantine."""
        if self.connection.execute(DROP, {"which": inbox_id}).rowcount != 1:
            return False
        ask_for_scrubbing(self.connection)
        return True
