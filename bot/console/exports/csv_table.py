"""A list of intakes as a table for a spreadsheet: one row an intake, the same columns whatever it holds."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bot.console.exports.cells import safe_cell
from bot.console.exports.values import local, one_cell, utc
from flows.model import Interval, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.console.exports.gathering import Exported, Making
    from flows.flow import Flow
    from flows.model import Question
    from storage.intakes import Given

DATES = frozenset({Kind.PAST_DATE, Kind.FUTURE_DATE})
ABOUT = (
    "case", "stage", "state", "verdict", "earliest_day", "screened_on", "verdict_then", "earliest_day_then", "findings",
    "started_at", "finished_at", "updated_at", "closed_at", "started_local", "finished_local", "paused", "urgent",
    "handover", "claimed_by", "claimed_at", "outcome", "booked_on", "tags", "notes", "passed_on", "source", "language",
    "form",
)  # fmt: skip
AFTER = ("not_read", "other_answers", "changed_answers", "exported_by", "exported_at")
MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""


def columns(flow: Flow) -> tuple[str, ...]:
    """The heads of the table; a question has its answer in the key form and as said, a date two days besides."""
    asked = (head for question in flow.by_key.values() for head in _heads(question))
    return (*ABOUT, *asked, *AFTER)


def _heads(question: Question) -> tuple[str, ...]:
    days = ("_first_day", "_last_day") if question.kind in DATES else ()
    return tuple(f"{question.key}{ending}" for ending in ("", *days, "_said"))


def csv_table(making: Making, exported: Iterable[Exported]) -> Iterator[str]:
    """The table line by line, as RFC 4180 wants it, with a byte order mark."""
    heads = columns(making.flow)
    yield MARK + _line(heads)
    for each in exported:
        cells = {**_about(making, each), **_answers(making, each), **_after(making, each)}
        yield _line(cells.get(head) or "" for head in heads)


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerow([safe_cell(cell) for cell in cells])
    return written.getvalue()


def _about(making: Making, each: Exported) -> dict[str, str | None]:
    line, then = each.line, each.screening
    return {
        "case": line.case,
        "stage": line.stage,
        "state": line.state,
        "verdict": line.verdict.name if line.verdict is not None else None,
        "earliest_day": line.earliest.isoformat() if line.earliest else None,
        "screened_on": making.today.isoformat() if then else None,
        "verdict_then": then.verdict.name if then else None,
        "earliest_day_then": then.earliest.isoformat() if then and then.earliest else None,
        "findings": _findings(each),
        "started_at": utc(line.started_at),
        "finished_at": utc(line.finished_at),
        "updated_at": utc(line.updated_at),
        "closed_at": utc(line.closed_at),
        "started_local": local(making.flow, line.started_at),
        "finished_local": local(making.flow, line.finished_at),
        **_of_the_team(making, each),
    }


def _of_the_team(making: Making, each: Exported) -> dict[str, str | None]:
    line = each.line
    notes = (f"{local(making.flow, note.at)} {making.name(note.staff_id)}: {note.text}" for note in each.notes)
    return {
        "paused": _yes(line.paused),
        "urgent": _yes(line.urgent),
        "handover": line.handover,
        "claimed_by": making.name(line.claimed_by),
        "claimed_at": utc(line.claimed_at),
        "outcome": line.outcome,
        "booked_on": line.booked_on.isoformat() if line.booked_on else None,
        "tags": "; ".join(line.tags),
        "notes": "\n".join(notes),
        "passed_on": "\n".join(f"{local(making.flow, asked.at)} {asked.text}" for asked in each.asked),
        "source": line.source,
        "language": line.language,
        "form": line.form,
    }


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _findings(each: Exported) -> str:
    found = each.screening.findings if each.screening else ()
    days = (f" from {finding.earliest}" if finding.earliest else "" for finding in found)
    return "; ".join(f"{finding.rule}: {finding.verdict.name}{day}" for finding, day in zip(found, days, strict=True))


def _answers(making: Making, each: Exported) -> dict[str, str]:
    cells: dict[str, str] = {}
    for given in each.current:
        if given.question in making.flow.by_key:
            cells |= _answer(given)
    return cells


def _answer(given: Given) -> dict[str, str]:
    key, value = given.question, given.answer.value
    cells = {key: one_cell(value), f"{key}_said": given.answer.said}
    if isinstance(value, Interval):
        cells[f"{key}_first_day"] = value.earliest.isoformat() if value.earliest else ""
        cells[f"{key}_last_day"] = value.latest.isoformat()
    return cells


def _after(making: Making, each: Exported) -> dict[str, str | None]:
    current = each.current
    other = (given for given in current if given.question not in making.flow.by_key)
    return {
        "not_read": "; ".join(given.question for given in current if not given.answer.understood),
        "other_answers": "\n".join(f"{given.question}: {one_cell(given.answer.value)}" for given in other),
        "changed_answers": "\n".join([*_replaced(each), *_corrected(making, each)]),
        "exported_by": making.by,
        "exported_at": utc(making.at),
    }


def _replaced(each: Exported) -> Iterator[str]:
    for given in each.replaced:
        was = given.answer.said or one_cell(given.answer.value)
        yield f"{given.question} was {was} until {utc(given.replaced_at)}"


def _corrected(making: Making, each: Exported) -> Iterator[str]:
    for given in each.history:
        if given.corrected:
            by = f"{making.name(given.corrected.staff_id)} on {utc(given.at)}"
            yield f"{given.question} corrected to {one_cell(given.answer.value)} by {by}: {given.corrected.reason}"
