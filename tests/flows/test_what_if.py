"""The owner's what-if: answers from TOML, the screening as JSON and as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from flows.flow import Flow
from flows.model import Mention
from flows.what_if import AnswersError, answers_in, as_json, as_text
from tests.flows.given import TODAY

COMPLETE = """
age = "22_or_older"
goals = ["acne_scars"]
area = "face"
retinoid = "no"
isotretinoin = "never"
exfoliant = "no"
procedure = "no"
pigment = "no"
skin_now = "no"
health_stop = "none"
health_review = "none"
series = "first"
wish = "no"
"""
TRETINOIN = 'retinoid = "yes"\nretinoid_product = "tretinoin 0.05%"\nretinoid_last = 2026-11-02'


def tried(flow: Flow, changes: str = "", today: date = TODAY) -> Mapping[str, Any]:
    """The JSON for the complete form with `changes`, as another program would read it."""
    changed = {line.split(" =")[0] for line in changes.splitlines()}
    lines = [line for line in COMPLETE.splitlines() if line.split(" =")[0] not in changed]
    intake = answers_in(flow, "\n".join([*lines, changes]), today)
    said: Mapping[str, Any] = json.loads(json.dumps(as_json(flow, flow.screen(intake, today))))
    return said


def test_the_json_has_exactly_these_keys(flow: Flow) -> None:
    tretinoin = tried(flow, TRETINOIN)
    reason = tretinoin["findings"][0]["reason"]
    assert tretinoin == {
        "verdict": "WAIT",
        "earliest": "2026-11-08",
        "complete": True,
        "findings": [
            {
                "rule": "retinoid",
                "verdict": "WAIT",
                "earliest": "2026-11-08",
                "answers": ["retinoid_last"],
                "reason": reason,
                "source": "clinic",
            }
        ],
    }
    assert reason.strip()


def test_nothing_to_tell_is_ready_today(flow: Flow) -> None:
    assert tried(flow) == {"verdict": "READY", "earliest": "2026-11-07", "complete": True, "findings": []}


@pytest.mark.parametrize(
    ("changes", "verdict", "earliest"),
    [
        ('goals = ["tone", "acne_scars"]\nsun_last = 2026-11-07', "WAIT", "2026-11-15"),
        ('pigment = "yes"\nsun_last = [2026-11-01, 2026-11-07]', "WAIT", "2026-11-15"),
        (f'{TRETINOIN}\npigment = "yes"\nsun_last = 2026-11-07', "WAIT", "2026-11-15"),
        ('exfoliant = "yes"\nexfoliant_product = "glycolic"\nexfoliant_last = "still_using"', "WAIT", "2026-11-13"),
        ('isotretinoin = "now"', "STOP", None),
        ('isotretinoin = "under_6_months"\nisotretinoin_last = 2026-08-31', "REVIEW", "2027-02-28"),
        ('retinoid = "yes"\nretinoid_product = "Accutane"\nretinoid_last = 2026-11-02', "REVIEW", "2027-05-02"),
        ('retinoid = "not_sure"\nretinoid_product = ""\nretinoid_last = "not_sure"', "REVIEW", "2026-11-13"),
        ('series = "continuing"\nseries_last = 2026-10-24', "WAIT", "2026-11-21"),
    ],
)  # fmt: skip
def test_the_verdict_and_the_day_of_a_file(flow: Flow, changes: str, verdict: str, earliest: str | None) -> None:
    said = tried(flow, changes)
    assert (said["verdict"], said["earliest"], said["complete"]) == (verdict, earliest, True)


def test_a_wish_is_a_day_to_come(flow: Flow) -> None:
    assert [found["rule"] for found in tried(flow, f"{TRETINOIN}\nwish = 2026-11-07")["findings"]] == [
        "retinoid",
        "wish_too_early",
    ]


def test_an_answer_left_out_makes_the_form_incomplete(flow: Flow) -> None:
    intake = answers_in(flow, 'age = "22_or_older"', TODAY)
    screening = flow.screen(intake, TODAY)
    assert (as_json(flow, screening)["complete"], as_json(flow, screening)["earliest"]) == (False, None)
    assert "Not answered: goals" in as_text(flow, screening)
    assert "none can be given" in as_text(flow, screening)


def test_what_a_note_mentions_counts(flow: Flow) -> None:
    intake = answers_in(flow, 'note = "I took accutane last year"', TODAY)
    assert intake.answers["note"].mentions == {Mention.ISOTRETINOIN}


def test_the_text_names_rule_day_and_answers(flow: Flow) -> None:
    text = as_text(flow, flow.screen(answers_in(flow, TRETINOIN, TODAY), TODAY))
    assert all(said in text for said in ("REVIEW", "retinoid: WAIT", "2026-11-08", "retinoid_last", "[clinic]"))


def test_the_text_of_a_complete_form_names_nothing_missing(flow: Flow) -> None:
    text = as_text(flow, flow.screen(answers_in(flow, COMPLETE, TODAY), TODAY))
    assert text.splitlines() == ["Verdict: READY", "Earliest day: 2026-11-07"]


def test_a_finding_without_answers_has_none_in_its_line(flow: Flow) -> None:
    intake = replace(answers_in(flow, "", TODAY), mentions=frozenset({Mention.MELASMA}))
    line = next(line for line in as_text(flow, flow.screen(intake, TODAY)).splitlines() if "melasma" in line)
    assert "because" not in line


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("age = ", "TOML"),
        ('colour = "red"', "'colour'"),
        ('age = "old"', "'old'"),
        ("age = 30", "30"),
        ('goals = ["wings"]', "'wings'"),
        ("goals = 3", "a list of"),
        ("note = 3", "a text"),
        ('retinoid_last = "at the weekend of yore"', "retinoid_last"),
        ("retinoid_last = 2026-11-09", "2026-11-09"),
        ("retinoid_last = 2026-11-02T10:00:00", "2026-11-02"),
        ("retinoid_last = [2026-11-02]", "2026-11-02"),
        ("retinoid_last = [2026-11-05, 2026-11-02]", "2026-11-05"),
        ("retinoid_last = 3", "3"),
        ("wish = 2026-11-01", "2026-11-01"),
        ('phone = "nothing"', "phone"),
    ],
)
def test_what_the_form_does_not_have_is_refused_by_name(flow: Flow, text: str, named: str) -> None:
    with pytest.raises(AnswersError) as refused:
        answers_in(flow, text, TODAY)
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)
