"""The flow as one value: what it is made of, what the owner may leave out, and its fingerprint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flows.clinic import PROFILE
from flows.flow import Flow, asked, load, may_be_off
from flows.intake import ALWAYS_ASKED, QUESTIONS
from flows.model import Intake, Source, Verdict
from flows.words import LANGUAGES
from tests.flows.given import CASE, TODAY, form


def test_every_question_is_known_by_its_key(flow: Flow) -> None:
    assert list(flow.by_key) == [question.key for question in (*flow.questions, *flow.handoff)]


def test_a_question_left_out_takes_those_with_it_that_follow_on_it() -> None:
    left = {question.key for question in asked(QUESTIONS, frozenset({"procedure", "note"}))}
    assert {question.key for question in QUESTIONS} - left == {"procedure", "procedure_note", "note"}


def test_what_the_clinic_or_caution_asks_for_is_never_left_out() -> None:
    off = frozenset(question.key for question in QUESTIONS)
    left = {question.key for question in asked(QUESTIONS, off)}
    assert left >= ALWAYS_ASKED
    assert left >= {question.key for question in QUESTIONS if question.source is Source.CLINIC}
    assert {question.key for question in QUESTIONS if may_be_off(question)}.isdisjoint(left)


def test_a_form_without_what_was_left_out_is_still_complete(tmp_path: Path) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(PROFILE.read_text(encoding="utf-8").replace("off = []", 'off = ["procedure"]'), encoding="utf-8")
    screening = load(profile=path).screen(Intake(CASE, answers=form(without=("procedure",))), TODAY)
    assert (screening.verdict, screening.complete) == (Verdict.READY, True)


def test_the_fingerprint_is_the_same_for_the_same_form(flow: Flow) -> None:
    assert load().fingerprint == flow.fingerprint
    assert len(flow.fingerprint) == 12


def test_the_fingerprint_changes_with_questions_rules_days_and_words(flow: Flow, tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text(
        (LANGUAGES / "en.ftl").read_text(encoding="utf-8").replace("nudge = Hi", "nudge = Hello"), encoding="utf-8"
    )
    three = replace(flow.clinic.days["retinoid"], count=3)
    changed = [
        replace(flow, questions=flow.questions[:-1]),
        replace(flow, handoff=flow.handoff[:-1]),
        replace(flow, exits=flow.exits[:-1]),
        replace(flow, rules=flow.rules[:-1]),
        replace(flow, clinic=replace(flow.clinic, days={**flow.clinic.days, "retinoid": three})),
        load(languages=tmp_path),
    ]
    assert len({flow.fingerprint, *(other.fingerprint for other in changed)}) == 1 + len(changed)


def test_a_word_may_be_typed_as_any_offered_language_lists_it(flow: Flow) -> None:
    assert {"back", "go back", "atras"} <= flow.ways["back"]
    assert "back" not in flow.ways["skip"]
    assert {"language_en", "language_es"} < set(flow.ways)
