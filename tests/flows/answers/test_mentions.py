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
        ("tretinoin and glycolic acid", set()),
        ("my account is active", set()),
        ("I'm tan, going insane, to be accurate", set()),
        ("octane actual acute clarity secret targeting", set()),
        ("iso", set()),
        ("", set()),
    ],
)
def test_what_is_mentioned(text: str, expected: set[Mention]) -> None:
    assert mentions(text, catalogue()) == expected


@settings(deadline=None)
@given(
    spelling=st.sampled_from(STRONG),
    around=st.sampled_from(["{}", "was on {} once", "do you mean {}?", "(({}))", "NOTE: {}, thanks"]),
)
def test_every_oral_drug_is_mentioned_in_any_text(spelling: str, around: str) -> None:
    assert mentions(around.format(spelling), catalogue()) & {Mention.ISOTRETINOIN, Mention.ORAL_RETINOID}
