"""A list of intakes as JSON, in one shape that other programs can rely on.

    {exported_by, exported_at, clinic, zone, form, intakes: [...], count}

Moments are ISO 8601 in UTC, days ISO dates in the clinic's zone, keys and choices those of the form. What is not there
is null or an empty list, never left out. Of an intake: `verdict` and `earliest_day` are those the queue shows,
`screening` what the rules say on the day of the export; `answers` are those that stand, `history` every one that was
ever given. The `value` of an answer is a choice or words; a list of choices; `{earliest, latest}` for days, with no
`earliest` where it may have been any time before; or `{text, products: [{name, counts_as}]}`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.console.exports.values import key_form, question_words, reason_words, utc
from bot.understood import understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.console.exports.gathering import Exported, Making
    from flows.flow import Flow
    from flows.model import Finding
    from storage.events import Past
    from storage.intakes import Given
    from storage.notes import Note
    from storage.passed_on import PassedOn
    from storage.transcript import Line

Json = dict[str, Any]


def json_document(making: Making, exported: Iterable[Exported]) -> Iterator[str]:
    """The document piece by piece; `count` comes last, when all have been counted."""
    head = {"exported_by": making.by, "exported_at": utc(making.at), "clinic": making.flow.clinic.name}
    zone = {"zone": str(making.flow.clinic.zone), "form": making.flow.fingerprint}
    yield from streamed({**head, **zone}, "intakes", (intake(making, each) for each in exported), counted=True)


def streamed(head: Mapping[str, Any], name: str, parts: Iterable[Json], *, counted: bool = False) -> Iterator[str]:
    """One JSON object whose list `name` is written as it comes, each part on a line of its own."""
    yield f"{_text(head)[:-1]}, {json.dumps(name)}: ["
    count = 0
    for part in parts:
        yield f"{',' if count else ''}\n{_text(part)}"
        count += 1
    yield f'\n], "count": {count}}}\n' if counted else "\n]}\n"


def _text(part: object) -> str:
    return json.dumps(part, ensure_ascii=False)


def intake(making: Making, each: Exported) -> Json:
    """One intake: moments in UTC, days in the clinic's zone, values with the keys of the form."""
    line = each.line
    return {
        "case": line.case,
        "stage": str(line.stage),
        "state": line.state,
        "verdict": line.verdict.name if line.verdict is not None else None,
        "earliest_day": _day(line.earliest),
        "screening": _screening(making, each),
        "goals": list(line.goals),
        "answers": [_answer(making.flow, given) for given in each.current],
        "history": [_past_answer(making, given) for given in each.history],
        "mentioned": sorted(str(mention) for mention in each.intake.mentions),
        "how_to_go_on": {key: _value(each, key) for key in (question.key for question in making.flow.handoff)},
        **_team(making, each),
        "passed_on": [_asked(asked) for asked in each.asked],
        "transcript": [_line(making, line) for line in each.chat],
        "events": [_event(past) for past in each.happened],
        "form": line.form,
        "form_is_current": line.form == making.flow.fingerprint,
        "source": line.source,
        "language": line.language,
        "paused": line.paused,
        "started_at": utc(line.started_at),
        "updated_at": utc(line.updated_at),
        "finished_at": utc(line.finished_at),
        "closed_at": utc(line.closed_at),
    }


def _team(making: Making, each: Exported) -> Json:
    line = each.line
    return {
        "urgent": line.urgent,
        "handover": str(line.handover),
        "claimed_by": making.name(line.claimed_by) or None,
        "claimed_at": utc(line.claimed_at),
        "outcome": str(line.outcome) if line.outcome else None,
        "booked_on": _day(line.booked_on),
        "tags": list(line.tags),
        "notes": [_note(making, note) for note in each.notes],
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _screening(making: Making, each: Exported) -> Json | None:
    found = each.screening
    if found is None:
        return None
    return {
        "on": making.today.isoformat(),
        "verdict": found.verdict.name,
        "earliest_day": _day(found.earliest),
        "complete": found.complete,
        "missing": list(found.missing),
        "findings": [_finding(making.flow, finding) for finding in found.findings],
    }


def _finding(flow: Flow, finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.name,
        "earliest_day": _day(finding.earliest),
        "staff_say": finding.staff_say,
        "reason": reason_words(flow, finding),
        "source": str(finding.source),
        "answers": list(finding.answers),
    }


def _answer(flow: Flow, given: Given) -> Json:
    answer = given.answer
    return {
        "question": given.question,
        "asks": question_words(flow, given.question),
        "said": answer.said,
        "understood": understood(flow, given.question, answer),
        "value": key_form(answer.value),
        "mentions": sorted(str(mention) for mention in answer.mentions),
        "how": str(answer.how),
        "read": answer.understood,
        "at": utc(given.at),
    }


def _past_answer(making: Making, given: Given) -> Json:
    by = given.corrected
    return {
        "question": given.question,
        "said": given.answer.said,
        "value": key_form(given.answer.value),
        "how": str(given.answer.how),
        "read": given.answer.understood,
        "at": utc(given.at),
        "replaced_at": utc(given.replaced_at),
        "corrected_by": making.name(by.staff_id) if by else None,
        "reason": by.reason if by else None,
    }


def _value(each: Exported, key: str) -> object:
    return next((key_form(given.answer.value) for given in each.current if given.question == key), None)


def _note(making: Making, note: Note) -> Json:
    return {"at": utc(note.at), "by": making.name(note.staff_id), "text": note.text}


def _asked(asked: PassedOn) -> Json:
    return {"at": utc(asked.at), "topic": asked.topic, "text": asked.text}


def _line(making: Making, line: Line) -> Json:
    by = {"by": making.name(line.staff_id)} if line.staff_id is not None else {}
    buttons = {"buttons": [list(row) for row in line.buttons]} if line.buttons else {}
    return {"at": utc(line.at), "speaker": line.speaker, "did": line.did or None, "text": line.text, **by, **buttons}


def _event(past: Past) -> Json:
    return {"at": utc(past.at), "event": str(past.happened.event), "about": past.happened.about}
