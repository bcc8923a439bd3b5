"""A language is told only where the words leave little doubt: names, products and shared words tell none."""

from __future__ import annotations

import pytest

from flows.answers.tongue import SHARED, TELLING, language_of


@pytest.mark.parametrize(
    "text",
    [
        "ayer", "Nunca", "todavia la uso", "hace como dos semanas", "¿duele?", "cuanto cuesta", "me llamo Ana",
        "uso tretinoína",
        "tengo manchas en la cara", "no puedo respirar", "quiero hablar con alguien", "la semana pasada",
        "sí, todas las noches",
        "nunca he tomado eso", "uso The Ordinary de noche", "estoy embarazada", "mañana por la tarde",
        "DEJÉ DE USARLO AYER",
    ],
)  # fmt: skip
def test_spanish_is_told(text: str) -> None:
    assert language_of(text) == "es"


@pytest.mark.parametrize(
    "text",
    [
        "yesterday", "I use it every night", "does it hurt?", "my face", "a few days ago", "I can't breathe", "never",
        "I stopped last month", "how much is it", "it was two weeks ago", "I do, most nights", "I'm not sure",
        "I use my Crema de Noche every day",
    ],
)  # fmt: skip
def test_english_is_told(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "si", "sí", "ok", "hola", "gracias", "hola, yes", "👍", "11/2", "3", "tretinoin 0.05%",
        "retinol", "Accutane",
        "The Ordinary AHA 30% + BHA 2%", "Neutrogena Oil-Free Acne Wash", "Good Genes", "St. Ives", "Crema Nivea",
        "Ana", "Ana de la Cruz", "María de los Ángeles", "Cara", "Sol", "Paz", "Domingo", "Abril", "Julio",
        "Will", "May",
        "Los Angeles", "314-555-0123", "acne", "привет", "ayer yesterday", "a" * 4096,
    ],
)  # fmt: skip
def test_what_could_be_either_or_neither_tells_none(text: str) -> None:
    assert language_of(text) is None


def test_no_word_tells_two_languages() -> None:
    assert not TELLING["es"] & (TELLING["en"] | SHARED["en"])
    assert not TELLING["en"] & SHARED["es"]


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert language_of("x " * 100 + "ayer nunca hace") is None
