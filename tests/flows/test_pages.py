"""Moving between the parts, by button or by word."""

from __future__ import annotations

import pytest

from flows import machine
from flows.flow import Flow
from flows.model import Event, Mention
from flows.pages import change, said_as
from tests.flows.given import TODAY, Chat


@pytest.mark.parametrize("word", ["looks right", "Yes!", "ok"])
def test_the_card_is_confirmed_in_words(chat: Chat, word: str) -> None:
    assert chat.fill().say(word).state == machine.PLAN


@pytest.mark.parametrize(("word", "state"), [("next", machine.EXPLAIN[0]), ("no thanks", "next_step")])
def test_the_plan_is_left_in_words(chat: Chat, word: str, state: str) -> None:
    assert chat.fill(until=machine.PLAN).say(word).state == state


def test_the_pages_are_turned_in_words(chat: Chat) -> None:
    chat.fill(until=machine.PLAN).say("yes", "next", "continue", "back")
    assert chat.state == machine.EXPLAIN[1]
    assert chat.say("skip to booking").state == "next_step"


def test_an_answer_is_changed_by_its_name(chat: Chat) -> None:
    assert chat.fill().say("change the area").state == "area"


def test_the_longest_name_in_the_words_is_meant(chat: Chat) -> None:
    chat.fill(retinoid=":yes").say("my retinoid product is wrong")
    assert chat.state == "retinoid_product"


def test_words_at_a_page_that_mean_nothing_there_are_kept_for_the_team(chat: Chat) -> None:
    chat.fill(until=machine.PLAN).say("I also had accutane as a teenager")
    assert chat.state == machine.PLAN
    assert (Event.QUESTION_PASSED_ON, "message") in chat.events
    assert Mention.ISOTRETINOIN in chat.intake.mentions


def test_a_question_at_a_page_is_answered_and_the_page_shown_again(chat: Chat) -> None:
    chat.fill(until=machine.PLAN).say("how many sessions do I need?")
    assert (chat.said[0], chat.state) == ("topic-sessions", machine.PLAN)


def test_after_the_end_the_answers_can_be_seen_by_a_word(chat: Chat) -> None:
    assert chat.fill(until=machine.FINISHED).say("my answers").state == machine.REVIEW


def test_after_stopping_a_word_goes_on(chat: Chat) -> None:
    assert chat.fill(until="area").say("stop", "go on").state == "area"


def test_a_question_that_the_form_does_not_have_cannot_be_changed(chat: Chat) -> None:
    chat.fill()
    step = change(chat.flow, chat.intake, "shoe_size", TODAY)
    assert step.intake == chat.intake


def test_what_is_said_counts_without_case_and_punctuation(flow: Flow) -> None:
    assert said_as(flow, "  GO--Back!! ", "back")
    assert not said_as(flow, "my back hurts", "back")


def test_the_plan_is_told_anew_after_a_change(chat: Chat) -> None:
    chat.fill(until=machine.PLAN)
    assert "plan-ready" in chat.said
    chat.command("edit").tap("change_skin_now", ":yes", "looks_right")
    assert "plan-review" in chat.said
    assert "plan-ready" not in chat.said
