"""FUTURE_DATE: one day to come, or none in particular. Today is Monday 23 November 2026."""

from __future__ import annotations

import pytest

from tests.flows.answers.asking import brief, reading

NO = "-not_understood"
PAST = "-past_date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on_2026-12-01", "2026-12-01"),
        ("on_2026-13-01", NO),
        ("Dec 12", "2026-12-12"),
        ("12/12/26", "2026-12-12"),
        ("12/13", "2026-12-13"),
        ("Jan 5", "2027-01-05"),
        ("June 5", "~2027-06-05"),
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("day after tomorrow", "2026-11-25"),
        ("in 10 days", "2026-12-03"),
        ("in 2 weeks", "~2026-12-07"),
        ("a month from now", "~2026-12-23"),
        ("Friday", "2026-11-27"),
        ("next Friday", "~2026-11-27"),
        ("Monday", "2026-11-30"),
        ("the 5th", "~2026-12-05"),
        ("the 25th please", "2026-11-25"),
        ("before my wedding on Dec 12", "~2026-12-12"),
        ("Dec 12?", "~2026-12-12"),
        ("no", "no"),
        ("nope", "no"),
        ("no rush", "no"),
        ("any time", "no"),
        ("not sure", "no"),
        ("yesterday", PAST),
        ("last week", PAST),
        ("last Friday", PAST),
        ("11/2", PAST),
        ("Dec 12 2025", PAST),
        ("not before December 10", NO),
        ("Dec 12 or Dec 13", NO),
        ("December", NO),
        ("2/30", NO),
        ("banana", NO),
        ("", NO),
    ],
)
def test_the_day_hoped_for(text: str, expected: str) -> None:
    assert brief(reading("wish", text)) == expected
