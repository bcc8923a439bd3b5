"""What clients say that is no plain answer: questions, alarms, riddles, and two things at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.model import Event, Interval, Mention, Verdict

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


async def test_does_it_hurt_is_passed_on_and_the_form_goes_on_where_it_was(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="exfoliant")
    await ana.says("does it hurt?")
    assert ana.sees("passed_on")
    assert ana.sees_both_numbers
    assert ana.sees("ask-exfoliant")
    assert (ana.state, "exfoliant" in ana.given) == ("exfoliant", False)
    with clinic.look() as work:
        assert [(each.topic, each.text) for each in work.passed_on.open()] == [("pain", "does it hurt?")]
    assert clinic.alerts == [("question", ana.intake.case)]


async def test_a_question_that_the_clinics_text_covers_is_answered_at_once(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("how many sessions will I need?")
    assert ana.sees("topic-sessions")
    assert ana.sees("ask-area")
    assert clinic.alerts == []


async def test_a_question_before_the_form_is_answered_and_the_form_begins(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.says("Hi! How far apart are the visits?")
    assert ana.sees("topic-spacing")
    assert ana.sees("ask-consent")


async def test_an_answer_with_a_question_behind_it_counts_as_both(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await ana.says("Nov 2. How much does it cost?")
    assert ana.sees("passed_on")
    await ana.taps("button-confirm")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))
    assert ana.sees("ask-isotretinoin")
    with clinic.look() as work:
        assert [each.topic for each in work.passed_on.open()] == ["price"]


async def test_a_swollen_face_comes_before_everything_else(clinic: Clinic) -> None:
    ana = clinic.client("Annabel")
    await ana.fills_in(until="exfoliant", name="Annabel")
    await ana.says("my face is swelling and I can't breathe")
    assert ana.sees("urgent-emergency")
    assert "911" in ana.heard[0]
    assert ana.sees_both_numbers
    assert ana.sees("paused")
    assert (ana.intake.paused, ana.state) == (True, "exfoliant")
    assert clinic.alerts == [("urgent", ana.intake.case)]
    assert not [word for word in ("Annabel", "face", "breathe", "swelling") if word in clinic.said_to_staff[0]]


async def test_while_paused_nothing_is_taken_for_an_answer_until_the_client_goes_on(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="exfoliant")
    await ana.says("my face is swelling and I can't breathe")
    await ana.says("no")
    assert ana.sees("paused")
    await ana.taps_old(ana.message("ask-exfoliant"), "choice-no")
    assert ana.sees("paused")
    assert "exfoliant" not in ana.given
    await clinic.sleep(hours=30)
    assert not ana.times_seen("nudge")
    await ana.taps("button-resume")
    assert ana.sees("ask-exfoliant")
    await ana.gets_a_plan()
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.STOP, None)
    assert "urgent" in ana.rules
    assert ana.sees("plan-stop")


async def test_words_of_despair_get_the_number_of_the_lifeline(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="note")
    await ana.says("honestly I want to kill myself")
    assert ana.sees("urgent-crisis")
    assert "988" in ana.heard[0]
    assert ana.intake.mentions == {Mention.CRISIS}
    assert ana.intake.paused
    assert clinic.alerts == [("urgent", ana.intake.case)]


async def test_urgent_words_are_heard_before_consent_and_after_the_end(clinic: Clinic) -> None:
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.says("help, chest pain and I can't breathe")
    assert ana.sees("urgent-emergency")
    assert ana.sees_both_numbers
    await eva.gets_a_plan()
    await eva.finishes()
    await eva.says("I had it done and now there is pus and a fever")
    assert eva.sees("urgent-clinical")
    assert eva.state == "finished"
    assert len(clinic.alerts) == 3


async def test_urgent_words_under_a_photo_and_in_an_edit_are_read_too(clinic: Clinic) -> None:
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.fills_in(until="area")
    await ana.does(lambda: ana.phone.attach("photo", caption="look, my throat is closing up"))
    assert ana.sees("urgent-emergency")
    await eva.fills_in(until="area", name="Eva")
    await eva.changes("Eva", "Eva, I can't breathe")
    assert eva.sees("urgent-emergency")


@pytest.mark.usefixtures("both_ways")
async def test_what_cannot_be_read_twice_is_kept_word_for_word_and_flagged(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await ana.says("around the jacaranda bloom")
    assert ana.sees("again-not_understood")
    assert "retinoid_last" not in ana.given
    await ana.says("you know, the purple ones")
    assert ana.sees("kept_as_said")
    answer = ana.intake.answers["retinoid_last"]
    assert (answer.understood, answer.said) == (False, "you know, the purple ones")
    assert Event.ANSWER_NOT_READ in ana.events
    await ana.gets_a_plan()
    assert ana.plan.verdict is Verdict.REVIEW
    assert "unknown" in ana.rules
    assert "jacaranda" in "\n".join(turn.text for turn in ana.turns)


async def test_a_product_nobody_knows_is_kept_for_the_team_and_counted_the_careful_way(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan(exfoliant="yes", exfoliant_product="Glimmerdew 9000", exfoliant_last="Mon, Nov 2")
    assert ana.sees("reason-unclear_product")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.REVIEW, date(2026, 11, 8))


async def test_a_person_can_be_asked_for_at_any_time(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("can I talk to a real person")
    assert ana.sees_both_numbers
    assert ana.sees("ask-area") or ana.offers("button-to_form")
    await ana.says("/human")
    assert ana.sees("person_called")
    assert ("person", ana.intake.case) in clinic.alerts


async def test_a_day_ahead_is_no_day_on_which_something_was_used(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="retinol")
    await ana.says("Nov 9 2026")
    assert ana.sees("again-future_date")
    await ana.says("yesterday")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))


async def test_a_guess_with_a_question_mark_is_an_answer_and_no_question(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await ana.says("a few days ago?")
    assert ana.sees("narrow")
    assert not ana.sees("passed_on")
    assert clinic.alerts == []
