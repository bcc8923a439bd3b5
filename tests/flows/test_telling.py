"""Answers as phrases: what was understood, in words that a client can check."""

from __future__ import annotations

from datetime import date

import pytest

from flows.flow import Flow
from flows.model import NOT_SURE, Intake, Interval, ProductClass, Value
from flows.telling import answered as told
from flows.telling import cards, contacts, label, recorded, verbatim
from tests.flows.given import CASE, NO_NAME, PHONES, answered, form, on, product


@pytest.mark.parametrize(
    ("key", "value", "phrase"),
    [
        ("retinoid_last", on(11, 2), "value-day"),
        ("retinoid_last", Interval(None, date(2026, 11, 2)), "value-until"),
        ("retinoid_last", Interval(date(2026, 11, 1), date(2026, 11, 2)), "value-between"),
        ("retinoid_last", "still_using", "choice-still_using"),
        ("retinoid_last", NOT_SURE, "choice-not_sure"),
        ("retinoid_product", product(ProductClass.RETINOID), "verbatim"),
        ("retinoid_product", NO_NAME, "choice-no_name"),
        ("goals", ("tone", "texture"), "value-and"),
        ("area", "neck", "choice-area-neck"),
        ("goals", ("tone",), "choice-goals-tone"),
        ("note", "see you", "verbatim"),
        ("name", "Ann", "plain"),
        ("name", "", "value-skipped"),
        ("phone", "+13145550123", "plain"),
    ],
)
def test_an_answer_is_told_as_it_was_understood(flow: Flow, key: str, value: Value, phrase: str) -> None:
    assert told(key, answered(value)).key == phrase
    assert flow.words.say(told(key, answered(value)), "en").strip()


def test_what_was_not_understood_is_told_word_for_word(flow: Flow) -> None:
    assert told("area", answered("other", understood=False)).key == "value-not_read"


def test_long_words_are_clipped_on_the_card() -> None:
    assert verbatim("a" * 140).values["text"] == "a" * 140
    assert len(str(verbatim("a" * 5000).values["text"])) == 140


def test_consent_is_no_answer_about_the_client(flow: Flow) -> None:
    lines = recorded(Intake(CASE, answers=form()), flow.by_key)
    assert len(lines) == len(form()) - 1


def test_every_choice_has_a_label(flow: Flow) -> None:
    for question in flow.by_key.values():
        assert all(flow.words.say(label(question, choice), "en").strip() for choice in question.choices)


def test_the_contacts_are_exactly_the_clinics(flow: Flow) -> None:
    assert tuple(line.values["phone"] for line in contacts(flow)) == PHONES
    assert [reply.card.phone for reply in cards(flow) if reply.card] == ["+13149607619", "+13149090633"]
