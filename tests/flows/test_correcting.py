"""What the team puts right: read as a client's words, with what follows for the rest of the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from flows.correcting import correctable, corrected, fallen_away, newly_asked, offered, with_correction
from flows.model import Answer, How, Intake, Mention, Products, Rejected, Verdict
from tests.flows.given import CASE, MONDAY, TODAY, answered, form, on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.correcting import Given
    from flows.flow import Flow
    from flows.model import Value

USED: Mapping[str, Value] = {
    "retinoid": "yes",
    "retinoid_product": Products("my cream", ()),
    "retinoid_last": on(11, 2),
}


@pytest.fixture
def intake() -> Intake:
    return Intake(CASE, state="finished", round=9, answers=form())


def read(flow: Flow, intake: Intake, key: str, given: Given) -> Answer:
    answer = corrected(flow, intake, key, given, TODAY)
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize(
    ("key", "given", "value", "said"),
    [
        ("age", ("18_to_21",), "18_to_21", "18 to 21"),
        ("retinoid", ("not_sure",), "not_sure", "I'm not sure"),
        ("goals", ("tone", "acne_scars"), ("acne_scars", "tone"), "Acne scars, Uneven tone or dark marks"),
        ("retinoid_last", ("still_using",), "still_using", "I'm still using it"),
        ("retinoid_last", "2026-11-02", on(11, 2), "2026-11-02"),
        ("retinoid_last", " Mon, Nov 2 ", on(11, 2), "Mon, Nov 2"),
        ("wish", "Dec 12", on(12, 12), "Dec 12"),
        ("name", "Ana", "Ana", "Ana"),
        ("retinoid_product", ("not_sure",), Products("", ()), "I don't know the name"),
        ("phone", "314 555 0123", "+13145550123", "314 555 0123"),
    ],
)
def test_what_staff_give_is_read_as_a_clients_words(
    flow: Flow, intake: Intake, key: str, given: Given, value: Value, said: str
) -> None:
    answer = read(flow, intake, key, given)
    assert (answer.value, answer.said, answer.how) == (value, said, How.STAFF)


def test_a_text_that_may_be_skipped_can_be_emptied(flow: Flow, intake: Intake) -> None:
    named = replace(intake, answers=form({"name": "Ana"}))
    assert read(flow, named, "name", ("skip",)).value == ""
    assert "skip" not in dict(offered(flow.by_key["procedure_note"]))


def test_a_product_that_staff_name_counts_as_what_it_is(flow: Flow, intake: Intake) -> None:
    used = replace(intake, answers=form(USED))
    answer = read(flow, used, "retinoid_product", "Accutane")
    assert Mention.ISOTRETINOIN in answer.mentions
    after = with_correction(flow, used, "retinoid_product", answer)
    assert flow.screen(after, TODAY).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("key", "given", "reason"),
    [
        ("retinoid_last", "2026-11-30", "future_date"),
        ("wish", "2026-11-01", "past_date"),
        ("retinoid_last", "when the moon was blue", "not_understood"),
        ("name", "  ", "nothing"),
        ("goals", (), "nothing"),
        ("age", ("purple",), "not_offered"),
        ("age", ("18_to_21", "under_18"), "not_offered"),
        ("age", ("22_or_older",), "unchanged"),
        ("phone", "12", "not_a_phone"),
    ],
)
def test_what_can_not_be_taken_has_a_reason(flow: Flow, intake: Intake, key: str, given: Given, reason: str) -> None:
    assert corrected(flow, intake, key, given, TODAY) == Rejected(reason)


def test_what_was_kept_word_for_word_can_be_confirmed_as_the_same_value(flow: Flow, intake: Intake) -> None:
    unread = replace(intake, answers=form({"pigment": answered("not_sure", understood=False)}))
    assert read(flow, unread, "pigment", ("not_sure",)).understood


def test_a_question_that_does_not_exist_is_an_error(flow: Flow, intake: Intake) -> None:
    with pytest.raises(KeyError):
        corrected(flow, intake, "shoe_size", "44", TODAY)


def test_only_what_applies_can_be_corrected_and_nobody_agrees_in_a_clients_place(flow: Flow, intake: Intake) -> None:
    keys = [question.key for question in correctable(flow, intake)]
    assert "consent" not in keys
    assert "retinoid_last" not in keys
    assert "next_step" in keys


def test_an_answer_that_no_longer_applies_falls_away_and_no_other(flow: Flow, intake: Intake) -> None:
    used = replace(intake, answers=form(USED))
    after = with_correction(flow, used, "retinoid", read(flow, used, "retinoid", ("no",)))
    assert set(fallen_away(used, after)) == {"retinoid_product", "retinoid_last"}
    assert (after.state, after.round) == (used.state, used.round)
    assert flow.screen(used, TODAY).verdict is Verdict.REVIEW
    assert flow.screen(after, TODAY).verdict is Verdict.READY


def test_an_answer_that_hung_on_another_stays_where_it_still_applies(flow: Flow, intake: Intake) -> None:
    used = replace(intake, answers=form(USED))
    after = with_correction(flow, used, "retinoid_product", read(flow, used, "retinoid_product", "tretinoin"))
    assert after.answers["retinoid_last"].value == on(MONDAY.month, MONDAY.day)
    assert fallen_away(used, after) == ()


def test_a_correction_says_what_is_now_asked_as_well(flow: Flow, intake: Intake) -> None:
    after = with_correction(flow, intake, "retinoid", read(flow, intake, "retinoid", ("yes",)))
    assert newly_asked(flow, intake, after) == ("retinoid_product", "retinoid_last")
    assert newly_asked(flow, intake, intake) == ()
    assert flow.screen(after, TODAY).verdict is Verdict.REVIEW


@pytest.mark.parametrize("key", ["age", "retinoid", "isotretinoin", "health_stop", "health_review", "skin_now"])
def test_every_choice_that_is_offered_can_be_given(flow: Flow, key: str) -> None:
    question = flow.by_key[key]
    assert offered(question)
    for choice, _ in offered(question):
        answer = corrected(flow, Intake(CASE), key, (choice,), TODAY)
        assert isinstance(answer, Answer)
        assert answer.value == choice
