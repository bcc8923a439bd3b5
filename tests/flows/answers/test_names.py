"""The name out of the sentence around it; what is odd is kept as said, and nobody's letters are refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.answers.names import GREETINGS, called
from flows.answers.texts import LONGEST_NAME
from flows.model import Understood
from tests.flows.answers.asking import brief, reading

ROWS = Path(__file__).parent / "rows"
AIM = 0.95


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("held", [False, True], ids=["open", "held"])
def test_the_labelled_names_are_found(language: str, held: bool) -> None:
    told = tomllib.loads((ROWS / f"names_{language}.toml").read_text(encoding="utf-8"))["row"]
    rows = [row for row in told if row.get("held", False) is held]
    right = [brief(reading("name", row["text"], language=language)) == row["want"] for row in rows]
    assert sum(right) >= AIM * len(rows)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Hello my friend my name is Ana", "Ana"),
        ("I'm Ana. How much is it?", "Ana"),
        ("Dr. José Pérez Jr.", "Dr. José Pérez Jr."),
        ("Ana 😊 nice to meet u", "Ana"),
        ("So Yun", "So Yun"),
        ("so it's Yun", "Yun"),
        ("Ana but not Annie", "Ana but not Annie"),
        ("Con O'Neil", "Con O'Neil"),
        ("Es Devlin", "Es Devlin"),
        ("🦋", "🦋"),
        ('<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'),
        ("...", "..."),
        ("नीता", "नीता"),
        ("Works", "Works"),
        ("please", "please"),
    ],
)
def test_a_name_in_its_sentence(said: str, name: str) -> None:
    assert called(said) == name


@pytest.mark.parametrize("greeting", sorted(GREETINGS))
def test_a_greeting_alone_names_nobody(greeting: str) -> None:
    assert brief(reading("name", greeting.title())) == "-not_understood"


def test_only_a_sentence_is_searched_for_a_name() -> None:
    assert brief(reading("name", "my name is Ana " + "and so on " * 40)) == "-too_long"
    assert brief(reading("name", "x" * (LONGEST_NAME + 1))) == "-too_long"


@given(name=st.text(st.characters(categories=["L"]), min_size=1, max_size=20))
def test_a_word_of_any_letters_is_a_name(name: str) -> None:
    got = reading("name", f"my name is {name}")
    assert isinstance(got, Understood)
