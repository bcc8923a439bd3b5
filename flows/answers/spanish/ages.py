"""Ages in Spanish in the words that the reader of ages knows: "voy a cumplir 18" as "turning 18"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers.rewording import Rewording, reworded, table

_ONES: Final = "uno dos tres cuatro cinco seis siete ocho nueve"
_UNDER_THIRTY: Final = (
    "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos "
    "veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_TENS: Final = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
NUMBERS: Final[Mapping[str, int]] = {
    **{word: number for number, word in enumerate(_ONES.split(), 1)},
    **{word: number for number, word in enumerate(_UNDER_THIRTY.split(), 10)},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 3)},
    "veintiun": 21,
    "kinse": 15,
    "quinze": 15,
    "beinte": 20,
    "dies": 10,
}
_TENS_AND_ONES: Final = re.compile(
    rf"\b(?P<tens>diez|dies|veinte|{'|'.join(_TENS.split())}) (?:y|i) (?P<ones>{'|'.join(_ONES.split())}|un)\b"
)
_ALONE: Final = re.compile(rf"\b(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b(?! ?(?:more|or)\b)")

_WORDS: Final[tuple[Rewording, ...]] = table(
    (
        (r"veintitantos|veinti tantos|veintipico|veintialgo|veinteaner[oa]", "20s"),
        (r"treintaitantos|treinta y tantos|treinta y pico|treintona?|treintaner[oa]", "30s"),
        (r"cuarenta y tantos|cuarenta y pico|cuarentona?", "40s"),
        (r"cincuenta y tantos|cincuenta y pico|cincuentona?", "50s"),
        (r"sesenta y tantos|sesenta y pico|sesentona?", "60s"),
        (r"(?:soy )?menor(?: de edad)?(?= ?$)", "minor"),
        (r"(?:mayor|mas) de(?: los)?|arriba de|ya pase(?: de)?(?: los)?|pase(?: de)? los|pasad[oa] de los", "over"),
        (r"(?:menor|menos) de(?: los)?|debajo de", "under"),
        (r"(?:acabo de|recien|apenas) (?:cumplir|cumpli|tengo|complete)|ya cumpli|cumpli(?: los)?", "just turned"),
        (
            r"(?:voy a|por|estoy por|a punto de) cumplir(?: los)?|cumplo(?: los)?|cumplire(?: los)?|para cumplir",
            "turning",
        ),
        (r"(?:ya )?(?:casi|ya mero)(?: (?:tengo|cumplo))?(?: los)?|cerca de(?: los)?", "almost"),
        (
            r"(?:todavia|aun) no (?:tengo|cumplo|he cumplido)(?: los)?|no (?:tengo|cumplo|he cumplido)(?: aun|"
            r" todavia)?(?: los)?",
            "not yet",
        ),
        (r"naci en(?: el)?(?: ano)?(?: de)?|soy del?(?: ano)?", "born in"),
        (r"(?:ya |yo )*(?:tengo|tiene|son)(?: como)?|mi edad(?: es)?(?: de)?|edad|de edad|yo", ""),
        (r"an(?:it)?os?(?: ya| cumplidos)?", "years"),
        (
            r"(?:el|la) (?:proximo|proxima|siguiente) (?:mes|semana|ano)|"
            r"(?:el|la) (?:mes|semana|ano) que (?:viene|entra)",
            "next month",
        ),
        (r"este (?:mes|ano)|esta semana", "this month"),
        (r"manana", "tomorrow"),
        (r"pronto|prontito|ya pronto", "soon"),
        (r"en (?:un|dos|tres|unos|unas|\d+) (?:dias|semanas|meses|mes)", "in 2 months"),
        (r"en ((?:ener|febrer|marz|abril|may|juni|juli|agost|septiembr|octubr|noviembr|diciembr)[eo]?)", r"in \1"),
        (r"entre (?:los )?(\d+) y (?:los )?(\d+)", r"\1 or \2"),
        (r"(\d+) (?:y|o) mas|(\d+) para arriba", r"\1\2 or older"),
        (r"(\d+) [oau] (?:los )?(\d+)", r"\1 or \2"),
        (r"(?:de|ando en|estoy en) los (\d0)(?: y tantos| y pico)?|(?:mis|los) (\d0)(?: y tantos| y pico)?", r"\1\2s"),
        (r"(\d0) y (?:tantos|pico)", r"\1s"),
        (r"solo|apenas|nomas|pues|gracias|senora|senorita|por favor|ya", ""),
    )
)


def with_known_ages(told: str) -> str:
    """The soft text with Spanish numbers as digits and Spanish words of age in English."""
    told = reworded(told, _WORDS[:6])
    told = _ALONE.sub(lambda match: str(NUMBERS[match[0]]), _TENS_AND_ONES.sub(_sum, told))
    return " ".join(reworded(told, _WORDS[6:]).split())


def _sum(match: re.Match[str]) -> str:
    return str(NUMBERS[match["tens"]] + NUMBERS.get(match["ones"], 1))
