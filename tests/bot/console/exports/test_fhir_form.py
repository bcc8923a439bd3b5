"""The form is a Questionnaire that others can read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fhir.resources.R4B.questionnaire import Questionnaire

from bot.console.exports.fhir_form import questionnaire
from flows.conditions import All, AnyOf, Is, Not, OneOf
from flows.model import Kind
from tests.bot.console.exports.given import URL

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Condition


def items(flow: Flow) -> dict[str, dict[str, Any]]:
    return {item["linkId"]: item for item in questionnaire(flow, URL)["item"]}


def test_it_is_a_valid_questionnaire(flow: Flow) -> None:
    form = questionnaire(flow, URL)
    read = Questionnaire.model_validate(form)
    assert read.status == "active"
    assert read.version == flow.fingerprint
    assert read.url == f"{URL}/forms/{flow.fingerprint}/questionnaire"


def test_it_asks_every_question_in_order_under_its_key(flow: Flow) -> None:
    assert list(items(flow)) == list(flow.by_key)


def test_the_choices_are_those_of_the_form(flow: Flow) -> None:
    found = items(flow)
    for key, question in flow.by_key.items():
        codes = [option["valueCoding"]["code"] for option in found[key].get("answerOption", ())]
        extra = {Kind.PAST_DATE: ["days"], Kind.FUTURE_DATE: ["days"], Kind.PRODUCT: ["no_name"]}
        assert codes == [*question.choices, *extra.get(question.kind, [])]


def test_no_link_is_used_twice(flow: Flow) -> None:
    every = [link for item in questionnaire(flow, URL)["item"] for link in (item, *item.get("item", ()))]
    links = [item["linkId"] for item in every]
    assert len(links) == len(set(links))


def rules(flow: Flow, condition: Condition) -> tuple[list[tuple[str, str, str]], str | None]:
    """What the questionnaire says of `note` when it applies under this condition."""
    note = next(question for question in flow.questions if question.key == "note")
    others = tuple(question for question in flow.questions if question.key != "note")
    item = items(replace(flow, questions=(*others, replace(note, when=condition))))["note"]
    said = [(rule["question"], rule["operator"], rule["answerCoding"]["code"]) for rule in item.get("enableWhen", ())]
    return said, item.get("enableBehavior")


def test_one_of_several_choices_enables_by_any(flow: Flow) -> None:
    found = rules(flow, OneOf("retinoid", ("yes", "not_sure")))
    assert found == ([("retinoid", "=", "yes"), ("retinoid", "=", "not_sure")], "any")


def test_one_choice_needs_no_behaviour(flow: Flow) -> None:
    assert rules(flow, Is("procedure", "yes")) == ([("procedure", "=", "yes")], None)


def test_not_one_of_several_choices_enables_by_all(flow: Flow) -> None:
    found = rules(flow, Not(OneOf("age", ("under_18", "18_to_21"))))
    assert found == ([("age", "!=", "under_18"), ("age", "!=", "18_to_21")], "all")


def test_parts_are_joined_where_one_behaviour_says_it_all(flow: Flow) -> None:
    both = (Is("area", "face"), Is("retinoid", "yes"))
    said = [("area", "=", "face"), ("retinoid", "=", "yes")]
    assert rules(flow, All(both)) == (said, "all")
    assert rules(flow, AnyOf(both)) == (said, "any")


def test_a_condition_that_would_be_said_by_half_is_not_said(flow: Flow) -> None:
    mixed = All((Is("area", "face"), OneOf("retinoid", ("yes", "not_sure"))))
    assert rules(flow, mixed) == ([], None)


def test_a_condition_on_a_question_that_is_off_is_not_said(flow: Flow) -> None:
    assert rules(flow, Is("not_asked_here", "yes")) == ([], None)
    assert rules(flow, Not(Is("not_asked_here", "yes"))) == ([], None)


def test_what_depends_on_words_anywhere_stands_as_a_note_alone(flow: Flow) -> None:
    item = items(flow)["sun_last"]
    assert "enableWhen" not in item
    assert str(flow.by_key["sun_last"].when) in [noted.get("valueString") for noted in item["extension"]]


def test_every_condition_is_noted_in_words(flow: Flow) -> None:
    for key, item in items(flow).items():
        noted = [each["valueString"] for each in item["extension"] if each["url"].endswith("/asked-when")]
        when = flow.by_key[key].when
        assert noted == ([] if when is None else [str(when)])
