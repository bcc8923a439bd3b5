"""A tree of words out of tables of phrases, made without writing out what the tables put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from flows.answers.combining import Combined

Node: TypeAlias = "dict[str, Node | frozenset[str]]"
Words: TypeAlias = tuple[str, ...]
Parts: TypeAlias = tuple[frozenset[Words], ...]
Rest: TypeAlias = tuple[int, int, Words]
"""What is left of phrases: those of which row, from which of its parts on, after these words."""

END: Final = ""
"""Where a phrase ends, with what it means."""


def tree_of(tables: Iterable[tuple[str, Iterable[str]]]) -> tuple[Node, frozenset[str]]:
    """The tree of all phrases of the tables, each of which has one meaning, and the words in it.

    What goes on alike is there once: most branches are the same, 1,600 of 76,000 are left of those of alarms.
    """
    rows = [(meaning, parts) for meaning, table in tables for parts in _rows(table)]
    known = {word: word for _, parts in rows for part in parts for words in part for word in words}
    growing = _Growing(rows, known)
    return growing.node(frozenset((number, 0, ()) for number in range(len(rows)))), frozenset(known)


def _rows(table: Iterable[str]) -> Iterator[Parts]:
    made_of, listed = (table.made_of, table.listed) if isinstance(table, Combined) else ((), table)
    for parts in made_of:
        yield tuple(
            frozenset(tuple(word for word in wording.split() if word != "-") for wording in part) for part in parts
        )
    yield (frozenset(tuple(phrase.split()) for phrase in listed),)


@dataclass(frozen=True, slots=True)
class _Growing:
    rows: list[tuple[str, Parts]]
    known: dict[str, str]
    """Each word is kept once, however often it comes."""
    nodes: dict[frozenset[Rest], Node] = field(default_factory=dict)
    alike: dict[tuple[object, ...], Node] = field(default_factory=dict)

    def node(self, rests: frozenset[Rest]) -> Node:
        """Where all of these are left."""
        if rests not in self.nodes:
            after, meanings = self._after(rests)
            node: Node = {word: self.node(frozenset(after[word])) for word in sorted(after)}
            if meanings:
                node[END] = frozenset(meanings)
            looks = tuple((word, id(then) if isinstance(then, dict) else then) for word, then in node.items())
            self.nodes[rests] = self.alike.setdefault(looks, node)
        return self.nodes[rests]

    def _after(self, rests: Iterable[Rest]) -> tuple[dict[str, set[Rest]], set[str]]:
        """What is left after each word that may come, and the meanings of what ends here."""
        after: dict[str, set[Rest]] = {}
        meanings: set[str] = set()
        waiting = list(rests)
        while waiting:
            number, place, words = waiting.pop()
            meaning, parts = self.rows[number]
            if words:
                after.setdefault(self.known[words[0]], set()).add((number, place, words[1:]))
            elif place < len(parts):
                waiting += [(number, place + 1, wording) for wording in parts[place]]
            else:
                meanings.add(meaning)
        return after, meanings
