"""Words that sound like an emergency, a crisis or a bad reaction, and those that only look so."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from flows.answers import alarms, urgent
from flows.answers.urgent import WORDS, urgencies
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


@pytest.mark.parametrize("table", [*WORDS, None])
def test_every_meaning_that_an_alarm_needs_has_words(table: Mapping[str, frozenset[str]] | None) -> None:
    needed = {alarms.TREATED, *(each for alarm in alarms.ALARMS for each in (alarm.first, *alarm.unless) if each)}
    needed |= {alarm.second for alarm in alarms.ALARMS if alarm.second}
    if table is not None:
        assert set(table) <= needed
        return
    assert {meaning for each in WORDS for meaning in each} == needed


@pytest.mark.parametrize(
    "text",
    [
        "a rash on my jaw since the session",
        "where she did it my cheek is black",
        "I had my session on friday. My chin is full of welts. What now?",
        "my forehead is hot and sore. It was after my treatment",
        "me salieron llagas donde me picaron",
        "desde la cita tengo la frente caliente",
        "fui a mi sesi\u00f3n el lunes. Traigo el cuello con ronchas",
    ],
)
def test_any_bad_sign_alarms_beside_a_treatment(text: str) -> None:
    assert urgent(text) is Mention.CLINICAL


@pytest.mark.parametrize(
    "text",
    [
        "is redness normal after the session?",
        "how red do people get after the session",
        "i want to avoid dark spots after the procedure",
        "no redness since my treatment",
        "will my cheek be red after the session?",
        "after my treatment in 2019 i had dark spots",
        "red and dry all winter. Is that ok after my session?",
        "my cheeks are red and it is winter and the heating is on all day long as ever so can i book after the session",
        "es normal lo rojo despu\u00e9s de la sesi\u00f3n?",
        "red cheeks and dark spots",
    ],
)
def test_a_sign_alone_or_asked_about_in_general_is_none(text: str) -> None:
    assert urgent(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i almost fainted when i saw the bill", None),
        ("i want to end it with these wrinkles", None),
        ("i want to end it with a rope", Mention.CRISIS),
        ("there is no way out of the garage", None),
        ("i see no way out", Mention.CRISIS),
        ("i took 2 tylenol", None),
        ("i took 20 tylenol", Mention.CRISIS),
        ("me quiero hacer da\u00f1o", Mention.CRISIS),
        ("he estado haci\u00e9ndome da\u00f1o", Mention.CRISIS),
        ("la crema me hizo da\u00f1o", None),
        ("my heart is racing", Mention.EMERGENCY),
        ("my heart is racing im so excited", None),
        ("soaked two towels", Mention.EMERGENCY),
        ("soaked my towel in water", None),
    ],
)
def test_a_saying_is_told_from_what_is_meant(text: str, expected: Mention | None) -> None:
    assert urgent(text) is expected
