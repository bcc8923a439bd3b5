"""Looks for rows that break an invariant: quickly in a small database, slice by slice in a large one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Select, TextClause, func, literal_column, select, text, union_all
from sqlalchemy.dialects import registry

from storage.invariants import links, nevers
from storage.own_tables import MarkRow, WorkerRow
from storage.postgres import INT4, WORKER, is_postgres
from storage.tables import InboxRow, InboxState, OutboxRow, OutboxState, Row, table

MARKS, WORKERS, INBOX, OUTBOX = table(MarkRow), table(WorkerRow), table(InboxRow), table(OutboxRow)
IN_HAND = select(INBOX.c.holder).where(INBOX.c.state == InboxState.WAITING, INBOX.c.holder.is_not(None))
IN_FLIGHT = select(OUTBOX.c.holder).where(OUTBOX.c.state == OutboxState.IN_FLIGHT, OUTBOX.c.holder.is_not(None))
AT_WORK = text(
    "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid = :kind"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
LINK = "link_leads_somewhere"


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that breaks an invariant: never with a word of what stands in it."""

    invariant: str
    table: str
    row: int | str | None

    def __str__(self) -> str:
        return f"{self.invariant}: {self.table} {'' if self.row is None else self.row}".rstrip()


@cache
def _statements(dialect: str) -> Mapping[str, TextClause]:
    """By table: one statement that finds whatever breaks an invariant between two row numbers.

    As text, once for each kind of database: to put them together takes longer than to run them on a small one.
    """
    every = [(never.rows, never.invariant, never.when) for never in nevers()]
    every += [(rows, LINK, when) for rows, when in links()]
    found: dict[str, list[Select[tuple[str, int]]]] = {}
    for rows, invariant, when in every:
        between = (rows.c.id > literal_column(":after"), rows.c.id <= literal_column(":upto"))
        query = select(literal_column(f"'{invariant}'"), rows.c.id).where(*between, when)
        found.setdefault(rows.name, []).append(query)
    plain = registry.load(dialect)(paramstyle="named")
    return {
        name: text(str(union_all(*queries).compile(dialect=plain, compile_kwargs={"literal_binds": True})))
        for name, queries in found.items()
    }


def ends(connection: Connection) -> dict[str, int]:
    """The highest row number of each table that is looked at."""
    named = {name: Row.metadata.tables[name] for name in _statements(connection.dialect.name)}
    query = select(*(select(func.max(rows.c.id)).scalar_subquery() for rows in named.values()))
    return {name: last or 0 for name, last in zip(named, connection.execute(query).one(), strict=True)}


def broken_between(connection: Connection, name: str, after: int, upto: int) -> list[Broken]:
    """What is broken in a table's rows behind `after`, up to and with `upto`."""
    statement = _statements(connection.dialect.name)[name]
    rows = connection.execute(statement, {"after": after, "upto": upto}).all()
    return [Broken(invariant, name, row) for invariant, row in sorted(tuple(row) for row in rows)]


def marks_of(connection: Connection) -> list[tuple[str, str]]:
    """What the program remembers about itself, by name."""
    return [(row.name, row.value) for row in connection.execute(select(MARKS.c.name, MARKS.c.value))]


def stranded(connection: Connection) -> int:
    """How many updates and letters are in the hand of a worker that is gone: no harm, another takes them from it.

    On a SQLite file there is but one process, the last that came.
    """
    held = [holder % INT4 for holder in connection.execute(union_all(IN_HAND, IN_FLIGHT)).scalars()]
    if is_postgres(connection):
        alive = set(connection.execute(AT_WORK, {"kind": WORKER}).scalars())
    else:
        alive = {(connection.execute(select(func.max(WORKERS.c.id))).scalar() or 0) % INT4}
    return sum(holder not in alive for holder in held)
