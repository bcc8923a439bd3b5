"""An answer that the team puts right: read as the client's own words would be, and what it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import answers as readers
from flows.conditions import holds
from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    Answer,
    Facts,
    How,
    Intake,
    Kind,
    Phrase,
    Question,
    Rejected,
)
from flows.taking import settled
from flows.taps import tapped_value
from flows.telling import label
from flows.typed import read
from flows.words import FIRST_LANGUAGE

FREE_TEXT = frozenset({Kind.TEXT, Kind.NAME})

Given = str | tuple[str, ...]
"""What staff gave: words, or the choices they ticked."""


def correctable(flow: Flow, intake: Intake) -> tuple[Question, ...]:
    """The questions that apply to this client, answered or not; nobody agrees in a client's place."""
    facts = Facts(intake.answers, intake.mentions)
    return tuple(each for each in flow.by_key.values() if each.key != "consent" and holds(each.when, facts))


def offered(question: Question) -> tuple[tuple[str, Phrase], ...]:
    """The choices that staff can tick, each with its label; a text that may be skipped can be emptied."""
    if question.kind is Kind.PRODUCT:
        return ((NOT_SURE, Phrase("choice-no_name")),)
    choices = tuple((choice, label(question, choice)) for choice in question.choices)
    return (*choices, ("skip", Phrase("choice-skip"))) if _can_be_emptied(question) else choices


def _can_be_emptied(question: Question) -> bool:
    return question.skippable and question.kind in FREE_TEXT


def corrected(flow: Flow, intake: Intake, key: str, given: Given, today: date) -> Answer | Rejected:
    """The Answer that `given` makes of the question `key`, on `today`, a day in the clinic's zone.

    Rejected with a reader's reason, or: nothing (nothing was given), not_offered (a choice that the question does not
    have), unchanged (it is what stands there already). Raises KeyError for a key that the form does not have.
    """
    question = flow.by_key[key]
    answer = _ticked(flow, question, given) if isinstance(given, tuple) else _worded(flow, question, given, today)
    if isinstance(answer, Rejected):
        return answer
    stands = intake.answers.get(key)
    same = stands is not None and stands.understood and stands.value == answer.value
    return Rejected("unchanged") if same else answer


def _ticked(flow: Flow, question: Question, choices: tuple[str, ...]) -> Answer | Rejected:
    labels = dict(offered(question))
    if not choices:
        return Rejected("nothing")
    if not set(choices) <= set(labels) or (len(choices) > 1 and question.kind is not Kind.SEVERAL):
        return Rejected("not_offered")
    said = ", ".join(flow.words.say(labels[choice], FIRST_LANGUAGE) for choice in labels if choice in choices)
    if question.kind is Kind.SEVERAL:
        return Answer(tuple(choice for choice in question.choices if choice in choices), said, How.STAFF)
    value = tapped_value(question, choices[0])
    return Rejected("not_offered") if value is None else Answer(value, said, How.STAFF)


def _worded(flow: Flow, question: Question, words: str, today: date) -> Answer | Rejected:
    said = words.strip()
    if not said:
        return Rejected("nothing")
    reading = read(flow, question, said, today, FIRST_LANGUAGE)
    if isinstance(reading, Rejected):
        return reading
    return Answer(reading.value, said, How.STAFF, mentions=readers.mentions(said, flow.catalogue))


def with_correction(flow: Flow, intake: Intake, key: str, answer: Answer) -> Intake:
    """The intake with this answer, without those that no longer apply because of it; where the client is stays."""
    return replace(intake, answers=settled(flow, intake, {**intake.answers, key: answer}, changed=None))


def fallen_away(before: Intake, after: Intake) -> tuple[str, ...]:
    """The keys of the answers that a correction takes along."""
    return tuple(key for key in before.answers if key not in after.answers)


def newly_asked(flow: Flow, before: Intake, after: Intake) -> tuple[str, ...]:
    """The keys of the questions that a correction makes apply and that have no answer yet."""
    applied = {question.key for question in correctable(flow, before)}
    return tuple(
        each.key for each in correctable(flow, after) if each.key not in applied and each.key not in after.answers
    )
