"""NAME, TEXT and PHONE."""

from __future__ import annotations

import pytest

from tests.flows.answers.asking import brief, reading

NO = "-not_understood"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hi I'm Ana :)", "Ana"),
        ("Hello! my name is Jos\u00e9 Luis", "Jos\u00e9 Luis"),
        ("call me J.", "J."),
        ("you can call me Bo please", "Bo"),
        ("This is Mary-Jane here", "Mary-Jane"),
        ("Li", "Li"),
        ("Hi", "Hi"),
        ("\u0645\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f"),
        ("\U0001f600", "\U0001f600"),
        ("no", ""),
        ("I'd rather not say", ""),
        ("skip", ""),
        ("Noah", "Noah"),
        ("X \u00c6 A-12", "X \u00c6 A-12"),
        ("  Bob\x00\n", "Bob"),
        ("n" * 61, "-too_long"),
        ("", NO),
        ("\x00 \u200b", NO),
    ],
)
def test_a_name_is_what_they_want_to_be_called(text: str, expected: str) -> None:
    assert brief(reading("name", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [(" hello\nthere ", "hello\nthere"), ("x" * 1001, "-too_long"), (" \n", NO), ("a\x07b", "ab")]
)
def test_a_text_is_kept_as_said(text: str, expected: str) -> None:
    assert brief(reading("note", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("314-555-0123", "+13145550123"),
        ("(314) 909-0633", "+13149090633"),
        ("3149090633", "+13149090633"),
        ("call me at 314 909 0633 after 5", "+13149090633"),
        ("+44 20 7946 0958", "+442079460958"),
        ("314-909-0633, again 314.909.0633", "+13149090633"),
        ("314-909-0633 or 314-960-7619", "-not_a_phone"),
        ("11/2/2026", "-not_a_phone"),
        ("2026-11-22", "-not_a_phone"),
        ("$300", "-not_a_phone"),
        ("12345", "-not_a_phone"),
        ("", "-not_a_phone"),
    ],
)
def test_one_phone_number(text: str, expected: str) -> None:
    assert brief(reading("phone", text)) == expected
