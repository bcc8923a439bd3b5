"""A day that is asked for more exactly never makes the plan less careful, unless the client names the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.reading.score import read_row
from flows.model import Asking, Interval, Screening, Understood
from flows.taking import LONG_AGO, day_matters
from tests.flows.answers.test_rows_in_the_flow import FEW, at, samples, with_question
from tests.flows.given import Chat, answered, the_flow

KEYS = ("retinoid_last", "exfoliant_last", "isotretinoin_last", "sun_last", "series_last")
Told = tuple[Chat, str, Interval]


def told(language: str) -> Iterator[Told]:
    """A chat at its question for each row that is read as a stretch of days."""
    for sample in samples():
        for row in (with_question(sample, each) for each in sample.rows):
            if sample.reader != "dates" or sample.language != language:
                continue
            reading = read_row(the_flow(), row, language)
            if isinstance(reading, Understood) and isinstance(reading.value, Interval) and not reading.value.exact:
                yield at(row, language), row.text, reading.value


def screened(chat: Chat, value: Interval) -> Screening:
    answers = {**chat.intake.answers, chat.state: answered(value)}
    return the_flow().screen(type(chat.intake)("7F3K2Q", answers=answers), chat.today)


def days(interval: Interval) -> Iterator[date]:
    """Every day of it; of an open beginning the last sixty days."""
    first = interval.earliest or interval.latest - timedelta(days=60)
    for day in range((interval.latest - first).days + 1):
        yield first + timedelta(days=day)


def no_earlier(careful: Screening, other: Screening) -> bool:
    if careful.earliest is None or other.earliest is None:
        return careful.verdict >= other.verdict
    return careful.verdict >= other.verdict and careful.earliest >= other.earliest


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_plan_of_the_late_end_is_no_earlier_than_that_of_any_day_it_may_be(language: str) -> None:
    seen = 0
    for chat, text, interval in told(language):
        seen += 1
        late = screened(chat, interval)
        assert all(no_earlier(late, screened(chat, Interval.on(day))) for day in days(interval)), text
    assert seen >= 10


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("then", ["keep", "not sure", "no", "a while ago", "asdf"])
def test_who_cannot_narrow_a_stretch_gets_the_plan_of_its_late_end(language: str, then: str) -> None:
    seen = 0
    for chat, text, interval in told(language):
        key, late = chat.state, screened(chat, interval)
        if not day_matters(the_flow(), chat.intake, key, answered(interval), chat.today):
            continue
        seen, tried = seen + 1, False
        chat.say(text)
        for _ in range(FEW):
            if chat.state != key:
                break
            if "confirm" in chat.choices:
                chat.tap("confirm")
            elif then in chat.choices:
                chat.tap(then)
            elif chat.asking is Asking.NARROW and not tried:
                tried = True
                chat.say(then)
            else:
                chat.tap("keep") if chat.asking is Asking.NARROW else chat.say(text)
        assert chat.state != key, text
        assert no_earlier(chat.screening(), late), text
    assert seen >= 10


def test_a_stretch_that_cannot_change_the_plan_is_not_asked_about() -> None:
    for language in ("en", "es"):
        for chat, text, interval in told(language):
            first = Interval.on(interval.earliest or interval.latest - LONG_AGO)
            soon, late = screened(chat, first), screened(chat, interval)
            same = (soon.verdict, soon.earliest) == (late.verdict, late.earliest)
            assert day_matters(the_flow(), chat.intake, chat.state, answered(interval), chat.today) != same, text


def test_a_day_that_is_named_counts() -> None:
    for chat, text, interval in told("en"):
        key, first = chat.state, interval.earliest
        if first is None or not day_matters(the_flow(), chat.intake, key, answered(interval), chat.today):
            continue
        chat.say(text)
        if chat.asking is Asking.CONFIRM:
            chat.tap("confirm")
        assert chat.asking is Asking.NARROW, text
        chat.say(f"{first:%B} {first.day}, {first.year}")
        assert chat.value(key) == Interval.on(first), text
