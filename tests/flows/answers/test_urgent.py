"""Words that sound like an emergency, a crisis or a bad reaction, and those that only look so."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from flows.answers import alarm_words, alarms, crisis_words, urgent
from flows.answers.spanish import alarm_words as spanish_words
from flows.answers.spanish import crisis_words as spanish_crisis
from flows.answers.urgent import urgencies
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no puedo respirar", Mention.EMERGENCY),
        ("se me hincha la cara", Mention.EMERGENCY),
        ("se me est\u00e1 hinchando la lengua", Mention.EMERGENCY),
        ("no para de sangrar", Mention.EMERGENCY),
        ("me quiero morir", Mention.CRISIS),
        ("ya no quiero vivir", Mention.CRISIS),
        ("tengo pus", Mention.CLINICAL),
        ("calentura", Mention.CLINICAL),
        ("ampollas", Mention.CLINICAL),
        ("no, se me hincha la cara", Mention.EMERGENCY),
        ("ya no aguanto quiero desaparecer para siempre", Mention.CRISIS),
        ("si me duele el pecho", Mention.EMERGENCY),
    ],
)
def test_alarms_in_spanish(text: str, expected: Mention) -> None:
    assert urgent(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "me muero por probarlo",
        "me muero de risa",
        "el precio me mata",
        "qu\u00e9 pena",
        "no tengo fiebre, pus ni ampollas",
        "fiebre no",
        "y si me desmayo?",
        "se me va a hinchar la cara?",
        "me salen fuegos",
        "tuve una infecci\u00f3n hace a\u00f1os",
        "granos con pus",
    ],
)
def test_nothing_urgent_in_spanish(text: str) -> None:
    assert urgent(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("swwwelling of my faceeee", Mention.EMERGENCY),
        ("bleading wont stop", Mention.EMERGENCY),
        ("no my face is swelling", Mention.EMERGENCY),
        ("no, chest pain", Mention.EMERGENCY),
        ("in 2019 i had filler and now my lips are swollen", Mention.EMERGENCY),
        ("pus filled bumps since my treatment", Mention.CLINICAL),
        ("what if i have a fever? right now my tongue is swelling", Mention.EMERGENCY),
        ("i used to be fine and now i want to die", Mention.CRISIS),
        ("my fever, will it last", Mention.CLINICAL),
    ],
)
def test_an_alarm_through_slips_and_beside_other_things(text: str, expected: Mention) -> None:
    assert urgent(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "no fever, chills or pus",
        "my face is not swollen",
        "never had chest pain",
        "i fainted once in high school",
        "will my lips swell, or my face?",
        "no sign of infection, fever no",
        "a new painting of a swan in my face book",
    ],
)
def test_what_is_denied_supposed_or_long_past_is_no_alarm(text: str) -> None:
    assert urgent(text) is None


def test_everything_urgent_in_a_text_is_heard_the_severest_first() -> None:
    text = "i have a fever. my face is swelling. i want to die"
    assert urgencies(text) == {Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL}
    assert urgent(text) is Mention.EMERGENCY


@pytest.mark.parametrize(
    "table", [alarm_words.WORDS, crisis_words.WORDS, spanish_words.WORDS, spanish_crisis.WORDS, None]
)
def test_every_meaning_that_an_alarm_needs_has_words(table: Mapping[str, frozenset[str]] | None) -> None:
    needed = {alarms.TREATED, *(each for alarm in alarms.ALARMS for each in (alarm.first, *alarm.unless) if each)}
    needed |= {alarm.second for alarm in alarms.ALARMS if alarm.second}
    if table is not None:
        assert set(table) <= needed
        return
    tables = (alarm_words.WORDS, crisis_words.WORDS, spanish_words.WORDS, spanish_crisis.WORDS)
    assert {meaning for each in tables for meaning in each} == needed
