"""In which language a question is, and its words as they were meant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import ModuleType

from flows.answers import covered_words
from flows.answers import openers as english
from flows.answers.said import once
from flows.answers.signs import Slips
from flows.answers.spanish import covered_words as spanish_covered
from flows.answers.spanish import openers as spanish
from flows.answers.wording import words


@once
def language_of(text: str) -> ModuleType:
    """The language of most of the text's little words; English when they do not tell."""
    if "\u00bf" in text:
        return spanish
    found = [_shorthand(spanish).get(word, word) for word in words(text)[:60]]
    in_spanish = sum(word in spanish.TELLS_SPANISH for word in found)
    return spanish if in_spanish > sum(word in spanish.TELLS_ENGLISH for word in found) else english


def mended(told: tuple[str, ...], language: ModuleType) -> tuple[str, ...]:
    """The words as meant: short spellings written out, long words without their slip."""
    slips, short, ordinary = _slips(language), _shorthand(language), _ordinary(language)
    spelt = (short.get(word, word) for word in told)
    return tuple(word if word in ordinary else slips.mended(word) for word in spelt)


@cache
def _shorthand(language: ModuleType) -> Mapping[str, str]:
    return dict(pair.split("=", 1) for pair in language.SHORTHAND)


@cache
def _ordinary(language: ModuleType) -> frozenset[str]:
    known: frozenset[str] = language.ORDINARY | language.NAMES
    common = covered_words.COMMON | spanish_covered.COMMON
    return known | common | spanish.TELLS_SPANISH | spanish.TELLS_ENGLISH


@cache
def _slips(language: ModuleType) -> Slips:
    return Slips(language.NAMES, shortest=5)
