"""Whether a text is a question of the client's, and what about."""

from __future__ import annotations

import pytest

from flows.answers import questions, topic, topics
from flows.answers.spanish import topics as spanish_topics
from flows.explainer import TOPICS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how does it work?", "how_it_works"),
        ("are you a bot", "bot"),
        ("are you a real person?", "bot"),
        ("is this a real person?", "bot"),
        ("am I talking to a human?", "bot"),
        ("what is this?", "bot"),
        ("who are you?", "bot"),
        ("what is this for?", "what_it_treats"),
        ("is this a laser?", "how_it_works"),
        ("what is the price?", "price"),
        ("when can I come in", "booking"),
        ("how much?", "price"),
        ("what is microneedling", "how_it_works"),
        ("what does microneedling treat", "what_it_treats"),
        ("does it hurt", "pain"),
        ("is there downtime?", "downtime"),
        ("what do I do for aftercare?", "aftercare"),
        ("can i work out?", "exercise"),
        ("when can I go in the sun", "sun"),
        ("what about makeup after", "make_up"),
        ("can I keep using my retinol", "retinoids"),
        ("how many sessions do I need", "sessions"),
        ("how far apart are they", "spacing"),
        ("when will I see results?", "results"),
        ("how much is it, price?", "price"),
        ("how do i book", "booking"),
        ("is it safe if I'm pregnant?", "medical"),
        ("can I do it on accutane?", "medical"),
        ("will it work on dark skin?", "skin_tone"),
        ("who does it", "who_does_it"),
        ("is it FDA approved?", "fda"),
        ("is there parking?", "other"),
        ("hi, quick question, how much does it cost", "price"),
    ],
)
def test_what_a_question_is_about(text: str, expected: str) -> None:
    assert topic(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tretinoin?",
        "retinol cream?",
        "yes",
        "",
        "?",
        "what?",
        "I use tretinoin",
        "may 5",
        "yesterday?",
        "11/2?",
        "will do it",
        "do not know",
        "when i was 16",
        "when the jacaranda bloomed",
        "where I work",
        "my curology cream?",
        "the differin gel?",
        "my accutane pills?",
    ],
)
def test_no_question(text: str) -> None:
    assert topic(text) is None


@pytest.mark.parametrize("table", [topics.TOPICS, spanish_topics.TOPICS])
def test_every_topic_is_one_that_the_flow_knows(table: tuple[tuple[str, str, str], ...]) -> None:
    assert {name for name, _, _ in table} | {questions.OTHER} == {known.key for known in TOPICS}
