"""Taps: a current button acts once, an old one changes nothing, and both say what was recorded."""

from __future__ import annotations

from copy import deepcopy

import pytest

from flows import machine
from flows.flow import Flow
from flows.model import NOT_SURE, Asking, Event, How, Interval, Kind, Products, Question, Source, Tapped
from flows.taps import tapped, tapped_value
from tests.flows.given import CASE, TODAY, Chat, on


def test_a_tap_answers_the_question_and_leaves_the_choice_on_the_button(chat: Chat) -> None:
    chat.fill(until="area")
    asked = chat.messages[-1]
    chat.tap(":neck")
    assert (chat.value("area"), chat.intake.answers["area"].how, chat.state) == ("neck", How.TAP, "retinoid")
    assert asked.choices == ["noted:area"]


def test_a_double_tap_gives_one_answer(chat: Chat) -> None:
    chat.fill(until="area")
    asked = deepcopy(chat.messages[-1])
    chat.tap(":neck")
    before = chat.intake
    chat.press(asked, "area:neck")
    assert (chat.said, chat.intake) == (("already",), before)
    assert chat.step.replies[0].toast


def test_a_second_tap_on_another_choice_of_the_same_question_changes_nothing(chat: Chat) -> None:
    chat.fill(until="area")
    asked = deepcopy(chat.messages[-1])
    chat.tap(":neck")
    before = chat.intake
    chat.press(asked, "area:face")
    assert (chat.said, chat.intake) == (("old-button",), before)
    assert chat.choices == ["change_area", "go_on"]


def test_an_old_button_offers_to_change_what_was_recorded_and_to_go_on(chat: Chat) -> None:
    chat.fill(until="skin_now")
    chat.tap("noted:area")
    assert chat.said == ("old-button",)
    chat.tap("go_on")
    assert (chat.state, chat.said) == ("skin_now", ("ask-skin_now",))
    chat.tap("change_area")
    assert chat.state == "area"
    chat.tap(":neck")
    assert (chat.value("area"), chat.state) == ("neck", "skin_now")


def test_a_button_of_another_form_changes_nothing(chat: Chat) -> None:
    other = Chat(chat.flow).fill(until="area")
    other.intake = Chat(chat.flow).intake
    chat.fill(until="area")
    message = deepcopy(chat.messages[-1])
    message.case = "OTHER2"
    chat.press(message, "area:neck")
    assert (chat.said, chat.state) == (("old-plain",), "area")


def test_a_second_tap_on_done_gives_one_answer(chat: Chat) -> None:
    chat.fill(until="goals")
    asked = chat.messages[-1]
    chat.tap(":pick_texture", ":pick_tone")
    old = deepcopy(asked)
    chat.tap(":done")
    assert chat.value("goals") == ("tone", "texture")
    assert chat.press(old, "goals:done").said == ("already",)
    assert chat.press(old, "goals:pick_tone").said == ("old-button",)


def test_ticking_again_unticks(chat: Chat) -> None:
    chat.fill(until="goals").tap(":pick_tone", ":drop_tone", ":pick_texture", ":done")
    assert chat.value("goals") == ("texture",)


def test_a_double_tap_on_a_tick_ticks_once(chat: Chat) -> None:
    chat.fill(until="goals")
    shown = deepcopy(chat.messages[-1])
    chat.press(shown, "goals:pick_tone").press(shown, "goals:pick_tone").tap(":done")
    assert chat.value("goals") == ("tone",)


def test_a_double_tap_on_next_turns_one_page(chat: Chat) -> None:
    chat.fill(until=machine.PLAN)
    shown = deepcopy(chat.messages[-1])
    chat.press(shown, "next")
    page = chat.state
    assert chat.press(shown, "next").said == ("already",)
    assert chat.state == page


def test_going_back_to_the_form_keeps_what_is_being_read_back(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("tretinoin").command("help").tap("go_on")
    chat.tap("confirm")
    assert chat.state == "retinoid_last"


def test_done_needs_at_least_one_tick(chat: Chat) -> None:
    chat.fill(until="goals").tap(":done")
    assert (chat.said, chat.state, chat.step.replies[0].toast) == (("pick-one",), "goals", True)


def test_a_tick_that_the_question_does_not_have_changes_nothing(chat: Chat) -> None:
    chat.fill(until="goals").press(chat.messages[-1], "goals:wings")
    assert (chat.intake.picked, chat.state) == ((), "goals")


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        ("on_2026-11-02", on(11, 2)),
        ("before_2026-11-02", Interval(None, on(11, 1).latest)),
        ("still_using", "still_using"),
        ("not_sure", NOT_SURE),
        ("on_yesterday", None),
        ("after_2026-11-02", None),
        ("on_2027-11-02", None),
    ],
)
def test_the_day_on_a_button_is_the_day_it_means(flow: Flow, choice: str, value: object) -> None:
    chat = Chat(flow).fill(until="retinoid_last", retinoid=":yes")
    chat.press(chat.messages[-1], f"retinoid_last:{choice}")
    if value is None:
        assert "retinoid_last" not in chat.intake.answers
        assert chat.state == "retinoid_last"
    else:
        assert chat.value("retinoid_last") == value


def test_a_day_button_pressed_after_midnight_still_means_its_day(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes")
    chat.today = on(11, 8).latest
    chat.tap(f":on_{TODAY.isoformat()}")
    assert chat.value("retinoid_last") == on(11, 7)


def test_a_product_button_says_that_the_name_is_not_known(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").tap(":not_sure")
    assert chat.value("retinoid_product") == Products("", ())
    assert chat.intake.answers["retinoid_product"].said


def test_a_choice_that_the_question_does_not_have_changes_nothing(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").press(chat.messages[-1], "retinoid_product:yes")
    assert chat.state == "retinoid_product"
    chat.press(chat.messages[-1], "nonsense")
    assert chat.state == "retinoid_product"
    assert chat.said == ("old-plain",)


def test_a_skip_button_skips_only_what_may_be_skipped() -> None:
    asked = Question("area", Kind.CHOICE, Source.LABEL, choices=("face", "neck"))
    assert tapped_value(asked, "skip") is None


def test_the_skip_button_keeps_an_earlier_answer(chat: Chat) -> None:
    chat.fill(until="goals", name="Ann").command("back").tap(":skip")
    assert (chat.value("name"), chat.state) == ("Ann", "goals")


def test_a_page_button_turns_the_page_of_its_message(chat: Chat) -> None:
    chat.fill(until="area").command("how")
    chat.tap("page_1", "page_2")
    assert chat.step.replies[0].onto is not None
    assert (chat.said[0], chat.state) == ("page-remodeling", "area")
    assert chat.tap("go_on").said == ("ask-area",)


@pytest.mark.parametrize("choice", ["page_99", "page_x"])
def test_a_page_that_is_not_there_says_so(chat: Chat, choice: str) -> None:
    chat.fill(until="area").command("how").press(chat.messages[-1], choice)
    assert (chat.said, chat.step.replies[0].toast) == (("old-plain",), True)


def test_a_language_that_is_not_offered_changes_nothing(chat: Chat) -> None:
    chat.fill(until="area").command("language").press(chat.messages[-1], "language_xx")
    assert chat.intake.language == "en"


def test_the_language_of_the_tap_is_spoken_from_then_on(chat: Chat) -> None:
    chat.fill(until="area").command("language").press(chat.messages[-1], "language_es")
    assert (chat.said, chat.intake.language) == (("language-now", "ask-area"), "es")
    assert "¿Qué zona" in chat.words


def test_a_language_that_is_spoken_already_or_by_nobody_changes_nothing(chat: Chat) -> None:
    chat.fill(until="area").command("language").press(chat.messages[-1], "language_en")
    assert (chat.said, chat.intake.language) == (("already",), "en")
    chat.press(chat.messages[-1], "language_xx")
    assert (chat.said, chat.intake.language) == (("ask-area",), "en")


def test_an_old_button_of_a_language_offers_the_languages_anew(chat: Chat) -> None:
    old = deepcopy(chat.fill(until="area").command("language").messages[-1])
    chat.tap(":face").press(old, "language_es")
    assert (chat.said, chat.intake.language) == (("language-choose",), "en")
    assert "language_es" in chat.choices


def test_an_old_answer_button_of_a_question_not_answered_says_only_that_it_is_old(chat: Chat) -> None:
    chat.fill(until="area")
    old = deepcopy(chat.messages[-1])
    chat.command("back").press(old, "area:face")
    assert (chat.said, chat.state) == (("old-plain",), "goals")


def test_start_over_begins_another_form(chat: Chat) -> None:
    chat.fill(until="area").start().tap("start_over")
    assert (chat.state, chat.intake.answers) == ("consent", {})
    assert chat.intake.case != CASE


def test_a_deletion_is_asked_once_and_can_be_called_off(chat: Chat) -> None:
    chat.fill(until="area", name="Ann").command("delete")
    assert chat.asking is Asking.DELETE
    chat.tap("keep")
    assert (chat.intake.pending, chat.value("name"), chat.state) == (None, "Ann", "area")
    chat.command("delete").tap("delete")
    assert chat.deleted
    assert (Event.CONSENT_WITHDRAWN, "") in chat.events


def test_a_button_of_a_question_that_waits_to_be_narrowed_answers_it(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin").say("3 or 4 days ago")
    if chat.asking is Asking.CONFIRM:
        chat.tap("confirm")
    assert chat.asking is Asking.NARROW
    days = [choice for choice in chat.choices if choice.startswith("retinoid_last:on_")]
    chat.tap(days[0])
    value = chat.value("retinoid_last")
    assert isinstance(value, Interval)
    assert value.exact
    assert chat.state == "isotretinoin"


def test_a_tap_that_goes_nowhere_shows_the_same_state_again(flow: Flow) -> None:
    chat = Chat(flow).fill(until="area")
    step = tapped(flow, chat.intake, Tapped(CASE, chat.intake.round, "looks_right", 1), TODAY)
    assert step.intake == chat.intake


def test_every_page_of_the_plan_can_be_tapped_through(chat: Chat) -> None:
    chat.fill(until=machine.PLAN)
    met = []
    while chat.state in {machine.PLAN, *machine.EXPLAIN[:-1]}:
        chat.tap("next")
        met.append(chat.state)
    assert met == list(machine.EXPLAIN)
    chat.tap("back")
    assert chat.state == machine.EXPLAIN[-2]
    chat.tap("next", "skip")
    assert chat.state == "next_step"
