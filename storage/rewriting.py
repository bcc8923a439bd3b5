"""Has a PostgreSQL server write the tables anew that erased words were in.

It writes one after the other, with its indexes and with the long values that are stored beside it. Nobody can read or
write a table meanwhile, which takes a second for each 50 to 100 MB: so whoever is in a table is waited for no longer
than LOCK_WAIT, for the next time is not far, and tables of more than LARGE bytes are left for the night. A row stays
even then for as long as some transaction may still see it, so nothing is begun before everything that ran when it was
erased is over.

What we cannot reach there is the log of all changes (`pg_wal`): the server keeps old parts of it for as long as it is
set to (`checkpoint_timeout`, `max_wal_size`, `wal_keep_size`), and then writes over them one by one, unless it is set
to remove them (`wal_recycle = off`). The same is true of what it was told to copy: its archive, its replicas, its
backups. See `wind_on` for what we do about it.
"""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from storage.leftovers import ERASED_FROM
from storage.postgres import parameters

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Engine

LARGE = 200_000_000
"""Bytes of a table that are written anew within a few seconds."""
LOCK_WAIT = "1s"

# In passing over a table the server notes up to which transaction everything is over for everybody.
SETTLE = "VACUUM (FREEZE) marks"
SETTLED = """
    SELECT name, value FROM marks WHERE name LIKE 'leftovers:%'
    AND age(xmin) > (SELECT age(relfrozenxid) FROM pg_class WHERE oid = 'marks'::regclass)
"""
ANY = "SELECT 1 FROM marks WHERE name LIKE 'leftovers:%' LIMIT 1"
SIZE_AND_FILE = "SELECT pg_total_relation_size(%s::regclass), pg_relation_filenode(%s::regclass)"
FORGET = "DELETE FROM marks WHERE name = %s"
LEAVE = "UPDATE marks SET value = %s WHERE name = %s"

Server = psycopg.Connection[tuple[object, ...]]


def rewrite_tables(engine: Engine, is_night: bool) -> None:
    """Every table that holds leftovers, where it can be done now; what cannot waits. Raises psycopg.Error."""
    with closing(_connected(engine)) as server:
        waiting = _settled(server)
        wanted = frozenset[str]().union(*waiting.values())
        anew = {name for name in sorted(wanted) if _rewritten(server, name, is_night)}
        for note, tables in waiting.items():
            _cross_off(server, note, tables - anew)
        if anew:
            wind_on(server)


def wind_on(server: Server) -> None:
    """Begins a new part of the log and lets the server do without the old ones, as far as our role may ask for it.

    By itself the server does so within `checkpoint_timeout` once `max_wal_size` was written or it is idle.
    """
    for statement in ("SELECT pg_switch_wal()", "CHECKPOINT"):
        with suppress(psycopg.errors.InsufficientPrivilege):
            server.execute(statement)


def _connected(engine: Engine) -> Server:
    server = psycopg.connect(**parameters(engine.url), autocommit=True)
    server.execute(f"SET lock_timeout = '{LOCK_WAIT}'")
    return server


def _settled(server: Server) -> Mapping[str, frozenset[str]]:
    """The notes of those transactions whose rows nobody sees any more, and which tables are still to be written."""
    if server.execute(ANY).fetchone() is None:
        return {}
    server.execute(SETTLE)
    rows = server.execute(SETTLED).fetchall()
    return {str(name): frozenset(str(left).split() or ERASED_FROM) for name, left in rows}


def _cross_off(server: Server, note: str, left: Collection[str]) -> None:
    if left:
        server.execute(LEAVE, [" ".join(sorted(left)), note])
    else:
        server.execute(FORGET, [note])


def _rewritten(server: Server, name: str, is_night: bool) -> bool:
    """Whoever is not the table's owner is told of no error: only that there is no new file tells that it was not."""
    size, file = _size_and_file(server, name)
    if size > LARGE and not is_night:
        return False
    try:
        server.execute(sql.SQL("VACUUM (FULL) {}").format(sql.Identifier(name)))
    except psycopg.errors.LockNotAvailable:
        return False
    return _size_and_file(server, name)[1] != file


def _size_and_file(server: Server, name: str) -> tuple[int, int]:
    size, file = server.execute(SIZE_AND_FILE, [name, name]).fetchone() or (0, 0)
    return int(str(size)), int(str(file))
