"""The score as a table, on the terminal and in README."""

from __future__ import annotations

import pytest

from bot.reading.judging import Harm, Worth
from bot.reading.page import BEGIN, END, HEAD, as_markdown, as_text, with_table
from bot.reading.rows import RowsError
from bot.reading.score import Tally

TALLIES = [
    Tally("dates", "en", False, 4, {Worth.UNDERSTOOD: 3, Worth.ASKED: 1, Worth.WRONG: 0}, {Harm.CLEARED: 0}),
    Tally("names", "es", True, 2, {Worth.UNDERSTOOD: 1, Worth.ASKED: 0, Worth.WRONG: 1}, {}),
]


def test_figures_stand_under_each_other() -> None:
    head, first, second = as_text(TALLIES)
    assert {head.index("rows"), first.index("4"), second.index("2 ")} == {head.index("rows")}
    assert {"0.750", "1.000", "cleared"} <= set(first.split())
    assert {"names,", "held", "Spanish", "0.500", "-"} <= set(second.split())


def test_the_same_figures_are_a_table_of_readme() -> None:
    head, line, first, second = as_markdown(TALLIES).splitlines()
    assert {text.count("|") for text in (head, line, first, second)} == {len(HEAD) + 1}
    assert "wrongly cleared 0" in first


def test_a_table_takes_the_place_of_the_one_before() -> None:
    page = f"a\n{BEGIN}old\n{END}\nb\n"
    assert with_table(page, "| new |\n") == f"a\n{BEGIN}| new |\n{END}\nb\n"


@pytest.mark.parametrize("page", ["", BEGIN, END])
def test_a_page_without_a_place_for_it_is_refused(page: str) -> None:
    with pytest.raises(RowsError, match="README"):
        with_table(page, "")
