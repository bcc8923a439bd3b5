"""PRODUCT: what a client uses, recognised in their own words and always read back."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.asked import Asked
from flows.answers.by_mouth import as_taken, by_mouth
from flows.answers.catalogue import CAUTION, Catalogue, Entry
from flows.answers.everyday import EVERYDAY
from flows.answers.finding import Clause, clauses_of, without_interjections
from flows.answers.nameless import asks_what_it_is, knows_no_name, says_a_letter
from flows.answers.spelling import is_slip_of_everyday
from flows.answers.wording import clean, words
from flows.model import Product, ProductClass, Products, Reading, Rejected, Understood

LONGEST: Final = 300
SHOWN: Final = 60
ACTIVE: Final = frozenset(set(ProductClass) - {ProductClass.PROCEDURE, ProductClass.UNCLEAR, ProductClass.NEITHER})
WHICH_ONE: Final = Rejected("which_one")
_NEXT: Final = re.compile(
    r"[,;:\n+&/()]|[.!?](?=\s|$)|\b(?:and|plus|also|with|w|or|n|then|y|e|con|mas|ademas|tambien|tmb|luego|junto)\b"
)
_TITLED: Final = re.compile(r"\b(?:dr|dra|doctor|doctora|nurse|mrs|ms|mr)\b[. ] ?[a-z]+")
"""Somebody's name."""
_MEASURE: Final = re.compile(r"\d+(?:x|th|st|nd|rd|mgs?|ml|g|gr|am|pm|yo|yrs?|mcg|oz|percent)?")


def read_product(text: str, asked: Asked) -> Reading:
    """The products named, the most cautious first; a text that names none known is one product, unclear."""
    said = clean(text)
    if len(said) > LONGEST:
        return Rejected("too_long")
    if not words(said):
        return Rejected()
    told = clauses_of(said, asked.catalogue, asked=True)
    entries = _entries(told, said)
    if asks_what_it_is(said) and not any(entry.oral for entry in entries):
        return Rejected()
    unknown = _unknown(said, told)
    if entries and (unknown or not all(_which(entry) for entry in entries)):
        return Understood(Products(said, _sorted(entries, unknown, said)), sure=False)
    return _without_a_name(said, told, bool(entries), bool(unknown))


def _without_a_name(said: str, told: list[Clause], brand: bool, unknown: bool) -> Reading:
    """What a text is worth in which no product is known: swallowed, a brand, a name unknown to us or to the client."""
    if by_mouth(said):
        return _unclear(said)
    if brand or says_a_letter(said):
        return WHICH_ONE
    if not unknown and knows_no_name(said):
        return Understood(Products(said, ()))
    if not unknown or any(clause.named for clause in told):
        return Rejected()
    return _unclear(said)


def products_in(text: str, catalogue: Catalogue) -> tuple[Product, ...]:
    """Every product named and not denied, and every part of a list that names something unknown."""
    told = clauses_of(text, catalogue, asked=True)
    entries = _entries(told, text)
    return _sorted(entries, _unknown(text, told) if entries else [], text)


def _sorted(entries: list[Entry], unknown: list[str], said: str) -> tuple[Product, ...]:
    known = {Product(entry.name, entry.counts_as) for entry in entries if not (unknown and _which(entry))}
    others = {Product(piece[:SHOWN], _unnamed(piece)) for piece in unknown}
    return tuple(sorted(known | others, key=lambda product: (CAUTION[product.counts_as], product.name)))


def _entries(told: list[Clause], said: str) -> list[Entry]:
    """What is named and not denied; a brand only where no product of that clause, and no active at all, is named."""
    swallowed = by_mouth(said)
    entries = [entry for clause in told for entry in as_taken(_of_clause(clause), swallowed)]
    active = any(entry.counts_as in ACTIVE and not entry.brand_only for entry in entries)
    return [entry for entry in entries if not (active and entry.brand_only)]


def _of_clause(clause: Clause) -> list[Entry]:
    entries = [found.entry for found in clause.used]
    return [entry for entry in entries if not entry.brand_only] or entries


def _which(entry: Entry) -> bool:
    """Whether it is a brand, or a kind of thing, that says nothing of what is in it."""
    return entry.brand_only and entry.counts_as is ProductClass.UNCLEAR


def _unknown(text: str, told: list[Clause]) -> list[str]:
    """The parts of a text that name something, and nothing that is known but its brand."""
    brands, known = _words_of(told, brand=True), _words_of(told, brand=False)
    pieces = [words(piece) for piece in _NEXT.split(_TITLED.sub(" ", without_interjections(text)))]
    return [" ".join(piece) for piece in pieces if known.isdisjoint(piece) and _strange(piece, brands)]


def _words_of(told: list[Clause], brand: bool) -> set[str]:
    named = ((clause.words, found) for clause in told for found in clause.named if found.entry.brand_only is brand)
    return {word for part, found in named for word in part[found.start : found.stop]}


def _strange(piece: list[str], brands: set[str]) -> bool:
    """Whether a word stands there that is neither a brand nor one of everyday talk, well spelt or not."""
    left = [word for word in piece if len(word) > 1 and word not in brands and word not in EVERYDAY]
    return any(not _MEASURE.fullmatch(word) and not is_slip_of_everyday(word) for word in left)


def _unclear(said: str) -> Understood:
    return Understood(Products(said, (Product(said[:SHOWN], _unnamed(said)),)), sure=False)


def _unnamed(text: str) -> ProductClass:
    """What is not recognised is unclear; what is swallowed may be a retinoid that the team must ask about."""
    return ProductClass.ORAL_RETINOID if by_mouth(text) else ProductClass.UNCLEAR
