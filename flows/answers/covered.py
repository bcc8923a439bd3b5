"""Whether the clinic's text answers a question: only one whose every word is known to belong to it."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType
from typing import Final

from flows.answers import covered_words as english
from flows.answers.questions import OTHER, Question, about, questions
from flows.answers.spanish import covered_words, openers
from flows.answers.wording import plain

PERSONAL: Final = ("medical", "skin_tone")
"""Topics that make any question one for a person: "I'm pregnant, can I go in the sun?"."""


_ELSEWHERE: Final = re.compile(
    r"\b(?:what if|what happens|would happen|why|how come|is it bad|que pasa|que pasaria|por que|y si|que tal si|"
    r"pregunta|question)\b"
)
"""A question after reasons or what would follow, or about the form itself; the text tells nothing of them."""
_KIN: Final = {"spacing": frozenset({"sessions"})}


def covered(text: str) -> bool:
    """Whether all that a text asks is one thing that the clinic's text answers."""
    asked = questions(text)
    topics = {question.topic for question in asked}
    if len(topics) != 1 or any(about(plain(text), topic) for topic in PERSONAL):
        return False
    return all(_covers(question, *topics) for question in asked)


def _covers(question: Question, topic: str) -> bool:
    table = covered_words if question.language is openers else english
    cover = table.COVERS.get(topic)
    if cover is None or not _leads_nowhere_else(question, topic):
        return False
    told = question.text if question.speaks_for_itself else question.whole
    needs, never = _compiled(table)[topic]
    if _ELSEWHERE.search(told) or not needs.search(told) or (never is not None and never.search(told)):
        return False
    known: frozenset[str] = table.COMMON | cover.words
    return known.issuperset(told.split())


def _leads_nowhere_else(question: Question, topic: str) -> bool:
    """Whether what stands before the question is no matter of its own."""
    return Question(question.lead, "", question.language).topic in {OTHER, topic} | _KIN.get(topic, frozenset())


@cache
def _compiled(table: ModuleType) -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    return {
        topic: (re.compile(rf"\b(?:{cover.needs})"), re.compile(rf"\b(?:{cover.never})") if cover.never else None)
        for topic, cover in table.COVERS.items()
    }
