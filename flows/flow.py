"""The flow as one value: form, rules, words, clinic, catalogue and the machine derived from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path

from transitions import Machine

from flows import machine
from flows.answers import Catalogue
from flows.answers.wording import plain
from flows.booking import HANDOFF
from flows.clinic import PROFILE, Clinic, load_clinic
from flows.fitting import fitting
from flows.intake import ALWAYS_ASKED, EXITS, QUESTIONS
from flows.model import Exit, Facts, Intake, Phrase, Question, Screening, Source
from flows.screening import RULES, Rule, screen
from flows.words import FIRST_LANGUAGE, LANGUAGES, Words, load_words

TYPED = "typed-"
"""What the key of the ways to say a word begins with."""


@dataclass(frozen=True)
class Flow:
    """Everything that decides what a client is asked and told."""

    questions: tuple[Question, ...]
    handoff: tuple[Question, ...]
    exits: tuple[Exit, ...]
    rules: tuple[Rule, ...]
    clinic: Clinic
    words: Words
    catalogue: Catalogue

    @cached_property
    def machine(self) -> Machine:
        return machine.build(self.questions, self.handoff, self.exits)

    @cached_property
    def by_key(self) -> dict[str, Question]:
        return {question.key: question for question in (*self.questions, *self.handoff)}

    @cached_property
    def ways(self) -> Mapping[str, frozenset[str]]:
        """By word: what people type for it, as `typed-<word>` lists it in any language, in plain spelling."""
        words = (key.removeprefix(TYPED) for key in self.words.by_code[FIRST_LANGUAGE].gaps if key.startswith(TYPED))
        return {word: frozenset(map(plain, self._listed(word))) for word in words}

    def _listed(self, word: str) -> Iterator[str]:
        for code in self.words.languages:
            yield from self.words.say(Phrase(f"{TYPED}{word}"), code).split(",")

    @cached_property
    def fingerprint(self) -> str:
        """A digest over questions, rules, days and words: which form it was, to the letter."""
        asked = [(*_plain(question), str(question.when)) for question in (*self.questions, *self.handoff)]
        rules = [(*_plain(rule), str(rule.when)) for rule in self.rules]
        counts = sorted(self.clinic.days.items()), sorted(self.clinic.months.items()), self.clinic.contacts
        words = [language.text for language in self.words.by_code.values()]
        return hashlib.sha256(repr((asked, rules, self.exits, counts, words)).encode()).hexdigest()[:12]

    def screen(self, intake: Intake, today: date) -> Screening:
        """What the rules say of this intake on `today`, a day in the clinic's zone.

        What an answer means that an earlier form took, and this one would not, nobody knows: it counts as missing.
        """
        facts = Facts(fitting(self.by_key, intake.answers), intake.mentions)
        return screen(self.questions, self.rules, self.clinic, facts, today)


def _plain(declared: Question | Rule) -> tuple[str, ...]:
    """What is declared beside the condition, which prints itself in an order that does not change from run to run."""
    return tuple(str(getattr(declared, each.name)) for each in fields(declared) if each.name != "when")


def load(profile: Path = PROFILE, languages: Path = LANGUAGES) -> Flow:
    """The flow of the project's own files. Raises ProfileError or WordsError naming the place."""
    clinic = load_clinic(profile)
    return Flow(
        questions=asked(QUESTIONS, clinic.off),
        handoff=HANDOFF,
        exits=EXITS,
        rules=RULES,
        clinic=clinic,
        words=load_words(languages),
        catalogue=Catalogue.load(),
    )


def asked(questions: Sequence[Question], off: frozenset[str]) -> tuple[Question, ...]:
    """The questions left when the owner's `off` ones are out, and those that only follow on one that is."""
    out = {question.key for question in questions if question.key in off and may_be_off(question)}
    return tuple(question for question in questions if question.key not in out and question.again_with not in out)


def may_be_off(question: Question) -> bool:
    """Whether the owner may leave this question out: never one of the clinic's own, nor consent, age, isotretinoin."""
    return question.source is not Source.CLINIC and question.key not in ALWAYS_ASKED
