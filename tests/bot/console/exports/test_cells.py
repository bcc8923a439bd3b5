"""No cell starts a formula, whatever somebody typed."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.console.exports.cells import readable, safe_cell

# Stated here once more, in the spreadsheets' terms: what they strip or overlook before they look for a formula.
OVERLOOKED = (
    r"[\s\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff]*"
)
FORMULA = re.compile(rf"{OVERLOOKED}[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]")

BAD = (
    "=1+1", "+1 314 555 0123", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\ufeff=1", "\u200b=1", "\u00a0=1",
    "＝1", "＋1", "－1", "＠A", "\x00=1", "\x1f=1", "\u202e=1", "﹦1", "−1", '"=1',
    "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "\ufe0f=1", "\u2028=1",
)  # fmt: skip
HOSTILE = st.text(
    st.one_of(st.sampled_from("=+-@＝＋－＠−\t\r\n ;,|\"'\x00\ufeff\u200b\u00a0\u2028\u202ea1"), st.characters()),
    max_size=40,
)


def read_back(cells: list[str], delimiter: str = ",") -> list[list[str]]:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(cells)
    return list(csv.reader(io.StringIO(written.getvalue(), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("text", BAD, ids=ascii)
def test_what_starts_a_formula_becomes_text(text: str) -> None:
    assert FORMULA.match(text) or text[:1] in '"\x00\x1f'
    assert safe_cell(text).startswith(("'", "\N{REPLACEMENT CHARACTER}"))


@pytest.mark.parametrize("text", ["Ann", "2026-11-03", "don't", "a = b", "a+b@example.org", "'=1", "5 - 3", ""])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_a_phone_number_stays_readable() -> None:
    assert safe_cell("+13145550123") == "'+13145550123"


def test_a_formula_after_a_separator_of_another_country_becomes_text() -> None:
    assert safe_cell("Ann;=1+1") == "Ann;'=1+1"
    assert safe_cell("Ann\t @A1") == "Ann\t '@A1"
    assert safe_cell('Ann;"=1') == "Ann;\"'=1"


def test_what_no_file_carries_shows_as_a_replacement() -> None:
    assert readable("a\x00b\ud800c\r\nd\re\ufffe") == "a\ufffdb\ufffdc\nd\ne\ufffd"


@given(st.lists(HOSTILE, min_size=1, max_size=5))
@example(["a;=1", '";=1'])
def test_no_cell_starts_a_formula_and_the_columns_hold(texts: list[str]) -> None:
    cells = [safe_cell(text) for text in texts]
    assert read_back(cells) == [cells]
    assert not [cell for cell in cells if FORMULA.match(cell) or (cell[:1] in "\t\r\n" and cell)]


@given(st.lists(HOSTILE, min_size=1, max_size=5), st.sampled_from(";\t|"))
@example(["a", "x;=1"], ";")
def test_a_program_that_expects_another_separator_finds_no_formula_either(texts: list[str], separator: str) -> None:
    rows = read_back([safe_cell(text) for text in texts], separator)
    assert not [cell for row in rows for cell in row if FORMULA.match(cell)]


@given(HOSTILE)
def test_every_cell_can_be_written_and_nothing_but_guards_is_added(text: str) -> None:
    cell = safe_cell(text)
    cell.encode()
    assert cell.replace("'", "") == readable(text).replace("'", "")
