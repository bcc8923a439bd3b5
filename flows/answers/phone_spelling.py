"""Numbers to call, made comparable: digits in any script or in words, and without the numbers of other things."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from flows.answers.wording import soft

_NAMED: Final = """
    zero one two three four five six seven eight nine
    cero uno dos tres cuatro cinco seis siete ocho nueve
    oh
    """
"""Ten digits a language, from nought on."""
_WORDS: Final = {word: str(place % 10) for place, word in enumerate(_NAMED.split())}
_SPELT: Final = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_IN_WORDS: Final = re.compile(r"(?:\b\d\b[\s,.-]*){3,}")
_LETTER: Final = re.compile(r"(?<=[\d-])[ol](?=[\d-])|(?<=[\d-])o(?=l?\d)")
_LETTERS: Final = {"o": "0", "l": "1"}
_THEN: Final = re.compile(r"(?<=\d)\s*,?\s*(?:and )?(?:then|luego|despues|y luego)\s*,?\s*(?=\d)")
_PART: Final = re.compile(r"(?<=\d)\s?(?:\.\.+|[\u2022\u00b7\u2219*_/])\s?(?=\d)")
_COMMAS: Final = re.compile(r"\b(\d{3}), ?(\d{3}), ?(\d{4})\b")

_STRANGERS: Final = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+"
    r"|\b\d{1,4}([/.-])\d{1,2}\1\d{2,4}\b(?: +\d{1,2}:\d{2})?"
    r"|\b\d{1,2}:\d{2}\b"
    r"|[$\u20ac]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:%|dollars?|dolares|usd|mg|ml|g|lbs?|kg)(?!\w)"
    r"|\b\d{3}[ -]\d{2}[ -]\d{4}\b"
    r"|\b(?:\d{4}[ -]?){4}\b"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b"
    r"|\b(?:19|20)\d\d[ /.-]\d{1,2}[ /.-]\d{1,2}\b"
    r"|\b(?:order|tracking|invoice|(?<!a )lot|batch|ndc|account|acct|member|policy|insurance|license|ssn|card|serial"
    r"|social security|case|orden|pedido|factura|rastreo|lote|cuenta|poliza|seguro social|licencia|tarjeta|serie|folio"
    r"|caso)\b"
    r"(?: (?:number|numero|num|no|nr|id|is|was|es|fue))*\W{0,4}\d[\d -]*"
)
"""As many digits as a number to call has, and none: addresses, days, times, prices, strengths, cards, orders."""
_EXTENSION: Final = re.compile(r"[\s,;(]*\b(?:extension|ext|x)\.?\s?\d{1,5}\b")


def digits_only(text: str) -> str:
    """The text in lower case with plain digits: a wide digit, a keycap, "six" and an O between digits are some too."""
    told = soft("".join(_digit(char) for char in text if char not in "\u20e3\ufe0f"))
    told = _SPELT.sub(lambda word: f" {_WORDS[word[0]]} ", told)
    told = _IN_WORDS.sub(lambda run: f" {re.sub(r'[^0-9]', '', run[0])} ", told)
    told = _LETTER.sub(lambda letter: _LETTERS[letter[0]], told)
    return _COMMAS.sub(r"\1-\2-\3", _PART.sub("-", _THEN.sub("-", told)))


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None) if not char.isascii() else None
    if value is not None:
        return str(value)
    return "-" if unicodedata.category(char) == "Pd" or char == "\u2212" else char


def without_strangers(text: str) -> str:
    """The text without numbers that are of something else, and without extensions."""
    return _EXTENSION.sub(" ", _STRANGERS.sub(" ; ", text))
