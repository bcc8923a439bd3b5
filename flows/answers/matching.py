"""Choices by their own words: key, label, number, what people type for them, a beginning, a part, a close spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from flows.answers.asked import Asked
from flows.answers.choice_words import MEANT, MILD, SUPPOSED
from flows.answers.meanings import bare, denies, hedged
from flows.answers.spanish import choice_words as spanish
from flows.answers.spelling import nearest_two
from flows.answers.wording import plain, soft, vocabulary, without_fillers
from flows.model import Reading, Rejected, Understood

LIKE: Final = 86
"""Likeness in percent from which a spelling is close."""
MARGIN: Final = 10
"""By how much the nearest choice must be nearer than the next."""
ORDINALS: Final[Mapping[str, int]] = {
    word: place
    for place, names in enumerate(
        ("1st first one", "2nd second two", "3rd third three", "4th fourth four", "5th fifth five", "6th sixth six"), 1
    )
    for word in f"{names} {spanish.ORDINALS[place - 1]}".split()
}
_NUMBER: Final = re.compile(
    r"#?(\d{1,2})[.)]?|(?:option|number|choice|nr|answer|opcion|numero|la|el) ?#?(\d{1,2}|[a-z]+)|"
    r"(?:the )?(\w+) (?:one|option|"
    r"choice|opcion)"
)
_EXCEPT: Final = re.compile(
    r"\b(?:but|except|excluding|besides|minus|other than|anything|everywhere|apart from|menos|excepto|salvo|"
    r"fuera de)\b"
)
_POLITE: Final = spanish.POLITE | vocabulary(
    """
    the my a just only please pls i want its it is mostly mainly for me id like would say im thanks thank you um
    uh hmm well and
    """
)


def exactly(text: str, asked: Asked) -> str | None:
    """The choice whose key, label or usual words are the text."""
    for told in dict.fromkeys((plain(text), bare(text))):
        if told and (choice := next((choice for choice, forms in spelt(asked).items() if told in forms), None)):
            return choice
    return None


def spelt(asked: Asked) -> dict[str, frozenset[str]]:
    """Each choice with its plain spellings: key, label and what people type for it."""
    return {choice: _forms(choice, asked.labels.get(choice, choice)) for choice in asked.question.choices}


@lru_cache(maxsize=1024)
def _forms(choice: str, label: str) -> frozenset[str]:
    """Both are words of ours, the same for every client."""
    return frozenset({plain(choice.replace("_", " ")), plain(label)}) | _meant(choice)


def _meant(choice: str) -> frozenset[str]:
    return MEANT.get(choice, frozenset()) | spanish.MEANT.get(choice, frozenset())


def supposed(text: str, asked: Asked) -> str | None:
    """The choice that these words probably mean at this very question."""
    told = plain(text)
    tables = (table.get(asked.question.key, {}) for table in (SUPPOSED, spanish.SUPPOSED))
    return next((choice for table in tables for choice, forms in table.items() if told in forms), None)


def numbered(text: str, asked: Asked) -> str | None:
    """The choice with the number named: "2", "#2", "option 2", "the second one"."""
    match = _NUMBER.fullmatch(soft(text).strip())
    if not match:
        return None
    said = next(group for group in match.groups() if group)
    place = int(said) if said.isdecimal() else ORDINALS.get(said, 0)
    choices = asked.question.choices
    return choices[place - 1] if 0 < place <= len(choices) else None


def closely(text: str, asked: Asked) -> Reading:
    """The one choice that the text begins like, contains, or is spelt nearly like; never a mild one, never sure."""
    if denies(text) or hedged(text) or _EXCEPT.search(soft(text)):
        return Rejected()
    forms = {form: choice for choice, all_of in spelt(asked).items() for form in all_of if choice not in MILD}
    told = without_fillers(text, _POLITE)
    shown = {plain(asked.labels.get(choice, choice)): choice for choice in asked.question.choices if choice not in MILD}
    itself = {forms[told]} if told in forms else set()
    for found in (itself, _beginning(told, shown), _within(plain(text), forms), _alike(told, forms)):
        if len(found) == 1:
            return Understood(found.pop(), sure=False)
        if found:
            return Rejected()
    return Rejected()


def _beginning(told: str, forms: Mapping[str, str]) -> set[str]:
    return {choice for form, choice in forms.items() if len(told) >= 3 and form.startswith(told)}


def _within(told: str, forms: Mapping[str, str]) -> set[str]:
    """The choices named in a longer text, the longest form first, each word used once."""
    return set(_taken(f" {told} ", forms))


def _taken(left: str, forms: Mapping[str, str]) -> Iterator[str]:
    for form in sorted(forms, key=len, reverse=True):
        if form and f" {form} " in left:
            left = left.replace(f" {form} ", " | ")
            yield forms[form]


def _alike(told: str, forms: Mapping[str, str]) -> set[str]:
    near = nearest_two(told, forms) if 4 <= len(told) <= 60 else []
    if not near or near[0][1] < LIKE:
        return set()
    return {forms[form] for form, score in near if score > near[0][1] - MARGIN}
