"""Tests of trees of words made of tables of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.answers.combining import combined
from flows.answers.phrase_tree import END, tree_of
from flows.answers.urgent import WORDS
from flows.answers.wording import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.answers.phrase_tree import Node


def listed(node: Node, so_far: tuple[str, ...] = ()) -> Iterator[tuple[str, frozenset[str]]]:
    for word, then in node.items():
        if isinstance(then, dict):
            yield from listed(then, (*so_far, word))
        else:
            assert word == END
            yield " ".join(so_far), then


def meant(*tables: tuple[str, Iterable[str]]) -> dict[str, set[str]]:
    means: dict[str, set[str]] = {}
    for meaning, table in tables:
        for phrase in table:
            means.setdefault(phrase, set()).add(meaning)
    return means


def nodes(node: Node) -> dict[int, Node]:
    found = {id(node): node}
    for then in node.values():
        if isinstance(then, dict) and id(then) not in found:
            found |= nodes(then)
    return found


def test_every_phrase_of_the_alarms_is_there_with_all_it_means_and_no_other() -> None:
    tables = [pair for words in WORDS for pair in words.items()]
    tree, known = tree_of(tables)
    wanted = meant(*tables)
    assert dict(listed(tree)) == wanted
    assert known == {word for phrase in wanted for word in phrase.split()}


def test_a_phrase_of_several_tables_means_all_of_them() -> None:
    tree, _ = tree_of([("one", combined("my, the", "-, left", "arm")), ("other", phrases("the arm, the leg"))])
    assert dict(listed(tree))["the arm"] == {"one", "other"}
    assert dict(listed(tree))["the left arm"] == {"one"}


def test_what_goes_on_alike_is_there_once() -> None:
    long, _ = tree_of([("it", combined("a, b, c", "d, e", "f"))])
    assert len(nodes(long)) == 4, "the beginning, after one word, after two, the end"
