"""Questions that stand beside an answer: "No. How much does it cost?" and "no, does it hurt" are a no."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.catalogue import Catalogue
from flows.answers.mentions import mentions
from flows.answers.questions import OTHER, asked_within, opens_a_question, topic
from flows.answers.said import alike
from flows.answers.wording import is_asking, plain, vocabulary

UNRELATED: Final = vocabulary(
    """
    bot how_it_works pain downtime aftercare exercise make_up sessions spacing results price booking who_does_it fda
    """
)
"""Topics whose question says nothing of what the client uses or has."""
_ABOUT_ME: Final = re.compile(
    r"\b(?:i (?:use|used|take|took|had|have had|went|put|apply|was|am|did|do|stopped|quit|started)|im|ive|using|"
    r"counts?|counted|considered|the same|one of (?:them|those|these)|an? (?:retinoid|exfoliant)|"
    r"uso|usaba|tomo|tome|tomaba|me pongo|me puse|estoy|cuentan?|es un)\b"
)
"""Asked about what the client may well use or have: "does it matter that I use it daily?" goes with its answer."""
_POLITE: Final = vocabulary(
    """
    hi hello hey and but so also quick question just wondering i was sorry then y pero hola disculpe una pregunta
    tambien
    """
)
_SENTENCE: Final = re.compile(r"[^.!?\n\u061f]*[.!?\n\u061f]*")


def without_questions(text: str, catalogue: Catalogue) -> str:
    """The text without what it asks; empty when it asks nothing, nothing else, or in asking tells something."""
    kept: list[str] = []
    asks = False
    for part in _SENTENCE.findall(text):
        sentence = text if part == text else alike(text, part)
        before, asked = _parted(sentence)
        if asked and not _beside(asked, is_asking(sentence), catalogue):
            return ""
        asks = asks or bool(asked)
        if not _POLITE.issuperset(plain(before).split()):
            kept.append(before)
    return " ".join(kept) if asks else ""


def _parted(sentence: str) -> tuple[str, str]:
    """What a sentence says, and what it asks; one with a mark that opens no question is asked as a whole."""
    before, asked = asked_within(sentence)
    if is_asking(sentence):
        return (before, asked) if asked else ("", sentence)
    return (before, asked) if asked and topic(asked) in UNRELATED else (sentence, "")


def _beside(asked: str, marked: bool, catalogue: Catalogue) -> bool:
    """Whether a question has nothing to do with the answer."""
    name = topic(f"{asked}?" if marked else asked)
    if _ABOUT_ME.search(plain(asked)) or mentions(asked, catalogue):
        return False
    return name in UNRELATED or (marked and name in {OTHER, None} and opens_a_question(asked))
