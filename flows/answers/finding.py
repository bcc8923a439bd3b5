"""Where in a text a product of the catalogue is named: oral drugs first, then the longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from flows.answers.by_mouth import as_taken, by_mouth
from flows.answers.catalogue import TOGETHER, Catalogue, Entry
from flows.answers.negation import denied, never_taken
from flows.answers.spelling import closest
from flows.answers.wording import clauses, soft

INTERJECTION: Final = re.compile(r"\b(?:a+ha+|ha+)\s*[!,]+")


@dataclass(frozen=True, slots=True)
class Found:
    """One name in one clause: the words from `start` up to `stop`."""

    entry: Entry
    start: int
    stop: int
    close: bool = False
    """Recognised from a misspelling."""


def found_in(text: str, catalogue: Catalogue, *, asked: bool) -> list[Entry]:
    """The entries named and not denied in a text; weak names count only where a product was `asked` for."""
    parts = clauses(without_interjections(text))
    return as_taken([found.entry for part in parts for found in used_in(part, catalogue, asked)], by_mouth(text))


def without_interjections(text: str) -> str:
    """The text without an "aha!", which is no acid."""
    return INTERJECTION.sub(" ", soft(text))


def used_in(part: list[str], catalogue: Catalogue, asked: bool) -> list[Found]:
    """What is named in one clause and not denied there."""
    return [found for found in named_in(part, catalogue, asked) if not _denied(part, found)]


def _denied(part: list[str], found: Found) -> bool:
    if found.entry.oral:
        return never_taken(part, found.start, found.stop)
    return denied(part, found.start, found.stop)


def named_in(part: list[str], catalogue: Catalogue, asked: bool) -> list[Found]:
    """What is named in one clause, denied or not, in the order of the words."""
    free = [True] * len(part)
    names: list[Found] = []
    for found in _candidates(part, catalogue):
        if all(free[found.start : found.stop]) and _counts(found.entry, part, asked):
            free[found.start : found.stop] = [False] * (found.stop - found.start)
            names.append(found)
    names += _misspelt(part, free, catalogue)
    taken = as_taken([found.entry for found in names], by_mouth(" ".join(part)))
    told = [replace(found, entry=entry) for found, entry in zip(names, taken, strict=True)]
    return sorted(told, key=lambda found: found.start)


def _counts(entry: Entry, part: list[str], asked: bool) -> bool:
    return (asked or not entry.weak) and not entry.not_near & set(part)


def _candidates(part: list[str], catalogue: Catalogue) -> list[Found]:
    exact = [*_spelt(part, catalogue)]
    oral_slips = [*_close_orals(part, catalogue)]
    return sorted([*exact, *oral_slips], key=_rank)


def _rank(found: Found) -> tuple[bool, bool, int]:
    return not found.entry.oral, found.close, found.start - found.stop


def _spelt(part: list[str], catalogue: Catalogue) -> Iterator[Found]:
    for start in range(len(part)):
        for stop in range(start + 1, min(len(part), start + catalogue.longest) + 1):
            if entry := _lookup(part[start:stop], catalogue):
                yield Found(entry, start, stop)


def _lookup(window: list[str], catalogue: Catalogue) -> Entry | None:
    for last in (window[-1], _singular(window[-1])):
        form = (*window[:-1], last)
        if entry := catalogue.by_words.get(form):
            return entry
        joined = "".join(form)
        if len(joined) >= TOGETHER and (entry := catalogue.together.get(joined)):
            return entry
    return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _close_orals(part: list[str], catalogue: Catalogue) -> Iterator[Found]:
    for place, word in enumerate(part):
        if (word,) not in catalogue.by_words and (entry := _stem(word, catalogue) or _drug(word, catalogue)):
            yield Found(entry, place, place + 1, close=True)


def _drug(word: str, catalogue: Catalogue) -> Entry | None:
    return closest(word, catalogue.drugs, oral=True)


def _stem(word: str, catalogue: Catalogue) -> Entry | None:
    return next((entry for stems, entry in catalogue.stems.items() if word.startswith(stems)), None)


def _misspelt(part: list[str], free: list[bool], catalogue: Catalogue) -> Iterator[Found]:
    for place, word in enumerate(part):
        if free[place] and (entry := closest(word, catalogue.actives)):
            yield Found(entry, place, place + 1, close=True)
