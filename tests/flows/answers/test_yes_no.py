"""YES_NO: a no must be plain."""

from __future__ import annotations

import pytest

from tests.flows.answers.asking import brief, reading

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
        ("melasma", "~yes"),
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
        ("not really", "not_sure"),
        ("I don't think so", "not_sure"),
        ("not that I know of", "not_sure"),
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
