"""What staff look for, as SQL: whom each part of it lets through, and how a row that was met is checked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, select

from storage.case_rows import Wanted
from storage.planning import checked
from storage.staff_tables import TermRow
from storage.tables import IntakeRow, table
from storage.terms import TermKind, after_prefix, folded, name_words, phone_digits

INTAKES, TERMS = table(IntakeRow), table(TermRow)
SOUGHT, MET = INTAKES.alias("sought"), TERMS.alias("met")
Ids = Select[int]


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that is wanted: the ids it lets through, and `check`, whether it lets the intake with a number through.

    One that is a single term has a stretch of the index of terms, in the order of the row numbers: `stretch` is where.
    """

    ids: Ids
    check: Callable[[ColumnElement[int]], ColumnElement[bool]]
    stretch: tuple[ColumnElement[bool], ...] = ()
    lie_together: bool = False


def filters_of(wanted: Wanted) -> Iterator[Filter]:
    """Those come first that let through the fewest: of a phone number that lets through many only the area is known."""
    if wanted.case:
        first = "".join(filter(str.isalnum, wanted.case)).upper() or wanted.case
        # No case number has a Z, so this is the last one whatever order a database's language has.
        yield by_column("case", first, f"{first}ZZZZZZ")
    for word in sorted(name_words(wanted.name), key=len, reverse=True):
        yield _by_term(TermKind.NAME, word, begins=True)
    if wanted.tag:
        yield _by_term(TermKind.TAG, folded(wanted.tag))
    if wanted.claimed_by is not None:
        yield by_column("claimed_by", wanted.claimed_by, wanted.claimed_by)
    if wanted.rule:
        yield _by_term(TermKind.RULE, wanted.rule)
    if wanted.goal:
        yield _by_term(TermKind.GOAL, wanted.goal)
    if wanted.phone:
        yield _by_term(TermKind.PHONE, phone_digits(wanted.phone), begins=True)
    if wanted.since or wanted.until:
        yield Filter(
            select(SOUGHT.c.id).where(*begun(SOUGHT.c.started_at, wanted)),
            _of_its_row(and_(*begun(INTAKES.c.started_at, wanted))),
            lie_together=True,
        )


def by_column(name: str, first: Any, last: Any) -> Filter:
    """Those with a value from the first to the last in this column of `intakes`, which has an index."""
    ids = select(SOUGHT.c.id).where(SOUGHT.c[name].between(first, last))
    return Filter(ids, _of_its_row(INTAKES.c[name].between(first, last)))


def _of_its_row(condition: ColumnElement[bool]) -> Callable[[ColumnElement[int]], ColumnElement[bool]]:
    return lambda _number: checked(condition)


def _by_term(kind: TermKind, term: str, begins: bool = False) -> Filter:
    ids = select(TERMS.c.intake_id).where(*_is_term(TERMS, kind, term, begins))

    def check(number: ColumnElement[int]) -> ColumnElement[bool]:
        # Not as an EXISTS: of that a server would make a list of everybody who has the term.
        its_own = ids.where(TERMS.c.intake_id == number).limit(1).correlate_except(TERMS).scalar_subquery()
        return its_own.is_not(None)

    return Filter(ids, check, () if begins else tuple(_is_term(MET, kind, term)))


def _is_term(terms: FromClause, kind: TermKind, term: str, begins: bool = False) -> Iterator[ColumnElement[bool]]:
    yield terms.c.kind == kind.value
    if not begins:
        yield terms.c.term == term
        return
    yield terms.c.term >= term
    behind = after_prefix(term)
    if behind is not None:
        yield terms.c.term < behind


def begun(column: ColumnElement[Any], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """That this moment lies in the days that are wanted."""
    if wanted.since:
        yield column >= wanted.since
    if wanted.until:
        yield column < wanted.until
