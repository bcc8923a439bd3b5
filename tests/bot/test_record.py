"""The client's own record: readable, whole, and plain JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.record import record_of
from flows.model import Answer, How, Interval, Product, ProductClass, Products

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
        file = record_of(work, kept)
    record = json.loads(file.text)
    assert file.name == f"my-intake-{kept.intake.case}.json"
    assert record["started_at"] == NOW.isoformat()
    assert [(given["said"], given["understood"]) for given in record["answers"]] == [("as said", understood)]
