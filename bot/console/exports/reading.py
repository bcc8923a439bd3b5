"""Reads a list slice by slice, each in a look of its own, so that a long export holds up nobody who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.exports.gathering import Exported, gathered
from storage.cases import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.console.exports.gathering import Making
    from storage.cases import Wanted
    from storage.database import Database

SIZE = 25
"""Intakes that are read in one look: as long as that takes, nobody's writing lasts on a rollback journal."""


def in_slices(
    database: Database, making: Making, wanted: Wanted, *, chat: bool = False, size: int = SIZE
) -> Iterator[Exported]:
    """Every intake that is wanted, in the order in which they began, whatever the order of the queue.

    The list is not of one moment: what changes while it is read is told as it is when its slice is read, and what is
    deleted meanwhile is left out. The order does not change, though, so nothing is told twice or passed over.
    """
    after: str | None = None
    while True:
        with database.look(making.at) as work:
            page = work.cases.page(wanted, Sort.OLDEST, after, size)
            read = [gathered(work, making, line, chat=chat) for line in page.lines]
        yield from (each for each in read if each is not None)
        if page.after is None:
            return
        after = page.after
