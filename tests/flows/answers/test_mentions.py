"""What any text may name, whatever it was typed at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.answers import mentions
from flows.model import Mention
from tests.flows.answers.asking import catalogue

STRONG = sorted(s for entry in catalogue().entries if entry.oral and not entry.weak for s in entry.spellings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was on Accutane in college", {Mention.ISOTRETINOIN}),
        ("acutane", {Mention.ISOTRETINOIN}),
        ("roacutane", {Mention.ISOTRETINOIN}),
        ("isotretinon", {Mention.ISOTRETINOIN}),
        ("accutanee!", {Mention.ISOTRETINOIN}),
        ("im in ipledge", {Mention.ISOTRETINOIN}),
        ("tane", {Mention.ISOTRETINOIN}),
        ("tom\u00e9 roacut\u00e1n hace a\u00f1os", {Mention.ISOTRETINOIN}),
        ("mi doctora me receto neotrex", {Mention.ISOTRETINOIN}),
        ("no tomo isotretino\u00edna", {Mention.ISOTRETINOIN}),
        ("nunca he tomado roacutan", set()),
        ("unas pastillas para el acne", {Mention.ORAL_RETINOID}),
        ("acitretina", {Mention.ORAL_RETINOID}),
        ("eso no actua, dicen que contrasta", set()),
        ("not on accutane now", {Mention.ISOTRETINOIN}),
        ("I don't take accutane", {Mention.ISOTRETINOIN}),
        ("never took accutane until last year", {Mention.ISOTRETINOIN}),
        ("acitretin", {Mention.ORAL_RETINOID}),
        ("accutane and soriatane", {Mention.ISOTRETINOIN, Mention.ORAL_RETINOID}),
        ("melazma", {Mention.MELASMA}),
        ("my melasma's back", {Mention.MELASMA}),
        ("mask of pregnancy", {Mention.MELASMA}),
        ("cloasma and a fever", {Mention.MELASMA, Mention.CLINICAL}),
        ("I can't breathe and want to die", {Mention.EMERGENCY, Mention.CRISIS}),
        ("I never took Accutane", set()),
        ("no melasma", set()),
        ("my account is active", set()),
        ("I'm tan, going insane, to be accurate", set()),
        ("octane actual acute clarity secret targeting", set()),
        ("iso", set()),
        ("", set()),
    ],
)
def test_what_is_mentioned(text: str, expected: set[Mention]) -> None:
    assert mentions(text, catalogue()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I am 5 months pregnant",
        "no, I'm pregnant",
        "no im pregnant",
        "none just breastfeeding",
        "no but im nursing",
        "not pregnant, diabetic",
        "no i have keloids",
        "I take blood thinners",
        "hemophilia",
        "I'm allergic to nickel",
        "bad reaction to lidocaine",
        "I had skin cancer",
        "on methotrexate for my lupus",
        "is it safe if I'm pregnant?",
        "can i do this while breastfeeding",
        "I'm 16",
        "im sixteen years old",
        "my daughter is 15",
        "she is 12 and has scars",
        "for a 17 year old",
        "15 yo",
        "almost 18",
        "I'm under 18",
        "i turn 18 next month",
        "18 next month",
    ],
)
def test_a_condition_or_a_minor_is_mentioned_in_any_text(text: str) -> None:
    assert mentions(text, catalogue()) == {Mention.HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "no keloids",
        "I'm not pregnant",
        "not pregnant or nursing",
        "no keloids or diabetes",
        "no history of keloids",
        "not pregnant and no allergies to lidocaine",
        "I don't have diabetes",
        "does it work during pregnancy?",
        "can I get botox after?",
        "nursing student",
        "i had acne since i was 14",
        "a 10 year old scar",
        "almost 18 months ago",
        "I'm 5 minutes away",
        "I'm 40",
        "acne scars on my cheeks",
    ],
)
def test_a_denial_a_question_or_another_number_is_no_condition(text: str) -> None:
    assert mentions(text, catalogue()) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I used tretinoin last night",
        "no i use tretinoin",
        "tretinoin and glycolic acid",
        "I quit retinol in June",
        "should I stop my tretinoin?",
        "uso retinol",
        "tengo que dejar mi tretinoina?",
        "can I keep using retinol?",
        "is it ok that I used differin yesterday?",
    ],
)
def test_a_product_told_as_used_is_mentioned(text: str) -> None:
    assert mentions(text, catalogue()) == {Mention.PRODUCT}


@pytest.mark.parametrize(
    "text",
    [
        "can I use retinol after?",
        "I don't use retinol",
        "no glycolic acid",
        "is retinol ok?",
        "hyaluronic acid",
        "no uso acido glicolico",
        "puedo usar retinol despues?",
    ],
)
def test_a_product_asked_about_or_denied_is_not(text: str) -> None:
    assert mentions(text, catalogue()) == set()


@pytest.mark.parametrize(
    "text",
    [
        "had a laser last week",
        "laser in september",
        "I had a facial last week",
        "peel last month",
        "laser",
        "chemical peel 2 weeks ago",
        "I had microneedling in May",
        "is it ok that I had a hydrafacial yesterday?",
        "me hice un laser el mes pasado",
        "un peeling hace dos semanas",
        "me hicieron microagujas en mayo",
    ],
)
def test_a_treatment_told_as_had_is_mentioned(text: str) -> None:
    assert mentions(text, catalogue()) == {Mention.PROCEDURE}


@pytest.mark.parametrize(
    "text",
    [
        "I want microneedling",
        "microneedling!",
        "never had a laser",
        "I'd like a chemical peel some day",
        "quiero un laser",
        "me gustaria un hidrafacial algun dia",
        "nunca me he hecho un peeling quimico",
        "quiero microagujas",
        "what about a laser?",
        "no peel last month",
        "the facial scars I got last year",
    ],
)
def test_a_treatment_wanted_asked_about_or_denied_is_not(text: str) -> None:
    assert mentions(text, catalogue()) == set()


@settings(deadline=None)
@given(
    spelling=st.sampled_from(STRONG),
    around=st.sampled_from(["{}", "was on {} once", "do you mean {}?", "(({}))", "NOTE: {}, thanks"]),
)
def test_every_oral_drug_is_mentioned_in_any_text(spelling: str, around: str) -> None:
    assert mentions(around.format(spelling), catalogue()) & {Mention.ISOTRETINOIN, Mention.ORAL_RETINOID}


@pytest.mark.parametrize(
    "text",
    [
        "estoy embarazada",
        "tomo anticoagulantes",
        "me salen queloides",
        "tuve c\u00e1ncer de piel hace a\u00f1os",
        "soy menor de edad",
        "tengo 16 a\u00f1os",
        "soy al\u00e9rgica a la lidoca\u00edna",
        "\u00bfpuedo hacerlo si estoy embarazada?",
        "no tengo diabetes pero tengo ros\u00e1cea",
        "ya no estoy embarazada",
    ],
)
def test_health_is_mentioned_in_spanish(text: str) -> None:
    assert Mention.HEALTH in mentions(text, catalogue())


@pytest.mark.parametrize(
    "text",
    [
        "no estoy embarazada",
        "no tengo diabetes ni queloides",
        "nunca he tenido herpes",
        "\u00bfes seguro para diab\u00e9ticos?",
        "tengo 15 a\u00f1os con estas cicatrices",
        "tengo 35 a\u00f1os",
    ],
)
def test_what_is_denied_or_asked_in_spanish_is_no_health(text: str) -> None:
    assert Mention.HEALTH not in mentions(text, catalogue())
