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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no wait how much is it", "price"),
        ("$$?", "price"),
        ("price?", "price"),
        ("duele", "pain"),
        ("tengo lupus puedo", "medical"),
        ("\u00bfhablan espa\u00f1ol?", "other"),
        ("venden tarjetas de regalo", "other"),
        ("im breastfeeding is it ok", "medical"),
        ("makeup after?", "make_up"),
        ("you guys take afterpay?", "price"),
        ("do you know if you guys will be there that day?", "booking"),
        ("they use numbing stuff right", "pain"),
        ("can i change my answer, and where?", "other"),
        ("is it okay?", "other"),
        ("cual es?", "other"),
        ("the gym after?", "exercise"),
        ("you will all know me there?", "other"),
        ("I have a long story about my face. It goes on. What do I do? I ask you", "other"),
    ],
)
def test_questions_in_haste_and_without_marks(text: str, expected: str) -> None:
    assert topic(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "is a gel",
        "do use retinol",
        "like 3 weeks?",
        "a chemical peel maybe 2 months ago?",
        "depends how much sun i get",
        "como dos veces por semana",
        "cuando puedo lo uso",
        "sun?",
        "which one?",
        "como hace un mes?",
        "no s\u00e9",
        "duelen",
    ],
)
def test_answers_that_sound_like_questions(text: str) -> None:
    assert topic(text) is None
