"""NAME and TEXT: kept as said, without what cannot be shown."""

from __future__ import annotations

from typing import Final

from flows.answers.asked import Asked
from flows.answers.names import GREETINGS, called
from flows.answers.wording import clean, phrases, plain
from flows.model import Reading, Rejected, Understood

LONGEST_NAME: Final = 60
LONGEST_SENTENCE: Final = 300
"""Characters around a name."""
LONGEST_TEXT: Final = 1000

UNNAMED: Final = phrases(
    """
    no, nope, nah, no thanks, no thank you, skip, skip it, skip this, pass, none, n a, id rather not say, rather
    not say, i would rather not say, id rather not, i would rather not, rather not, prefer not to say, i prefer
    not to say, no name, anonymous, nothing, private, not telling, i dont want to say, i dont want to, no need,
    none of your business, i dont want to give my name, i dont want to give it, i dont want to tell you, id
    rather not give it, keep it private, id rather not give my name, prefer not to, i prefer not to, no gracias,
    saltar, omitir, paso, prefiero no decirlo, prefiero no decir, prefiero no darlo, prefiero no dar mi nombre,
    mejor no, no quiero, no quiero decirlo, no quiero decir, no quiero dar mi nombre, no quiero darlo, sin
    nombre, anonimo, anonima, ninguno, ninguna, nada, es privado, privado, no hace falta, no lo quiero decir
    """
)
"""Instead of a name: the question is passed over."""


def read_name(text: str, asked: Asked) -> Reading:
    """What somebody wants to be called, empty when they would rather not say; no name is refused for its letters."""
    said = " ".join(clean(text).split())
    if not said:
        return Rejected()
    if plain(said) in UNNAMED:
        return Understood("")
    if plain(said) in GREETINGS:
        return Rejected()
    name = called(said, asked.language) if len(said) <= LONGEST_SENTENCE else said
    return Rejected("too_long") if len(name) > LONGEST_NAME else Understood(name)


def read_text(text: str, asked: Asked) -> Reading:
    """Free words, up to 1000 characters."""
    said = clean(text)
    if not said:
        return Rejected()
    return Rejected("too_long") if len(said) > LONGEST_TEXT else Understood(said)
