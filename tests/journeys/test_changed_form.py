"""A form that changes between two runs of the program, with clients in the middle of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.flow import asked
from flows.intake import QUESTIONS
from flows.model import Verdict
from tests.flows.changes import EXTRA, with_question, words_in
from tests.journeys.wording import Wording

if TYPE_CHECKING:
    from flows.flow import Flow
    from tests.journeys.clinic import Clinic


async def deploys(clinic: Clinic, flow: Flow) -> None:
    """Stop, put the new form in place, start."""
    await clinic.stop()
    clinic.flow, clinic.wording = flow, Wording(flow.words)
    await clinic.work()


def left_out(flow: Flow, *keys: str) -> Flow:
    return replace(flow, questions=asked(QUESTIONS, frozenset(keys)))


async def test_a_no_to_a_question_that_is_no_more_is_no_answer_to_the_next(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.fills_in(until="skin_now")
    await deploys(clinic, left_out(flow, "skin_now"))
    await ana.says("no")
    assert ana.state == "health_stop"
    assert "health_stop" not in ana.given
    assert ana.sees("form-changed")
    assert ana.sees("ask-health_stop")
    await ana.gets_a_plan()
    assert ana.plan.verdict is Verdict.READY


async def test_a_tap_on_a_question_that_is_no_more_changes_nothing(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.fills_in(until="skin_now")
    before = ana.given
    await deploys(clinic, left_out(flow, "skin_now"))
    await ana.taps("choice-no")
    assert (ana.state, ana.given) == ("health_stop", before)
    assert ana.sees("ask-health_stop")


async def test_a_yes_to_a_reading_that_fell_away_confirms_nothing(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid_product", retinoid="yes")
    await ana.says("tretinoin")
    assert ana.intake.pending is not None
    questions = tuple(each for each in flow.questions if each.key not in {"retinoid_product", "retinoid_last"})
    before = ana.given
    await deploys(clinic, replace(flow, questions=questions))
    await ana.says("yes")
    assert (ana.state, ana.given) == ("isotretinoin", before)
    assert ana.kept.intake.pending is None
    assert ana.sees("ask-isotretinoin")


async def test_a_question_that_was_added_is_asked_and_nothing_else_again(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.fills_in(until="exfoliant")
    questions = (*flow.questions[:3], EXTRA, *flow.questions[3:])
    await deploys(clinic, replace(flow, questions=questions, words=words_in("en", "es")))
    await ana.taps("choice-no")
    assert ana.state == "extra"
    await ana.taps("choice-extra-two")
    assert ana.state == "procedure"
    await ana.gets_a_plan()
    assert ana.given["extra"] == "two"


async def test_a_card_with_an_answer_that_fits_no_more_asks_for_it_anew(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.fills_in(area="other")
    area = replace(flow.by_key["area"], choices=("face", "neck", "both"), careful="both")
    await deploys(clinic, replace(flow, questions=with_question(area)))
    await ana.taps("button-looks_right")
    assert ana.state == "area"
    await ana.taps("choice-area-face")
    await ana.taps("button-looks_right")
    assert ana.plan.verdict is Verdict.READY
    assert [value for key, value in ana.history if key == "area"] == ["other", "face"]


async def test_who_finished_is_answered_and_is_for_the_team_until_the_answer_fits_again(
    clinic: Clinic, flow: Flow
) -> None:
    ana = clinic.client()
    await ana.gets_a_plan(skin_now="yes")
    await ana.finishes()
    assert ana.plan.verdict is Verdict.REVIEW
    skin = replace(flow.by_key["skin_now"], choices=("no", "not_sure"), careful="not_sure")
    await deploys(clinic, replace(flow, questions=with_question(skin)))
    await ana.says("/start")
    assert (ana.state, ana.plan.verdict) == ("finished", Verdict.REVIEW)
    await ana.says("/edit")
    await ana.taps("button-looks_right")
    assert ana.state == "skin_now"


async def test_what_was_told_still_counts_when_it_is_asked_no_more(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.fills_in(health_stop="something")
    await deploys(clinic, left_out(flow, "health_stop"))
    await ana.taps("button-looks_right")
    assert ana.plan.verdict is Verdict.STOP
    assert ana.sees("plan-stop")


async def test_who_spoke_a_language_that_is_gone_is_answered(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client(language="es")
    await ana.fills_in(until="area")
    assert ana.language == "es"
    await deploys(clinic, replace(flow, words=words_in("en")))
    await ana.says("cara")
    assert ana.language == "en"
    assert ana.phone.last.text
    await ana.gets_a_plan()


async def test_the_team_sees_an_intake_of_before_with_the_form_of_today(clinic: Clinic, flow: Flow) -> None:
    ana = clinic.client()
    await ana.gets_a_plan(procedure="yes", procedure_note="a peel")
    await deploys(clinic, left_out(flow, "procedure"))
    await ana.taps("button-to_booking")
    await ana.taps("choice-next_step-i_call")
    assert ana.plan.verdict is Verdict.REVIEW
    assert ana.sees("receipt", case=ana.intake.case)
