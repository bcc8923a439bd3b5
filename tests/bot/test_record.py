"""The client's own record: readable, whole, and plain JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.record import record_of
from flows.model import (
    Answer,
    Asking,
    Event,
    Happened,
    How,
    Interval,
    Mention,
    Pending,
    Product,
    ProductClass,
    Products,
    Screening,
    Verdict,
)

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Value
    from storage.database import Database

NOW = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "understood"),
    [
        ("yes", "yes"),
        (("tone", "texture"), ["tone", "texture"]),
        (Interval(None, date(2026, 11, 2)), {"earliest": None, "latest": "2026-11-02"}),
        (
            Products("Retin-A", (Product("Tretinoin", ProductClass.RETINOID),)),
            {"text": "Retin-A", "found": [{"name": "Tretinoin", "counts_as": "retinoid"}]},
        ),
    ],
)
def test_every_kind_of_answer_can_be_read_in_the_record(
    value: Value, understood: object, flow: Flow, database: Database
) -> None:
    with database.work(NOW) as work:
        kept = work.intakes.begin(7, flow.fingerprint, "en")
        intake = replace(kept.intake, answers={"goals": Answer(value, "as said", How.TYPED)})
        kept = work.intakes.save(kept, intake, None, flow.screen(kept.intake, NOW.date()))
        file = record_of(work, 7, kept.intake.case)
    record = json.loads(file.text)
    assert file.name == f"my-intake-{kept.intake.case}.json"
    (intake,) = record["intakes"]
    assert intake["started_at"] == NOW.isoformat()
    assert [(given["said"], given["understood"]) for given in intake["answers"]] == [("as said", understood)]


def test_the_record_tells_all_that_is_stored_of_every_intake(flow: Flow, database: Database) -> None:
    with database.work(NOW) as work:
        old = work.intakes.begin(7, flow.fingerprint, "en")
        turn = work.transcript.turn(7, old.id, "typed", "does it hurt?", 1)
        given = {"name": Answer("Pat", "Pat", How.TYPED)}
        told = replace(old.intake, state="finished", answers=given, mentions=frozenset({Mention.MELASMA}))
        told = replace(told, picked=("face",), source="spring", pending=Pending(Asking.CONFIRM, "name", given["name"]))
        old = work.intakes.save(old, told, turn, Screening(Verdict.WAIT, date(2026, 11, 9), True, ()))
        work.events.add(old.id, turn, Happened(Event.INTAKE_FINISHED, "review"))
        work.passed_on.put(old.id, turn, "pain", "does it hurt?")
        work.intakes.close(old)
        new = work.intakes.begin(7, flow.fingerprint, "en")
        work.intakes.begin(8, flow.fingerprint, "en")
        record = json.loads(record_of(work, 7, new.intake.case).text)
    first, second = record["intakes"]
    assert (record["case"], second["case"], first["case"]) == (new.intake.case, new.intake.case, old.intake.case)
    assert (first["state"], first["came_by"], first["verdict"]) == ("finished", "spring", "WAIT")
    assert (first["earliest_day"], first["closed_at"]) == ("2026-11-09", NOW.isoformat())
    assert (first["mentioned"], first["ticked"]) == (["melasma"], ["face"])
    assert first["waiting_for_a_tap"]["answer"]["said"] == "Pat"
    assert [given["said"] for given in first["answers"]] == ["Pat"]
    assert [(event["event"], event["about"]) for event in first["events"]] == [("IntakeFinished", "review")]
    assert [question["text"] for question in first["passed_on_to_staff"]] == ["does it hurt?"]
    assert [line["text"] for line in record["conversation"]] == ["does it hurt?"]
