"""Products told as used and treatments told as had, in any text: what stands against an earlier "no"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from flows.answers.catalogue import Catalogue
from flows.answers.finding import Found, used_in, without_interjections
from flows.answers.health_named import asks
from flows.answers.negation import DENIALS
from flows.answers.wording import clauses, vocabulary
from flows.model import Mention, ProductClass

ON_THE_SKIN: Final = frozenset({ProductClass.RETINOID, ProductClass.EXFOLIANT})
_MINE: Final = frozenset({"my", "our"})
_TOLD: Final = re.compile(
    r"\b(?:(?:keep|still|stop|quit|continue) (?:using|taking|applying|use|on)|(?:im|i am) (?:using|on|still)|"
    r"ive|i (?:have )?(?:used|put|applied|took|had|got|did|was|started|stopped|been|just)|my last)\b"
)
"""What is told even within a question."""
_HAD: Final = re.compile(
    r"\b(?:had|got|gotten|did|done|underwent|went|received|after my|my last|since my|ago|yesterday|last|recent\w*|"
    r"today|this (?:week|month|morning|year|summer|spring)|in (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|every|regular\w*|monthly|currently)\b"
)
_WANTED: Final = re.compile(
    r"\b(?:want\w*|wanna|would like|id like|like to|love to|interested|thinking|hoping|plan\w*|consider\w*|instead|"
    r"prefer|wish\w*|need|looking|ask\w*|about|know|future|never)\b"
)
_PEEL: Final = re.compile(
    r"\b(?:(?:a|my|the|had|got|last) (?:\w+ )?(?:facial|peel)|(?:facial|peel) (?:last|yesterday|\d|a (?:few|couple|"
    r"week|month)))"
    r"\b(?! (?:scars?|hair|skin|wash|clean\w*|wrinkles?|area|redness|pads?|gel|at home))"
)
_COMMON: Final = vocabulary("microneedling microneedle needling skinpen skin pen prp")
"""What the visit itself is called: only a word of the past makes it a treatment had."""


def uses_named(text: str, catalogue: Catalogue) -> frozenset[Mention]:
    """PRODUCT and PROCEDURE, where the text tells of them."""
    parts = clauses(without_interjections(text))
    return frozenset(mention for part in parts for mention in _of_clause(part, catalogue))


def _of_clause(part: list[str], catalogue: Catalogue) -> Iterator[Mention]:
    told = " ".join(part)
    if _PEEL.search(told) and _HAD.search(told) and not asks(told) and not DENIALS & set(part):
        yield Mention.PROCEDURE
    for found in used_in(part, catalogue, asked=False):
        if found.entry.counts_as in ON_THE_SKIN and _used(part, found, told):
            yield Mention.PRODUCT
        if found.entry.counts_as is ProductClass.PROCEDURE and _had(part, found, told):
            yield Mention.PROCEDURE


def _used(part: list[str], found: Found, told: str) -> bool:
    owned = part[found.start - 1 : found.start] and part[found.start - 1] in _MINE
    return bool(owned) or not asks(told) or _TOLD.search(told) is not None


def _had(part: list[str], found: Found, told: str) -> bool:
    if asks(told) and not _TOLD.search(told):
        return False
    if _HAD.search(told):
        return True
    named = set(part[found.start : found.stop])
    return not (named & _COMMON or _WANTED.search(told))
