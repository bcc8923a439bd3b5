"""What is stored, as plain text for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from bot.understood import understood
from flows.what_if import as_text

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.inbox import Quarantined
    from storage.intakes import Given, IntakeLine, Kept
    from storage.outbox import Lost
    from storage.passed_on import PassedOn
    from storage.quarantine import GivenUp
    from storage.transcript import Line

INTAKES = ("case", "state", "verdict", "earliest", "age")
TROUBLE = ("what", "id", "when", "error")
QUARANTINE = ("id", "when", "error", "attempts")
QUESTIONS = ("case", "when", "topic", "words")


def intakes_table(listing: Sequence[IntakeLine], now: datetime) -> Iterator[str]:
    """One line an intake under its headings, oldest first; age counts from when it began."""
    return _table(INTAKES, [_row(line, now) for line in listing])


def _table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    every = [headings, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(headings))]
    for row in every:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(line: IntakeLine, now: datetime) -> tuple[str, ...]:
    state = f"{line.state} (paused)" if line.paused else line.state
    verdict = line.verdict.name if line.verdict is not None else "–"
    return (line.case, state, verdict, str(line.earliest or "–"), age(now - line.started_at))


def age(passed: timedelta) -> str:
    """How long ago, in its largest unit: 3 d, 5 h, 12 min."""
    minutes = int(passed.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 24 * 60 else f"{minutes // (24 * 60)} d"


def trouble_table(quarantined: Sequence[Quarantined], lost: Sequence[Lost], zone: tzinfo) -> Iterator[str]:
    """One line for each Update that was given up and each Letter that never arrived; no chat, no words."""
    updates = [("update", str(row.id), _when(row.received_at, zone), row.error) for row in quarantined]
    letters = [(f"letter ({row.method})", str(row.id), _when(row.at, zone), row.reason) for row in lost]
    return _table(TROUBLE, updates + letters)


def quarantine_table(given_up: Sequence[GivenUp], zone: tzinfo) -> Iterator[str]:
    """One line for each Update that was given up; no chat, no words."""
    rows = [(str(one.id), _when(one.received_at, zone), one.error, str(one.attempts)) for one in given_up]
    return _table(QUARANTINE, rows)


def visible_json(raw: str) -> str:
    """An Update for a person to read; what would move their terminal is shown as it is spelled."""
    try:
        text = json.dumps(json.loads(raw), indent=2, ensure_ascii=False)
    except ValueError:
        text = raw
    return "".join(sign if sign.isprintable() or sign == "\n" else f"\\u{ord(sign):04x}" for sign in text)


def questions_table(open_ones: Sequence[PassedOn], listing: Sequence[IntakeLine], zone: tzinfo) -> Iterator[str]:
    """One line for each question that waits for a person, with the words of the client."""
    cases = {line.id: line.case for line in listing}
    rows = [(cases[one.intake_id], _when(one.at, zone), one.topic, _visible(one.text)) for one in open_ones]
    return _table(QUESTIONS, rows)


def _when(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _visible(words: str) -> str:
    """The words on one line; a client's control characters would move the owner's terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in words)


def transcript(flow: Flow, kept: Kept, chat: Sequence[Line], history: Sequence[Given], today: date) -> Iterator[str]:
    """The chat as the client saw it, then the answers as said and as understood, then the findings of today."""
    yield f"Case {kept.intake.case}, form {kept.form}, at {kept.intake.state}"
    yield "\nChat"
    for line in chat:
        yield from _bubble(flow, line)
    yield "\nAnswers (as said -> as understood)"
    yield from (_answer(flow, given) for given in history)
    yield "\nScreening"
    yield as_text(flow, flow.screen(kept.intake, today))


def _bubble(flow: Flow, line: Line) -> Iterator[str]:
    when = _when(line.at, flow.clinic.zone)
    how = f" ({line.did})" if line.did and line.did != "typed" else ""
    first, *others = [_visible(part) for part in line.text.splitlines()] or [""]
    yield f"{when}  {line.speaker}{how}: {first}"
    yield from (f"{'':18}{other}" for other in others)
    for row in line.buttons:
        yield f"{'':18}[{'] ['.join(row)}]"


def _answer(flow: Flow, given: Given) -> str:
    answer = given.answer
    lines = _visible("; ".join(understood(flow, given.question, answer)).replace("\n", "; "))
    marks = (" [not read]" if not answer.understood else "") + (" [replaced]" if given.replaced_at else "")
    return f"{given.question}: {answer.said!r} ({answer.how}) -> {lines}{marks}"
