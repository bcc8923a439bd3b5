"""The catalogue of products: entries and spellings as data, loaded once, and what can be wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from flows.answers.spelling import ORAL_SLACK, NearNames
from flows.answers.wording import words
from flows.model import ProductClass

FILE: Final = Path(__file__).parent.parent / "catalogue.toml"
CAUTION: Final = {counts_as: place for place, counts_as in enumerate(ProductClass)}
ORAL: Final = frozenset({ProductClass.ISOTRETINOIN, ProductClass.ORAL_RETINOID})
TOGETHER: Final = 6
"""Letters from which on a name is also found written together or apart."""


class CatalogueError(Exception):
    """The catalogue cannot be used; the message is one sentence naming the entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One product, brand or ingredient; `spellings` are as written in the file."""

    name: str
    counts_as: ProductClass
    spellings: tuple[str, ...]
    source: str
    brand_only: bool = False
    weak: bool = False
    not_near: frozenset[str] = frozenset()
    hides: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()

    @property
    def oral(self) -> bool:
        """Whether it is a retinoid by mouth."""
        return self.counts_as in ORAL

    @property
    def fuzzy(self) -> bool:
        """Whether a misspelt word may be taken for it."""
        return not self.oral and (self.brand_only or not self.weak)

    def word_forms(self) -> Iterator[tuple[str, ...]]:
        """Each spelling as its plain words."""
        return (tuple(words(spelling)) for spelling in self.spellings)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Every entry, and the ways to look one up: by its words, by its words written together, by a close spelling."""

    entries: tuple[Entry, ...]
    by_words: Mapping[tuple[str, ...], Entry] = field(repr=False)
    together: Mapping[str, Entry] = field(repr=False)
    beginnings: Mapping[str, bool] = field(repr=False)
    """How the names begin, written together, with whether that is the whole of one."""
    drugs: NearNames[Entry] = field(repr=False)
    """Oral drugs of one word."""
    others: NearNames[Entry] = field(repr=False)
    """Everything else of one word, the most cautious first."""
    stems: Mapping[tuple[str, ...], Entry] = field(repr=False)
    """Beginnings of words that are enough."""

    @classmethod
    def load(cls, file: Path = FILE) -> Catalogue:
        """The catalogue of a TOML file. Raises CatalogueError naming the entry, OSError, or tomllib.TOMLDecodeError."""
        rows = tomllib.loads(file.read_text("utf-8")).get("product", [])
        return cls.of(_entry(row) for row in rows)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Catalogue:
        """A catalogue of these entries; where two share a spelling, the more cautious one has it."""
        kept = tuple(entries)
        mildest_first = sorted(kept, key=lambda entry: -CAUTION[entry.counts_as])
        by_words = {form: entry for entry in mildest_first for form in entry.word_forms() if form}
        together = {"".join(form): entry for form, entry in by_words.items() if len("".join(form)) >= TOGETHER}
        singles = [(form[0], entry) for form, entry in by_words.items() if len(form) == 1 and len(form[0]) >= TOGETHER]
        singles.sort(key=lambda single: CAUTION[single[1].counts_as])
        drugs = NearNames.of({name: entry for name, entry in singles if entry.oral}, ORAL_SLACK, whole=True)
        others = NearNames.of({name: entry for name, entry in singles if entry.fuzzy})
        stems = {entry.stems: entry for entry in kept if entry.stems}
        return cls(kept, by_words, together, _beginnings(by_words), drugs, others, stems)


def _beginnings(forms: Iterable[tuple[str, ...]]) -> Mapping[str, bool]:
    whole = {"".join(form) for form in forms}
    return {name[:stop]: name[:stop] in whole for name in whole for stop in range(1, len(name) + 1)}


def _entry(row: Mapping[str, Any]) -> Entry:
    name = str(row.get("name", "an entry without a name"))
    try:
        return Entry(
            name,
            ProductClass(row["class"]),
            tuple(row["spellings"]),
            str(row["source"]),
            bool(row.get("brand_only", False)),
            bool(row.get("weak", False)),
            frozenset(row.get("not_near", ())),
            tuple(row.get("hides", ())),
            tuple(row.get("stems", ())),
        )
    except (KeyError, ValueError) as error:
        raise CatalogueError(f"catalogue.toml: '{name}' has no usable {error}.") from error


def catalogue_problems(catalogue: Catalogue) -> list[str]:
    """One sentence per doubled spelling, shadowed spelling or missing source, each naming the entry."""
    return [*_without_source(catalogue), *_doubled(catalogue), *_shadowed(catalogue)]


def _without_source(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.entries:
        if not entry.source.strip():
            yield f"'{entry.name}' has no source."


def _doubled(catalogue: Catalogue) -> Iterator[str]:
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in catalogue.entries:
        for spelling in entry.spellings:
            form = tuple(words(spelling))
            if not form:
                yield f"'{entry.name}' has a spelling without letters: '{spelling}'."
            elif seen.setdefault(form, entry).counts_as is not entry.counts_as:
                yield f"'{spelling}' stands both in '{seen[form].name}' and in '{entry.name}'."


def _shadowed(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.entries:
        known = {tuple(words(hidden)) for hidden in entry.hides}
        for form in entry.word_forms():
            for inner, other in _inside(form, catalogue):
                stronger = CAUTION[other.counts_as] < CAUTION[entry.counts_as] and not other.brand_only
                if stronger and inner not in known:
                    yield f"'{' '.join(form)}' of '{entry.name}' hides '{' '.join(inner)}' of '{other.name}'."


def _inside(form: tuple[str, ...], catalogue: Catalogue) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for start in range(len(form)):
        for stop in range(start + 1, len(form) + 1):
            if (inner := form[start:stop]) != form and inner in catalogue.by_words:
                yield inner, catalogue.by_words[inner]
