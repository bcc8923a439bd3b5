"""Intakes as staff handle them: the queue in pages, and who decides what about which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
    update,
)

from storage.case_rows import COLUMNS, CaseLine, CasePage, Outcome, Sort, Wanted, case_line_of
from storage.finding_cases import Finding, Place, finding
from storage.planning import unindexed
from storage.refusals import Conflict
from storage.room import Room
from storage.staff_tables import TagRow
from storage.stages import restage
from storage.tables import AnswerRow, IntakeRow, Stage, table

__all__ = ["CaseLine", "CasePage", "Cases", "Outcome", "Sort", "Stage", "Wanted"]

INTAKES, ANSWERS, TAGS = table(IntakeRow), table(AnswerRow), table(TagRow)

ON_A_LINE = ("name", "goals")
LINES = select(*[INTAKES.c[name] for name in COLUMNS])
SAID = select(ANSWERS.c.intake_id, ANSWERS.c.question, ANSWERS.c.value).where(
    ANSWERS.c.intake_id.in_(bindparam("ids", expanding=True)),
    ANSWERS.c.question.in_(ON_A_LINE),
    ANSWERS.c.replaced_at.is_(None),
)
URGENT = (
    LINES.where(INTAKES.c.urgent, unindexed(INTAKES.c.claimed_by).is_(None), INTAKES.c.outcome.is_(None))
    .order_by(INTAKES.c.id)
    .limit(bindparam("most", type_=Integer))
)
TAGGED = select(TAGS.c.intake_id, TAGS.c.tag).where(TAGS.c.intake_id.in_(bindparam("ids", expanding=True)))
CURSOR = re.compile(r"(?P<way>[ab])(?P<id>[0-9]{1,18})", re.ASCII)
CHUNK = 500


class Cases(Room):
    __slots__ = ()

    def page(self, wanted: Wanted, sort: Sort, after: str | None = None, size: int = 25) -> CasePage:
        """`size` lines from the beginning, or from where a cursor of another page leads.

        What is no cursor leads to the beginning. A cursor holds its place while intakes come, go and change.
        """
        found = finding(self.connection, wanted, sort)
        read = CURSOR.fullmatch(after or "")
        place = found.place_of(int(read["id"])) if read else None
        if read is None or place is None:
            return self._forward(found, None, size)
        return self._backward(found, place, size) if read["way"] == "b" else self._forward(found, place, size)

    def every(self, wanted: Wanted, sort: Sort) -> Iterator[CaseLine]:
        """All of them in order; to be read within this Work."""
        found, place = finding(self.connection, wanted, sort), None
        while rows := found.rows(place, backward=False, limit=CHUNK):
            yield from self._lines(rows)
            place = found.place_of(rows[-1].id)

    def total(self, wanted: Wanted) -> int:
        """How many there are; takes time where there are many."""
        return finding(self.connection, wanted, Sort.NEWEST).total()

    def counts(self, limit: int = 1000) -> Mapping[Stage, int]:
        """How many there are at each stage, counted up to `limit`."""
        at = [select(literal(1)).where(INTAKES.c.stage == stage).limit(limit).subquery() for stage in Stage]
        counted = [
            select(literal(stage.value), func.count()).select_from(rows) for stage, rows in zip(Stage, at, strict=True)
        ]
        return {Stage(stage): number for stage, number in self.connection.execute(union_all(*counted))}

    def urgent(self, most: int = 5) -> tuple[CaseLine, ...]:
        """Up to so many in which urgent words were seen and of which nobody has taken care yet, oldest first."""
        return self._lines(self.connection.execute(URGENT, {"most": most}).all())

    def find(self, number: str) -> CaseLine | None:
        """By the whole case number, as it is or in small letters."""
        rows = self.connection.execute(LINES.where(INTAKES.c.case == number.strip().upper())).all()
        return next(iter(self._lines(rows)), None)

    def by_id(self, ids: Sequence[int]) -> Mapping[int, CaseLine]:
        """Those of these row numbers that are there."""
        rows = self.connection.execute(LINES.where(INTAKES.c.id.in_(ids))).all() if ids else []
        return {line.id: line for line in self._lines(rows)}

    def of_person(self, chat_id: int) -> tuple[CaseLine, ...]:
        """Every intake of one client, newest first."""
        query = LINES.where(INTAKES.c.chat_id == chat_id).order_by(INTAKES.c.id.desc())
        return self._lines(self.connection.execute(query).all())

    # --- what staff decide ------------------------------------------------------------------------

    def call_staff(self, intake_id: int, urgent: bool = False) -> None:
        """The intake needs somebody from now on, also one that was decided; called in the client's Turn.

        It has waited since it was first called, or since now when somebody had decided it.
        """
        over, raised = INTAKES.c.outcome.is_not(None), INTAKES.c.raised_at
        news = [over, raised.is_(None)]
        values: dict[str, object] = {"outcome": None}
        if urgent:
            news.append(INTAKES.c.urgent.is_(False))
            values["urgent"] = True
        now = literal(self.now, raised.type)
        self._write(intake_id, or_(*news), raised_at=case((over, now), else_=func.coalesce(raised, now)), **values)

    def claim(self, intake_id: int, staff_id: int) -> bool:
        """Whether it is theirs now, or was already; False when somebody else has it, or when it is gone."""
        if self._write(intake_id, INTAKES.c.claimed_by.is_(None), claimed_by=staff_id, claimed_at=self.now):
            return True
        owner = select(INTAKES.c.claimed_by).where(INTAKES.c.id == intake_id)
        return self.connection.execute(owner).scalar_one_or_none() == staff_id

    def release(self, intake_id: int, staff_id: int, staff_version: int) -> None:
        """Lets go of the claim that `staff_id` has; raises Conflict when staff changed the intake since it was read."""
        theirs = INTAKES.c.claimed_by == staff_id
        self._decide(intake_id, staff_version, theirs, claimed_by=None, claimed_at=None)

    def decide(self, intake_id: int, staff_version: int, outcome: Outcome, booked_on: date | None = None) -> None:
        """Raises Conflict as `release` does, and ValueError for a booking without its day, or a day without one."""
        if (outcome is Outcome.BOOKED) != (booked_on is not None):
            raise ValueError("a booking has a day, and nothing else has")
        decided = {"outcome": outcome.value, "outcome_at": self.now, "booked_on": booked_on, "urgent": False}
        self._decide(intake_id, staff_version, true(), **decided)

    def reopen(self, intake_id: int, staff_version: int) -> None:
        """Takes back what was decided; raises Conflict as `release` does."""
        self._decide(intake_id, staff_version, true(), outcome=None, outcome_at=None, booked_on=None)

    def _decide(self, intake_id: int, staff_version: int, still: ColumnElement[bool], **values: object) -> None:
        if not self._write(intake_id, and_(INTAKES.c.staff_version == staff_version, still), **values):
            raise Conflict

    def _write(self, intake_id: int, still: ColumnElement[bool], **values: object) -> bool:
        change = update(INTAKES).where(INTAKES.c.id == intake_id, still)
        version = INTAKES.c.staff_version + 1
        if not self.connection.execute(change.values(**values, staff_version=version)).rowcount:
            return False
        restage(self.connection, intake_id)
        return True

    # --- pages ------------------------------------------------------------------------------------

    def _forward(self, found: Finding, place: Place | None, size: int) -> CasePage:
        rows = found.rows(place, backward=False, limit=size + 1)
        if place and not rows:
            # Nothing is behind the cursor any more: the last page.
            return self._backward(found, None, size)
        shown = rows[:size]
        return CasePage(
            self._lines(shown),
            before=_cursor("b", shown[:1]) if place else None,
            after=_cursor("a", shown[-1:]) if len(rows) > size else None,
        )

    def _backward(self, found: Finding, place: Place | None, size: int) -> CasePage:
        rows = found.rows(place, backward=True, limit=size + 1)
        if len(rows) <= size:
            return self._forward(found, None, size)
        shown = rows[:size][::-1]
        after = _cursor("a", shown[-1:]) if place else None
        return CasePage(self._lines(shown), before=_cursor("b", shown[:1]), after=after)

    def _lines(self, rows: Sequence[Row[Any]]) -> tuple[CaseLine, ...]:
        ids = {"ids": [row.id for row in rows]}
        said: dict[int, dict[str, Any]] = {row.id: {} for row in rows}
        tags: dict[int, list[str]] = {row.id: [] for row in rows}
        for intake_id, question, value in self.connection.execute(SAID, ids):
            said[intake_id][question] = value
        for intake_id, tag in self.connection.execute(TAGGED, ids):
            tags[intake_id].append(tag)
        return tuple(case_line_of(row, said[row.id], sorted(tags[row.id], key=str.casefold)) for row in rows)


def _cursor(way: str, rows: Sequence[Row[Any]]) -> str | None:
    return next((f"{way}{row.id}" for row in rows), None)
