"""CHOICE and SEVERAL: one of the choices, or several of them, in the client's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from flows.answers import meanings
from flows.answers.ages import read_age
from flows.answers.asked import Asked
from flows.answers.conditions_named import denies_conditions, tells_condition
from flows.answers.health_named import wonders
from flows.answers.matching import closely, exactly, numbered, supposed
from flows.answers.phrases import AGREE, ALL, DECLINE, HEALTHY, NO, NONE, PERSON, SOMETHING
from flows.answers.stopped import read_stopped
from flows.answers.wording import clean, is_asking, plain, soft
from flows.model import NOT_SURE, Reading, Rejected, Understood

LONGEST: Final = 500
"""Characters; a longer text is a story and no choice."""
APART: Final = frozenset({"other", NOT_SURE, "none"})
"""Choices that "all of them" does not mean and that do not go with others."""
_LISTED: Final = re.compile(r"[,;\n+&/]+")
_AND: Final = re.compile(r"\b(?:and|plus|also|y|e|mas|tambien|ademas)\b|\s(?=#?\d+\b)")


def read_choice(text: str, asked: Asked) -> Reading:
    """One choice. A question put back is never an answer."""
    if not plain(text) or len(text) > LONGEST:
        return Rejected()
    if choice := exactly(text, asked):
        return Understood(choice, sure=not is_asking(text))
    if is_asking(text):
        return Rejected()
    for mark, reader in SPECIAL.items():
        if asked.offers(mark):
            return reader(text, asked)
    return _ordinary(text, asked)


def _ordinary(text: str, asked: Asked) -> Reading:
    if choice := numbered(text, asked):
        return Understood(choice)
    if choice := supposed(text, asked):
        return Understood(choice, sure=False)
    if asked.offers(NOT_SURE) and meanings.says_unsure(text):
        return Understood(NOT_SURE)
    return closely(text, asked)


def _health(text: str, asked: Asked) -> Reading:
    """Health questions: a condition named is something; only a plain no is none."""
    told = plain(text)
    if told in SOMETHING or meanings.says_yes(text):
        return Understood("something")
    if told in PERSON:
        return Understood("tell_a_person")
    if meanings.says_unsure(text):
        return Understood(NOT_SURE)
    if meanings.says_no(text):
        return Understood("none")
    if choice := numbered(text, asked):
        return Understood(choice, sure=choice != "none")
    return _told_of_health(text, asked)


def _told_of_health(text: str, asked: Asked) -> Reading:
    """A condition told and not itself denied comes before any "no"; one denied is none of it, to be confirmed."""
    if wonders(plain(text)):
        return Rejected()
    denied, hedged = meanings.denies(text), meanings.hedged(text)
    if tells_condition(text) or (meanings.begins_with_yes(text) and not denied):
        return Understood("something", sure=not (hedged or denied))
    if hedged:
        return Understood(NOT_SURE, sure=False)
    if plain(text) in HEALTHY or denies_conditions(text, NO | NONE | HEALTHY):
        return Understood("none", sure=False)
    return Rejected() if denied else closely(text, asked)


def _consent(text: str, asked: Asked) -> Reading:
    """Consent: clear agreement from end to end, or none."""
    told = plain(text)
    if told in AGREE:
        return Understood("agree")
    return Understood("no_thanks") if told in DECLINE else Rejected()


SPECIAL: Final[Mapping[str, Callable[[str, Asked], Reading]]] = {
    "agree": _consent,
    "under_18": read_age,
    "under_6_months": read_stopped,
    "something": _health,
}
"""Questions whose choices are read in a way of their own, by a choice that only they have."""


def read_several(text: str, asked: Asked) -> Reading:
    """Several choices in the order of the form; one part that is not understood spoils the text."""
    if len(text) > LONGEST:
        return Rejected()
    if plain(text) in ALL:
        return Understood(tuple(choice for choice in asked.question.choices if choice not in APART), sure=False)
    readings: list[Understood] = []
    for part in dict.fromkeys(part for part in _LISTED.split(_kept(text)) if plain(part)):
        for reading in _of_part(part, asked):
            if isinstance(reading, Rejected):
                return reading
            readings.append(reading)
    picked = {str(reading.value) for reading in readings}
    if not readings:
        return Rejected()
    if len(picked) > 1 and picked & (APART - {"other"}):
        return Rejected()
    in_order = tuple(choice for choice in asked.question.choices if choice in picked)
    return Understood(in_order, sure=all(reading.sure for reading in readings))


def _kept(text: str) -> str:
    """Labels may hold a slash or an ampersand, so a text that is one stays whole; `soft` spares the line breaks."""
    return soft(clean(text))


def _of_part(part: str, asked: Asked) -> Iterable[Reading]:
    whole = read_choice(part, asked)
    if isinstance(whole, Understood) and whole.sure:
        return (whole,)
    pieces = dict.fromkeys(piece for piece in _AND.split(part) if plain(piece))
    return (read_choice(piece, asked) for piece in pieces) if len(pieces) > 1 else (whole,)
