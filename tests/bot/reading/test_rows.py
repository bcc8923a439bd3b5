"""Rows are read from files, and a file that is wrong is refused with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.reading.rows import FIRST_DAY, Row, RowsError, load_sample, load_samples

if TYPE_CHECKING:
    from pathlib import Path


def sample(folder: Path, told: str, name: str = "dates_en.toml") -> Path:
    file = folder / name
    file.write_text(told, encoding="utf-8")
    return file


def test_a_row_is_read_with_all_that_it_may_say(tmp_path: Path) -> None:
    told = """
    [[row]]
    text = "about two weeks ago"
    today = "2026-11-25"
    question = "sun_last"
    want = "2026-11-11"
    upto = 2026-11-13
    held = true

    [[row]]
    text = "the red peel and tret"
    want = ["retinoid", "exfoliant"]
    also = ["none", ["unclear"]]
    """
    found = load_sample(sample(tmp_path, told, "yes_no_es.toml"))
    first = Row("about two weeks ago", "2026-11-11", "sun_last", date(2026, 11, 25), True, upto=date(2026, 11, 13))
    second = Row("the red peel and tret", "exfoliant,retinoid", "", FIRST_DAY, False, ("none", "unclear"))
    assert (found.reader, found.language, found.rows) == ("yes_no", "es", (first, second))


@pytest.mark.parametrize(
    ("name", "told", "place"),
    [
        ("dates.toml", "row = []", "dates.toml"),
        ("dates_en.toml", "row = [", "dates_en.toml"),
        ("dates_en.toml", "[[row]]\ntext = 'a'\nwant = 'no'\n[[row]]\ntext = 'b'", "row 2: 'want'"),
        ("dates_en.toml", "[[row]]\ntext = 'a'\nwant = 'no'\nwhy = 'so'", "row 1: 'why'"),
        ("dates_en.toml", "[[row]]\ntext = 'a'\nwant = 'no'\ntoday = 'Tuesday'", "row 1"),
        ("dates_en.toml", "row = ['a']", "row 1"),
    ],
)
def test_what_is_no_row_is_refused_with_its_place(tmp_path: Path, name: str, told: str, place: str) -> None:
    with pytest.raises(RowsError, match=place):
        load_sample(sample(tmp_path, told, name))


def test_samples_come_by_name_and_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RowsError, match="--rows"):
        load_samples(tmp_path)
    for name in ("names_es.toml", "dates_en.toml"):
        sample(tmp_path, "[[row]]\ntext = 'a'\nwant = 'none'", name)
    assert [each.reader for each in load_samples(tmp_path)] == ["dates", "names"]
