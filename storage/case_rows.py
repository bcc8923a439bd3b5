"""What staff see of an intake in the queue, and what they look for: nouns, and how rows become them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from flows.model import Handover, Verdict
from storage.tables import Stage


class Sort(StrEnum):
    """In which order the queue is read; what lacks the key comes last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    VERDICT = "verdict"
    """The severest first."""
    EARLIEST = "earliest"
    """The soonest day first."""
    WAITING = "waiting"
    """Those first who have waited for staff the longest."""


class Outcome(StrEnum):
    """What staff decided; each is a stage of the queue as well."""

    REVIEWED = "reviewed"
    BOOKED = "booked"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What staff look for: all of it must hold, what is empty holds always.

    Every word of `name` begins some part of the name; `phone` and `case` are given from their beginning, the number
    with or without its country or area code. Begun at or after `since` and before `until`.
    """

    stage: Stage | None = None
    name: str = ""
    case: str = ""
    phone: str = ""
    since: datetime | None = None
    until: datetime | None = None
    rule: str = ""
    goal: str = ""
    tag: str = ""
    verdict: Verdict | None = None
    claimed_by: int | None = None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the queue; `staff_version` tells whether staff changed something since."""

    id: int
    case: str
    chat_id: int
    form: str
    state: str
    stage: Stage
    paused: bool
    urgent: bool
    handover: Handover
    verdict: Verdict | None
    earliest: date | None
    claimed_by: int | None
    claimed_at: datetime | None
    outcome: Outcome | None
    outcome_at: datetime | None
    booked_on: date | None
    raised_at: datetime | None
    started_at: datetime
    updated_at: datetime
    finished_at: datetime | None
    closed_at: datetime | None
    source: str
    language: str
    version: int
    staff_version: int
    name: str = ""
    goals: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CasePage:
    """Some lines of the queue; the cursors lead to the lines before and after them, where there are any."""

    lines: tuple[CaseLine, ...]
    before: str | None
    after: str | None


ELSEWHERE = ("name", "goals", "tags")
COLUMNS = tuple(name for name in CaseLine.__slots__ if name not in ELSEWHERE)
"""The columns of the intakes table that a line is made of."""


def case_line_of(row: Row[Any], answers: Mapping[str, Any], tags: Sequence[str]) -> CaseLine:
    """`answers` are the stored values of the questions that a line shows."""
    columns = {name: getattr(row, name) for name in COLUMNS}
    columns["stage"] = Stage(row.stage)
    columns["handover"] = Handover(row.handover)
    columns["verdict"] = Verdict[row.verdict] if row.verdict else None
    columns["outcome"] = Outcome(row.outcome) if row.outcome else None
    goals = answers.get("goals") or ()
    goals = (goals,) if isinstance(goals, str) else tuple(goals)
    return CaseLine(**columns, name=str(answers.get("name") or ""), goals=goals, tags=tuple(tags))
