"""Every row typed at its question: nothing raises, nobody is stuck, and no misreading leads to a milder plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from bot.commands.form import ROWS
from bot.reading.rows import Row, Sample, load_samples
from bot.reading.score import READERS
from flows.model import NOT_SURE, STILL_USING, Answer, Intake, Interval, Reply, Screening, Value, Verdict
from tests.flows.given import CASE, OF_A_PERSON, RETINOL, SCRUB, TAPS, Chat, answered, form, the_flow

# So many texts are tried that following each line would cost more than reading them; others go through the lines.
pytestmark = pytest.mark.no_cover
LONG_AGO = Interval.on(date(2026, 1, 5))
LEADS_TO: Mapping[str, Mapping[str, Value]] = {
    "retinoid_product": {"retinoid": "yes", "retinoid_last": LONG_AGO},
    "retinoid_last": {"retinoid": "yes", "retinoid_product": RETINOL},
    "exfoliant_product": {"exfoliant": "yes", "exfoliant_last": LONG_AGO},
    "exfoliant_last": {"exfoliant": "yes", "exfoliant_product": SCRUB},
    "isotretinoin_last": {"isotretinoin": "under_6_months"},
    "procedure_note": {"procedure": "yes"},
    "sun_last": {"pigment": "yes"},
    "series_last": {"series": "continuing"},
    "phone": {"next_step": "call_me"},
    "best_time": {"next_step": "call_me", "phone": "+13145550123"},
}
"""The answers on which a question follows, beside those of somebody with nothing to tell."""
NO_DAY = frozenset({NOT_SURE, "none", "future"})
GRAVE = frozenset({"emergency", "crisis", "clinical"})
FEW = 20
"""Steps in which everybody has got past a question."""


class QuotingChat(Chat):
    """A chat whose client may say "safe", and reads it again in what was kept as said."""

    def _check(self, reply: Reply, text: str) -> None:
        super()._check(reply, OF_A_PERSON.sub("-", text))


@cache
def samples() -> tuple[Sample, ...]:
    return load_samples(ROWS)


def at(row: Row, language: str) -> Chat:
    """A chat at the question of the row, with every other one answered."""
    answers = form(LEADS_TO.get(row.question, {}), without=(row.question,))
    intake = Intake(CASE, state=row.question, round=1, answers=answers, language=language, language_offered=True)
    return QuotingChat(the_flow(), row.today, intake)


def got_past(chat: Chat, text: str) -> bool:
    """Whether somebody who types that, then again, then taps, comes to an end of the questions."""
    key = chat.state
    for step in range(FEW):
        if chat.deleted or chat.intake.paused or chat.state not in the_flow().by_key:
            return True
        if "go_on" in chat.choices:
            chat.tap("go_on")
        elif chat.asking:
            chat._settle()
        else:
            chat.do(text if chat.state == key and step < 3 else TAPS[chat.state])
    return False


def with_question(sample: Sample, row: Row) -> Row:
    return replace(row, question=row.question or READERS[sample.reader].question or "retinoid")


def no_milder(chat: Chat, sample: Sample, row: Row) -> bool:
    """Whether the plan is as careful as what was meant asks for."""
    seen = chat.screening()
    if chat.deleted or chat.intake.paused or row.question not in chat.intake.answers:
        return True
    if sample.reader == "dates":
        return _no_milder_than(_meant(chat, row), seen)
    if sample.reader == "yes_no" and row.want in {"yes", NOT_SURE}:
        return seen.verdict is not Verdict.READY
    if sample.reader == "products" and "isotretinoin" in row.want.split(","):
        return seen.verdict >= Verdict.REVIEW
    return sample.reader != "urgent" or row.want not in GRAVE or seen.verdict is not Verdict.READY


def _meant(chat: Chat, row: Row) -> Screening:
    answer = Answer(_wanted(row), row.text, chat.intake.answers[row.question].how)
    return the_flow().screen(replace(chat.intake, answers={**chat.intake.answers, row.question: answer}), row.today)


def _wanted(row: Row) -> Value:
    if row.want in NO_DAY:
        return NOT_SURE
    if row.want == STILL_USING:
        return STILL_USING if row.question.startswith(("retinoid", "exfoliant")) else Interval.on(row.today)
    if row.want == "never":
        return Interval(None, row.today - timedelta(days=365))
    return Interval.on(date.fromisoformat(row.want.rpartition("/")[2]))


def _no_milder_than(meant: Screening, seen: Screening) -> bool:
    if seen.earliest is None:
        return seen.verdict >= meant.verdict
    return seen.verdict >= meant.verdict and meant.earliest is not None and seen.earliest >= meant.earliest


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{sample.reader}-{sample.language}")
def test_every_row_leads_on_and_to_no_milder_plan(sample: Sample) -> None:
    milder, held = [], 0
    for row in (with_question(sample, each) for each in sample.rows):
        chat = at(row, sample.language)
        assert got_past(chat, row.text), row.text
        if not no_milder(chat, sample, row):
            milder += [] if row.held else [row.text]
            held += row.held
    assert (milder, held) == ([], 0)


def test_a_milder_plan_is_seen() -> None:
    row = Row("yesterday", "2026-11-02", "retinoid_last")
    chat = at(row, "en")
    chat.intake = replace(chat.intake, answers={**chat.intake.answers, "retinoid_last": answered(LONG_AGO)})
    assert not no_milder(chat, Sample("dates", "en", (row,)), row)
