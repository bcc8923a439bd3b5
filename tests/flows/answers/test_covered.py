"""Which questions are answered from the clinic's text: those that ask for what it says, and no others."""

from __future__ import annotations

import pytest

from flows.answers import covered, topic
from flows.answers import covered_words as english
from flows.answers.spanish import covered_words as spanish
from flows.explainer import TOPICS


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("how does it work", "how_it_works"),
        ("what is it used for?", "what_it_treats"),
        ("does it help with acne scars", "what_it_treats"),
        ("is there any downtime", "downtime"),
        ("what do i do after", "aftercare"),
        ("when can i go back to the gym", "exercise"),
        ("how long no sun", "sun"),
        ("can i go in the sun after?", "sun"),
        ("do i have to stop my retinol before", "retinoids"),
        ("hey how mny sesions do i need", "sessions"),
        ("sessions how far apart", "spacing"),
        ("do the results add up", "results"),
        ("how do i book", "booking"),
        ("are you a bot", "bot"),
        ("cu\u00e1ntas sesiones son", "sessions"),
        ("cada cuanto son las sesiones", "spacing"),
        ("puedo tomar el sol despues", "sun"),
        ("tengo que dejar el retinol antes", "retinoids"),
        ("quiero hacer cita como le hago", "booking"),
        ("how many sessions do i need and is one enough", "sessions"),
    ],
)
def test_what_the_text_says_is_answered(text: str, about: str) -> None:
    assert (topic(text), covered(text)) == (about, True)


@pytest.mark.parametrize(
    "text",
    [
        "does the sun thing apply to my baby?",
        "can my daughter keep using her retinol",
        "can i wear sunscreen right after",
        "what if i already went in the sun",
        "why no sun",
        "when can i start my retinol again",
        "what is retinol",
        "which retinol should i use before",
        "do you have a gym",
        "how long does a session run",
        "is the sauna ok",
        "what do i do between sessions",
        "how far apart are you",
        "how many treatments do you have",
        "do you need my phone number",
        "who will call me",
        "where are you located",
        "how long is a session",
        "does it hurt and how many sessions are there",
        "how many sessions are there and how far apart",
        "i'm pregnant, can i go in the sun after",
        "i take accutane. how many days before do i stop?",
        "does it help with stretch marks",
        "will i get dark spots",
        "when will i see results",
        "what is this question for",
        "eso del sol es tambien para mi bebe",
        "para que es esta pregunta",
        "cuando puedo volver a usar retinol",
        "que hago entre sesiones",
        "hay gym",
        "price?",
        "I use retinol",
        "",
    ],
)
def test_what_the_text_does_not_say_is_never_answered(text: str) -> None:
    assert not covered(text)


@pytest.mark.parametrize("table", [english.COVERS, spanish.COVERS])
def test_every_topic_that_is_answered_is_covered_in_both_languages_and_no_other(table: dict[str, object]) -> None:
    assert set(table) == {known.key for known in TOPICS if known.answered}
