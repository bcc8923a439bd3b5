"""The client's own record as a file: every answer ever given, and everything that was said."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from storage.outbox import File

if TYPE_CHECKING:
    from storage.intakes import Given, Kept
    from storage.transcript import Line
    from storage.work import Work


def record_of(work: Work, kept: Kept) -> File:
    """All that is stored of this client, as readable JSON; times in UTC."""
    record = {
        "case": kept.intake.case,
        "language": kept.intake.language,
        "started_at": kept.started_at,
        "finished_at": kept.finished_at,
        "answers": [_answer(given) for given in work.intakes.history(kept)],
        "conversation": [_line(line) for line in work.transcript.of_chat(kept.chat_id)],
    }
    text = json.dumps(record, ensure_ascii=False, indent=2, default=_plain)
    return File(f"my-intake-{kept.intake.case}.json", text)


def _answer(given: Given) -> dict[str, object]:
    return {
        "question": given.question,
        "said": given.answer.said,
        "understood": given.answer.value,
        "how": given.answer.how,
        "at": given.at,
        "replaced_at": given.replaced_at,
    }


def _line(line: Line) -> dict[str, object]:
    shown = {"buttons": line.buttons} if line.buttons else {}
    return {"at": line.at, "speaker": line.speaker, "text": line.text, **shown}


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)
