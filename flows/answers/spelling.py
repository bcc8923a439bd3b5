"""Close spellings: how far a typed word may be from a name and still be taken for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne

from flows.answers.everyday import EVERYDAY
from flows.answers.ordinary import ORDINARY

T = TypeVar("T")

SLACK: Final = ((5, 0), (7, 1), (99, 2))
"""Up to this many letters, so many slips: a missing, surplus, wrong or swapped letter each."""

ORAL_SLACK: Final = ((5, 0), (7, 1), (10, 2), (99, 3))
"""The same for oral drugs: better a question too many than a missed Accutane."""

SHORTEST: Final = 5
LONGEST: Final = 24
"""Letters of a word that is looked for at all."""


@dataclass(frozen=True, slots=True)
class NearNames(Generic[T]):
    """Names of one word with what they stand for, laid out so that a misspelt one is compared with few of them.

    Where two are equally near, the one that stands first has it.
    """

    meant: Mapping[str, T]
    slack: tuple[tuple[int, int], ...] = SLACK
    whole: bool = False
    """Compare with every name of a likely length, not only with those that begin or end alike."""
    shelves: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls, meant: Mapping[str, T], slack: tuple[tuple[int, int], ...] = SLACK, whole: bool = False
    ) -> NearNames[T]:
        """The names of `meant`, laid out."""
        shelves: dict[str, list[str]] = {}
        for name in meant:
            for key in _keys_of(name, slack, whole):
                shelves.setdefault(key, []).append(name)
        return cls(meant, slack, whole, {key: tuple(names) for key, names in shelves.items()})

    def closest(self, word: str) -> T | None:
        """What the nearest name stands for, when it is near enough and the word no ordinary one."""
        if not SHORTEST <= len(word) <= LONGEST or word in ORDINARY or word in EVERYDAY:
            return None
        keys = (_by_length(len(word)),) if self.whole else _ends(word, len(word))
        near = [found for key in keys for found in self._near(word, self.shelves.get(key, ()))]
        return self.meant[min(near, key=lambda found: found[1])[0]] if near else None

    def _near(self, word: str, names: tuple[str, ...]) -> Iterable[tuple[str, float]]:
        most = slips_allowed(len(word), self.slack)
        for name, slips, _ in extract(word, names, scorer=OSA.distance, limit=None, score_cutoff=most):
            if slips <= slips_allowed(min(len(word), len(name)), self.slack):
                yield name, slips


def slips_allowed(letters: int, slack: tuple[tuple[int, int], ...] = SLACK) -> int:
    """How many slips a word of this length may have."""
    return next(slips for most, slips in slack if letters <= most)


def nearest_two(text: str, known: Iterable[str]) -> list[tuple[str, float]]:
    """The two nearest of `known` with their likeness, 0 to 100, best first."""
    return [(name, score) for name, score, _ in extract(text, list(known), scorer=fuzz.ratio, limit=2)]


def _keys_of(name: str, slack: tuple[tuple[int, int], ...], whole: bool) -> Iterable[str]:
    most = slips_allowed(len(name), slack)
    for letters in range(max(1, len(name) - most), len(name) + most + 1):
        yield from (_by_length(letters),) if whole else _ends(name, letters)


def _by_length(letters: int) -> str:
    return f"{letters}"


def _ends(word: str, letters: int) -> tuple[str, str]:
    return f"{letters}{word[:1]}", f"{letters}-{word[-3:]}"


_BY_FIRST: Final = {
    letter: tuple(sorted(word for word in EVERYDAY if word[0] == letter and len(word) > SHORTEST))
    for letter in sorted({word[0] for word in EVERYDAY})
}


def is_slip_of_everyday(word: str) -> bool:
    """Whether a word is one slip away from one of everyday talk: "prescribtion"."""
    if not SHORTEST < len(word) <= LONGEST:
        return False
    return extractOne(word, _BY_FIRST.get(word[0], ()), scorer=OSA.distance, score_cutoff=1) is not None
