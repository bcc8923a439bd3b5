"""The findings of the rules, each with its source and links to the client's own words that caused it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.console.answers_shown import AnswerRow, answer_anchor
from bot.console.chat_shown import WORDS, turn_anchor
from flows import answers as readers
from flows.conditions import Mentioned
from flows.what_if import reason

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Finding, Mention, Screening, Verdict
    from storage.transcript import Line

CAPTIONED = frozenset({*WORDS, "media"})

SOURCES = {"clinic": "the clinic's own text", "label": "the device's label", "practice": "common practice"}


@dataclass(frozen=True, slots=True)
class Cause:
    """What a finding comes from: a line of the answers, a bubble of the chat, or both."""

    label: str
    text: str
    answer: str = ""
    turn: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding in words. `staff_say` where only a person can give the day."""

    rule: str
    verdict: Verdict
    text: str
    source: str
    earliest: date | None
    staff_say: bool
    causes: tuple[Cause, ...]


def reasons(flow: Flow, screening: Screening, rows: Sequence[AnswerRow], chat: Sequence[Line]) -> tuple[Reason, ...]:
    """The findings, the gravest first."""
    by_key = {row.key: row for row in rows}
    found = sorted(screening.findings, key=lambda finding: -finding.verdict)
    return tuple(_reason(flow, finding, by_key, chat) for finding in found)


def _reason(flow: Flow, finding: Finding, rows: Mapping[str, AnswerRow], chat: Sequence[Line]) -> Reason:
    answered = tuple(_answered(rows[key]) for key in finding.answers if key in rows)
    causes = answered or tuple(_mentioned(flow, finding, chat))
    return Reason(
        rule=finding.rule,
        verdict=finding.verdict,
        text=reason(flow, finding.reason),
        source=SOURCES[finding.source],
        earliest=finding.earliest,
        staff_say=finding.staff_say,
        causes=causes,
    )


def _answered(row: AnswerRow) -> Cause:
    said = row.now
    return Cause(row.label, said.text if said else "", answer_anchor(row.key), said.turn if said else "")


def _mentioned(flow: Flow, finding: Finding, chat: Sequence[Line]) -> Iterator[Cause]:
    """Words outside of any answer that name what the rule looks for."""
    kinds = frozenset(kind for rule in flow.rules if rule.key == finding.rule for kind in _kinds(rule.when))
    for line in chat:
        if line.did in CAPTIONED and readers.mentions(line.text, flow.catalogue) & kinds:
            yield Cause("In the chat", line.text, turn=turn_anchor(line.turn_id))


def _kinds(condition: object) -> Iterator[Mention]:
    """The kinds of mention that a condition looks for, however deep inside it."""
    if isinstance(condition, Mentioned):
        yield from condition.what
    elif isinstance(condition, tuple):
        for part in condition:
            yield from _kinds(part)
    elif is_dataclass(condition) and not isinstance(condition, type):
        for each in fields(condition):
            yield from _kinds(getattr(condition, each.name))
