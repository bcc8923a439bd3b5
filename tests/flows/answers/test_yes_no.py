"""YES_NO: a no must be plain."""

from __future__ import annotations

import pytest

from flows.answers import Asked, read
from flows.model import Kind, Question, Source
from tests.flows.answers.asking import TODAY, brief, catalogue, reading

NO = "-not_understood"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", "yes"),
        ("Yep!", "yes"),
        ("y", "yes"),
        ("ok", "yes"),
        ("\U0001f44d", "yes"),
        ("I do", "yes"),
        ("yes every night", "yes"),
        ("yes, and accutane", "~yes"),
        ("yeah for my acne", "~yes"),
        ("no i use tretinoin", NO),
        ("not right now", NO),
        ("just soap", "~no"),
        ("no, just moisturizer", "~no"),
        ("just a retinol soap", "~yes"),
        ("I was at the lake last weekend", NO),
        ("yeah on my face", "yes"),
        ("sometimes", "yes"),
        ("only on weekends", "yes"),
        ("a little", "yes"),
        ("not yet today", "~yes"),
        ("yes, not often", "~yes"),
        ("I quit last month", "~yes"),
        ("used to", "~yes"),
        ("not anymore", "~yes"),
        ("no, not anymore", "~yes"),
        ("haven't since June, ran out", "~yes"),
        ("tretinoin", "~yes"),
        ("tretinoin?", "~yes"),
        ("I use retinol cream", "~yes"),
        ("melasma", NO),
        ("yes?", "~yes"),
        ("no", "no"),
        ("NOPE.", "no"),
        ("nah", "no"),
        ("\U0001f44e", "no"),
        ("no, never", "no"),
        ("not at all", "no"),
        ("I don't", "no"),
        ("I don\u2019t use any of those", "no"),
        ("no I have never used anything like that", "no"),
        ("I don't use retinol", "~no"),
        ("no, I don't use retinol", "~no"),
        ("I don't use retinol, I use other stuff", NO),
        ("no?", NO),
        ("nope?", NO),
        ("idk", "not_sure"),
        ("maybe", "not_sure"),
        ("not really", "~not_sure"),
        ("I don't think so", "~not_sure"),
        ("not that I know of", "~not_sure"),
        ("\U0001f937", "not_sure"),
        ("yes but no", NO),
        ("yes and no", NO),
        ("yes I don't", NO),
        ("no, I use tretinoin", NO),
        ("what's that?", NO),
        ("does differin count?", NO),
        ("banana", NO),
        ("no banana", NO),
        ("I don't like it", NO),
        ("I don't have to", NO),
        ("", NO),
        ("\U0001f600", NO),
        ("\u0644\u0627", NO),
    ],
)
def test_a_no_is_plain_or_it_is_none(text: str, expected: str) -> None:
    assert brief(reading("retinoid", text)) == expected


BARE = Question("yes_or_no", Kind.YES_NO, Source.PRACTICE, choices=("yes", "no"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", "yes"),
        ("yep thats right", "yes"),
        ("Correct", "yes"),
        ("looks right!", "yes"),
        ("no thanks", "no"),
        ("no, that's wrong", "no"),
        ("not right", "no"),
        ("yes, and accutane", "~yes"),
        ("ok also acitretin", "~yes"),
        ("yes plus tretinoin", "~yes"),
        ("yes took acitretin", "~yes"),
        ("yes but stopped", "~yes"),
        ("yes every night", "~yes"),
        ("sometimes", "~yes"),
        ("no i take accutane", NO),
        ("no, accutane", NO),
        ("no. its retinol", NO),
        ("thats right?", "~yes"),
    ],
)
def test_what_was_read_back_takes_a_plain_yes_or_no(text: str, expected: str) -> None:
    assert brief(read(text, Asked(BARE, {"yes": "Yes", "no": "No"}, TODAY, catalogue()))) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("skin_now", "my skin is fine", "~no"),
        ("skin_now", "clear", "~no"),
        ("skin_now", "no rash", "~no"),
        ("skin_now", "no rash or sores right now", "~no"),
        ("skin_now", "no rash but a cold sore", "~yes"),
        ("skin_now", "no rash, sunburned", NO),
        ("skin_now", "not sunburned anymore", "~yes"),
        ("pigment", "my skin is fine", NO),
        ("pigment", "no dark spots", "~no"),
        ("procedure", "I had a peel 6 months ago", "~yes"),
        ("procedure", "no laser", "~no"),
        ("procedure", "I was at the lake last weekend", NO),
        ("procedure", "I was at the lake 2 weeks ago", NO),
        ("retinoid", "went swimming last week", NO),
        ("retinoid", "I was on it last year", "~yes"),
        ("exfoliant", "I was at the lake last weekend", NO),
        ("exfoliant", "scrub last weekend", "~yes"),
    ],
)
def test_a_no_in_other_words_is_read_back(key: str, text: str, expected: str) -> None:
    assert brief(reading(key, text)) == expected


@pytest.mark.parametrize("text", ["idk", "maybe", "not really", "i think so", "not sure"])
def test_doubt_is_asked_again_where_not_sure_is_no_choice(text: str) -> None:
    assert brief(reading("procedure", text)) == NO


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("pigment", "dark spots"),
        ("skin_now", "a cold sore"),
        ("skin_now", "sunburnt"),
        ("procedure", "chemical peel"),
        ("procedure", "laser"),
    ],
)
def test_what_is_asked_for_by_name_is_yes(key: str, text: str) -> None:
    assert brief(reading(key, text)) == "~yes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s\u00ed", "yes"),
        ("s\u00ed, todas las noches", "yes"),
        ("a veces", "yes"),
        ("casi nunca", "~yes"),
        ("solo los fines de semana", "yes"),
        ("hoy todav\u00eda no", "~yes"),
        ("ya no", "~yes"),
        ("la dej\u00e9 el mes pasado", "~yes"),
        ("no es que no la use", "~yes"),
        ("no uso retin-a pero s\u00ed retinol", "~yes"),
        ("tretinoina", "~yes"),
        ("para nada", "no"),
        ("nunca he usado eso", "no"),
        ("no, no uso nada de eso", "no"),
        ("nunca nunca", "no"),
        ("no uso retinol", "~no"),
        ("puro jab\u00f3n y agua", "~no"),
        ("no s\u00e9", "not_sure"),
        ("creo que no", "not_sure"),
        ("que yo sepa no", "~not_sure"),
        ("s\u00ed y no", NO),
        ("\u00bfqu\u00e9 es eso?", NO),
        ("no uso nada m\u00e1s que retinol", "~yes"),
        ("no uso cremas sin retinol", NO),
        ("y eso para que es", NO),
    ],
)
def test_a_no_is_as_plain_in_spanish(text: str, expected: str) -> None:
    assert brief(reading("retinoid", text)) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("retinoid", "i dont no", "not_sure"),
        ("retinoid", "I don't get it", NO),
        ("retinoid", "lol no", "no"),
        ("retinoid", "nooooo", "no"),
        ("retinoid", "yes, i think it's retinol", "~yes"),
        ("retinoid", "maybe once a month", "~yes"),
        ("retinoid", "no wait, yes i do", "~yes"),
        ("retinoid", "does retinol count? I use that", "~yes"),
        ("retinoid", "does retinol count? I use soap", NO),
        ("retinoid", "what is a retinoid", NO),
        ("retinoid", "just started a few days back", "~yes"),
        ("retinoid", "nothing prescription, just the retinol", "~yes"),
        ("retinoid", "no glycolic", NO),
        ("retinoid", "glycolic", NO),
        ("retinoid", "a little?", "~yes"),
        ("retinoid", "a little bit I guess?", "~yes"),
        ("retinoid", "not at all really?", NO),
        ("retinoid", "banana banana banana?", NO),
        ("retinoid", "nothing too strong", NO),
        ("exfoliant", "no, too sensitive for that", "~no"),
        ("exfoliant", "No acids, no scrubs, no peels.", "~no"),
        ("exfoliant", "uso un cepillo", "~yes"),
        ("procedure", "not in the last 3 months", "~no"),
        ("procedure", "nothing in the last 2 months", NO),
        ("procedure", "not recently, no", NO),
        ("procedure", "no, this would be my first time", "~no"),
        ("procedure", "I haven't been to a spa in years", "~no"),
        ("procedure", "me hice un peeling", "~yes"),
        ("procedure", "botox", "~yes"),
        ("procedure", "I think it was last month", NO),
        ("skin_now", "not right now", "~no"),
        ("skin_now", "ahorita no", "~no"),
        ("skin_now", "ahorita s\u00ed", "~yes"),
        ("skin_now", "todo bien", "~no"),
        ("skin_now", "a lil sunburn on my nose", "~yes"),
        ("skin_now", "no it irritated my skin", NO),
        ("pigment", "nope my tone is even", "~no"),
        ("pigment", "my tone is uneven", "~yes"),
        ("pigment", "sin manchas", "~no"),
        ("pigment", "melasma no, pero manchas s\u00ed", "~yes"),
    ],
)
def test_kinds_of_sentences_between_yes_and_no(key: str, text: str, expected: str) -> None:
    assert brief(reading(key, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("somtimes", "~yes"),
        ("kizas", "not_sure"),
        ("nunca e usado", "no"),
        ("no, none of that", "no"),
        ("pretty sure no", "~not_sure"),
        ("not sure. what counts?", "~not_sure"),
        ("no " * 150, NO),
    ],
)
def test_slips_are_put_right_and_stories_are_asked_again(text: str, expected: str) -> None:
    assert brief(reading("retinoid", text)) == expected
