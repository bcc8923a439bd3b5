"""What a client with nothing to tell answers, by tap and in words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

By = str
"""How a client answers: "taps" or "words"."""

Given = str | tuple[str, ...]
"""A choice's key, several of them, or words to type."""

HARMLESS: Mapping[str, Given] = {
    "consent": "agree",
    "age": "22_or_older",
    "name": "skip",
    "goals": ("acne_scars",),
    "area": "face",
    "retinoid": "no",
    "isotretinoin": "never",
    "exfoliant": "no",
    "procedure": "no",
    "pigment": "no",
    "skin_now": "no",
    "health_stop": "none",
    "health_review": "none",
    "series": "first",
    "wish": "no",
    "note": "skip",
}

IN_ENGLISH: Mapping[str, Given] = {
    "consent": "ok, I agree",
    "age": "I'm 34",
    "name": "Ana",
    "goals": "acne scars",
    "area": "my face",
    "retinoid": "nope",
    "isotretinoin": "never",
    "exfoliant": "no I don't",
    "procedure": "no",
    "pigment": "no",
    "skin_now": "nothing",
    "health_stop": "none of them",
    "health_review": "none",
    "series": "it's my first time",
    "wish": "no",
    "note": "that's all, thanks",
}
"""The same, typed."""

IN_SPANISH: Mapping[str, Given] = {
    "consent": "sí, de acuerdo",
    "age": "tengo 34 años",
    "name": "me llamo Ana",
    "goals": "cicatrices de acné",
    "area": "la cara",
    "retinoid": "no, nada de eso",
    "isotretinoin": "nunca",
    "exfoliant": "no uso",
    "procedure": "no",
    "pigment": "no",
    "skin_now": "no, nada",
    "health_stop": "ninguna",
    "health_review": "nada de la lista",
    "series": "es mi primera vez",
    "wish": "no",
    "note": "eso es todo, gracias",
}
"""The same in Spanish."""

IN_WORDS = {"en": IN_ENGLISH, "es": IN_SPANISH}
"""The same by language."""

USED_ON_MONDAY = {"retinoid": "yes", "retinoid_product": "tretinoin", "retinoid_last": "Mon, Nov 2"}
USED_LONG_AGO = {"retinoid": "yes", "retinoid_product": "retinol", "retinoid_last": "2 months ago"}
