"""What the rows of an intake say, as nouns, and the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from flows.model import Answer, Handover, Intake, Screening, Verdict
from storage.encoding import answer_in, mentions_in, mentions_out, pending_in, pending_out


@dataclass(frozen=True, slots=True)
class Kept:
    """An Intake with what storage knows of it; `version` tells whether someone changed it since."""

    id: int
    chat_id: int
    intake: Intake
    form: str
    started_at: datetime
    finished_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of the history. `replaced_at` is set when another took its place or it was withdrawn."""

    question: str
    answer: Answer
    turn_id: int | None
    at: datetime
    replaced_at: datetime | None
    corrected: "Corrector | None" = None


@dataclass(frozen=True, slots=True)
class Corrector:
    """Who of the team corrected an answer, and why."""

    staff_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """One line of the list of intakes."""

    id: int
    case: str
    chat_id: int
    form: str
    state: str
    paused: bool
    language: str
    source: str
    verdict: Verdict | None
    earliest: date | None
    started_at: datetime
    updated_at: datetime
    finished_at: datetime | None
    closed_at: datetime | None


INTAKE_COLUMNS = (
    "state", "round", "picked", "pending", "tries", "paused", "mentions", "language", "source", "nudged", "handover",
    "language_offered",
)  # fmt: skip
OUTCOME_COLUMNS = ("verdict", "severity", "earliest")


def intake_columns(intake: Intake) -> dict[str, object]:
    return {
        "state": intake.state,
        "round": intake.round,
        "picked": list(intake.picked),
        "pending": pending_out(intake.pending),
        "tries": intake.tries,
        "paused": intake.paused,
        "mentions": mentions_out(intake.mentions),
        "language": intake.language,
        "source": intake.source,
        "nudged": intake.nudged,
        "handover": intake.handover.value,
        "language_offered": intake.language_offered,
    }


def intake_of(row: Row[Any], answers: Mapping[str, Answer]) -> Intake:
    return Intake(
        case=row.case,
        state=row.state,
        round=row.round,
        answers=answers,
        picked=tuple(row.picked),
        pending=pending_in(row.pending),
        tries=row.tries,
        paused=row.paused,
        mentions=mentions_in(row.mentions),
        language=row.language,
        source=row.source,
        nudged=row.nudged,
        handover=Handover(row.handover),
        language_offered=row.language_offered,
    )


def outcome_columns(screening: Screening) -> dict[str, object]:
    verdict = screening.verdict
    return {"verdict": verdict.name, "severity": verdict.value, "earliest": screening.earliest}


def answer_of(row: Row[Any]) -> Answer:
    return answer_in(row._asdict())


def line_of(row: Row[Any]) -> IntakeLine:
    verdict = Verdict[row.verdict] if row.verdict else None
    return IntakeLine(**{**row._asdict(), "verdict": verdict})


def given_of(row: Row[Any]) -> Given:
    corrected = Corrector(row.staff_id, row.reason) if row.staff_id is not None else None
    return Given(row.question, answer_of(row), row.turn_id, row.at, row.replaced_at, corrected)
