"""The keys of the numbers in the order and the words in which staff know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows import machine
from flows.model import Phrase, Verdict
from flows.telling import label

if TYPE_CHECKING:
    from flows.flow import Flow

PAGES = {machine.REVIEW: "Card with the answers", machine.PLAN: "Plan, and pages after it"}
NOT_KNOWN = "not recorded"
DIRECT = "No link"


@dataclass(frozen=True, slots=True)
class Names:
    """`questions` and `next_steps` hold what the form has today; what it had before goes by its key."""

    questions: Mapping[str, str]
    next_steps: Mapping[str, str]

    @classmethod
    def of(cls, flow: Flow) -> Names:
        words = flow.words
        asked = {question.key: words.say(Phrase(f"short-{question.key}"), "en") for question in flow.questions}
        handoff = {question.key: words.say(Phrase(f"short-{question.key}"), "en") for question in flow.handoff}
        steps = {
            choice: words.say(label(question, choice), "en")
            for question in flow.handoff
            if question.key == "next_step"
            for choice in question.choices
        }
        return cls({**asked, **PAGES, **handoff}, steps)

    def question(self, key: str) -> str:
        return self.questions.get(key, key)

    def next_step(self, key: str) -> str:
        return self.next_steps.get(key, key)

    def source(self, key: str) -> str:
        return key or DIRECT

    def verdict(self, key: str) -> str:
        return key or NOT_KNOWN

    def in_order_of_the_form(self, keys: Iterable[str]) -> list[str]:
        return _in_order(keys, self.questions)

    def in_order_of_the_steps(self, keys: Iterable[str]) -> list[str]:
        return _in_order(keys, self.next_steps)

    def verdicts(self, keys: Iterable[str]) -> list[str]:
        """All of them, whether there is one of the kind or not, and what else there is."""
        return _in_order([*keys, *Verdict.__members__], Verdict.__members__)


def _in_order(keys: Iterable[str], known: Iterable[str]) -> list[str]:
    places = {key: place for place, key in enumerate(known)}
    return sorted(set(keys), key=lambda key: (places.get(key, len(places)), key))
