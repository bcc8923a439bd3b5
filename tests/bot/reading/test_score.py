"""The score: each reader is measured as the bot uses it, tuned and held rows apart."""

from __future__ import annotations

from functools import cache

import pytest

from bot.reading.judging import ASKED, UNDERSTOOD, Harm, Judgement, Worth
from bot.reading.rows import Row, RowsError, Sample
from bot.reading.score import READERS, judged_row, measured, missed, scored
from flows import flow
from flows.flow import Flow


@cache
def form() -> Flow:
    return flow.load()


def judged(reader: str, text: str, want: str, *also: str, language: str = "en") -> Judgement:
    return judged_row(form(), Sample(reader, language, ()), Row(text, want, also=also))


@pytest.mark.parametrize(
    ("reader", "text", "want"),
    [
        ("dates", "yesterday", "2026-11-02"),
        ("wishes", "December 24", "2026-12-24"),
        ("yes_no", "yes", "yes"),
        ("products", "tretinoin", "retinoid"),
        ("topics", "how much does it cost?", "price"),
        ("urgent", "I can't breathe", "emergency"),
        ("phones", "call 314 555 0142", "+13145550142"),
        ("names", "hi I'm Ana :)", "Ana"),
    ],
)
def test_a_reader_is_asked_its_own_question(reader: str, text: str, want: str) -> None:
    assert judged(reader, text, want) == UNDERSTOOD


def test_a_row_may_name_its_question() -> None:
    row = Row("under 18", "under_18", "age")
    assert judged_row(form(), Sample("choices", "en", ()), row) == UNDERSTOOD


def test_the_best_of_several_meanings_counts() -> None:
    assert judged("yes_no", "qwertz", "yes") == ASKED
    assert judged("yes_no", "qwertz", "yes", "ask") == UNDERSTOOD
    assert judged("yes_no", "no", "yes", "not_sure") == Judgement(Worth.WRONG, Harm.FLIPPED)


def test_tuned_and_held_rows_are_counted_apart() -> None:
    rows = (Row("yes", "yes"), Row("no", "yes"), Row("qwertz", "no"), Row("yes", "yes", held=True))
    tuned, held = scored(form(), [Sample("yes_no", "en", rows)])
    assert (tuned.held, tuned.rows, held.held, held.rows) == (False, 3, True, 1)
    assert tuned.share(Worth.UNDERSTOOD) == pytest.approx(1 / 3)
    assert tuned.share(Worth.UNDERSTOOD, Worth.ASKED) == pytest.approx(2 / 3)
    assert (tuned.harms, tuned.unforgivable, held.unforgivable) == ({Harm.FLIPPED: 1}, 1, 0)


def test_a_false_alarm_can_be_forgiven() -> None:
    (tally,) = scored(form(), [Sample("urgent", "en", (Row("I can't breathe", "none"),))])
    assert (tally.harms[Harm.FALSE_ALARM], tally.unforgivable) == (1, 0)


def test_every_harm_belongs_to_a_reader() -> None:
    assert {harm for reader in READERS.values() for harm in reader.harms} == set(Harm)


def test_what_is_missed_is_listed_but_for_held_rows() -> None:
    rows = (Row("yes", "yes"), Row("no", "yes", "exfoliant"), Row("nope", "yes", held=True))
    (line,) = missed(form(), [Sample("yes_no", "en", rows)])
    assert {"en", "exfoliant", "flipped:"} <= set(line.replace(" Tue", "").split())


@pytest.mark.parametrize(
    ("reader", "row"),
    [
        ("tea_leaves", Row("a", "b")),
        ("dates", Row("yesterday", "2026-11-02", "no_question")),
        ("dates", Row("yesterday", "soon")),
        ("products", Row("tretinoin", "cream")),
    ],
)
def test_what_cannot_be_measured_is_refused(reader: str, row: Row) -> None:
    with pytest.raises(RowsError, match=reader):
        judged_row(form(), Sample(reader, "en", (row,)), row)


def test_a_reader_of_choices_has_no_question_of_its_own() -> None:
    assert measured(Sample("choices", "en", ())).question == ""
