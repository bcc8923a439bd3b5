"""What a reader knows beside the text: the question, what the client sees, the day and the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from flows.answers.catalogue import Catalogue
from flows.model import Question, Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """The situation a text was typed in. `labels` maps each choice to the words on its button."""

    question: Question
    labels: Mapping[str, str]
    today: date
    catalogue: Catalogue
    language: str = "en"
    """The language the chat is held in: a hint only, since people type whichever they like."""
    ours: frozenset[str] = frozenset()
    """The clinic's own phone numbers in E.164: nobody can be called back at them."""

    def offers(self, choice: str) -> bool:
        """Whether the question has this choice."""
        return choice in self.question.choices


Reader: TypeAlias = Callable[[str, Asked], Reading]
