"""Looks for planted words of clients of whom nothing may be left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from storage.tables import Row
from tests.files import written

if TYPE_CHECKING:
    from tests.machine.world import World


def left_of(world: World) -> None:
    """Nothing that was erased stands in any row; on a file nor anywhere in it."""
    gone = {word for chat in world.model.chats.values() for word in chat.gone}
    if not gone:
        return
    if world.is_alone:
        found = written(world.url).decode("utf-8", "replace")
    else:
        with world.database.look(world.clock.now) as work:
            tables = [table.name for table in Row.metadata.sorted_tables]
            shown = [work.marks.connection.execute(text(f"SELECT t::text FROM {name} t")) for name in tables]
            found = "\n".join(row for rows in shown for row in rows.scalars())
    assert not {word for word in gone if word in found}, "words of a client who had everything deleted are left"
