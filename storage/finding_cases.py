"""How the queue is searched: the SQL that finds some intakes, in order, from any place on, by an index.

There are two ways. Where one of the filters lets through few intakes, those are taken and sorted. Else an index is
walked from the place on, until enough were met that pass all filters: then many do, and it is not far. It is that of
the order, or, in the order of the row numbers, that of a term which is wanted: it leads past everybody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    Subquery,
    and_,
    func,
    intersect,
    or_,
    select,
)

from flows.model import Verdict
from storage.case_rows import COLUMNS, Sort, Wanted
from storage.counting import are_few, fewest_first, rarest
from storage.filters import INTAKES, MET, SOUGHT, Ids, begun, by_column, filters_of
from storage.planning import among, at_one, checked, unindexed
from storage.postgres import is_postgres
from storage.tables import Stage

SHOWN = tuple(INTAKES.c[name] for name in COLUMNS)


@dataclass(frozen=True, slots=True)
class Order:
    """`key` is a column that may be empty, None where the row number alone decides; ties go by row number."""

    key: str | None
    falling: bool


ORDERS = {
    Sort.NEWEST: Order(None, falling=True),
    Sort.OLDEST: Order(None, falling=False),
    Sort.VERDICT: Order("severity", falling=True),
    Sort.EARLIEST: Order("earliest", falling=False),
    Sort.WAITING: Order("raised_at", falling=False),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in an order."""

    key: Any
    id: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A search that knows its way: `few` are the ids to take where they are few, else `walked` is where to walk.

    Where it is walked `along` a term, that is its stretch of the index; `begins` is the column that the index has
    first, where everybody has the same in it.
    """

    connection: Connection
    order: Order
    checks: tuple[ColumnElement[bool], ...]
    few: Ids | CompoundSelect[int] | None = None
    walked: tuple[ColumnElement[bool], ...] = ()
    along: tuple[ColumnElement[bool], ...] = ()
    begins: ColumnElement[Any] | None = None

    def rows(self, place: Place | None, backward: bool, limit: int) -> list[Row[Any]]:
        """Up to `limit` rows beyond the place, the nearest first."""
        found: list[Row[Any]] = []
        for query in self.queries(place, backward, limit):
            if len(found) < limit:
                found += self.connection.execute(query.limit(limit - len(found))).all()
        return found

    def queries(self, place: Place | None, backward: bool, limit: int) -> list[Select[Any]]:
        """What gives the rows beyond the place, one after the other; no more than `limit` are asked for."""
        falling = self.order.falling != backward
        if self.few is not None and self.order.key is None and not self.checks:
            return [self._nearest(self.few.subquery(), place, falling, limit)]
        stretches = self._stretches(place, falling, backward)
        every = self._matching(select(*SHOWN))
        key = None if self.order.key is None else self._column(self.order.key)
        columns = [column for column in (self.begins, key, self._number()) if column is not None]
        ordered = [_turned(column, falling) for column in columns]
        if self.few is None:
            walks = [stretches] if key is None else [[stretch] for stretch in stretches]
            return [self._shown(every.where(*walk).order_by(*ordered), falling, limit) for walk in walks]
        if key is None:
            return [every.where(*stretches).order_by(*ordered)]
        last = key.is_(None)
        return [every.where(or_(*stretches)).order_by(last.desc() if backward else last, *ordered)]

    def _shown(self, walk: Select[Any], falling: bool, limit: int) -> Select[Any]:
        """What is shown of a walk: the index walked has the numbers, and most checks ask for nothing else.

        A file reads a row once a check asks for more, a server before it checks anything: it finds the numbers first.
        """
        if not is_postgres(self.connection):
            return walk
        numbers = walk.with_only_columns(self._number()).limit(limit).correlate(None)
        shown = select(*SHOWN).where(among(INTAKES.c.id, numbers, self.connection))
        names = ("id",) if self.order.key is None else (self.order.key, "id")
        return shown.order_by(*(_turned(unindexed(INTAKES.c[name]), falling) for name in names))

    def _nearest(self, few: Subquery, place: Place | None, falling: bool, limit: int) -> Select[Any]:
        """The same where the numbers tell who is the nearest, so that no other row is read."""
        [number] = few.c
        beyond = [number < place.id if falling else number > place.id] if place else []
        by_number = unindexed(number)
        # Whoever is let through by two of their terms is there twice.
        once = select(number).where(*beyond).group_by(number)
        nearest = once.order_by(by_number.desc() if falling else by_number).limit(limit)
        shown = select(*SHOWN).where(INTAKES.c.id.in_(nearest))
        return shown.order_by(INTAKES.c.id.desc() if falling else INTAKES.c.id)

    def _stretches(self, place: Place | None, falling: bool, backward: bool) -> list[ColumnElement[bool]]:
        """Where the rows beyond the place lie in the index: an index leads to the beginning of each stretch."""
        number = self._number()
        beyond = [number < place.id if falling else number > place.id] if place else []
        if self.order.key is None:
            return beyond or [number > 0]
        key = self._column(self.order.key)
        keyed, keyless = key.is_not(None), key.is_(None)
        if place is None:
            return [keyless, keyed] if backward else [keyed, keyless]
        if place.key is None:
            return [and_(keyless, *beyond), *([keyed] if backward else [])]
        farther = key < place.key if falling else key > place.key
        return [and_(key == place.key, *beyond), farther, *([] if backward else [keyless])]

    def total(self) -> int:
        return int(self.connection.execute(self._matching(select(func.count()).select_from(INTAKES))).scalar_one())

    def place_of(self, row_id: int) -> Place | None:
        """Where the row stands now; if it is gone, where it would beside the nearest; None when there is no row."""
        if self.order.key is None:
            return Place(None, row_id)
        place = select(INTAKES.c[self.order.key].label("key"), INTAKES.c.id)
        below = place.where(INTAKES.c.id <= row_id).order_by(INTAKES.c.id.desc()).limit(1)
        above = place.where(INTAKES.c.id > row_id).order_by(INTAKES.c.id).limit(1)
        row = self.connection.execute(below).first() or self.connection.execute(above).first()
        return Place(row.key, row_id) if row else None

    def _matching(self, query: Select[Any]) -> Select[Any]:
        where = self.walked if self.few is None else (among(INTAKES.c.id, self.few, self.connection),)
        if self.along:
            # Whoever has a term has a row: joined like this, a server looks for it only where more is asked of it.
            query = query.outerjoin_from(MET, INTAKES, INTAKES.c.id == MET.c.intake_id).where(*self.along)
        # Within one condition a server keeps to the order; else it asks first what it takes for cheaper.
        checks = (checked(and_(*self.checks)),) if self.checks and is_postgres(self.connection) else self.checks
        return query.where(*where, *checks)

    def _number(self) -> ColumnElement[int]:
        return MET.c.intake_id if self.along else self._column("id")

    def _column(self, name: str) -> ColumnElement[Any]:
        return INTAKES.c[name] if self.few is None else unindexed(INTAKES.c[name])


def _turned(column: ColumnElement[Any], falling: bool) -> ColumnElement[Any]:
    return column.desc() if falling else column.asc()


def finding(connection: Connection, wanted: Wanted, sort: Sort) -> Finding:
    """Looks at the filters, and at how many intakes they let through as far as that matters, and picks the way."""
    order, filters, equal = ORDERS[sort], list(filters_of(wanted)), _equal(wanted)
    if _is_keyless(order, wanted):
        order = Order(None, order.falling)
    if wanted.verdict is not None and order.key is not None:
        filters.append(by_column("severity", wanted.verdict, wanted.verdict))
        del equal["severity"]
    narrow = are_few(connection, filters)
    if any(narrow):
        few = [each.ids for each, is_narrow in zip(filters, narrow, strict=True) if is_narrow]
        wide = [each for each, is_narrow in zip(filters, narrow, strict=True) if not is_narrow]
        checks = tuple(each.check(INTAKES.c.id) for each in wide)
        same = tuple(checked(INTAKES.c[name] == value) for name, value in equal.items())
        # Worked out in the indexes alone: only the rows that are in all of them are read.
        return Finding(connection, order, (*same, *checks), few=few[0] if len(few) == 1 else intersect(*few))
    # A stage, and a verdict, have an index of their own for each order.
    along = rarest(connection, filters) if order.key is None and not equal else None
    if along is not None:
        checks = tuple(each.check(MET.c.intake_id) for each in filters if each is not along)
        between = _between(MET.c.intake_id, connection, wanted)
        return Finding(connection, order, (*checks, *between), along=along.stretch)
    walked, begins = tuple(INTAKES.c[name] == value for name, value in equal.items()), None
    if equal and is_postgres(connection):
        name, value = next(iter(equal.items()))
        begins = INTAKES.c[name]
        walked = (at_one(begins, value), *walked[1:])
    if order.key is not None and filters and len(filters) + len(equal) > 1:
        filters = fewest_first(connection, filters)
    checks = tuple(each.check(INTAKES.c.id) for each in filters)
    between = _between(INTAKES.c.id, connection, wanted)
    # By the numbers a file would begin elsewhere; a server reads no row whose number it can compare in the index.
    walked += tuple(checked(end) for end in between) if order.key and not is_postgres(connection) else between
    return Finding(connection, order, checks, walked=walked, begins=begins)


def _is_keyless(order: Order, wanted: Wanted) -> bool:
    """Whether all that are wanted stand together in the order.

    Those with one verdict have one severity, and after a STOP no day; what is unfinished waits for nobody. A server
    does not know that, and looks for a key among all others.
    """
    match order.key:
        case "severity":
            return wanted.verdict is not None
        case "earliest":
            return wanted.verdict is Verdict.STOP
        case "raised_at":
            return wanted.stage is Stage.UNFINISHED
    return False


def _equal(wanted: Wanted) -> dict[str, Any]:
    asked = {"stage": wanted.stage, "severity": wanted.verdict}
    return {name: value for name, value in asked.items() if value is not None}


def _between(number: ColumnElement[int], connection: Connection, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """Row numbers mostly rise with time, and an index has them: rows of other days need not be read, nor walked to."""
    if not (wanted.since or wanted.until):
        return ()
    number_then = unindexed(SOUGHT.c.id)
    ends = select(func.min(number_then), func.max(number_then)).where(*begun(SOUGHT.c.started_at, wanted))
    first, last = connection.execute(ends).one()
    return (number >= first, number <= last)
