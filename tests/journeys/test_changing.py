"""Second thoughts: on the card, by /back, by editing, by old buttons; and taps and messages that come twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.model import Event, Interval, Verdict
from tests.journeys.form import USED_ON_MONDAY

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


async def test_an_answer_changed_on_the_card_asks_again_only_what_hung_on_it(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(**USED_ON_MONDAY)
    await ana.taps("✎ Retinoid product")
    assert ana.sees("ask-retinoid_product")
    await ana.says("adapalene")
    await ana.taps("button-confirm")
    assert ana.state == "retinoid_last"
    assert "retinoid_last" not in ana.given
    await ana.taps("Today")
    assert ana.state == "review"
    assert ("retinoid_last", Interval.on(date(2026, 11, 2))) in ana.history
    await ana.taps("button-looks_right")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 9))


async def test_a_no_on_the_card_takes_its_follow_ups_away(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(**USED_ON_MONDAY)
    await ana.taps("✎ Retinoid")
    await ana.taps("choice-no")
    assert ana.state == "review"
    assert not {"retinoid_product", "retinoid_last"} & set(ana.given)
    await ana.taps("button-looks_right")
    assert ana.sees("plan-ready")


async def test_the_same_answer_again_asks_nothing_again(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(**USED_ON_MONDAY)
    await ana.says("change retinoid product please")
    await ana.says("tretinoin")
    await ana.taps("button-confirm")
    assert ana.state == "review"
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))


async def test_back_shows_the_question_before_and_its_answer_stands_until_another(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await ana.says("/back")
    assert ana.sees("ask-area")
    assert ana.given["area"] == "face"
    await ana.taps("choice-area-neck")
    assert ana.state == "retinoid"
    assert ana.given["area"] == "neck"
    assert [value for key, value in ana.history if key == "area"] == ["face", "neck"]
    await ana.taps("button-back")
    await ana.taps("button-back")
    assert ana.state == "goals"
    assert Event.WENT_BACK in ana.events


async def test_an_edited_message_corrects_its_own_answer_once_confirmed(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await ana.says("Nov 1")
    assert ana.state == "isotretinoin"
    await ana.changes("Nov 1", "Nov 2")
    assert ana.sees("confirm-edit")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 1))
    await ana.taps("button-change_to_this")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))
    assert ana.state == "isotretinoin"
    assert "isotretinoin" not in ana.given


async def test_an_edit_of_a_message_that_answered_nothing_changes_nothing(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await ana.says("does it hurt?")
    before = ana.given
    await ana.changes("does it hurt?", "yes")
    assert ana.sees("edit-no_answer")
    assert (ana.state, ana.given) == ("retinoid", before)


async def test_an_old_button_says_what_was_recorded_and_changes_nothing(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="exfoliant")
    old = ana.message("ask-area")
    before = ana.intake.answers
    await ana.taps_old(old, "choice-area-neck")
    assert ana.sees("old-button", question="Area", value="Face")
    assert (ana.state, ana.intake.answers) == ("exfoliant", before)
    await ana.taps("button-change_it")
    assert ana.sees("ask-area")
    await ana.taps("choice-area-both")
    assert (ana.state, ana.given["area"]) == ("exfoliant", "both")


async def test_an_old_button_leads_back_to_the_present_question(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="exfoliant")
    await ana.taps_old(ana.message("ask-retinoid"), "choice-yes")
    await ana.taps("button-to_form")
    assert ana.sees("ask-exfoliant")
    assert ana.given["retinoid"] == "no"


async def test_a_double_tap_is_one_answer(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await ana.taps("choice-no", times=2)
    assert ana.state == "isotretinoin"
    assert [key for key, _ in ana.history].count("retinoid") == 1
    assert ana.sees("already")
    assert ana.times_seen("ask-isotretinoin") == 1
    taps = clinic.cloud.requests("answerCallbackQuery")
    assert all(request.status == 200 for request in taps)


async def test_the_same_updates_received_three_times_are_taken_once(clinic: Clinic) -> None:
    clinic.repeats = 3
    ana = clinic.client()
    await ana.fills_in(until="area", name="Annabel")
    assert [key for key, _ in ana.history] == ["consent", "age", "name", "goals"]
    assert ana.times_seen("ask-name") == 1
    await ana.says("my face")
    assert ana.times_seen("ask-retinoid") == 1
    assert ana.given["area"] == "face"


async def test_a_burst_of_three_messages_answers_three_questions_in_order(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    await ana.says("acne scars", "neck", "no")
    assert {key: ana.given[key] for key in ("goals", "area", "retinoid")} == {
        "goals": ("acne_scars",),
        "area": "neck",
        "retinoid": "no",
    }
    assert ana.state == "isotretinoin"
    assert [message.text for message in ana.phone.answers[-3:]] == ana.heard


async def test_two_devices_that_tap_differently_make_one_answer(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    prompt = ana.phone.last.message_id
    await ana.does(lambda: ana.phone.tap(prompt, "Yes"), lambda: ana.phone.tap(prompt, "No"))
    assert (ana.given["retinoid"], ana.state) == ("yes", "retinoid_product")
    assert ana.sees("old-button", question="Retinoid", value="Yes")


async def test_starting_over_keeps_the_first_form_closed_and_apart(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    first = ana.intake.case
    await ana.starts()
    assert ana.sees("welcome_back")
    await ana.taps("button-start_over")
    assert ana.sees("ask-consent")
    assert ana.intake.case != first
    assert clinic.line(first).closed_at is not None
    await ana.taps_old(ana.message("ask-goals"), "choice-goals-tone")
    assert ana.sees("old-plain")
    assert ana.given == {}


async def test_a_tick_leaves_the_way_back_where_it_was(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    before = ana.buttons
    await ana.taps("choice-goals-tone")
    assert [shown.removeprefix("✓ ") for shown in ana.buttons] == before
    await ana.taps("✓ Uneven tone or dark marks")
    assert ana.buttons == before
    await ana.taps("button-done")
    assert ana.sees("pick-one")
