"""PRODUCT: what a client uses, recognised in their own words and always read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from flows.answers.asked import Asked
from flows.answers.by_mouth import as_taken, by_mouth
from flows.answers.catalogue import CAUTION, Catalogue
from flows.answers.finding import named_in, used_in, without_interjections
from flows.answers.phrases import NAME_UNKNOWN, UNSURE
from flows.answers.wording import clauses, clean, plain, vocabulary, words
from flows.model import NOT_SURE, Product, ProductClass, Products, Reading, Rejected, Understood

LONGEST: Final = 300
SHOWN: Final = 60
_NEXT: Final = re.compile(r"[,;\n+&/]|\b(?:and|plus|also|with|or)\b")
SMALL: Final = vocabulary(
    """
    sure remember know forgot what something i im ive use used using take taking put on my the a an it its is
    some of for at in to this that called named
    name brand cream creams gel gels serum serums lotion toner cleanser wash mask pads pad oil drops product
    products skin face neck night day nightly daily morning evening every week times once twice sometimes from
    percent mg ml both yes no not or and plus also with then please thanks hi hello um well think maybe probably
    prescription generic otc drugstore just only old new one two dont have never any
    """
)
"""Words that name nothing; a part of a list made of these alone is no product."""


def read_product(text: str, asked: Asked) -> Reading:
    """The products named, the most cautious first; a text that names none known is one product, unclear."""
    said = clean(text)
    if len(said) > LONGEST:
        return Rejected("too_long")
    if not words(said):
        return Rejected()
    found = products_in(said, asked.catalogue)
    if found:
        return Understood(Products(said, found), sure=False)
    if _no_name(said):
        return Understood(Products(said, ()))
    if _only_denied(said, asked.catalogue):
        return Rejected()
    return Understood(Products(said, (Product(said[:SHOWN], _unnamed(said)),)), sure=False)


def products_in(text: str, catalogue: Catalogue) -> tuple[Product, ...]:
    """Every product named and not denied, and every part of a list that names something unknown."""
    swallowed = by_mouth(text)
    found = [product for part in _parts(text) for product in _of_part(part, catalogue, swallowed)]
    unknown = [*_unknown(text, catalogue)] if found else []
    by_caution = sorted({*found, *unknown}, key=lambda product: (CAUTION[product.counts_as], product.name))
    return tuple(by_caution)


def _parts(text: str) -> list[list[str]]:
    return clauses(without_interjections(text))


def _of_part(part: list[str], catalogue: Catalogue, swallowed: bool) -> Iterator[Product]:
    entries = as_taken([found.entry for found in used_in(part, catalogue, asked=True)], swallowed)
    exact = [entry for entry in entries if not entry.brand_only]
    return (Product(entry.name, entry.counts_as) for entry in exact or entries)


def _unknown(text: str, catalogue: Catalogue) -> Iterator[Product]:
    for piece in _NEXT.split(without_interjections(text)):
        told = words(piece)
        if set(told) - SMALL and not any(word.isdigit() for word in told) and not _known(told, catalogue, text):
            yield Product(" ".join(told)[:SHOWN], _unnamed(piece))


def _unnamed(text: str) -> ProductClass:
    """What is not recognised is unclear; what is swallowed may be a retinoid that the team must ask about."""
    return ProductClass.ORAL_RETINOID if by_mouth(text) else ProductClass.UNCLEAR


def _known(piece: list[str], catalogue: Catalogue, text: str) -> bool:
    """Whether any word of the piece belongs to a name found in the whole text, so that "AHA and BHA" is one name."""
    return any(
        set(part[found.start : found.stop]) & set(piece)
        for part in _parts(text)
        for found in named_in(part, catalogue, asked=True)
    )


def _no_name(said: str) -> bool:
    told = plain(said)
    return told in NAME_UNKNOWN or told in UNSURE or told == plain(NOT_SURE)


def _only_denied(said: str, catalogue: Catalogue) -> bool:
    return any(named_in(part, catalogue, asked=True) for part in _parts(said)) or not set(words(said)) - SMALL
