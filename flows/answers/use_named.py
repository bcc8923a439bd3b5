"""Products told as used and treatments told as had, in any text: what stands against an earlier "no"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from flows.answers.finding import Clause, Found
from flows.answers.health_named import asks
from flows.answers.negation import DENIALS
from flows.answers.wording import vocabulary
from flows.model import Mention, ProductClass

ON_THE_SKIN: Final = frozenset({ProductClass.RETINOID, ProductClass.EXFOLIANT})
_MINE: Final = frozenset({"my", "our", "mi", "mis"})
_TOLD: Final = re.compile(
    r"\b(?:(?:keep|still|stop|quit|continue) (?:using|taking|applying|use|on)|(?:im|i am) (?:using|on|still)|"
    r"ive|i (?:have )?(?:used|put|applied|took|had|got|did|was|started|stopped|been|just)|my last|"
    r"(?:yo )?(?:uso|usaba|tomo|tomaba|deje|sigo usando|estoy usando|me (?:puse|pongo|hice|hicieron)|"
    r"dejar (?:de|mi|el|la)))\b"
)
"""What is told even within a question."""
_HAD: Final = re.compile(
    r"\b(?:had|got|gotten|did|done|underwent|went|received|after my|my last|since my|ago|yesterday|last|recent\w*|"
    r"today|this (?:week|month|morning|year|summer|spring)|in (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|every|regular\w*|monthly|currently|me (?:hice|hicieron|he hecho|realice)|"
    r"tuve|hace|ayer|pasad[oa]|ultim[oa]|reciente\w*|hoy|cada|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre))\b"
)
_WANTED: Final = re.compile(
    r"\b(?:want\w*|wanna|would like|id like|like to|love to|interested|thinking|hoping|plan\w*|consider\w*|instead|"
    r"prefer|wish\w*|need|looking|ask\w*|about|know|future|never|quier\w*|quisiera|gustaria|interes\w*|pienso|"
    r"pensando|planeo|espero|prefier\w*|busco|buscando|pregunt\w*|saber|sobre|mejor|nunca|jamas|algun dia|en vez)\b"
)
_PEEL: Final = re.compile(
    r"\b(?:(?:a|my|the|had|got|last|un|una|mi|el|la) (?:\w+ )?(?:facial|peel|peeling)|"
    r"(?:facial|peel|peeling) (?:last|yesterday|\d|a (?:few|couple|week|month)|ayer|hace|el mes|la semana))"
    r"\b(?! (?:scars?|hair|skin|wash|clean\w*|wrinkles?|area|redness|pads?|gel|at home))"
)
_COMMON: Final = vocabulary("microneedling microneedle needling skinpen skin pen prp microagujas dermapen")
"""What the visit itself is called: only a word of the past makes it a treatment had."""


def uses_named(told: Iterable[Clause]) -> frozenset[Mention]:
    """PRODUCT and PROCEDURE, where the clauses tell of them."""
    return frozenset(mention for clause in told for mention in _of_clause(clause))


def _of_clause(clause: Clause) -> Iterator[Mention]:
    part, told = clause.words, " ".join(clause.words)
    if _PEEL.search(told) and _HAD.search(told) and not asks(told) and not DENIALS & set(part):
        yield Mention.PROCEDURE
    if not (used := clause.used):
        return
    only_asked = asks(told) and not _TOLD.search(told)
    if any(found.entry.counts_as in ON_THE_SKIN and (not only_asked or _owned(part, found)) for found in used):
        yield Mention.PRODUCT
    done = [found for found in used if found.entry.counts_as is ProductClass.PROCEDURE]
    if done and not only_asked and _had(part, done, told):
        yield Mention.PROCEDURE


def _owned(part: list[str], found: Found) -> bool:
    return found.start > 0 and part[found.start - 1] in _MINE


def _had(part: list[str], done: list[Found], told: str) -> bool:
    if _HAD.search(told):
        return True
    return not _WANTED.search(told) and any(_COMMON.isdisjoint(part[found.start : found.stop]) for found in done)
