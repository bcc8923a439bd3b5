"""Answers with the keys of the form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.console.exports.values import key_form, local, one_cell, question_words, utc
from flows.model import Interval, Product, ProductClass, Products, Value
from tests.flows.given import on

if TYPE_CHECKING:
    from flows.flow import Flow

NAMED = Products("Retin-A, soap", (Product("Retin-A", ProductClass.RETINOID), Product("soap", ProductClass.NEITHER)))


@pytest.mark.parametrize(
    ("value", "key", "cell"),
    [
        ("still_using", "still_using", "still_using"),
        (("tone", "texture"), ["tone", "texture"], "tone; texture"),
        (on(11, 2), {"earliest": "2026-11-02", "latest": "2026-11-02"}, "2026-11-02"),
        (Interval(None, on(11, 2).latest), {"earliest": None, "latest": "2026-11-02"}, "../2026-11-02"),
        (
            NAMED,
            {
                "text": "Retin-A, soap",
                "products": [{"name": "Retin-A", "counts_as": "retinoid"}, {"name": "soap", "counts_as": "neither"}],
            },
            "Retin-A (retinoid); soap (neither)",
        ),
    ],
)
def test_a_value_has_the_keys_of_the_form(value: Value, key: object, cell: str) -> None:
    assert key_form(value) == key
    assert one_cell(value) == cell


def test_every_question_is_put_into_words(flow: Flow) -> None:
    assert not [key for key in flow.by_key if question_words(flow, key) == key]
    assert flow.clinic.name in question_words(flow, "consent")
    assert question_words(flow, "hair") == "hair"


def test_a_moment_is_in_utc_for_programs_and_in_the_clinics_zone_for_people(flow: Flow) -> None:
    at = datetime(2026, 11, 3, 5, 30, 15, 999, tzinfo=UTC)
    assert (utc(at), utc(None)) == ("2026-11-03T05:30:15+00:00", None)
    assert (local(flow, at), local(flow, None)) == ("2026-11-02 23:30", "")
