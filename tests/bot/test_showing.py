"""Intakes as lines for a terminal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.showing import age, transcript
from flows.model import Answer, How, Intake
from storage.intakes import Given, Kept

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Value

NOW = datetime(2026, 11, 4, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("passed", "shown"),
    [
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(minutes=60), "1 h"),
        (timedelta(hours=23, minutes=59), "23 h"),
        (timedelta(hours=24), "1 d"),
        (timedelta(days=60), "60 d"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(passed: timedelta, shown: str) -> None:
    assert age(passed) == shown


@pytest.mark.parametrize(
    ("key", "value", "said", "is_read", "shown"),
    [
        ("age", "18_to_21", "18 to 21", True, "age: '18 to 21' (tap) -> 18 to 21"),
        ("age", "over_90", "Over 90", True, "age: 'Over 90' (tap) -> over_90"),
        ("shoe_size", ("44", "45"), "44 or 45", True, "shoe_size: '44 or 45' (tap) -> 44, 45"),
        ("retinoid", "not_sure", "hm", False, "retinoid: 'hm' (tap) -> I'm not sure [not read]"),
        ("note", "two\nlines\x1b[2J", "two lines", True, "note: 'two lines' (tap) -> two; lines [2J"),
    ],
)
def test_every_answer_is_told_whatever_the_form_has_become(
    flow: Flow, key: str, value: Value, said: str, is_read: bool, shown: str
) -> None:
    given = Given(key, Answer(value, said, How.TAP, understood=is_read), None, NOW, None)
    kept = Kept(1, 7, Intake(case="K7Q2M4", state="review"), "an older form", NOW, None, 1)
    lines = list(transcript(flow, kept, (), [given], NOW.date()))
    assert lines[lines.index("\nAnswers (as said -> as understood)") + 1] == shown
