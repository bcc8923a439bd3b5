"""Words that sound like an emergency, a crisis or a bad reaction, and those that only look so."""

from __future__ import annotations

import pytest

from flows.answers import urgent
from flows.model import Mention


@pytest.mark.parametrize(
    "text",
    [
        "my face is swelling and I can't breathe",
        "cant breath",
        "I\u2019m having trouble breathing",
        "shortness of breath",
        "my throat is closing up",
        "my tounge is swollen",
        "swollen lips",
        "chest pain",
        "chest pian!!",
        "pain in my chest",
        "i passed out",
        "I fainted",
        "i feel faint",
        "bleeding that won't stop",
        "it won't stop bleeding",
        "is it normal that my face is swelling?",
        "what should i do my face is swollen",
        "think it's anaphylaxis",
    ],
)
def test_an_emergency(text: str) -> None:
    assert urgent(text) is Mention.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "suicidal",
        "i dont want to live anymore",
        "better off dead",
        "cutting myself",
        "wanna die",
    ],
)
def test_a_crisis(text: str) -> None:
    assert urgent(text) is Mention.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "I have a fever",
        "there is pus coming out",
        "the redness is spreading",
        "blisters on my cheek",
        "pain is getting worse since yesterday",
        "it looks infected",
        "should I worry about my fever?",
        "no pus but I have a fever",
        "is it normal to have a fever after",
        "pimples and a fever",
    ],
)
def test_a_bad_reaction(text: str) -> None:
    assert urgent(text) is Mention.CLINICAL


@pytest.mark.parametrize(
    "text",
    [
        "this price is killing me",
        "dying to try it",
        "to die for",
        "no fever",
        "no pus or fever",
        "I don't have chest pain",
        "never fainted",
        "will my face swell after?",
        "does it cause blisters?",
        "what if I have a fever on the day?",
        "pus filled pimples",
        "swollen pimple on my face",
        "fever blisters",
        "cabin fever",
        "I cut myself shaving and was cutting myself up about it",
        "acne on my chest",
        "5 kms away",
        "it collapsed",
        "",
    ],
)
def test_nothing_urgent(text: str) -> None:
    assert urgent(text) is None
