"""What is said where a product's name should be: that it is not known, its first letter, or a question what it is."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.wording import plain

_LOST: Final = re.compile(
    r"\b(?:(?:dont|do not|cant|cannot|can not|couldnt|could not|didnt|wouldnt|not|isnt|wont) (?:really |even |quite )?"
    r"(?:know|remember|recall|sure|certain|tell|have the|have a|have it|think of|read|written|named|on me|with me)|"
    r"forgot|forgotten|forget|idk|dunno|no idea|no clue|no name|unsure|unknown|who knows|wish i knew|threw|thrown|"
    r"without a name|no label|"
    r"(?:no|ni) (?:lo |la |le |me |los |las )?(?:se|sabe|sabria|sabemos|recuerdo|acuerdo|conozco|tengo (?:el|la|"
    r"idea|ni)|"
    r"idea|viene|trae|dice|tiene nombre|tiene etiqueta|tengo idea|estoy segur[ao])|"
    r"nose|olvide|olvido|olvidado|quien sabe|sepa|desconozco|sin nombre|sin etiqueta|not_sure|tire (?:la|el))\b"
)
_LETTER: Final = re.compile(
    r"\b(?:(?:start|starts|starting|begin|begins|beginning|started|began) (?:with|w)|first letter|"
    r"(?:empieza|empezaba|comienza|inicia|principia) (?:con|por)|primera letra)\b"
)
_DEFINES: Final = re.compile(
    r"^(?:(?:ok|so|hi|hello|hey|sorry|um|wait|and|but|well|hola|y|pero|disculpe|oiga|perdon) )*"
    r"(?:what|whats|which|how|que|cual|cuales|como|does|do|is|are|can you|puede|podria)\b"
)
_SORT: Final = re.compile(
    r"\b(?:mean|means|meant|count|counts|considered|difference|example|examples|whats a|whats an|what is|what are|"
    r"is an? \w+$|explain|list|tell me what|"
    r"que es|que son|cuenta|cuentan|significa|quiere decir|se considera|ejemplos?|diferencia|cuales son|cual es|"
    r"como cuales|explicar|a que se refiere)\b"
)
_OWN: Final = re.compile(r"\b(?:i|im|ive|my|me|mine|yo|mi|mis|uso|tomo|tengo|pongo|estoy|usaba)\b")


def knows_no_name(text: str) -> bool:
    """Whether somebody says that they do not know the name."""
    return _LOST.search(plain(text)) is not None


def says_a_letter(text: str) -> bool:
    """Whether only the beginning of a name is told: "starts with an A"."""
    return _LETTER.search(plain(text)) is not None


def asks_what_it_is(text: str) -> bool:
    """Whether a question is asked about a kind of product, and nothing told of one's own."""
    told = plain(text)
    return bool(_DEFINES.search(told) and _SORT.search(told)) and not _OWN.search(told)
