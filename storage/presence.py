"""That a worker is there: the number under which it takes things in hand, and what tells the others when it dies.

On PostgreSQL a worker holds a lock for as long as it is connected, so the server itself sees when it dies. One of them
leads. A SQLite file has one process, which leads, and everybody else is dead.
"""

from enum import StrEnum
from typing import Protocol

from sqlalchemy import URL


class News(StrEnum):
    """What workers tell each other, by the channel of the server that it goes through."""

    CHANGED = "changed"
    """Something was committed that open pages show."""
    WAITING = "waiting"
    """More updates wait than the one who tells has taken in hand."""


class Presence(Protocol):
    """To be used by one thread; raises Busy where the server cannot be reached, and leads no more then.

    `has_others` is whether there can be other workers on this database.
    """

    holder: int
    leads: bool
    has_others: bool

    def enter(self, holder: int) -> None:
        """Be there, from now on, as the worker with this number."""

    def renew(self) -> None:
        """Be there, again if the connection was lost, and lead if nobody does."""

    def is_dead(self, holder: int) -> bool:
        """Whether what this holder has in hand may be taken from it."""

    def hear(self, seconds: float) -> frozenset[News]:
        """Wait so long at most, until another worker tells of something."""

    def close(self) -> None:
        """Leave; what was in hand is free."""


class Alone:
    """The one process on a SQLite file."""

    holder, leads, has_others = 0, True, False

    def enter(self, holder: int) -> None:
        self.holder = holder

    def renew(self) -> None:
        """Nothing can be lost: the lock file is held as long as the process lives."""

    def is_dead(self, holder: int) -> bool:
        return holder != self.holder

    def hear(self, seconds: float) -> frozenset[News]:
        return frozenset()

    def close(self) -> None:
        """The lock file goes with the process."""


def presence_at(address: URL) -> Presence:
    """What fits the database; nothing is opened before somebody enters."""
    if address.get_backend_name() == "sqlite":
        return Alone()
    # Its driver is 7 MB of memory, which nobody needs on a file.
    from storage.among_others import AmongOthers

    return AmongOthers(address)
