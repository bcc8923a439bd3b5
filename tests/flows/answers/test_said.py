"""A text of one Turn is looked at once by each reader, and is a text like any other to everybody else."""

from __future__ import annotations

from collections import Counter

from flows.answers.said import Said, alike, beginning, once
from flows.answers.wording import soft, words

counted: Counter[tuple[str, int]] = Counter()


@once
def longer(text: str, count: int = 1) -> list[str]:
    """Counts how often each text is read."""
    counted[text, count] += 1
    return [text] * count


def test_a_reader_looks_once_and_anew_at_what_it_is_asked_differently() -> None:
    counted.clear()
    said = Said("hello")
    assert longer(said) is longer(said)
    assert longer(said, 2) == longer(said, count=2) == ["hello", "hello"]
    assert counted == {("hello", 1): 1, ("hello", 2): 2}


def test_another_text_with_the_same_words_is_read_anew() -> None:
    counted.clear()
    for text in (Said("hello"), Said("hello"), "hello", "hello"):
        longer(text)
    assert counted == {("hello", 1): 4}


def test_what_is_made_of_a_text_that_remembers_does_so_too() -> None:
    said = Said(" Do\u0301nde ")
    assert isinstance(soft(said), Said)
    assert soft(said) == soft(" Do\u0301nde ") == "donde"
    assert words(said) == ["donde"]
    assert type(alike("x", "y")) is str


def test_a_beginning_is_the_very_text_where_there_is_no_more_of_it() -> None:
    said = Said("hello")
    assert beginning(said, 5) is said
    assert beginning(said, 2) == "he"
