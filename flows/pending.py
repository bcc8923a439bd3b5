"""What waits for a yes or no: a reading, a day to narrow down, an edited message, a deletion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import answers as readers
from flows.answers import Asked
from flows.asking import ask
from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    Answer,
    Asking,
    Event,
    Happened,
    How,
    Intake,
    Interval,
    Kind,
    Pending,
    Phrase,
    Question,
    Reply,
    Source,
    Step,
    Typed,
    Understood,
)
from flows.pages import said_as
from flows.taking import accept, consider, noted, wait

YES_OR_NO = Question("yes_or_no", Kind.YES_NO, Source.PRACTICE, choices=("yes", "no"))
SHORT = 3
"""So many words are a yes or a no; more may be a new answer that merely begins with one."""


def confirm(flow: Flow, intake: Intake, pending: Pending, today: date) -> Step:
    """Yes: the value counts; a deletion is all that waits without one."""
    if pending.answer is None:
        return Step(intake, (Reply((Phrase("deleted"),)),), (Happened(Event.CONSENT_WITHDRAWN),))
    line = noted(pending.question, pending.answer)
    return consider(flow, replace(intake, pending=None), pending.question, pending.answer, today, line)


def decline(flow: Flow, intake: Intake, pending: Pending, today: date) -> Step:
    """No: the value is let go of; of a day that can't be told more exactly the late end counts."""
    cleared = replace(intake, pending=None, round=intake.round + 1)
    if pending.asking is Asking.NARROW and pending.answer is not None:
        line = noted(pending.question, pending.answer)
        return accept(flow, cleared, pending.question, pending.answer, today, line)
    line = Phrase("type-again" if pending.asking is Asking.CONFIRM else "nothing-changed")
    return Step(cleared, (ask(flow, cleared, today, line),))


def said_to_pending(flow: Flow, intake: Intake, pending: Pending, given: Typed, today: date) -> Step | None:
    """What words mean while something waits. None when they are no answer to it."""
    said = _yes_or_no(flow, given.text, today, intake.language)
    if pending.asking is Asking.NARROW and said != "no":
        return _narrowed(flow, intake, pending, given, today)
    if pending.asking is Asking.DELETE and said_as(flow, given.text, "delete"):
        return confirm(flow, intake, pending, today)
    if said is None:
        return None
    return confirm(flow, intake, pending, today) if said == "yes" else decline(flow, intake, pending, today)


def _yes_or_no(flow: Flow, text: str, today: date, language: str) -> str | None:
    if len(text.split()) > SHORT:
        return None
    labels = {"yes": "yes", "no": "no"}
    reading = readers.read(text, Asked(YES_OR_NO, labels, today, flow.catalogue, language))
    return str(reading.value) if isinstance(reading, Understood) and reading.sure else None


def _narrowed(flow: Flow, intake: Intake, pending: Pending, given: Typed, today: date) -> Step | None:
    """A day within the span counts at once; any other is read back, for it may be about something else."""
    question = flow.by_key[pending.question]
    labels = {choice: choice for choice in question.choices}
    reading = readers.read(given.text, Asked(question, labels, today, flow.catalogue, intake.language))
    if not isinstance(reading, Understood):
        return None
    if reading.value == NOT_SURE:
        return decline(flow, intake, pending, today)
    mentions = readers.mentions(given.text, flow.catalogue)
    answer = Answer(reading.value, str(given.text), How.TYPED, intake.round, given.message_id, mentions)
    if _within(answer, pending.answer):
        return accept(flow, intake, pending.question, answer, today, noted(pending.question, answer))
    return wait(flow, intake, Pending(Asking.CONFIRM, pending.question, answer), today)


def _within(answer: Answer, span: Answer | None) -> bool:
    if span is None or not isinstance(answer.value, Interval) or not isinstance(span.value, Interval):
        return False
    after = span.value.earliest is None or (answer.value.earliest or date.min) >= span.value.earliest
    return after and answer.value.latest <= span.value.latest
