"""A changed form strands nobody: whatever changes, wherever a client is, they go on, and nothing gets milder by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from flows import machine
from flows.advance import advance
from flows.fitting import fits
from flows.meeting import meet
from flows.model import (
    Asking,
    Command,
    Event,
    Facts,
    HandedBack,
    Handover,
    Intake,
    Kind,
    Mention,
    NudgeDue,
    Pending,
    Tapped,
    Typed,
    Verdict,
)
from tests.flows.changes import Change, changed, every_change, every_place, places_for, with_question, words_in
from tests.flows.given import CASE, TAPS, TODAY, Chat, answered, form, product, the_flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.flow import Flow
    from flows.model import Answer, Step

MOST_STEPS = 60


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each change has kin of the same sort at other questions: every third is tried, or all where that is asked for."""
    if "change" in metafunc.fixturenames:
        step = 1 if metafunc.config.getoption("everywhere") else 3
        metafunc.parametrize("change", every_change()[::step], ids=str)


def test_every_place_is_tried_by_some_change() -> None:
    assert {name for each in every_change() for name, _ in places_for(each)} == set(every_place())


def test_who_comes_back_is_shown_where_they_are_with_every_answer_that_still_fits(change: Change) -> None:
    for name, there in places_for(change):
        step = advance(change.flow, there, Command("start", "", 99), TODAY)
        assert step.intake.state in change.flow.machine.states, name
        assert_said(change.flow, step)
        assert set(still_good(change.flow, there)) <= set(step.intake.answers), name
        assert all(fits_here(change.flow, step.intake, key) for key in step.intake.answers), name


def test_words_typed_at_a_prompt_that_is_no_more_answer_no_other_one(change: Change) -> None:
    for name, there in places_for(change):
        met = meet(change.flow, there)
        for words in ("no", "yes"):
            step = advance(change.flow, there, Typed(words, 99), TODAY)
            assert_said(change.flow, step)
            if met.elsewhere:
                assert step.intake.answers == met.intake.answers, name
                assert step.intake.pending in (None, met.intake.pending), name


def test_no_change_makes_a_verdict_milder_than_what_the_new_form_says_of_the_same_answers(change: Change) -> None:
    flow = change.flow
    for name, there in places_for(change):
        met = meet(flow, there)
        own = flow.screen(replace(there, answers=still_good(flow, there) | gone(flow, there)), TODAY)
        after = flow.screen(met.intake, TODAY)
        assert after.verdict >= own.verdict, name
        unanswered = [key for key in met.unfit if key in asked_of(flow, met.intake)]
        assert after.verdict >= Verdict.REVIEW or not unanswered, name


def test_everybody_gets_to_the_end_and_is_asked_nothing_that_is_answered(change: Change) -> None:
    for place, (name, there) in enumerate(places_for(change)):
        if place % 3 == 0 and there.state not in machine.ENDINGS:
            chat = Chat(change.flow, intake=there)
            met = meet(change.flow, there)
            asked = goes_to_the_end(chat)
            waits_for = there.pending.question if there.pending else ""
            may_be_asked = hanging(change.flow, {*met.unfit, there.state, met.intake.state, waits_for, *asked[:1]})
            assert not set(still_good(change.flow, there)) & set(asked[1:]) - may_be_asked, name


def test_a_button_of_before_says_what_it_says_today_and_changes_no_answer(change: Change) -> None:
    for name, there in places_for(change):
        met = meet(change.flow, there)
        for key, answer in there.answers.items():
            if isinstance(answer.value, str) and key != there.state:
                step = advance(change.flow, there, Tapped(CASE, 1, f"{key}:{answer.value}", 5), TODAY)
                assert_said(change.flow, step)
                assert step.intake.answers == met.intake.answers, name


def test_a_nudge_shows_where_the_client_is_now(change: Change) -> None:
    for name, there in places_for(change):
        step = advance(change.flow, there, NudgeDue(), TODAY)
        assert_said(change.flow, step)
        assert step.intake.state in change.flow.machine.states or not step.replies, name


# --- some of it in the plain ----------------------------------------------------------------------


def test_a_deletion_that_was_asked_for_can_still_be_confirmed() -> None:
    flow = without("skin_now")
    there = Intake(CASE, "skin_now", 7, form(), pending=Pending(Asking.DELETE))
    step = advance(flow, there, Tapped(CASE, 7, "delete", 5), TODAY)
    assert [happened.event for happened in step.events] == [Event.CONSENT_WITHDRAWN]


def test_a_yes_to_a_reading_that_fell_away_is_no_yes_to_the_question_that_comes() -> None:
    flow = without("retinoid_product")
    waiting = Pending(Asking.CONFIRM, "retinoid_product", answered(product()))
    there = Intake(CASE, "retinoid_product", 7, answers_until("retinoid_product", retinoid="yes"), pending=waiting)
    step = advance(flow, there, Typed("yes", 99), TODAY)
    assert step.intake.answers == there.answers
    assert "form-changed" in [phrase.key for reply in step.replies for phrase in reply.body]


def test_what_was_mentioned_in_an_answer_that_goes_stays() -> None:
    flow = changed("", questions=with_question(the_flow().by_key["area"], kind=Kind.PAST_DATE, choices=())).flow
    told = form({"area": answered("other", Mention.ISOTRETINOIN)})
    step = advance(flow, Intake(CASE, machine.REVIEW, 7, told), Command("start", "", 99), TODAY)
    assert "area" not in step.intake.answers
    assert Mention.ISOTRETINOIN in step.intake.mentions


def test_what_a_client_told_still_counts_when_the_owner_stops_asking_it() -> None:
    flow = without("health_stop")
    there = Intake(CASE, machine.REVIEW, 7, form({"health_stop": "something"}))
    assert flow.screen(meet(flow, there).intake, TODAY).verdict is Verdict.STOP


def test_who_read_a_plan_made_of_an_answer_that_goes_is_led_back_to_its_question() -> None:
    flow = changed("", questions=with_question(the_flow().by_key["skin_now"], choices=("yes", "not_sure"))).flow
    for state in (machine.PLAN, *machine.EXPLAIN, "next_step"):
        step = advance(flow, Intake(CASE, state, 7, form()), Typed("next", 99), TODAY)
        assert step.intake.state == "skin_now"
        assert "ask-skin_now" in [phrase.key for reply in step.replies for phrase in reply.body]


def test_whoever_had_finished_is_not_called_back_but_is_no_longer_ready() -> None:
    flow = changed("", questions=with_question(the_flow().by_key["skin_now"], choices=("yes", "not_sure"))).flow
    there = Intake(CASE, machine.FINISHED, 7, form({"next_step": "i_call"}))
    assert the_flow().screen(there, TODAY).verdict is Verdict.READY
    step = advance(flow, there, Command("start", "", 99), TODAY)
    assert step.intake.state == machine.FINISHED
    assert flow.screen(step.intake, TODAY).missing == ("skin_now",)


def test_choices_that_are_gone_are_no_longer_ticked() -> None:
    flow = changed("", questions=with_question(the_flow().by_key["goals"], choices=("tone", "texture"))).flow
    there = Intake(CASE, "goals", 7, answers_until("goals"), picked=("tone", "other"))
    step = advance(flow, there, Tapped(CASE, 7, "goals:done", 5), TODAY)
    assert step.intake.answers["goals"].value == ("tone",)


def test_a_language_that_is_gone_leaves_nobody_without_words() -> None:
    flow = replace(the_flow(), words=words_in("en"))
    step = advance(flow, Intake(CASE, "area", 7, answers_until("area"), language="es"), Typed("cara", 99), TODAY)
    assert step.intake.language == "en"
    assert_said(flow, step)


def test_the_team_hands_back_to_where_the_form_is_now() -> None:
    flow = without("skin_now")
    there = Intake(CASE, "skin_now", 7, answers_until("skin_now"), handover=Handover.TEAM)
    step = advance(flow, there, HandedBack(), TODAY)
    assert step.intake.state == "health_stop"
    assert "ask-health_stop" in [phrase.key for reply in step.replies for phrase in reply.body]


def test_nothing_meets_a_form_that_did_not_change() -> None:
    for there in every_place().values():
        met = meet(the_flow(), there)
        if not met.unfit and not met.let_go:
            assert met.intake is there


# --- what they are told by ------------------------------------------------------------------------


def without(key: str) -> Flow:
    flow = the_flow()
    return replace(flow, questions=tuple(each for each in flow.questions if each.key != key))


def answers_until(key: str, **more: str) -> dict[str, Answer]:
    before = form(more)
    keys = [question.key for question in the_flow().questions]
    return {each: before[each] for each in keys[: keys.index(key)] if each in before}


def fits_here(flow: Flow, intake: Intake, key: str) -> bool:
    return key not in flow.by_key or fits(flow.by_key[key], intake.answers[key])


def still_good(flow: Flow, intake: Intake) -> dict[str, Answer]:
    """The answers to questions that are still there, and that these would take today."""
    return {
        key: answer for key, answer in intake.answers.items() if key in flow.by_key and fits_here(flow, intake, key)
    }


def gone(flow: Flow, intake: Intake) -> dict[str, Answer]:
    return {key: answer for key, answer in intake.answers.items() if key not in flow.by_key}


def asked_of(flow: Flow, intake: Intake) -> set[str]:
    """The screening questions that this client must answer."""
    facts = Facts(intake.answers, intake.mentions)
    applying = (each for each in flow.questions if each.when is None or each.when.causes(facts) is not None)
    return {each.key for each in applying if not each.skippable and each.key != "consent"}


def hanging(flow: Flow, keys: set[str]) -> set[str]:
    """The questions that are asked again when these are answered anew, by their declaration or by what is answered."""
    found = set(keys)
    for _ in flow.by_key:
        found |= {each.key for each in flow.by_key.values() if each.again_with in found}
        found |= {each.key for each in flow.by_key.values() if each.when is not None and each.when.keys() & found}
    return found


def assert_said(flow: Flow, step: Step) -> None:
    for reply in step.replies:
        for phrase in reply.body:
            assert flow.words.say(phrase, step.intake.language).strip()
        for button in (button for row in reply.buttons for button in row):
            assert flow.words.say(button.label, step.intake.language).strip()


def goes_to_the_end(chat: Chat) -> list[str]:
    """Come back, and answer what is asked until the form has ended; give the questions in the order asked."""
    chat.team(HandedBack())
    chat.start()
    asked: list[str] = []
    for _ in range(MOST_STEPS):
        if chat.state in machine.ENDINGS and chat.intake.pending is None:
            return asked
        if chat.intake.pending is None and chat.state in chat.flow.by_key and chat.state not in asked[-1:]:
            asked.append(chat.state)
        goes_on(chat)
    raise AssertionError(f"no end was reached, but {chat.state}")


def goes_on(chat: Chat) -> None:
    here = (chat.intake.case, chat.intake.round)
    shown = [choice for message in chat.messages if (message.case, message.round) == here for choice in message.choices]
    if way := next((way for way in ways_on(chat, shown) if way in shown), None):
        chat.tap(way)
    elif chat.flow.by_key[chat.state].kind is Kind.PHONE:
        chat.share("13145550123")
    else:
        chat.say({Kind.PAST_DATE: "yesterday", Kind.FUTURE_DATE: "tomorrow"}.get(kind_at(chat), "a few words"))


def kind_at(chat: Chat) -> Kind:
    return chat.flow.by_key[chat.state].kind


def ways_on(chat: Chat, shown: list[str]) -> Iterator[str]:
    usual = TAPS.get(chat.state, "")
    yield from ("resume", "confirm", "keep") if chat.intake.paused or chat.intake.pending else ()
    if chat.intake.picked:
        yield f"{chat.state}:done"
    if chat.state in chat.flow.by_key:
        yield f"{chat.state}{usual}"
        of_question = [choice for choice in shown if choice.startswith(f"{chat.state}:")]
        yield from (each for each in of_question if each.rpartition(":")[2] not in {"done", "no_thanks", "under_18"})
    else:
        yield usual
