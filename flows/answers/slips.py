"""Words of yes, no and how often as they are commonly misspelt or shortened, put right before a sentence is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers.said import once
from flows.answers.wording import vocabulary, words

SLIPS: Final[Mapping[str, frozenset[str]]] = {
    "ahorita": vocabulary("ahorits ahorta"),
    "anymore": vocabulary("anymor"),
    "de": vocabulary("d"),
    "dont": vocabulary("dnt donot"),
    "every": vocabulary("evry"),
    "every day": vocabulary("everyday evryday"),
    "hacer": vocabulary("aser"),
    "havent": vocabulary("havnt"),
    "hice": vocabulary("ise"),
    "maybe": vocabulary("mabye mayb"),
    "necesito": vocabulary("nesesito"),
    "never": vocabulary("nevr neva nver"),
    "nunca": vocabulary("nuca nunka"),
    "occasionally": vocabulary("occassionally ocasionally occasionaly occassionaly ocassionally"),
    "probably": vocabulary("probly prolly probaly"),
    "que": vocabulary("q k ke"),
    "quiza": vocabulary("kiza"),
    "quizas": vocabulary("kizas"),
    "rarely": vocabulary("rarly rarley"),
    "sometimes": vocabulary("somtimes sumtimes smtimes sometime somethimes"),
    "stopped": vocabulary("stoped stoppd"),
    "uso": vocabulary("uzo"),
    "usually": vocabulary("usualy"),
    "veces": vocabulary("besez beses beces"),
}
_RIGHT: Final[Mapping[str, str]] = {slip: right for right, slips in SLIPS.items() for slip in slips}
_HAVE: Final = re.compile(r"\b(nunca|no|lo|la|los|las|me) e(?= \w)")
""" "Nunca e usado": the h is silent."""


@once
def spelt(text: str) -> str:
    """The plain text with common slips put right."""
    return _HAVE.sub(r"\1 he", " ".join(_RIGHT.get(word, word) for word in words(text)))
