"""An answer in staff's words: its question, what was understood, and how it reached us."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.model import Answer, How, Kind, Phrase, Products
from flows.telling import answered
from flows.words import FIRST_LANGUAGE, WordsError

if TYPE_CHECKING:
    from flows.flow import Flow

IN_FULL = frozenset({Kind.TEXT, Kind.NAME, Kind.PHONE})
"""Kinds whose value is the words themselves; a card for the client would clip them."""

HOW = {
    How.TAP: "tapped",
    How.TYPED: "typed",
    How.RECOGNISED: "typed, product recognised",
    How.CONTACT: "shared contact",
    How.EDITED: "edited message",
    How.STAFF: "corrected by the team",
}


def say(flow: Flow, phrase: Phrase) -> str:
    """A phrase of the client's in the team's language. Raises WordsError for one that is not there."""
    return flow.words.say(phrase, FIRST_LANGUAGE)


def question_label(flow: Flow, key: str) -> str:
    """What staff call a question; one that the form no longer has goes by its key."""
    return _said_or(key.replace("_", " "), lambda: say(flow, Phrase(f"short-{key}")))


def understood(flow: Flow, key: str, answer: Answer) -> list[str]:
    """What was understood, line by line; what nobody could read shows what it counts as."""
    return list(_understood(flow, key, replace(answer, understood=True)))


def _understood(flow: Flow, key: str, answer: Answer) -> Iterator[str]:
    question, value = flow.by_key.get(key), answer.value
    if question is not None and question.kind in IN_FULL and isinstance(value, str) and value:
        yield value
        return
    if not isinstance(value, Products) or not value.found:
        yield _said_or(_plain(answer), lambda: say(flow, answered(key, answer)))
        return
    for product in value.found:
        counts_as = say(flow, Phrase(f"class-{product.counts_as}"))
        yield f"{product.name}: {counts_as}"


def _plain(answer: Answer) -> str:
    value = answer.value
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _said_or(otherwise: str, said: Callable[[], str]) -> str:
    """The words of today's form where it still has them: an intake may be older than the form."""
    try:
        return said()
    except WordsError:
        return otherwise
