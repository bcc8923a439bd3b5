"""Tests of the JSON that answers are stored as."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.model import Answer, Asking, How, Interval, Mention, Pending, Product, ProductClass, Products, Value
from storage.encoding import answer_in, answer_out, pending_in, pending_out, value_in, value_out

texts = st.text(max_size=30)
intervals = st.builds(Interval, st.none() | st.dates(), st.dates())
products = st.builds(
    Products, texts, st.lists(st.builds(Product, texts, st.sampled_from(ProductClass)), max_size=3).map(tuple)
)
values: st.SearchStrategy[Value] = st.one_of(texts, st.lists(texts, max_size=4).map(tuple), intervals, products)
answers = st.builds(
    Answer,
    value=values,
    said=texts,
    how=st.sampled_from(How),
    round=st.integers(0, 500),
    message_id=st.none() | st.integers(1, 2**53),
    mentions=st.frozensets(st.sampled_from(Mention)),
    understood=st.booleans(),
)
pendings = st.none() | st.builds(Pending, st.sampled_from(Asking), texts, st.none() | answers)


@given(value=values)
def test_every_value_comes_back_from_json(value: Value) -> None:
    assert value_in(_through_json(value_out(value))) == value


@given(answer=answers)
def test_every_answer_comes_back_from_json(answer: Answer) -> None:
    assert answer_in(_through_json(answer_out(answer))) == answer


@given(pending=pendings)
def test_every_pending_value_comes_back_from_json(pending: Pending | None) -> None:
    assert pending_in(_through_json(pending_out(pending))) == pending


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("yes", "yes"),
        (("face", "neck"), ["face", "neck"]),
        (Interval(date(2026, 10, 1), date(2026, 10, 31)), {"interval": ["2026-10-01", "2026-10-31"]}),
        (Interval(None, date(2026, 10, 31)), {"interval": [None, "2026-10-31"]}),
        (
            Products("Differin", (Product("adapalene", ProductClass.RETINOID),)),
            {"products": [["adapalene", "retinoid"]], "text": "Differin"},
        ),
    ],
)
def test_values_are_stored_in_a_form_that_stays(value: Value, stored: object) -> None:
    assert value_out(value) == stored


def _through_json(stored: object) -> Any:
    return json.loads(json.dumps(stored))
