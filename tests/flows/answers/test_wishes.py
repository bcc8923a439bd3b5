"""FUTURE_DATE: one day to come, or none in particular. Today is Monday 23 November 2026."""

from __future__ import annotations

from datetime import date

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
        ("before my wedding on Dec 12", "~2026-12-11"),
        ("for my wedding on Dec 12", "~2026-12-12"),
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
        ("not in December", NO),
        ("I may come", NO),
        ("before Christmas", "~2026-12-24"),
        ("next week or the week after", NO),
        ("a weekend in december", NO),
        ("last december", PAST),
        ("2/30", NO),
        ("banana", NO),
        ("", NO),
    ],
)
def test_the_day_hoped_for(text: str, expected: str) -> None:
    assert brief(reading("wish", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next week", "~2026-11-08"),
        ("early next week", "~2026-11-08"),
        ("week after next", "~2026-11-15"),
        ("this week", "~2026-11-03"),
        ("this weekend", "~2026-11-07"),
        ("next weekend", "~2026-11-07"),
        ("december", "~2026-12-01"),
        ("Dec", "~2026-12-01"),
        ("in december 2027", "~2027-12-01"),
        ("november", "~2026-11-03"),
        ("mid january", "~2027-01-10"),
        ("late next month", "~2026-12-20"),
        ("end of the month", "~2026-11-20"),
        ("next year", "~2027-01-01"),
        ("in the spring", "~2027-03-01"),
        ("next fall", "~2026-11-03"),
        ("winter", "~2026-12-01"),
        ("in a couple of weeks", "~2026-11-10"),
        ("in a few days", "~2026-11-05"),
        ("in a few months", "~2027-01-03"),
        ("thanksgiving", "~2026-11-26"),
        ("the week of thanksgiving", "~2026-11-22"),
        ("christmas 2027", "~2027-12-25"),
        ("labor day weekend", "~2027-09-04"),
        ("as early as possible", "no"),
        ("soon as you can", "no"),
        ("any day works", "no"),
        ("no preference", "no"),
    ],
)
def test_of_a_period_the_first_day_counts(text: str, expected: str) -> None:
    assert brief(reading("wish", text, date(2026, 11, 3))) == expected


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        (date(2027, 1, 10), "winter", "~2027-01-10"),
        (date(2026, 11, 8), "this weekend", "~2026-11-08"),
        (date(2026, 11, 8), "next week", "~2026-11-15"),
    ],
)
def test_a_period_that_is_on_begins_today(today: date, text: str, expected: str) -> None:
    assert brief(reading("wish", text, today)) == expected
