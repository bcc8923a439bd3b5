"""Where phrases of a table stand in a sentence: one walk over the words, however long the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from flows.answers.phrase_tree import END, Node, tree_of
from flows.answers.said import once
from flows.answers.wording import soft

STOPS: Final = frozenset(".!?;\n\u061f")
COMMA: Final = ","
TAKEN_OUT: Final = "~"
"""Stands where an idiom stood."""

_TOKEN: Final = re.compile(r"[^\W_]+|[.!?;,\n\u061f]")
_DRAWN_OUT: Final = re.compile(r"([a-z])\1{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence with their commas; `asked` when it ends in a question mark."""

    words: tuple[str, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with what each means, as a tree of words in which what goes on alike is there once."""

    tree: Node
    known: frozenset[str]

    def found(self, words: tuple[str, ...]) -> Mapping[str, dict[int, int]]:
        """By meaning: where each phrase starts and where it ends, the longest one from each start."""
        spans: dict[str, dict[int, int]] = {}
        for start in range(len(words)):
            end = start
            node: Node | None = self.tree
            while node is not None:
                for meaning in _meanings(node):
                    spans.setdefault(meaning, {})[start] = end
                following = node.get(words[end]) if end < len(words) else None
                node = following if isinstance(following, dict) else None
                end += 1
        return spans


def phrases_of(tables: Iterable[tuple[str, Iterable[str]]]) -> Phrases:
    """All phrases of the tables, each of which has one meaning; a phrase may be in several."""
    return Phrases(*tree_of(tables))


def _meanings(node: Node) -> frozenset[str]:
    means = node.get(END, frozenset[str]())
    assert isinstance(means, frozenset)
    return means


@once
def sentences(text: str, breaks: frozenset[str] = frozenset()) -> list[Sentence]:
    """The sentences of a text in plain spelling; the words of `breaks` part them as full stops do."""
    parts: list[Sentence] = []
    words: list[str] = []
    for word in _TOKEN.findall(_DRAWN_OUT.sub(r"\1", soft(text))):
        if word not in STOPS and word not in breaks:
            words.append(word)
            continue
        if words:
            parts.append(Sentence(tuple(words), word in "?\u061f"))
        words = []
    return [*parts, Sentence(tuple(words), asked=False)] if words else parts


def without(words: tuple[str, ...], idioms: Phrases) -> tuple[str, ...]:
    """The words with each idiom taken out, so that nothing is read across its place."""
    kept = list(words)
    for spans in idioms.found(words).values():
        for start, end in spans.items():
            kept[start:end] = [TAKEN_OUT] * (end - start)
    return tuple(kept)


class Slips:
    """Long words, known with one letter missing, surplus, wrong or swapped; short ones are known only as they are."""

    def __init__(self, names: Iterable[str], shortest: int = 7, longest: int = 16) -> None:
        self._shortest, self._longest = shortest, longest
        self._names: dict[str, str] = {}
        for name in sorted(names):
            for slip in (name, *_one_less(name)):
                self._names.setdefault(slip, name)

    def mended(self, word: str) -> str:
        """The known word that is meant, or the word itself."""
        if not self._shortest <= len(word) <= self._longest:
            return word
        return next((self._names[slip] for slip in (word, *_one_less(word)) if slip in self._names), word)


def _one_less(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]
