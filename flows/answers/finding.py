"""Where in a text a product of the catalogue is named: oral drugs first, then the longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from flows.answers.by_mouth import as_taken, by_mouth
from flows.answers.catalogue import TOGETHER, Catalogue, Entry
from flows.answers.done_where import as_done, where_done
from flows.answers.everyday import EVERYDAY
from flows.answers.negation import denied, never_taken
from flows.answers.said import alike, once
from flows.answers.wording import clauses, soft

INTERJECTION: Final = re.compile(r"\ba{0,9}ha{1,9}\s{0,3}!")


@dataclass(frozen=True, slots=True)
class Found:
    """One name in one clause: the words from `start` up to `stop`."""

    entry: Entry
    start: int
    stop: int
    close: bool = False
    """Recognised from a misspelling."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a text with what is named in it, denied or not, in the order of the words."""

    words: list[str]
    named: list[Found]
    used: list[Found]
    """What is named here and not denied."""

    @classmethod
    def of(cls, part: list[str], names: list[Found]) -> Clause:
        """The clause of these words, with the names found in it in any order."""
        named = _as_told(part, sorted(names, key=lambda found: found.start)) if names else []
        return cls(part, named, [found for run in _runs(named) for found in run if not _denied(part, found, run)])


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks through the clauses of one text; a word that comes again is compared with the names only once."""

    catalogue: Catalogue
    asked: bool
    """Whether a product was asked for: weak names count only then."""
    _drugs: dict[str, Entry | None] = field(default_factory=dict)
    _others: dict[str, Entry | None] = field(default_factory=dict)

    def clause(self, part: list[str]) -> Clause:
        """What is named in one clause."""
        free = [True] * len(part)
        names: list[Found] = []
        for found in sorted([*self._spelt(part), *self._close_orals(part)], key=_rank):
            if all(free[found.start : found.stop]) and self._counts(found.entry, part):
                free[found.start : found.stop] = [False] * (found.stop - found.start)
                names.append(found)
        names += self._misspelt(part, free)
        return Clause.of(part, names)

    def _counts(self, entry: Entry, part: list[str]) -> bool:
        return (self.asked or not entry.weak) and entry.not_near.isdisjoint(part)

    def _spelt(self, part: list[str]) -> Iterator[Found]:
        for start in range(len(part)):
            joined = ""
            for stop in range(start + 1, len(part) + 1):
                joined += part[stop - 1]
                whole = self.catalogue.beginnings.get(joined)
                named = whole or self.catalogue.beginnings.get(joined[: len(joined) - _plural(joined)])
                if named and (entry := self._lookup(part[start:stop], joined)):
                    yield Found(entry, start, stop)
                if whole is None:
                    break

    def _lookup(self, window: list[str], joined: str) -> Entry | None:
        for cut in (0, _plural(joined)):
            last = window[-1][: len(window[-1]) - cut]
            if entry := self.catalogue.by_words.get((*window[:-1], last)):
                return entry
            together = joined[: len(joined) - cut]
            if len(together) < TOGETHER or EVERYDAY.issuperset(window):
                continue
            if entry := self.catalogue.together.get(together):
                return entry
        return None

    def _close_orals(self, part: list[str]) -> Iterator[Found]:
        for place, word in enumerate(part):
            if (word,) not in self.catalogue.by_words and (entry := self._drug(word)):
                yield Found(entry, place, place + 1, close=True)

    def _drug(self, word: str) -> Entry | None:
        if word not in self._drugs:
            stem = next((entry for stems, entry in self.catalogue.stems.items() if word.startswith(stems)), None)
            self._drugs[word] = stem or self.catalogue.drugs.closest(word)
        return self._drugs[word]

    def _misspelt(self, part: list[str], free: list[bool]) -> Iterator[Found]:
        for place, word in enumerate(part):
            if free[place] and (entry := self._other(word)) and self._counts(entry, part):
                yield Found(entry, place, place + 1, close=True)

    def _other(self, word: str) -> Entry | None:
        if word not in self._others:
            self._others[word] = self.catalogue.others.closest(word)
        return self._others[word]


def clauses_of(text: str, catalogue: Catalogue, *, asked: bool) -> list[Clause]:
    """The clauses of a text, with what is named in each."""
    finder = Finder(catalogue, asked)
    return [finder.clause(part) for part in clauses(without_interjections(text))]


def used_entries(told: list[Clause], text: str) -> list[Entry]:
    """The entries named and not denied in the clauses of `text`."""
    entries = [found.entry for clause in told for found in clause.used]
    return as_taken(entries, bool(entries) and by_mouth(text))


@once
def without_interjections(text: str) -> str:
    """The text without an "aha!", which is no acid."""
    told = soft(text)
    return alike(text, INTERJECTION.sub(" ", told)) if "h" in told and "!" in told else told


def named_in(part: list[str], catalogue: Catalogue, asked: bool) -> list[Found]:
    """What is named in one clause, denied or not, in the order of the words."""
    return Finder(catalogue, asked).clause(part).named


def _as_told(part: list[str], names: list[Found]) -> list[Found]:
    """The names as what they count as in this clause: swallowed, or done by somebody else."""
    told = " ".join(part)
    taken = as_taken([found.entry for found in names], by_mouth(told))
    named = [" ".join(part[max(0, found.start - 2) : found.stop + 1]) for found in names]
    where = where_done(told)
    together = zip(names, taken, named, strict=True)
    return [replace(found, entry=as_done(entry, words, where)) for found, entry, words in together]


def _runs(named: list[Found]) -> list[list[Found]]:
    """The names, those together that stand side by side: "acido glicolico" is denied as one."""
    runs: list[list[Found]] = []
    for found in named:
        if runs and runs[-1][-1].stop == found.start:
            runs[-1].append(found)
        else:
            runs.append([found])
    return runs


def _denied(part: list[str], found: Found, run: list[Found]) -> bool:
    if found.entry.oral:
        return never_taken(part, found.start, found.stop)
    return denied(part, run[0].start, run[-1].stop)


def _rank(found: Found) -> tuple[bool, bool, int]:
    return not found.entry.oral, found.close, found.start - found.stop


def _plural(word: str) -> int:
    return 1 if word.endswith("s") and len(word) > 3 else 0
