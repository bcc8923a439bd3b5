"""Lengths of time in Spanish in the words that the readers know: "hace como dos semanas" as "about 2 weeks ago"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers.rewording import reworded, table

UNITS: Final[Mapping[str, str]] = {
    "mi": "minutes",
    "h": "hours",
    "d": "days",
    "n": "nights",
    "s": "weeks",
    "me": "months",
    "a": "years",
}
"""Beginnings of unit words."""
_SMALL: Final = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho "
    "veintinueve treinta"
)
NUMBERS: Final[Mapping[str, int]] = {
    **{word: number for number, word in enumerate(_SMALL.split(), 2)},
    "un": 1,
    "uno": 1,
    "veintiun": 21,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "noventa": 90,
    "trez": 3,
    "kinse": 15,
    "quinse": 15,
    "beinte": 20,
    "cuatros": 4,
    "sinco": 5,
    "nuebe": 9,
}
_ALONE: Final = "|".join(sorted({*NUMBERS} - {"un", "uno", "once"}, key=len, reverse=True))
_UNIT: Final = r"(?:minutos?|mins?|horas?|hrs?|dias?|noches?|semanas?|sems?|mes|meses|anos?)"
_DIGITS: Final = re.compile(
    rf"\b(?P<tens>treinta|cuarenta|cincuenta) y (?P<ones>uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\b|"
    rf"\b(?P<alone>{_ALONE})\b|"
    rf"\b(?P<once>once)(?= (?:{_UNIT}\b|de (?!la\b|a\b)[a-z]{{4,}}|o \d|o doce))|(?:(?<=\bel )|"
    rf"(?<=\bdia ))(?P<last>once)\b"
)
"""Eleven is "once", which is an English word too."""
_MODS: Final = (
    r"(?:(?:ya|como|tipo|casi|apenas|unos|unas|mas o menos|masomenos|aproximadamente|aprox|alrededor de|cerca de|"
    r"(?:un )?poco mas de|mas de|menos de|por lo menos|al menos|minimo|arriba de|de|solo|nomas|facil|las?|el|los|"
    r"creo q(?:ue)?) )*?"
)
_COUNT: Final = (
    r"\d{1,3}(?:\.5)?|un[oa]s (?:cuant|poc)[oa]s|un par de|un[ao]?(?= o 2)|una?|algun[oa]s|vari[oa]s|"
    r"(?:muy )?poc[oa]s|"
    r"poquit[oa]s|cuant[oa]s|un[oa]s|medi[oa]"
)
_LENGTH: Final = re.compile(
    r"(?<![a-z0-9])(?:(?P<ago>(?:desde )?(?:hacen?|hase|ase|ace|asia))(?: q(?:ue)?)? |"
    r"(?P<gone>(?:ya )?(?:tengo|llevo|tiene|tienen|llevamos|van|tenia)) )?"
    rf"(?P<mods>{_MODS})(?P<count>{_COUNT})(?: ?(?:o|u|a|-) ?(?P<high>\d{{1,3}}))? ?(?P<unit>{_UNIT})(?![a-z])"
    r"(?P<half> y medi[ao])?(?P<about> mas o menos| masomenos| aproximadamente| o algo asi| o asi)?"
    r"(?P<more> o mas| minimo| por lo menos| al menos)?(?P<back> atras| para atras)?"
)
_NAMED: Final = table(
    (
        (
            r"(?P<when>h?ace|hase|ase|tengo|llevo|tiene|van)(?P<mods>(?: como| ya)*) 8 dias",
            r"\g<when>\g<mods> una semana",
        ),
        (
            r"(?P<when>h?ace|hase|ase|tengo|llevo|tiene|van)(?P<mods>(?: como| ya)*) 15 dias",
            r"\g<when>\g<mods> 2 semanas",
        ),
        (r"(?:una|la) quincena", "2 semanas"),
        (r"(?:ya )?van? para(?= (?:\d|una|un))", "hace casi"),
        (r"(?:no )?(?:hace|tiene|han pasado) ni(?= (?:\d|una|un))", "hace menos de"),
        (r"ni (?P<rest>(?:\d+|una|un) (?:dias?|semanas?|mes|meses))(?: tiene| hace)?", r"hace menos de \g<rest>"),
        (r"(?<!\d )(?P<one>semana|mes|ano) y (?:pico|cacho|fraccion|algo)", r"1 \g<one>"),
        (r"y (?:pico|cacho|tantos|fraccion|algo)", ""),
        (r"(?<!\bun )(?<!\d )(?P<unit>mes|ano|dia) y medio", r"1 \g<unit> y medio"),
        (r"(?<!\buna )(?<!\d )semana y media", "1 semana y media"),
    )
)
"""A week is "ocho dias", two weeks are "quince"."""
_PLURALS: Final = table(
    (
        (r"(?:desde )?(?:hace|hase|ase) (?:muchos |muchas |ya )*(?:dias)", "days ago"),
        (r"(?:desde )?(?:hace|hase|ase) (?:muchos |muchas |ya )*(?:semanas)", "weeks ago"),
        (r"(?:desde )?(?:hace|hase|ase) (?:muchos |muchas |ya )*(?:meses)", "months ago"),
        (r"(?:desde )?(?:hace|hase|ase) (?:muchos |muchas |ya )*(?:anos)", "years ago"),
        (
            r"(?:hace|hase|ase)(?: como| unos| casi)* (?P<length>(?:\d+|a few|a couple(?: of)?) "
            r"(?:days?|weeks?|months?|nights?|years?))(?: ago)?",
            r"\g<length> ago",
        ),
        (r"en (?:muchos )?dias", "in days"),
        (r"en (?:muchas )?semanas", "in weeks"),
        (r"en (?:muchos )?meses", "in months"),
        (r"en (?:muchos )?anos", "in years"),
    )
)
_MORE: Final = re.compile(r"mas de|por lo menos|al menos|minimo|arriba de")
_ABOUT: Final = re.compile(r"como|tipo|casi|mas o menos|masomenos|aprox|alrededor|cerca|creo|uno?s \b|unas \b")
_LOOSE: Final = (("par", "a couple of"), ("vari", "several"), ("medi", "half a"), ("un ", "a"))


def with_lengths(told: str) -> str:
    """The soft text with Spanish numbers as digits and every length of time in English."""
    told = reworded(_DIGITS.sub(_digits, told), _NAMED)
    return reworded(_LENGTH.sub(_length, told), _PLURALS)


def _digits(match: re.Match[str]) -> str:
    if match["tens"]:
        return str({"treinta": 30, "cuarenta": 40, "cincuenta": 50}[match["tens"]] + NUMBERS[match["ones"]])
    return str(NUMBERS[match["alone"] or "once"])


def _length(match: re.Match[str]) -> str:
    count = _count(match["count"])
    if match["high"]:
        count = f"{count} to {match['high']}"
    unit = next(english for start, english in UNITS.items() if match["unit"].startswith(start))
    length = f"{count}{' and a half' if match['half'] else ''} {unit}"
    length = _modified(length, match["mods"], bool(match["more"]), bool(match["about"]))
    if match["ago"] or match["back"]:
        return f"{length} ago"
    return f"for {length}" if match["gone"] else length


def _count(said: str) -> str:
    if said[0].isdigit():
        return said
    if said.startswith("un") and said not in {"un par de", "unos", "unas"} and "s " not in said:
        return "1"
    return next((english for start, english in _LOOSE if start in said), "a few")


def _modified(length: str, mods: str, more: bool, about: bool) -> str:
    if more or _MORE.search(mods):
        return f"more than {length}"
    if "menos de" in mods:
        return f"less than {length}"
    return f"about {length}" if about or _ABOUT.search(mods) else length
