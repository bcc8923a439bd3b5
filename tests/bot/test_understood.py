"""Answers in staff's words, those of an older form as well."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.understood import HOW, question_label, understood
from flows.model import Answer, How, Interval, Product, ProductClass, Products

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Value

TWO = Products("tret, glow", (Product("Tretinoin", ProductClass.RETINOID), Product("glow", ProductClass.UNCLEAR)))


@pytest.mark.parametrize(
    ("key", "value", "lines"),
    [
        ("age", "18_to_21", ["18 to 21"]),
        ("goals", ("tone", "texture"), ["Uneven tone or dark marks, Texture and pores"]),
        ("sun_last", Interval.on(date(2026, 11, 2)), ["Mon, Nov 2, 2026"]),
        ("note", "x" * 700, ["x" * 700]),
        ("retinoid_product", Products("", ()), ["I don't know the name"]),
        ("shoe_size", "44", ["44"]),
        ("age", "over_90", ["over_90"]),
        ("goals", ("feet", "hands"), ["feet, hands"]),
    ],
)
def test_an_answer_reads_as_it_was_understood(flow: Flow, key: str, value: Value, lines: list[str]) -> None:
    assert understood(flow, key, Answer(value, "", How.TAP)) == lines


def test_each_product_says_what_it_counts_as(flow: Flow) -> None:
    lines = understood(flow, "retinoid_product", Answer(TWO, "tret, glow", How.RECOGNISED))
    assert [line.partition(":")[0] for line in lines] == ["Tretinoin", "glow"]
    assert all(line.partition(": ")[2] for line in lines)


def test_what_nobody_could_read_shows_what_it_counts_as(flow: Flow) -> None:
    assert understood(flow, "retinoid", Answer("not_sure", "hm", How.TYPED, understood=False)) == ["I'm not sure"]


def test_a_question_that_the_form_no_longer_has_goes_by_its_key(flow: Flow) -> None:
    assert question_label(flow, "shoe_size") == "shoe size"
    assert question_label(flow, "sun_last") != "sun last"


def test_every_way_to_answer_has_words() -> None:
    assert set(HOW) == set(How)
