"""The form has the keys, the choices, the order and the conditions that it was agreed to have."""

from __future__ import annotations

import pytest

from flows.flow import Flow
from flows.intake import ALWAYS_ASKED, EXITS, QUESTIONS
from flows.model import Kind
from tests.flows.given import Chat

CHOICES = {
    "age": {"under_18", "18_to_21", "22_or_older"},
    "goals": {"acne_scars", "neck_wrinkles", "tone", "texture", "other", "not_sure"},
    "area": {"face", "neck", "both", "other"},
    "retinoid": {"yes", "no", "not_sure"},
    "exfoliant": {"yes", "no", "not_sure"},
    "isotretinoin": {"now", "under_6_months", "6_to_12_months", "over_a_year", "never", "not_sure"},
    "procedure": {"yes", "no"},
    "pigment": {"yes", "no", "not_sure"},
    "skin_now": {"yes", "no", "not_sure"},
    "health_stop": {"something", "none", "not_sure", "tell_a_person"},
    "health_review": {"something", "none", "not_sure", "tell_a_person"},
    "series": {"first", "continuing"},
}


def test_the_choices_are_those_agreed_on(flow: Flow) -> None:
    assert {key: set(flow.by_key[key].choices) for key in CHOICES} == CHOICES


def test_consent_comes_first_and_age_second() -> None:
    assert [question.key for question in QUESTIONS[:2]] == ["consent", "age"]
    assert {way_out.question for way_out in EXITS} == {"consent", "age"}


@pytest.mark.parametrize("retinoid", [":yes", ":no", ":not_sure"])
def test_isotretinoin_is_asked_whatever_retinoid_said(chat: Chat, retinoid: str) -> None:
    assert "isotretinoin" in ALWAYS_ASKED
    assert "isotretinoin" in chat.fill(retinoid=retinoid).values()


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"retinoid": ":yes"}, {"retinoid_product", "retinoid_last"}),
        ({"retinoid": ":not_sure"}, {"retinoid_product", "retinoid_last"}),
        ({"exfoliant": ":yes"}, {"exfoliant_product", "exfoliant_last"}),
        ({"exfoliant": ":not_sure"}, {"exfoliant_product", "exfoliant_last"}),
        ({"isotretinoin": ":under_6_months"}, {"isotretinoin_last"}),
        ({"procedure": ":yes"}, {"procedure_note"}),
        ({"pigment": ":yes"}, {"sun_last"}),
        ({"pigment": ":not_sure"}, {"sun_last"}),
        ({"goals": ":tone"}, {"sun_last"}),
        ({"series": ":continuing"}, {"series_last"}),
        ({"note": "I have melasma"}, {"sun_last"}),
        ({}, set()),
    ],
)
def test_a_question_is_asked_when_the_answer_before_calls_for_it(
    flow: Flow, given: dict[str, str], asked: set[str]
) -> None:
    usual = set(Chat(flow).fill().values())
    assert set(Chat(flow).fill(**given).values()) - usual == asked


def test_whatever_is_chosen_can_be_left_to_caution_but_consent_and_age() -> None:
    for question in QUESTIONS:
        free = question.kind in {Kind.TEXT, Kind.NAME, Kind.PRODUCT}
        assert (question.careful is None) == (free or question.key in {"consent", "age"}), question.key
