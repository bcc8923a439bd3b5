"""Answers from a TOML file, read as the bot would read them: the owner's what-if."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from flows import answers as readers
from flows.flow import Flow
from flows.model import Answer, How, Intake, Interval, Kind, Phrase, Question, Rejected, Screening, Value
from flows.taking import skipped_value
from flows.typed import read

DATES = frozenset({Kind.PAST_DATE, Kind.FUTURE_DATE})
TEXTS = frozenset({Kind.TEXT, Kind.NAME, Kind.PRODUCT, Kind.PHONE})


class AnswersError(ValueError):
    """The file holds a key or a value that the form does not have; the sentence names it."""


def answers_in(flow: Flow, text: str, today: date) -> Intake:
    """The intake that the answers in `text` (TOML) make. Raises AnswersError naming an unknown key or value."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise AnswersError(f"the answers are not TOML: {wrong}") from None
    return Intake("what-if", answers={key: _answer(flow, key, value, today) for key, value in given.items()})


def _answer(flow: Flow, key: str, given: object, today: date) -> Answer:
    question = flow.by_key.get(key)
    if question is None:
        raise AnswersError(f"{key!r} is not a question of the form; the keys are: {', '.join(flow.by_key)}")
    said = given if isinstance(given, str) else ""
    return Answer(
        _value(flow, question, given, today), said, How.TYPED, mentions=readers.mentions(said, flow.catalogue)
    )


def _value(flow: Flow, question: Question, given: object, today: date) -> Value:
    if question.kind in DATES and not isinstance(given, str):
        return _days(question, given, today)
    if question.kind is Kind.SEVERAL and isinstance(given, list) and given:
        return tuple(_choice(question, choice) for choice in given)
    if question.kind in TEXTS and isinstance(given, str):
        return _text(flow, question, given, today)
    return _choice(question, given)


def _choice(question: Question, given: object) -> str:
    if not isinstance(given, str) or given not in question.choices:
        raise AnswersError(f"{question.key}: {given!r} is not an answer; {_what_is(question)}")
    return given


def _what_is(question: Question) -> str:
    choices = ", ".join(question.choices)
    if question.kind in DATES:
        return f"give a date, two dates{', or one of: ' + choices if choices else ''}"
    if question.kind in TEXTS:
        return "give a text"
    return f"give {'a list of' if question.kind is Kind.SEVERAL else 'one of'}: {choices}"


def _text(flow: Flow, question: Question, given: str, today: date) -> Value:
    if not given.strip():
        return skipped_value(question)
    reading = read(flow, question, given, today, "en")
    if isinstance(reading, Rejected):
        raise AnswersError(f"{question.key}: {given!r} can't be read ({reading.reason}); {_what_is(question)}")
    return reading.value


def _days(question: Question, given: object, today: date) -> Interval:
    days = [day for day in (given if isinstance(given, list) else [given, given]) if type(day) is date]
    if len(days) != 2 or (isinstance(given, list) and len(given) != 2):
        raise AnswersError(f"{question.key}: {_shown(given)} is not a date; {_what_is(question)}")
    earliest, latest = days
    if earliest > latest:
        raise AnswersError(f"{question.key}: {earliest} is after {latest}; give the earlier day first")
    if question.kind is Kind.PAST_DATE and latest > today:
        raise AnswersError(f"{question.key}: {latest} is after today, {today}; give a day that has been")
    if question.kind is Kind.FUTURE_DATE and latest < today:
        raise AnswersError(f"{question.key}: {latest} is before today, {today}; give a day to come")
    return Interval(earliest, latest)


def _shown(given: object) -> str:
    return f"[{', '.join(map(str, given))}]" if isinstance(given, list) else str(given)


# --- what comes out -------------------------------------------------------------------------------


def as_json(flow: Flow, screening: Screening) -> Mapping[str, Any]:
    """The screening with the keys that other programs read."""
    return {
        "verdict": screening.verdict.name,
        "earliest": _iso(screening.earliest),
        "complete": screening.complete,
        "findings": [
            {
                "rule": found.rule,
                "verdict": found.verdict.name,
                "earliest": _iso(found.earliest),
                "answers": list(found.answers),
                "reason": reason(flow, found.reason),
                "source": str(found.source),
            }
            for found in screening.findings
        ],
    }


def as_text(flow: Flow, screening: Screening) -> str:
    """The screening for a person to read."""
    lines = [f"Verdict: {screening.verdict.name}", f"Earliest day: {_iso(screening.earliest) or 'none can be given'}"]
    if screening.missing:
        lines.append(f"Not answered: {', '.join(screening.missing)}")
    for found in screening.findings:
        day = f", from {found.earliest}" if found.earliest else ""
        because = f" (because of {', '.join(found.answers)})" if found.answers else ""
        lines.append(
            f"- {found.rule}: {found.verdict.name}{day}. {reason(flow, found.reason)}{because} [{found.source}]"
        )
    return "\n".join(lines)


def reason(flow: Flow, key: str, language: str = "en") -> str:
    """Why a rule fired, in words."""
    return flow.words.say(Phrase(f"reason-{key}"), language).removeprefix("• ")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
