"""The client's own record as a file: every intake with every answer ever given, and everything that was said."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from storage.outbox import File

if TYPE_CHECKING:
    from flows.model import Intake
    from storage.events import Past
    from storage.intakes import Given, IntakeLine
    from storage.passed_on import PassedOn
    from storage.transcript import Line
    from storage.work import Work


def record_of(work: Work, chat_id: int, case: str) -> File:
    """All that is stored of this chat, as readable JSON under the name of its current `case`; times in UTC."""
    intakes = [(line, work.intakes.find(line.case)) for line in work.intakes.of_chat(chat_id)]
    record = {
        "case": case,
        "language": work.chats.get(chat_id).language,
        "intakes": [_intake(work, line, kept.intake) for line, kept in intakes if kept],
        "conversation": [_line(line) for line in work.transcript.of_chat(chat_id)],
    }
    text = json.dumps(record, ensure_ascii=False, indent=2, default=_plain)
    return File(f"my-intake-{case}.json", text)


def _intake(work: Work, line: IntakeLine, intake: Intake) -> dict[str, object]:
    return {
        "case": line.case,
        "form": line.form,
        "state": line.state,
        "paused": line.paused,
        "language": line.language,
        "came_by": line.source,
        "verdict": line.verdict and line.verdict.name,
        "earliest_day": line.earliest,
        "started_at": line.started_at,
        "updated_at": line.updated_at,
        "finished_at": line.finished_at,
        "closed_at": line.closed_at,
        "mentioned": sorted(intake.mentions),
        "ticked": intake.picked,
        "waiting_for_a_tap": intake.pending,
        "answers": [_answer(given) for given in work.intakes.history(line)],
        "passed_on_to_staff": [_question(question) for question in work.passed_on.of(line.id)],
        "events": [_event(past) for past in work.events.of(line.id)],
    }


def _answer(given: Given) -> dict[str, object]:
    return {
        "question": given.question,
        "said": given.answer.said,
        "understood": given.answer.value,
        "how": given.answer.how,
        "at": given.at,
        "replaced_at": given.replaced_at,
    }


def _question(question: PassedOn) -> dict[str, object]:
    return {
        "at": question.at,
        "topic": question.topic,
        "text": question.text,
        "answered_at": question.answered_at,
    }


def _event(past: Past) -> dict[str, object]:
    return {"at": past.at, "event": past.happened.event, "about": past.happened.about}


def _line(line: Line) -> dict[str, object]:
    shown = {"buttons": line.buttons} if line.buttons else {}
    return {"at": line.at, "speaker": line.speaker, "text": line.text, **shown}


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)
