"""Typed words: an answer, a question, both, or neither."""

from __future__ import annotations

from datetime import date

import pytest

from flows.explainer import TOPICS
from flows.flow import Flow
from flows.model import Event, How, Phrase, Products, Understood
from flows.typed import read, topic_lines, topic_of
from tests.flows.given import Chat


@pytest.mark.parametrize("topic", TOPICS, ids=[topic.key for topic in TOPICS])
def test_a_topic_is_answered_from_the_clinic_passed_on_or_both(flow: Flow, topic: object) -> None:
    assert topic in TOPICS
    known = next(each for each in TOPICS if each == topic)
    lines = {line.key for line in topic_lines(flow, known)}
    assert (f"topic-{known.key}" in lines) == known.answered
    assert ("passed_on-rest" in lines) == (known.answered and known.passed_on)
    assert ("passed_on" in lines) == (not known.answered)
    assert lines


def test_words_that_ask_nothing_have_no_topic() -> None:
    assert topic_of("the face") is None


@pytest.mark.parametrize(
    "text", ["does the sun thing apply to my baby?", "do you have a gym?", "que hago entre sesiones?"]
)
def test_a_question_that_only_shares_words_with_the_text_is_passed_on(chat: Chat, text: str) -> None:
    chat.fill(until="area").say(text)
    assert "passed_on" in chat.said
    assert not [key for key in chat.said if key.startswith("topic-")]
    assert chat.events[-1][0] is Event.QUESTION_PASSED_ON


def test_an_answered_question_in_spanish_is_answered(chat: Chat) -> None:
    chat.fill(until="area").say("cu\u00e1ntas sesiones necesito?")
    assert "topic-sessions" in chat.said


def test_a_no_and_a_question_without_a_mark_are_both_taken(chat: Chat) -> None:
    chat.fill(until="retinoid").say("no does it hurt")
    assert chat.value("retinoid") == "no"
    assert "passed_on" in chat.said


def test_a_product_is_recognised_and_says_so(chat: Chat) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes", retinoid_product="tretinoin 0.05%")
    answer = chat.intake.answers["retinoid_product"]
    assert (answer.how, answer.said) == (How.RECOGNISED, "tretinoin 0.05%")


def test_a_question_at_a_product_question_is_no_product(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").say("how much does the treatment cost?")
    assert "retinoid_product" not in chat.intake.answers
    assert (Event.QUESTION_PASSED_ON, "price") in chat.events


def test_the_name_of_a_product_that_is_not_known_may_be_typed_as_such(chat: Chat) -> None:
    chat.fill(until="retinoid_product", retinoid=":yes").do("I don't know the name")
    value = chat.value("retinoid_product")
    assert isinstance(value, Products)
    assert value.found == ()


def test_choices_are_known_by_the_words_on_their_buttons(flow: Flow) -> None:
    for question in flow.questions:
        if question.key not in {"consent", "age"} and not question.when:
            for choice in question.choices:
                chat = Chat(flow).fill(until=question.key)
                prefix = "choice" if choice in {"yes", "no", "not_sure"} else f"choice-{question.key}"
                chat.do(flow.words.say(Phrase(f"{prefix}-{choice}"), "en"))
                value = chat.value(question.key)
                assert value in {choice, (choice,)}, (question.key, choice)


@pytest.mark.parametrize("guess", ["a few days ago?", "was it tuesday?"])
def test_a_guess_with_a_question_mark_is_an_answer_and_no_question(chat: Chat, guess: str) -> None:
    chat.fill(until="retinoid_last", retinoid=":yes").say(guess)
    assert chat.events == ()
    assert chat.intake.pending is not None
    assert chat.intake.pending.question == "retinoid_last"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I already gave it to Courtney 314.960.7619", None),
        ("314-909-0633", None),
        ("mine is 314-555-0123, I called 314.960.7619", "+13145550123"),
    ],
)
def test_the_clinics_own_number_is_nobodys_to_be_called_at(flow: Flow, text: str, number: str | None) -> None:
    reading = read(flow, flow.by_key["phone"], text, date(2026, 11, 3), "en")
    assert (reading.value if isinstance(reading, Understood) else None) == number
