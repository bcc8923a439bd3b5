"""Intakes and transcripts as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from flows.telling import answered
from flows.what_if import as_text

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.intakes import Given, IntakeLine, Kept
    from storage.transcript import Line

HEADINGS = ("case", "state", "verdict", "earliest", "age")


def intakes_table(listing: Sequence[IntakeLine], now: datetime) -> Iterator[str]:
    """One line an intake under its headings, oldest first; age counts from when it began."""
    rows = [HEADINGS, *(_row(line, now) for line in listing)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    for row in rows:
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
    when = line.at.astimezone(flow.clinic.zone).strftime("%Y-%m-%d %H:%M")
    how = f" ({line.did})" if line.did and line.did != "typed" else ""
    first, *others = line.text.splitlines() or [""]
    yield f"{when}  {line.speaker}{how}: {first}"
    yield from (f"{'':18}{other}" for other in others)
    for row in line.buttons:
        yield f"{'':18}[{'] ['.join(row)}]"


def _answer(flow: Flow, given: Given) -> str:
    answer = given.answer
    understood = flow.words.say(answered(given.question, answer), "en").replace("\n", "; ")
    mark = " [replaced]" if given.replaced_at else ""
    return f"{given.question}: {answer.said!r} ({answer.how}) -> {understood}{mark}"
