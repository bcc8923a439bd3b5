"""How the queue is searched: the SQL that finds some intakes, in order, from any place on, by an index.

There are two ways. Where one of the filters lets through few intakes, those are taken and sorted. Else the index of the
order is walked from the place on, until enough were met that pass all filters: then many do, and it is not far.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    and_,
    exists,
    func,
    intersect,
    or_,
    select,
)

from storage.case_rows import COLUMNS, Sort, Wanted
from storage.staff_tables import TermRow
from storage.tables import IntakeRow, table
from storage.terms import TermKind, after_prefix, folded, name_words, phone_digits

INTAKES, TERMS = table(IntakeRow), table(TermRow)
SOUGHT = INTAKES.alias("sought")
SHOWN = tuple(INTAKES.c[name] for name in COLUMNS)
FEW = 10_000
"""So many intakes are sorted in no time."""

Ids = Select[int]


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
class Filter:
    """One thing that is wanted: the ids it lets through, and whether it lets a row of `intakes` through."""

    ids: Ids
    check: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Finding:
    """A search that knows its way: `few` are the ids to take where they are few, else `walked` is where to walk."""

    connection: Connection
    order: Order
    few: Ids | CompoundSelect[int] | None
    walked: tuple[ColumnElement[bool], ...]
    checks: tuple[ColumnElement[bool], ...]

    def rows(self, place: Place | None, backward: bool, limit: int) -> list[Row[Any]]:
        """Up to `limit` rows beyond the place, the nearest first."""
        found: list[Row[Any]] = []
        for query in self.queries(place, backward):
            if len(found) < limit:
                found += self.connection.execute(query.limit(limit - len(found))).all()
        return found

    def queries(self, place: Place | None, backward: bool) -> list[Select[Any]]:
        """What gives the rows beyond the place, one after the other."""
        falling = self.order.falling != backward
        stretches = self._stretches(place, backward, falling)
        every, number = self._matching(select(*SHOWN)), self._column("id")
        if self.order.key is None:
            return [every.where(*stretches).order_by(number.desc() if falling else number)]
        key = self._column(self.order.key)
        ordered = (key.desc(), number.desc()) if falling else (key.asc(), number.asc())
        if self.few is None:
            return [every.where(stretch).order_by(*ordered) for stretch in stretches]
        last = key.is_(None)
        return [every.where(or_(*stretches)).order_by(last.desc() if backward else last, *ordered)]

    def _stretches(self, place: Place | None, backward: bool, falling: bool) -> list[ColumnElement[bool]]:
        """Where the rows beyond the place lie in the index: an index leads to the beginning of each stretch."""
        number = self._column("id")
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
        where = self.walked if self.few is None else (INTAKES.c.id.in_(self.few),)
        return query.where(*where, *self.checks)

    def _column(self, name: str) -> ColumnElement[Any]:
        return INTAKES.c[name] if self.few is None else unindexed(INTAKES.c[name])


def finding(connection: Connection, wanted: Wanted, sort: Sort) -> Finding:
    """Looks at the filters, and at how many intakes they let through as far as that matters, and picks the way."""
    order, filters, equal = ORDERS[sort], list(filters_of(wanted)), _equal(wanted)
    if wanted.verdict is not None and order.key == "severity":
        order = Order(None, order.falling)
    if wanted.verdict is not None and order.key is not None:
        filters.append(_by_column("severity", wanted.verdict, wanted.verdict))
        del equal["severity"]
    narrow = [is_few(connection, each.ids) for each in filters]
    few = [each.ids for each, is_narrow in zip(filters, narrow, strict=True) if is_narrow]
    checks = tuple(each.check for each, is_narrow in zip(filters, narrow, strict=True) if not is_narrow)
    if few:
        same = tuple(unindexed(INTAKES.c[name]) == value for name, value in equal.items())
        # Worked out in the indexes alone: only the rows that are in all of them are read.
        return Finding(connection, order, few[0] if len(few) == 1 else intersect(*few), (), (*same, *checks))
    walked = tuple(INTAKES.c[name] == value for name, value in equal.items())
    number = unindexed(INTAKES.c.id) if order.key else INTAKES.c.id
    return Finding(connection, order, None, (*walked, *_between(number, connection, wanted)), checks)


def filters_of(wanted: Wanted) -> Iterator[Filter]:
    """Those come first that let through the fewest."""
    if wanted.case:
        first = "".join(filter(str.isalnum, wanted.case)).upper() or wanted.case
        # No case number has a Z, so this is the last one whatever order a database's language has.
        yield _by_column("case", first, f"{first}ZZZZZZ")
    if wanted.phone:
        yield _by_term(TermKind.PHONE, phone_digits(wanted.phone), begins=True)
    for word in name_words(wanted.name):
        yield _by_term(TermKind.NAME, word, begins=True)
    if wanted.tag:
        yield _by_term(TermKind.TAG, folded(wanted.tag))
    if wanted.claimed_by is not None:
        yield _by_column("claimed_by", wanted.claimed_by, wanted.claimed_by)
    if wanted.rule:
        yield _by_term(TermKind.RULE, wanted.rule)
    if wanted.goal:
        yield _by_term(TermKind.GOAL, wanted.goal)
    if wanted.since or wanted.until:
        yield Filter(
            select(SOUGHT.c.id).where(*_begun(SOUGHT.c.started_at, wanted)),
            and_(*_begun(unindexed(INTAKES.c.started_at), wanted)),
        )


def is_few(connection: Connection, ids: Ids) -> bool:
    counted = select(func.count()).select_from(ids.limit(FEW + 1).subquery())
    return int(connection.execute(counted).scalar_one()) <= FEW


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same, but no reason to use an index of it: which one is used is decided here, on every database."""
    return func.coalesce(column, column)


def _equal(wanted: Wanted) -> dict[str, Any]:
    asked = {"stage": wanted.stage, "severity": wanted.verdict}
    return {name: value for name, value in asked.items() if value is not None}


def _by_column(name: str, first: Any, last: Any) -> Filter:
    ids = select(SOUGHT.c.id).where(SOUGHT.c[name].between(first, last))
    return Filter(ids, unindexed(INTAKES.c[name]).between(first, last))


def _by_term(kind: TermKind, term: str, begins: bool = False) -> Filter:
    this = [TERMS.c.kind == kind.value]
    if begins:
        behind = after_prefix(term)
        this += [TERMS.c.term >= term, *([] if behind is None else [TERMS.c.term < behind])]
    else:
        this.append(TERMS.c.term == term)
    its_own = exists().where(TERMS.c.intake_id == INTAKES.c.id, *this)
    return Filter(select(TERMS.c.intake_id).where(*this), its_own)


def _begun(column: ColumnElement[Any], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.since:
        yield column >= wanted.since
    if wanted.until:
        yield column < wanted.until


def _between(number: ColumnElement[int], connection: Connection, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """Row numbers mostly rise with time, and an index has them: rows of other days need not be read, nor walked to."""
    if not (wanted.since or wanted.until):
        return ()
    ends = select(func.min(SOUGHT.c.id), func.max(SOUGHT.c.id)).where(*_begun(SOUGHT.c.started_at, wanted))
    first, last = connection.execute(ends).one()
    return (number >= first, number <= last)
