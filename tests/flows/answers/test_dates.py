"""PAST_DATE: every day that the words could mean, the late end counting. Today is Monday 23 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.answers.days import FIRST_YEAR, calendar_months_after, day_of, weekend_back
from flows.model import NOT_SURE, STILL_USING, Interval, Understood
from tests.flows.answers.asking import TODAY, brief, reading

NO = "-not_understood"
FUTURE = "-future_date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on_2026-11-20", "2026-11-20"),
        ("before_2026-11-17", "None..2026-11-16"),
        ("on_2027-01-01", FUTURE),
        ("before_2026-13-40", NO),
        ("2026-11-02", "2026-11-02"),
        ("2026/11/2", "2026-11-02"),
        ("11/20", "2026-11-20"),
        ("11/2", "~2026-11-02"),
        ("11/2/26", "~2026-11-02"),
        ("11/20/2026", "2026-11-20"),
        ("11-20-2026", "2026-11-20"),
        ("11.20.2026", "2026-11-20"),
        ("11-20", "2026-11-20"),
        ("23/11", "~2026-11-23"),
        ("2/11", "~2026-11-02"),
        ("12/25", FUTURE),
        ("12/25/2025", "2025-12-25"),
        ("2/29", "~2024-02-29"),
        ("13/13", NO),
        ("31/31/2026", NO),
        ("Nov 2", "2026-11-02"),
        ("nov2", "2026-11-02"),
        ("2 Nov", "2026-11-02"),
        ("November 2nd, 2026", "2026-11-02"),
        ("Nov 2 '25", "2025-11-02"),
        ("the 2nd of November", "2026-11-02"),
        ("Mon, Nov 16", "2026-11-16"),
        ("Tuesday Nov 16", "~2026-11-16..2026-11-17"),
        ("Nov 30", FUTURE),
        ("Feb 30", NO),
        ("Nov 2, 2027", FUTURE),
        ("Nov 2 1801", "~2026-11-02"),
        ("on the 5th", "2026-11-05"),
        ("5th", "2026-11-05"),
        ("the 25th", "~2026-10-25"),
        ("the 31st", "~2026-10-31"),
        ("the 45th", NO),
    ],
)
def test_written_dates(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-23"),
        ("this morning", "2026-11-23"),
        ("just put it on", "2026-11-23"),
        ("10 mins ago", "~2026-11-22..2026-11-23"),
        ("90 minutes ago", "~2026-11-22..2026-11-23"),
        ("36 hours ago", "~2026-11-21..2026-11-22"),
        ("last night", "~2026-11-22..2026-11-23"),
        ("yesterday night", "~2026-11-22..2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("yesterday?", "~2026-11-22"),
        ("yesterday evening", "2026-11-22"),
        ("the day before yesterday", "2026-11-21"),
        ("the other day", "~2026-11-09..2026-11-22"),
        ("3 days ago", "2026-11-20"),
        ("three days back", "2026-11-20"),
        ("3 nights ago", "~2026-11-20..2026-11-21"),
        ("3 days", "~2026-11-20"),
        ("3-4 days ago", "~2026-11-19..2026-11-20"),
        ("4 or 3 days ago", "~2026-11-19..2026-11-20"),
        ("a couple of days ago", "~2026-11-20..2026-11-22"),
        ("a few days ago", "~2026-11-16..2026-11-21"),
        ("a couple weeks ago", "~2026-11-02..2026-11-16"),
        ("a day or two ago", "~2026-11-21..2026-11-22"),
        ("a week or so ago", "~2026-10-29..2026-11-18"),
        ("a week ago", "~2026-11-14..2026-11-18"),
        ("a week ago Tuesday", "~2026-11-10..2026-11-17"),
        ("Tuesday last week", "2026-11-17"),
        ("over a month ago", "~None..2026-10-23"),
        ("less than a week ago", "~2026-11-14..2026-11-23"),
        ("a month ago", "~2026-10-08..2026-11-07"),
        ("a month and a half ago", "~2026-09-23..2026-10-23"),
        ("half a year ago", "~2026-04-23..2026-06-22"),
        ("months ago", "~None..2026-10-08"),
        ("recently", "~2026-08-25..2026-11-23"),
        ("last week", "~2026-11-15..2026-11-22"),
        ("the week before last", "~2026-11-08..2026-11-15"),
        ("this week", "~2026-11-22..2026-11-23"),
        ("over the past week", "~2026-11-15..2026-11-23"),
        ("last month", "~2026-10-01..2026-10-31"),
        ("month before last", "~2026-09-01..2026-09-30"),
        ("earlier this month", "~2026-11-01..2026-11-23"),
        ("last year", "~2025-01-01..2025-12-31"),
        ("last weekend", "~2026-11-21..2026-11-22"),
        ("this weekend", "~2026-11-21..2026-11-22"),
        ("two weekends ago", "~2026-11-07..2026-11-15"),
        ("a couple weekends ago", "~2026-11-14..2026-11-22"),
        ("Tuesday", "2026-11-17"),
        ("last Tuesday", "2026-11-17"),
        ("on Monday", "~2026-11-16"),
        ("fri", "2026-11-20"),
        ("in October", "~2026-10-01..2026-10-31"),
        ("October 2025", "~2025-10-01..2025-10-31"),
        ("last October", "~2025-10-01..2026-10-31"),
        ("in December", "~2025-12-01..2025-12-31"),
        ("early October", "~2026-10-01..2026-10-15"),
        ("mid October", "~2026-10-01..2026-10-24"),
        ("in may", "~2026-05-01..2026-05-31"),
        ("this month", "~2026-11-01..2026-11-23"),
        ("2024", "~2024-01-01..2024-12-31"),
        ("in 2026", "~2026-01-01..2026-11-23"),
        ("Oct 2030", FUTURE),
        ("last summer", "~2026-06-01..2026-09-30"),
        ("summer 2025", "~2025-06-01..2025-09-30"),
        ("last winter", "~2025-12-01..2026-03-31"),
        ("last fall", "~2026-09-01..2026-11-23"),
        ("ages before 1999", "~None..1998-12-31"),
    ],
)
def test_days_in_words(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about a month ago", "~2026-10-07..2026-11-08"),
        ("I used it on Nov 3 I think", "~2026-11-03"),
        ("I used it around Nov 3", "~2026-10-30..2026-11-07"),
        ("maybe sometime before Nov 10", "~None..2026-11-09"),
        ("before Nov 10", "~None..2026-11-09"),
        ("after Nov 10", "~2026-11-11..2026-11-23"),
        ("since Monday", "~2026-11-16..2026-11-23"),
        ("haven't used it since last Monday", "~2026-11-16"),
        ("haven't used it in 3 days", "~2026-11-20"),
        ("off it for 2 weeks", "~2026-11-05..2026-11-13"),
        ("stopped using it 2 weeks ago", "~2026-11-05..2026-11-13"),
        ("until Friday", "2026-11-20"),
        ("every night until last Tuesday", "~2026-11-17"),
        ("twice a week, last time Sunday", "~2026-11-22"),
        ("Nov 2 or Nov 3", "~2026-11-02..2026-11-03"),
        ("before Oct 3 or Nov 3", "~None..2026-11-03"),
        ("between Nov 1 and Nov 5", "~2026-11-01..2026-11-05"),
        ("started Nov 1, then again Nov 10", "~2026-11-10"),
        ("used it for 3 days", NO),
        ("not yesterday", NO),
        ("I stopped", NO),
        ("no longer using it", NO),
        ("not daily", NO),
        ("never", NO),
        ("tomorrow", FUTURE),
        ("next week", FUTURE),
        ("Nov 2 and Dec 5, 2026", FUTURE),
        ("not sure", "not_sure"),
        ("not sure?", "~not_sure"),
        ("can't remember", "not_sure"),
        ("I really can't remember when", "~not_sure"),
    ],
)
def test_what_stands_around_a_date_counts(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I may not",
        "mar",
        "sun",
        "24",
        "5",
        "retinol 0.5",
        "1/2 tube",
        "314-909-0633",
        "$11/2",
        "it may be",
        "pronto",
        "???",
        "",
        "  ",
        "12345678901234567890",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert brief(reading("retinoid_last", text)) == NO


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("still using it", "still_using"),
        ("every night", "still_using"),
        ("daily", "still_using"),
        ("I haven't stopped", "still_using"),
        ("still do", "~still_using"),
        ("2 times a week", "~still_using"),
        ("once or twice a week", "~still_using"),
        ("on weekends", "~still_using"),
        ("every other day since June", "~still_using"),
        ("24/7", "~still_using"),
    ],
)
def test_use_that_goes_on_is_still_using(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("before yesterday", "~None..2026-11-01"),
        ("oct 28-30", "~2026-10-28..2026-10-30"),
        ("from oct 28 to oct 30", "~2026-10-28..2026-10-30"),
        ("oct 28th to the 30th", "~2026-10-28..2026-10-30"),
        ("10/28-10/30", "~2026-10-28..2026-10-30"),
        ("oct 30 - nov 5", FUTURE),
        ("10/28-30", "~2026-10-28..2026-10-30"),
        ("oct 30, 2-3 times a week", "~still_using"),
        ("last used 2 months ago but I use it sometimes", "~still_using"),
        ("stopped in June, still use it on weekends", "~still_using"),
        ("stopped 2 months ago, used it every night before", "~2026-08-19..2026-09-18"),
        ("Halloween", "2026-10-31"),
        ("last halloween", "~2026-10-31"),
        ("halloween 2024", "~2024-10-31"),
        ("since halloween", "~2026-10-31..2026-11-03"),
        ("day after halloween", "~2026-11-01"),
        ("2 days before halloween", "~2026-10-29"),
        ("halloween or the day after", "~2026-10-29..2026-11-02"),
        ("Labor Day", "2026-09-07"),
        ("labor day weekend", "~2026-09-05..2026-09-07"),
        ("fathers day weekend", "~2026-06-20..2026-06-21"),
        ("Thanksgiving", "~2025-11-27"),
        ("thanksgiving weekend", "~2025-11-27..2025-11-30"),
        ("veterans day weekend", "~2025-11-08..2025-11-16"),
        ("memorial day", "~2026-05-25"),
        ("Christmas", "~2025-12-25"),
        ("Christmas Eve", "~2025-12-24"),
        ("New Year's", "~2026-01-01"),
        ("4th of July", "2026-07-04"),
        ("4th of july weekend", "~2026-07-04..2026-07-05"),
        ("3d ago", "2026-10-31"),
        ("2w ago", "~2026-10-16..2026-10-24"),
        ("a week and a half ago", "~2026-10-20..2026-10-27"),
        ("it's been a week", "~2026-10-25..2026-10-29"),
        ("it's been a week since I started", NO),
        ("a while ago", "not_sure"),
        ("Mon", "2026-11-02"),
        ("sat", "2026-10-31"),
    ],
)
def test_holidays_stretches_and_short_words(text: str, expected: str) -> None:
    assert brief(reading("retinoid_last", text, date(2026, 11, 3))) == expected


def test_going_on_where_there_is_no_such_answer_is_today() -> None:
    assert reading("sun_last", "every day") == Understood(Interval.on(TODAY))


@pytest.mark.parametrize("text", ["never", "No", "not in ages"])
def test_never_is_long_ago_for_the_sun(text: str) -> None:
    assert brief(reading("sun_last", text)) == "~None..2025-11-23"


def test_doubt_without_a_date_is_not_sure_only_where_it_may_be() -> None:
    assert brief(reading("sun_last", "not in months")) == "~None..2026-10-08"


def test_a_weekend_that_is_on_reaches_to_today() -> None:
    sunday = date(2026, 11, 22)
    assert weekend_back(sunday, 0) == Interval(date(2026, 11, 21), sunday)
    assert brief(reading("retinoid_last", "this weekend", sunday)) == "~2026-11-21..2026-11-22"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 29), 6, date(2024, 2, 29)),
        (date(2026, 11, 23), -6, date(2026, 5, 23)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_calendar_months_end_with_the_month(day: date, months: int, expected: date) -> None:
    assert calendar_months_after(day, months) == expected


def test_no_answer_lies_before_a_lifetime() -> None:
    assert day_of(FIRST_YEAR - 1, 1, 1) is None


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@settings(deadline=None)
@given(today=DAYS, ago=st.integers(0, 400))
def test_a_day_is_read_back_from_every_way_to_write_it(today: date, ago: int) -> None:
    day = today - timedelta(days=ago)
    for written in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{ago} days ago",
    ):
        value = _value(written, today)
        assert value == Interval.on(day), written


@settings(deadline=None)
@given(today=DAYS, ago=st.integers(1, 24))
def test_the_late_end_never_precedes_a_day_that_the_words_could_mean(today: date, ago: int) -> None:
    for words, latest in (
        (f"{ago} weeks ago", today - timedelta(weeks=ago)),
        (f"{ago} months ago", calendar_months_after(today, -ago)),
        (f"about {ago} weeks ago", today - timedelta(weeks=ago) + timedelta(days=2)),
        (f"{ago} nights ago", today - timedelta(days=ago - 1)),
        (f"{ago}-{ago + 3} days ago", today - timedelta(days=ago)),
        ("last week", today - timedelta(days=today.weekday() + 1)),
        ("last month", today.replace(day=1) - timedelta(days=1)),
    ):
        value = _value(words, today)
        assert isinstance(value, Interval)
        assert latest <= value.latest <= today, words


def _value(text: str, today: date) -> object:
    result = reading("retinoid_last", text, today)
    assert isinstance(result, Understood), text
    assert result.value not in (STILL_USING, NOT_SURE)
    return result.value
