"""What is wrong with words is found: missing, unused, with an empty gap, too long, saying too much, not translated."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from flows.flow import Flow, load
from flows.wording import SAID_BY_DELIVERY, derived_keys, literal_phrases, word_problems
from flows.words import LANGUAGES

ENGLISH: Final = (LANGUAGES / "en.ftl").read_text(encoding="utf-8")
SPANISH: Final = (LANGUAGES / "es.ftl").read_text(encoding="utf-8")


@pytest.fixture
def languages(tmp_path: Path) -> Callable[..., Flow]:
    """Loads the flow with files of words of its own."""

    def spoken(**words: str) -> Flow:
        for code, text in {"en": ENGLISH, "es": SPANISH, **words}.items():
            (tmp_path / f"{code}.ftl").write_text(text, encoding="utf-8")
        return load(languages=tmp_path)

    return spoken


def without(key: str, words: str = ENGLISH) -> str:
    """The words without one message of one line."""
    lines = [line for line in words.splitlines() if not line.startswith(f"{key} =")]
    assert len(lines) == len(words.splitlines()) - 1
    return "\n".join(lines) + "\n"


def saying(key: str, text: str, words: str = ENGLISH) -> str:
    """The words with one message of one line changed."""
    return f"{without(key, words)}{key} = {text}\n"


def test_the_words_as_they_are_have_no_problems(flow: Flow) -> None:
    assert list(word_problems(flow)) == []


@pytest.mark.parametrize(
    ("english", "named"),
    [
        (without("nudge"), ("en.ftl", "'nudge'", "missing")),
        (without("ask-area"), ("en.ftl", "'ask-area'", "missing")),
        (without("choice-area-neck"), ("en.ftl", "'choice-area-neck'", "missing")),
        (f"{ENGLISH}\nforgotten = Nobody says this.\n", ("en.ftl", "'forgotten'", "never said")),
        (saying("noted", "✓ { $value } { $wings }"), ("en.ftl", "'noted'", "$wings", "nothing fills")),
        (saying("nudge", "Hi { $name }!"), ("en.ftl", "'nudge'", "$name", "nothing fills")),
        (saying("media", "x" * 4097), ("en.ftl", "'media'", "4097", "4096")),
        (saying("choice-area-neck", "N" * 65), ("en.ftl", "'choice-area-neck'", "64")),
        (saying("menu-help", "h" * 257), ("en.ftl", "'menu-help'", "256")),
        (saying("bot-short_description", "b" * 121), ("en.ftl", "'bot-short_description'", "120")),
        (saying("plan-ready", "You are a candidate."), ("en.ftl", "'plan-ready'", "'candidate'")),
        (saying("plan-ready", "You are cleared!"), ("en.ftl", "'plan-ready'", "'cleared'")),
        (saying("plan-ready", "It is Safe."), ("en.ftl", "'plan-ready'", "'safe'")),
        (saying("plan-ready", "Approved."), ("en.ftl", "'plan-ready'", "'approved'")),
        (saying("plan-ready", "Results guaranteed."), ("en.ftl", "'plan-ready'", "'guaranteed'")),
        (saying("plan-ready", '{ "" }'), ("en.ftl", "'plan-ready'", "empty")),
    ],
)
def test_a_defect_of_the_words_is_named(languages: Callable[..., Flow], english: str, named: tuple[str, ...]) -> None:
    found = list(word_problems(languages(en=english)))
    assert any(all(part in problem for part in named) for problem in found), found


@pytest.mark.parametrize(
    ("spanish", "named"),
    [
        (without("nudge", SPANISH), ("es.ftl", "'nudge'", "missing")),
        (without("choice-area-neck", SPANISH), ("es.ftl", "'choice-area-neck'", "missing")),
        (without("staff-taken", SPANISH), ("es.ftl", "'staff-taken'", "missing")),
        (f"{SPANISH}\nsobra = Nada.\n", ("es.ftl", "'sobra'", "not in en.ftl")),
        (saying("noted", "✓", SPANISH), ("es.ftl", "'noted'", "gaps")),
        (saying("receipt", "¡Listo! Caso { $caso }.", SPANISH), ("es.ftl", "'receipt'", "gaps")),
        (saying("nudge", "Hola, { $name }.", SPANISH), ("es.ftl", "'nudge'", "gaps")),
        (saying("media", "x" * 4097, SPANISH), ("es.ftl", "'media'", "4096")),
        (saying("choice-area-neck", "C" * 65, SPANISH), ("es.ftl", "'choice-area-neck'", "64")),
        (saying("button-done", "L" * 65, SPANISH), ("es.ftl", "'button-done'", "64")),
        (saying("menu-help", "a" * 257, SPANISH), ("es.ftl", "'menu-help'", "256")),
        (saying("bot-description", "b" * 513, SPANISH), ("es.ftl", "'bot-description'", "512")),
        (saying("bot-short_description", "b" * 121, SPANISH), ("es.ftl", "'bot-short_description'", "120")),
        (saying("plan-ready", '{ "" }', SPANISH), ("es.ftl", "'plan-ready'", "empty")),
        (saying("plan-ready", "Usted es buena candidata.", SPANISH), ("es.ftl", "'plan-ready'", "'candidata'")),
        (saying("plan-ready", "Usted es apto.", SPANISH), ("es.ftl", "'plan-ready'", "'apto'")),
        (saying("plan-ready", "Es Segura para usted.", SPANISH), ("es.ftl", "'plan-ready'", "'segura'")),
        (saying("plan-ready", "¡Aprobada!", SPANISH), ("es.ftl", "'plan-ready'", "'aprobada'")),
        (saying("plan-ready", "Le garantizamos resultados.", SPANISH), ("es.ftl", "'plan-ready'", "'garantizamos'")),
    ],
)
def test_a_defect_of_a_translation_is_named(
    languages: Callable[..., Flow], spanish: str, named: tuple[str, ...]
) -> None:
    found = list(word_problems(languages(es=spanish)))
    assert any(all(part in problem for part in named) for problem in found), found


NAMED_PT: Final = "language-pt = Português\nbutton-speak_pt = Português?\ntyped-language_pt = português\n"


def test_a_complete_further_language_needs_its_own_name_and_is_offered(languages: Callable[..., Flow]) -> None:
    named = {"en": ENGLISH + NAMED_PT, "es": SPANISH + NAMED_PT}
    flow = languages(**named, pt=named["en"])
    assert list(word_problems(flow)) == []
    assert flow.words.languages == ("en", "es", "pt")
    unnamed = languages(en=ENGLISH, es=SPANISH, pt=ENGLISH)
    assert {"language-pt", "button-speak_pt", "typed-language_pt"} == {
        problem.split("'")[1] for problem in word_problems(unnamed)
    }


def test_a_language_with_a_key_too_few_or_a_gap_of_its_own_is_not_offered(languages: Callable[..., Flow]) -> None:
    assert languages(es=SPANISH).words.languages == ("en", "es")
    assert languages(es=without("nudge", SPANISH)).words.languages == ("en",)
    assert languages(es=saying("receipt", "¡Listo! Caso { $caso }.", SPANISH)).words.languages == ("en",)


def test_what_delivery_says_is_in_the_words_and_not_said_by_the_flow(flow: Flow) -> None:
    assert set(flow.words.by_code["en"].gaps) >= SAID_BY_DELIVERY
    assert SAID_BY_DELIVERY.isdisjoint({*literal_phrases(), *derived_keys(flow)})


def test_the_phrases_of_the_code_are_found_with_the_gaps_they_fill() -> None:
    said = literal_phrases()
    assert said["noted"] == {"value"}
    assert said["nudge"] == frozenset()
    assert said["type-again"] == said["nothing-changed"] == frozenset()
    assert said["button-change"] == {"question"}
    assert ast.__name__ not in said


def test_a_gap_counts_as_filled_when_every_call_fills_it(tmp_path: Path) -> None:
    calls = [
        'Phrase("a", {"x": 1, "y": 2})', 'Phrase("a", {"x": 1})',
        'Phrase("b", fillings)', 'Phrase("b", {"x": 1})', 'Phrase("c", {"x": 1})', 'Phrase("c", {**fillings})',
        'button("d", "choice", x=1)', 'Phrase("e" if so else "f")', "Phrase(key)",
    ]  # fmt: skip
    (tmp_path / "room.py").write_text("\n".join(calls), encoding="utf-8")
    assert literal_phrases(tmp_path) == {
        "a": {"x"}, "b": {"x"}, "c": {"x"}, "d": {"x"}, "e": frozenset(), "f": frozenset(),
    }  # fmt: skip
