"""What the project's own rows say of the readers: no harm, and no figure below its aim."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from bot.commands.form import ROWS
from bot.reading.judging import NEVER_ALLOWED, Harm, Worth
from bot.reading.page import README, as_markdown, with_table
from bot.reading.rows import Sample, load_samples
from bot.reading.score import Tally, scored
from flows import flow

LANGUAGES = ("en", "es")
MEASURED = ("dates", "yes_no", "products", "topics", "urgent", "phones", "names")
"""Readers that always have rows."""
FEWEST = 150
"""Rows per reader and language."""
FEWEST_HELD = 50
ASKED_AIMS = {"dates": 0.98}
UNDERSTOOD_AIMS = {
    ("dates", "en"): 0.90,
    ("dates", "es"): 0.85,
    ("yes_no", "en"): 0.92,
    ("yes_no", "es"): 0.92,
    ("products", "en"): 0.95,
    ("products", "es"): 0.95,
    ("topics", "en"): 0.85,
    ("topics", "es"): 0.85,
    ("phones", "en"): 0.97,
    ("phones", "es"): 0.97,
}
AT_MOST = {
    ("products", Harm.ACTIVE_MISSED): 0.01,
    ("products", Harm.FALSE_ALARM): 0.03,
    ("urgent", Harm.FLAG_MISSED): 0.03,
    ("urgent", Harm.FALSE_ALARM): 0.08,
}
"""The share of rows at which a harm that can't be ruled out is still one."""
HELD_FLOORS = {
    ("choices", "en"): 0.92,
    ("choices", "es"): 0.95,
    ("dates", "en"): 0.97,
    ("dates", "es"): 0.97,
    ("names", "en"): 0.94,
    ("names", "es"): 0.96,
    ("phones", "en"): 0.98,
    ("phones", "es"): 0.96,
    ("products", "en"): 0.95,
    ("products", "es"): 0.98,
    ("topics", "en"): 0.91,
    ("topics", "es"): 0.85,
    ("urgent", "en"): 0.96,
    ("urgent", "es"): 0.96,
    ("wishes", "en"): 0.95,
    ("wishes", "es"): 0.94,
    ("yes_no", "en"): 0.90,
    ("yes_no", "es"): 0.96,
}
"""A little below what is understood of the held rows: nobody looks at them, so a loss is seen here alone."""
HELD_ASKED_FLOOR = 0.93
HELD_SLACK = 0.02
"""Rows that are few: one more of them may do harm that can't be ruled out."""


@cache
def samples() -> tuple[Sample, ...]:
    return load_samples(ROWS)


@cache
def tallies() -> tuple[Tally, ...]:
    return tuple(scored(flow.load(), samples()))


def named(tally: Tally) -> str:
    return f"{tally.reader}-{tally.language}{'-held' if tally.held else ''}"


TALLIES = pytest.mark.parametrize("tally", tallies(), ids=named)


@TALLIES
def test_no_misreading_does_harm_that_is_never_allowed(tally: Tally) -> None:
    assert tally.unforgivable == 0, tally.harms


@TALLIES
def test_as_much_is_understood_as_is_aimed_at(tally: Tally) -> None:
    sample = tally.reader, tally.language
    understood = HELD_FLOORS.get(sample, 0.9) if tally.held else UNDERSTOOD_AIMS.get(sample, 0.9)
    asked = HELD_ASKED_FLOOR if tally.held else ASKED_AIMS.get(tally.reader, 0.95)
    assert tally.share(Worth.UNDERSTOOD) >= understood
    assert tally.share(Worth.UNDERSTOOD, Worth.ASKED) >= asked


@TALLIES
def test_harm_that_cannot_be_ruled_out_is_rare(tally: Tally) -> None:
    for harm, count in tally.harms.items():
        if harm not in NEVER_ALLOWED:
            assert count / tally.rows <= AT_MOST[tally.reader, harm] + (HELD_SLACK if tally.held else 0), harm


def test_every_reader_is_measured_in_both_languages_by_many_rows() -> None:
    rows = {(each.reader, each.language): len(each.rows) for each in samples() if each.reader in MEASURED}
    assert not {(reader, language) for reader in MEASURED for language in LANGUAGES} - set(rows)
    assert not {sample: count for sample, count in rows.items() if count < FEWEST}


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{sample.reader}-{sample.language}")
def test_no_row_counts_twice_and_enough_of_them_are_held(sample: Sample) -> None:
    told = Counter((row.text, row.question, row.today) for row in sample.rows)
    assert not [row for row, count in told.items() if count > 1]
    assert sum(row.held for row in sample.rows) >= (FEWEST_HELD if sample.reader in MEASURED else 1)


def test_the_figures_in_readme_are_todays() -> None:
    page = README.read_text(encoding="utf-8")
    assert page == with_table(page, as_markdown(tallies())), "python3 -m bot reading --readme"
