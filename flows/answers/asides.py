"""Questions that stand beside an answer: "No. How much does it cost?" is a no."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.catalogue import Catalogue
from flows.answers.mentions import mentions
from flows.answers.questions import opens_a_question
from flows.answers.wording import plain

_SENTENCE: Final = re.compile(r"[^.!?\n\u061f]*[.!?\n\u061f]*")


def without_questions(text: str, catalogue: Catalogue) -> str:
    """The text without its whole sentences that ask; empty when none asks, all do, or one of them tells something."""
    sentences = [sentence for sentence in _SENTENCE.findall(text) if plain(sentence)]
    asking = [sentence for sentence in sentences if sentence.rstrip().endswith(("?", "\u061f"))]
    rest = [sentence for sentence in sentences if sentence not in asking]
    if not asking or not rest or not all(opens_a_question(sentence) for sentence in asking):
        return ""
    return "" if any(mentions(sentence, catalogue) for sentence in asking) else " ".join(rest)
