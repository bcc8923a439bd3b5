"""One number to call, in whatever way people write one; never a number of anything else, never the wrong one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from flows.answers.phones import NOT_A_PHONE, numbers_in
from tests.flows.answers.asking import brief, reading

ROWS = Path(__file__).parent / "rows"
AIM = 0.97


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("held", [False, True], ids=["open", "held"])
def test_the_labelled_numbers_are_read_and_none_is_wrong(language: str, held: bool) -> None:
    told = tomllib.loads((ROWS / f"phones_{language}.toml").read_text(encoding="utf-8"))["row"]
    rows = [row for row in told if row.get("held", False) is held]
    got = [(brief(reading("phone", row["text"])).replace(f"-{NOT_A_PHONE}", "none"), row["want"]) for row in rows]
    assert not [pair for pair in got if pair[0] != pair[1] and pair[0] != "none"]
    assert sum(one == other for one, other in got) >= AIM * len(rows)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call 314-555-0123 not 636-555-0187", "+13145550123"),
        ("seguro, 314-555-0123", "+13145550123"),
        ("thanks a lot 314-555-0123", "+13145550123"),
        ("\u202a+1 314\u2011555\u20110123\u202c", "+13145550123"),
        ("(314) 555-0123 cell\n(314) 555-0123 home", "+13145550123"),
        ("3 1 4 5 5 5 0 1 2 3", "+13145550123"),
    ],
)
def test_a_number_among_other_things(text: str, number: str) -> None:
    assert numbers_in(text) == {number}


@pytest.mark.parametrize(
    "text",
    [
        "my old number was 314-555-0123", "area code 314", "area code 000, 555-0123", "31 45 55 01 2",
        "3 14 15 92 65 3",
        "2026 11 03 1430", "+52 1", "502", "52 00 0000 0000", "52123 45678 90123 45678 90123 45",
        "reference 31 45 55 01 23 44",
    ],
)  # fmt: skip
def test_what_is_no_number_to_call(text: str) -> None:
    assert numbers_in(text) == set()


def test_two_numbers_in_odd_spellings_are_not_one() -> None:
    assert brief(reading("phone", "31 45 55 01 23 or 63 65 55 01 87")) == f"-{NOT_A_PHONE}"
