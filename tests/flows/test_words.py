"""The words are loaded once, filled without a gap left open, and refused by name when they can't be used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.flow import Flow
from flows.model import Phrase
from flows.words import WordsError, load_words


def in_folder(folder: Path, **files: str) -> Path:
    for code, text in files.items():
        (folder / f"{code}.ftl").write_text(text, encoding="utf-8")
    return folder


def test_gaps_are_filled_by_texts_numbers_days_phrases_and_lines(tmp_path: Path) -> None:
    words = load_words(
        in_folder(
            tmp_path,
            en="a = { $text } { $number } { NEAR($day) } { DAY($day) } { $phrase }\nb = bee { $x }\nc = { $lines }\n",
        )
    )
    inner = Phrase("b", {"x": "1"})
    said = words.say(Phrase("a", {"text": "t", "number": 5, "day": date(2026, 11, 2), "phrase": inner}), "en")
    assert said == "t 5 Mon, Nov 2 Mon, Nov 2, 2026 bee 1"
    assert words.say(Phrase("c", {"lines": (inner, inner)}), "en").splitlines() == ["bee 1", "bee 1"]


def test_a_gap_takes_more_than_one_message_could(tmp_path: Path) -> None:
    words = load_words(in_folder(tmp_path, en="a = { $one }, { $other }: { $short }\nb = { $x }\n"))
    long = tuple(Phrase("b", {"x": letter * 900}) for letter in "wxyz")
    said = words.say(Phrase("a", {"one": long, "other": "o" * 3000, "short": "s"}), "en")
    assert len(said) == 4 * 900 + 3 + 2 + 3000 + 3


def test_days_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    words = load_words(in_folder(tmp_path, en="a = { NEAR($day) }\n", es="a = { NEAR($day) }\n"))
    assert words.say(Phrase("a", {"day": date(2026, 11, 2)}), "es") == "lun 2 de nov"


def test_a_language_nobody_has_is_spoken_in_the_first(tmp_path: Path) -> None:
    words = load_words(in_folder(tmp_path, en="a = hello\n", es="a = hola\n"))
    assert [words.say(Phrase("a"), code) for code in ("en", "es", "xx")] == ["hello", "hola", "hello"]


def test_a_phrase_is_said_the_same_each_time_and_one_that_is_missing_is_missed_each_time(tmp_path: Path) -> None:
    words = load_words(in_folder(tmp_path, en="a = hello\nb = bee { $x }\n"))
    assert [words.say(Phrase("a"), "en") for _ in range(2)] == ["hello", "hello"]
    assert [words.say(Phrase("b", {"x": x}), "en") for x in "12"] == ["bee 1", "bee 2"]
    for _ in range(2):
        with pytest.raises(WordsError, match="'b'"):
            words.say(Phrase("b"), "en")


def test_a_language_is_offered_when_it_is_complete(tmp_path: Path) -> None:
    words = load_words(in_folder(tmp_path, en="a = { $x }\nb = b\n", es="a = { $x }\nb = b\n", fr="a = { $x }\n"))
    assert words.languages == ("en", "es")


def test_the_projects_own_words_are_offered(flow: Flow) -> None:
    assert flow.words.languages == ("en", "es")


@pytest.mark.parametrize("phrase", [Phrase("nobody-says-this"), Phrase("noted"), Phrase("noted", {"wings": 2})])
def test_an_unknown_key_or_an_open_gap_is_refused_by_name(flow: Flow, phrase: Phrase) -> None:
    with pytest.raises(WordsError) as refused:
        flow.words.say(phrase, "en")
    assert phrase.key in str(refused.value)


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({}, "en.ftl is missing"),
        ({"es": "a = hola\n"}, "en.ftl is missing"),
        ({"en": "a = hello\n\nthis is not a message\n"}, "en.ftl, line 3"),
        ({"en": "a = hello\na = again\n"}, "'a' stands there twice"),
    ],
)
def test_files_that_cannot_be_used_are_refused_by_name(tmp_path: Path, files: dict[str, str], named: str) -> None:
    with pytest.raises(WordsError, match=named):
        load_words(in_folder(tmp_path, **files))
