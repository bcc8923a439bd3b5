"""Phrases made of parts, each part of one kind of word: what a table would otherwise list one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from flows.answers.wording import phrases


@dataclass(frozen=True, slots=True)
class Combined:
    """Phrases that are put together whenever somebody goes through them: kept as they are, 76,000 are 10 MB.

    `listed` are those that stand beside them, one by one. A phrase that is made in two ways comes twice.
    """

    made_of: tuple[tuple[frozenset[str], ...], ...]
    listed: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[str]:
        for parts in self.made_of:
            for each in product(*parts):
                yield " ".join(word for word in each if word != "-")
        yield from self.listed

    def __or__(self, other: Combined | frozenset[str]) -> Combined:
        if isinstance(other, Combined):
            return Combined((*self.made_of, *other.made_of), self.listed | other.listed)
        return Combined(self.made_of, self.listed | other)


def combined(*parts: str) -> Combined:
    """Every phrase that takes one wording of each part in turn; wordings are parted by commas, "-" is none."""
    return Combined((tuple(phrases(part) for part in parts),))
