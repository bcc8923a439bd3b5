"""Whether an answer that was given to an earlier form is one that the question takes today."""

from __future__ import annotations

from collections.abc import Mapping

from flows.model import NOT_SURE, Answer, Answers, Interval, Kind, Products, Question

SKIPPED = {Kind.PAST_DATE: NOT_SURE, Kind.FUTURE_DATE: "no"}
"""What a skipped question counts as, where that is not an empty text."""


def fits(question: Question, answer: Answer) -> bool:
    """Whether the value is of the question's kind, and every choice in it one that the question has."""
    value = answer.value
    if question.skippable and value == SKIPPED.get(question.kind, ""):
        return True
    match question.kind:
        case Kind.TEXT | Kind.NAME | Kind.PHONE:
            return isinstance(value, str)
        case Kind.PRODUCT:
            return isinstance(value, Products) or value == ""
        case Kind.SEVERAL:
            return isinstance(value, tuple) and bool(value) and set(value) <= set(question.choices)
        case Kind.PAST_DATE | Kind.FUTURE_DATE:
            return isinstance(value, Interval) or value in question.choices
        case _:
            return value in question.choices


def unfit(by_key: Mapping[str, Question], answers: Answers) -> tuple[str, ...]:
    """The keys of the answers that their questions do not take; a question that is no more takes whatever was said."""
    return tuple(key for key, answer in answers.items() if key in by_key and not fits(by_key[key], answer))


def fitting(by_key: Mapping[str, Question], answers: Answers) -> Answers:
    """The answers without those that no longer fit: nobody knows what they mean by this form."""
    gone = unfit(by_key, answers)
    return {key: answer for key, answer in answers.items() if key not in gone} if gone else answers
