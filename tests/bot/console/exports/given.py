"""What the tests of the exports begin with: intakes made by hand, as they are exported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.console.exports.gathering import Exported, Making
from flows.flow import Flow
from flows.model import (
    Answer,
    Event,
    Handover,
    Happened,
    How,
    Intake,
    Interval,
    Product,
    ProductClass,
    Products,
    Value,
    Verdict,
)
from storage.case_rows import CaseLine
from storage.events import Past
from storage.intakes import Corrector, Given
from storage.notes import Note
from storage.passed_on import PassedOn
from storage.tables import Stage
from storage.transcript import Line
from tests.bot.room import NOW
from tests.flows.given import NOTHING_TO_TELL, on

URL = "https://desk.example"
COURTNEY = 111
BEGUN = NOW - timedelta(hours=3)
FINISHED = NOW - timedelta(hours=2)
LATER = NOW - timedelta(hours=1)

ANSWERED: Mapping[str, Value] = {
    **NOTHING_TO_TELL,
    "name": "Jo Ann",
    "goals": ("tone", "texture"),
    "retinoid": "yes",
    "retinoid_product": Products("tretinoin 0.05%", (Product("tretinoin", ProductClass.RETINOID),)),
    "retinoid_last": on(11, 1),
    "exfoliant": "not_sure",
    "exfoliant_product": Products("", ()),
    "exfoliant_last": "still_using",
    "procedure": "yes",
    "procedure_note": "a peel in October",
    "sun_last": Interval(None, date(2026, 10, 31)),
    "series": "continuing",
    "series_last": Interval(date(2026, 10, 1), date(2026, 10, 10)),
    "note": "See you soon!",
    "next_step": "call_me",
    "phone": "+13145550123",
    "best_time": "morning",
}
"""Something of every kind."""


def making(flow: Flow, by: str = "Courtney") -> Making:
    return Making(flow, by, NOW, URL, {COURTNEY: "Courtney"})


def given(question: str, value: Value, said: str = "as said", **more: Any) -> Given:
    """One answer of the history; `how` and `understood` go to the Answer, the rest to the row."""
    answer = Answer(value, said, more.pop("how", How.TYPED), understood=more.pop("understood", True))
    return Given(question, answer, None, **{"at": BEGUN, "replaced_at": None, **more})


def history(answers: Mapping[str, Value] = ANSWERED, said: str = "as said") -> tuple[Given, ...]:
    return tuple(given(question, value, said) for question, value in answers.items() if question != "pigment")


def finished(at: datetime = FINISHED) -> tuple[Past, ...]:
    return (Past(Happened(Event.INTAKE_FINISHED), None, at),)


def line(flow: Flow, case: str = "7F3K2Q", **more: Any) -> CaseLine:
    """One of a finished intake that staff have not looked at."""
    columns: dict[str, Any] = {
        "id": 1, "case": case, "chat_id": 5_000_000_001, "form": flow.fingerprint, "state": "finished",
        "stage": Stage.NEW, "paused": False, "urgent": False, "handover": Handover.BOT, "verdict": Verdict.REVIEW,
        "earliest": date(2026, 11, 10), "claimed_by": None, "claimed_at": None, "outcome": None, "outcome_at": None,
        "booked_on": None, "raised_at": FINISHED, "started_at": BEGUN, "updated_at": FINISHED,
        "finished_at": FINISHED, "closed_at": None, "source": "instagram", "language": "en", "version": 1,
        "staff_version": 0, "name": "Jo Ann", "goals": ("tone", "texture"), "tags": (),
    }  # fmt: skip
    return CaseLine(**{**columns, **more})


def exported(flow: Flow, past: tuple[Given, ...] | None = None, **more: Any) -> Exported:
    """A finished intake; what is given goes to the Exported where it has such a thing, else to its line."""
    past = history() if past is None else past
    answers = {one.question: one.answer for one in past if one.replaced_at is None}
    intake = Intake("7F3K2Q", state="finished", answers=answers)
    parts: dict[str, Any] = {
        "intake": intake, "screening": flow.screen(intake, making(flow).today), "history": past,
        "happened": finished(), "notes": (), "asked": (), "chat": (),
    }  # fmt: skip
    own = {name: more.pop(name) for name in parts if name in more}
    return Exported(line=line(flow, **more), **{**parts, **own})


def hostile_one(flow: Flow, text: str) -> Exported:
    """An intake with this text in every place where a client or the team can write."""
    words = text or "empty"
    products = Products(text, (Product(words, ProductClass.UNCLEAR),))
    values: dict[str, Value] = {**ANSWERED, "name": text, "procedure_note": text, "note": text, "phone": text}
    past = history({**values, "retinoid_product": products}, text)
    corrected = Corrector(COURTNEY, text)
    return exported(
        flow,
        (*past, given("wish", text, text, replaced_at=LATER), given("hair", text, text, corrected=corrected)),
        notes=(Note(1, COURTNEY, text, NOW),),
        asked=(PassedOn(1, 1, None, "parking", text, NOW),),
        chat=(Line(1, "client", text, NOW, "typed"), Line(1, "bot", text, NOW, buttons=((text,),))),
        name=text,
        tags=(words,),
        source=text,
    )
