"""A question beside an answer: both are taken where the one says nothing of the other."""

from __future__ import annotations

import pytest

from flows.answers.asides import without_questions
from tests.flows.answers.asking import brief, catalogue, reading


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("No. How much does it cost?", "No."),
        ("no, does it hurt?", "no"),
        ("no does it hurt", "no"),
        ("no y cuanto cuesta", "no"),
        ("no. \u00bfy duele?", "no."),
        ("No. Is there parking?", "No."),
        ("does it hurt? no", " no"),
        ("no. hi, quick question, how much is it?", "no."),
    ],
)
def test_what_is_left_of_a_message_without_its_question(text: str, rest: str) -> None:
    assert without_questions(text, catalogue()).strip() == rest.strip()


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "how much is it?",
        "No. Does it matter that I use it daily?",
        "no. does retinol count?",
        "no is it bad if i use retinol",
        "no. importa si uso cremas?",
        "no. maybe a little?",
        "",
    ],
)
def test_a_question_that_may_tell_something_is_left_where_it_is(text: str) -> None:
    assert without_questions(text, catalogue()) == ""


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("retinoid", "no, does it hurt?", "no"),
        ("retinoid", "yes but how many sessions do i need", "yes"),
        ("area", "face, how much is it", "face"),
        ("retinoid", "no, y cuanto cuesta", "no"),
    ],
)
def test_an_answer_with_a_question_beside_it_is_taken(key: str, text: str, expected: str) -> None:
    assert brief(reading(key, text)) == expected


@pytest.mark.parametrize("text", ["No. Does it matter that I use it daily?", "no. does retinol count?"])
def test_a_no_with_a_question_about_ones_own_use_is_asked_again(text: str) -> None:
    assert brief(reading("retinoid", text)) != "no"
