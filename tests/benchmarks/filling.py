"""Very many plausible intakes, each with what was said, written in a few large strokes."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

from sqlalchemy import Connection, insert

from flows.model import Answer, Finding, How, Intake, Screening, Source, Verdict
from storage.database import Database
from storage.encoding import answer_out
from storage.intakes import CASE_LETTERS
from storage.staff_tables import NoteRow, TagRow, TermRow
from storage.tables import (
    AnswerRow,
    ChatRow,
    DeadlineRow,
    EventRow,
    IntakeRow,
    LineRow,
    Row,
    Stage,
    TurnRow,
    table,
)
from storage.terms import TermKind, folded, terms_of
from tests.benchmarks.multiplying import advance_numbers, multiply

FIRST = (
    "Ana", "Anna", "Annabel", "Bianca", "Carla", "Dana", "Elena", "Fatima", "Grace", "Hannah", "Irène", "José", "Kim",
    "Laura", "Marie-Claire", "Nadia", "Olga", "Petra", "Quinn", "Rosa", "Søren", "Tara", "Uma", "Vera", "Wei", "Yuki",
    "Zoë", "Ольга", "美咲", "سارة",
)  # fmt: skip
LAST = (
    "Abbott", "Baker", "Castillo", "Dubois", "Evans", "Fischer", "García", "Hughes", "Ito", "Johnson", "Kowalska",
    "López", "Müller", "Nguyen", "O'Brien", "Park", "Quintero", "Rossi", "Smith", "Turner", "Ueda", "Vasquez", "Weber",
    "Xu", "Young", "Zhang",
)  # fmt: skip
AREAS = ("314", "314", "314", "636", "618")
GOALS = ("acne_scars", "neck_wrinkles", "tone", "texture", "other", "not_sure")
RULES = {"retinoid": 0.35, "exfoliant": 0.3, "sun": 0.2, "health_review": 0.12, "procedure": 0.06, "health_stop": 0.03}
STAGES = {
    Stage.UNFINISHED: 25, Stage.NEW: 4, Stage.WAITING: 1, Stage.CLAIMED: 2, Stage.REVIEWED: 38, Stage.BOOKED: 20,
    Stage.DECLINED: 10,
}  # fmt: skip
TAGS = ("VIP", "call after 5", "sent before/after", "price asked")
STAFF = (111, 222, 333)
ASKED = ("consent", "age", "area", "retinoid", "isotretinoin", "exfoliant", "pigment", "skin_now", "health_stop")
QUESTIONS = (*ASKED, "name", "phone", "goals")
FIRST_ROWS = (IntakeRow, TurnRow)
MORE_ROWS = (ChatRow, DeadlineRow, LineRow, AnswerRow, TermRow, TagRow, NoteRow, EventRow)
DAYS = 60
BATCH = 2_000
CHATS = 5_000_000_000


@dataclass(frozen=True, slots=True)
class Filling:
    """Rows to be written, by table."""

    rows: dict[type[Row], list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, row: type[Row], **columns: Any) -> None:
        self.rows.setdefault(row, []).append(columns)

    def write(self, connection: Connection, tables: Iterable[type[Row]]) -> None:
        """Put what there is for these tables into the database."""
        for row in tables:
            if row in self.rows:
                connection.execute(insert(table(row)), self.rows[row])


def fill(database: Database, intakes: int, now: datetime, seed: int = 7) -> None:
    """Adds this many intakes, begun one after the other in the last 60 days, to a database that has none.

    Only the first BATCH have words of their own; the later ones have the same turns, lines and events.
    """
    dice = random.Random(seed)
    cases = ("".join(signs) for signs in product(dice.sample(CASE_LETTERS, len(CASE_LETTERS)), repeat=6))
    for first in range(1, intakes + 1, BATCH):
        filling, last = Filling(), min(first + BATCH - 1, intakes)
        for number in range(first, last + 1):
            begun = now - timedelta(days=DAYS) * (1 - number / (intakes + 1))
            _one(filling, dice, number, next(cases)[::-1], begun, whole=first == 1)
        with database.work(now) as work:
            connection = work.cases.connection
            filling.write(connection, FIRST_ROWS)
            if first > 1:
                multiply(connection, first, last, len(QUESTIONS), ASKED)
            filling.write(connection, MORE_ROWS)
            advance_numbers(connection, IntakeRow, TurnRow)
            work.commit()


def _one(filling: Filling, dice: random.Random, number: int, case: str, begun: datetime, *, whole: bool) -> None:
    """All of an intake; without `whole` only what no other intake has."""
    stage = dice.choices(list(STAGES), list(STAGES.values()))[0]
    intake, screening = _intake(dice, case), _screening(dice, begun.date())
    chat = CHATS + number
    filling.add(IntakeRow, **_row(dice, number, intake, screening, stage, begun))
    filling.add(ChatRow, chat_id=chat, language="en", parked=False, explained=False)
    filling.add(DeadlineRow, kind="retention", chat_id=chat, intake_id=number, due_at=begun + timedelta(days=DAYS + 2))
    for kind, term in terms_of(intake, screening):
        filling.add(TermRow, intake_id=number, kind=kind.value, term=term)
    for place, question in enumerate(QUESTIONS):
        answer = intake.answers[question]
        turn = (number - 1) * len(QUESTIONS) + place + 1
        at = begun + timedelta(seconds=9 * place)
        if whole:
            _turn(filling, number, turn, question, answer.said, at)
        if whole or question not in ASKED:
            filling.add(AnswerRow, intake_id=number, question=question, turn_id=turn, at=at, **answer_out(answer))
    if dice.random() < 0.1:
        tag = dice.choice(TAGS)
        filling.add(TagRow, intake_id=number, tag=tag, staff_id=STAFF[0], at=begun)
        filling.add(TermRow, intake_id=number, kind=TermKind.TAG.value, term=folded(tag))
        filling.add(NoteRow, intake_id=number, staff_id=STAFF[0], text="Called, no answer.", at=begun)


def _turn(filling: Filling, number: int, turn: int, question: str, said: str, at: datetime) -> None:
    filling.add(TurnRow, id=turn, chat_id=CHATS + number, intake_id=number, did="tapped", said=said, at=at)
    filling.add(LineRow, turn_id=turn, speaker="bot", text=f"{question}? " * 8, buttons=[["Yes", "No"]], at=at)
    filling.add(EventRow, intake_id=number, turn_id=turn, run=number, event="AnswerGiven", about=question, at=at)


def _intake(dice: random.Random, case: str) -> Intake:
    said = {
        "name": f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        "phone": f"+1{dice.choice(AREAS)}{dice.randrange(2_000_000, 10_000_000)}",
    }
    answers = {key: Answer("yes", "Yes", How.TAP) for key in ASKED}
    answers |= {key: Answer(text, text, How.TYPED) for key, text in said.items()}
    goals = tuple(dice.sample(GOALS, dice.choice((1, 1, 2, 3))))
    return Intake(case=case, answers={**answers, "goals": Answer(goals, ", ".join(goals), How.TAP)})


def _screening(dice: random.Random, today: date) -> Screening:
    verdict = dice.choices(list(Verdict), (30, 35, 27, 8))[0]
    earliest = today + timedelta(days=dice.randrange(28)) if verdict <= Verdict.REVIEW and dice.random() < 0.8 else None
    rules = [rule for rule, often in RULES.items() if dice.random() < often]
    findings = tuple(Finding(rule, verdict, earliest, (), Source.CLINIC) for rule in rules)
    return Screening(verdict, earliest, complete=True, findings=findings)


def _row(
    dice: random.Random, number: int, intake: Intake, screening: Screening, stage: Stage, begun: datetime
) -> dict[str, Any]:
    over = stage in {Stage.REVIEWED, Stage.BOOKED, Stage.DECLINED}
    called = stage is not Stage.UNFINISHED
    mine = dice.choice(STAFF) if stage is Stage.CLAIMED or over else None
    later = begun + timedelta(minutes=dice.randrange(3, 300))
    return {
        "id": number, "case": intake.case, "chat_id": CHATS + number, "form": "form", "language": "en", "round": 12,
        "state": "finished" if called else "sun_last", "picked": [], "mentions": [], "tries": 0, "paused": False,
        "source": "", "nudged": False, "handover": "awaited" if stage is Stage.WAITING else "bot", "version": 12,
        "verdict": screening.verdict.name, "severity": screening.verdict.value, "earliest": screening.earliest,
        "stage": stage.value, "urgent": False, "raised_at": later if called else None, "claimed_by": mine,
        "claimed_at": later if mine else None, "outcome": stage.value if over else None,
        "outcome_at": later if over else None, "booked_on": screening.earliest if stage is Stage.BOOKED else None,
        "staff_version": 0, "started_at": begun, "updated_at": later, "finished_at": later if called else None,
        "closed_at": None, "pending": None, "language_offered": False,
    }  # fmt: skip
