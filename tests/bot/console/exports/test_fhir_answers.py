"""An intake is a QuestionnaireResponse that fits its Questionnaire."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from bot.console.exports.fhir_answers import bundle, response, status
from bot.console.exports.fhir_form import questionnaire
from flows.model import Interval, Product, ProductClass, Products, Value
from storage.intakes import Corrector
from tests.bot.console.exports.given import (
    ANSWERED,
    COURTNEY,
    FINISHED,
    LATER,
    URL,
    exported,
    finished,
    given,
    history,
    hostile_one,
    making,
)
from tests.flows.given import on
from tests.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.console.exports.gathering import Exported
    from flows.flow import Flow


def answered(flow: Flow, each: Exported) -> dict[str, dict[str, Any]]:
    """The items of the response by link, valid as a whole."""
    found = response(making(flow), each)
    QuestionnaireResponse.model_validate(found)
    return {item["linkId"]: item for item in found.get("item", ())}


def the_only(flow: Flow, question: str, value: Value, **more: Any) -> dict[str, Any]:
    return answered(flow, exported(flow, (given(question, value, **more),)))[question]


def extensions(part: dict[str, Any]) -> dict[str, object]:
    """Our extensions of a part, by the end of their address."""
    told = part.get("extension", ())
    return {each["url"].rpartition("/")[2]: next(v for k, v in each.items() if k != "url") for each in told}


# --- what stands in it ----------------------------------------------------------------------------


def test_it_names_the_form_it_was_taken_with_and_nobody(flow: Flow) -> None:
    found = response(making(flow), exported(flow))
    assert found["questionnaire"] == f"{URL}/forms/{flow.fingerprint}/questionnaire|{flow.fingerprint}"
    assert found["id"] == found["identifier"]["value"] == "7F3K2Q"
    assert not {"subject", "source", "author"} & set(found)
    assert extensions(found["meta"]) == {"exported-by": "Courtney", "exported-at": "2026-11-04T18:00:00+00:00"}


def test_the_answers_stand_in_the_order_of_the_form(flow: Flow) -> None:
    found = answered(flow, exported(flow, tuple(reversed(history()))))
    assert list(found) == [key for key in flow.by_key if key in found]
    assert set(found) == {one.question for one in history()}


def test_several_choices_are_several_answers(flow: Flow) -> None:
    codes = [answer["valueCoding"]["code"] for answer in the_only(flow, "goals", ("tone", "texture"))["answer"]]
    assert codes == ["tone", "texture"]


def days(item: dict[str, Any]) -> dict[str, str]:
    (answer,) = item["answer"]
    assert answer["valueCoding"]["code"] == "days"
    return {below["linkId"]: below["answer"][0]["valueDate"] for below in answer["item"]}


def test_a_day_is_both_the_first_and_the_last(flow: Flow) -> None:
    found = days(the_only(flow, "wish", on(12, 12)))
    assert found == {"wish.earliest": "2026-12-12", "wish.latest": "2026-12-12"}


def test_days_without_a_beginning_have_a_last_one_only(flow: Flow) -> None:
    assert days(the_only(flow, "sun_last", Interval(None, on(10, 31).latest))) == {"sun_last.latest": "2026-10-31"}


def test_a_choice_instead_of_a_day_stands_alone(flow: Flow) -> None:
    (answer,) = the_only(flow, "retinoid_last", "still_using")["answer"]
    assert answer["valueCoding"]["code"] == "still_using"
    assert "item" not in answer


def test_a_product_keeps_the_words_and_what_it_counts_as(flow: Flow) -> None:
    found = Products("Retin-A and soap", (Product("Retin-A", ProductClass.RETINOID),))
    (answer,) = the_only(flow, "retinoid_product", found)["answer"]
    (below,) = answer["item"]
    assert answer["valueString"] == "Retin-A and soap"
    assert below["linkId"] == "retinoid_product.counts_as"
    assert below["answer"][0]["valueCoding"]["code"] == "retinoid"
    assert extensions(below["answer"][0]) == {"product": "Retin-A"}


def test_an_unknown_name_is_a_choice(flow: Flow) -> None:
    (answer,) = the_only(flow, "retinoid_product", Products("", ()))["answer"]
    assert answer["valueCoding"]["code"] == "no_name"


def test_what_was_skipped_has_no_answer_and_says_so(flow: Flow) -> None:
    item = the_only(flow, "note", "", said="")
    assert "answer" not in item
    assert extensions(item) == {"how": "typed", "skipped": True}


def test_what_nobody_could_read_is_flagged_beside_what_was_said(flow: Flow) -> None:
    item = the_only(flow, "retinoid", "not_sure", said="qwertz", understood=False)
    assert extensions(item) == {"said": "qwertz", "how": "typed", "not-read": True}
    assert item["answer"][0]["valueCoding"]["code"] == "not_sure"


def test_a_correction_says_whose_it_is_and_why(flow: Flow) -> None:
    item = the_only(flow, "area", "neck", corrected=Corrector(COURTNEY, "said so on the phone"))
    told = extensions(item)
    assert (told["corrected-by"], told["reason"]) == ("Courtney", "said so on the phone")


# --- it fits its questionnaire --------------------------------------------------------------------


def links(items: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every item, those below an answer as well."""
    for item in items:
        yield item["linkId"], item
        yield from links(item.get("item", []))
        for answer in item.get("answer", ()):
            yield from links(answer.get("item", []))


def every_value(flow: Flow) -> Iterator[tuple[str, Value]]:
    """For each question every choice, and something of its kind."""
    for key, question in flow.by_key.items():
        for choice in question.choices:
            yield key, (choice,) if key == "goals" else choice
        if key in ANSWERED:
            yield key, ANSWERED[key]
    for counts_as in ProductClass:
        yield "exfoliant_product", Products("x", (Product("x", counts_as),))


def test_every_link_and_every_choice_exists_in_the_questionnaire(flow: Flow) -> None:
    form = dict(links(questionnaire(flow, URL)["item"]))
    seen = 0
    for key, value in every_value(flow):
        for link, item in links(list(answered(flow, exported(flow, (given(key, value),))).values())):
            options = [option["valueCoding"] for option in form[link].get("answerOption", ())]
            chosen = [answer["valueCoding"] for answer in item.get("answer", ()) if "valueCoding" in answer]
            assert [coding for coding in chosen if coding not in options] == []
            seen += len(chosen)
    assert seen > len(flow.by_key)


TYPES = {"choice": {"valueCoding"}, "date": {"valueDate"}, "string": {"valueString"}, "text": {"valueString"},
         "open-choice": {"valueCoding", "valueString"}}  # fmt: skip


def test_every_answer_is_of_the_type_that_its_question_has(flow: Flow) -> None:
    form = dict(links(questionnaire(flow, URL)["item"]))
    for link, item in links(list(answered(flow, exported(flow)).values())):
        for answer in item.get("answer", ()):
            assert set(answer) - {"item", "extension"} <= TYPES[form[link]["type"]]


def test_an_answer_of_another_form_is_kept_as_plain_text(flow: Flow) -> None:
    past = (given("hair", "long"), given("area", "elbow"), given("goals", ("tone", "glow")), given("note", on(11, 1)))
    found = answered(flow, exported(flow, past, form="0123456789ab"))
    values = {key: item["answer"] for key, item in found.items()}
    assert values["hair"] == [{"valueString": "long"}]
    assert values["area"] == [{"valueString": "elbow"}]
    assert values["goals"] == [{"valueString": "tone; glow"}]
    assert values["note"] == [{"valueString": "2026-11-01"}]


def test_another_form_is_named_and_said_to_be_another(flow: Flow) -> None:
    found = response(making(flow), exported(flow, form="0123456789ab"))
    assert found["questionnaire"].endswith("/forms/0123456789ab/questionnaire|0123456789ab")
    assert "another-form" in extensions(found)
    assert "another-form" not in extensions(response(making(flow), exported(flow)))


# --- status ---------------------------------------------------------------------------------------


def test_a_form_that_is_being_filled_in_is_in_progress(flow: Flow) -> None:
    assert status(exported(flow, state="area", finished_at=None, happened=())) == "in-progress"


def test_a_finished_form_is_completed(flow: Flow) -> None:
    assert status(exported(flow)) == "completed"


@pytest.mark.parametrize("state", ["stopped", "declined", "minor"])
def test_a_form_that_ended_early_is_stopped(flow: Flow, state: str) -> None:
    assert status(exported(flow, (), state=state, finished_at=None, happened=())) == "stopped"


def test_a_form_left_for_another_one_is_stopped(flow: Flow) -> None:
    assert status(exported(flow, state="area", finished_at=None, happened=(), closed_at=LATER)) == "stopped"


def test_an_answer_changed_after_the_end_amends(flow: Flow) -> None:
    changed = (*history(), given("wish", "no", replaced_at=LATER))
    assert status(exported(flow, changed)) == "amended"
    assert status(exported(flow, (*history(), given("hair", "long", at=LATER)))) == "amended"


def test_an_answer_changed_before_the_end_does_not(flow: Flow) -> None:
    assert status(exported(flow, (*history(), given("wish", "no", replaced_at=FINISHED)))) == "completed"


def test_finishing_once_more_does_not_hide_the_change(flow: Flow) -> None:
    changed = (*history(), given("wish", "no", replaced_at=LATER))
    twice = finished() + finished(LATER + timedelta(minutes=1))
    assert status(exported(flow, changed, happened=twice)) == "amended"


def test_a_correction_of_the_teams_amends_what_is_finished(flow: Flow) -> None:
    corrected = (*history(), given("hair", "long", corrected=Corrector(COURTNEY, "phoned")))
    assert status(exported(flow, corrected)) == "amended"
    assert status(exported(flow, corrected, state="area", finished_at=None, happened=())) == "in-progress"


def test_an_intake_without_words_is_a_valid_response(flow: Flow) -> None:
    nothing = exported(flow, (), state="declined", verdict=None, earliest=None, screening=None, happened=())
    assert answered(flow, nothing) == {}


# --- a list ---------------------------------------------------------------------------------------


def test_a_list_is_a_bundle_of_the_form_and_a_response_each(flow: Flow) -> None:
    every = [exported(flow, case="7F3K2Q"), exported(flow, case="9C4D6F")]
    found = json.loads("".join(bundle(making(flow), every)))
    read = Bundle.model_validate(found)
    assert read.type == "collection"
    assert [entry["resource"]["id"] for entry in found["entry"]] == [flow.fingerprint, "7F3K2Q", "9C4D6F"]
    assert len({entry["fullUrl"] for entry in found["entry"]}) == 3


def test_hostile_words_make_a_valid_bundle_and_stay_as_they_are(flow: Flow) -> None:
    texts = hostile()
    found = json.loads("".join(bundle(making(flow), (hostile_one(flow, text) for text in texts))))
    Bundle.model_validate(found)
    notes = [
        next(item for item in entry["resource"]["item"] if item["linkId"] == "procedure_note")
        for entry in found["entry"][1:]
    ]
    assert len(notes) == len(texts)
    plain = [text for text in texts if text.isprintable() and text.strip()]
    kept = [note["answer"][0]["valueString"] for note, text in zip(notes, texts, strict=True) if text in plain]
    assert kept == plain
