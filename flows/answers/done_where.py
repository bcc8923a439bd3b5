"""Where a peel, a blade or a facial was done: by somebody else it is a treatment, at home it is an exfoliant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from flows.answers.catalogue import Entry
from flows.model import ProductClass

_DONE: Final = re.compile(
    r"\b(?:peel|peels|peeling|peelings|dermaplan\w*|dermoplan\w*|derma plan\w*|dermablad\w*|microderm\w*|"
    r"micro ?derm\w*|"
    r"exfoliacion|facial|enzyme|enzimatic\w*)\b"
)
"""What is done at home and at a clinic alike."""
_PRODUCT: Final = re.compile(
    r"\b(?:pads?|gel|cream|crema|solution|serum|mask|mascarilla|toner|lotion|wipes?|discos|spray|wash)\b"
)
_BY_OTHERS: Final = re.compile(
    r"\b(?:spas?|med ?spas?|clinics?|office|derms?|dermatolog\w*|a?esthetici\w*|facialist|salon|doctors?|dr|doc|nurse|"
    r"professional\w*|appointment|provider|clinicas?|consultorio|cosmetolog\w*|cosmiatra|esteticas?|esteticista|"
    r"doctora|"
    r"profesional\w*|cabina|plastic surgeon|dermatologo)\b"
)
_AT_HOME: Final = re.compile(
    r"\b(?:home|myself|amazon|online|bought|buy|ordered|diy|kit|kits|machine|device|casa|casera|casero|compre|compro|"
    r"yo mism[ao]|tiktok|sephora|ulta|target|walmart|drugstore|farmacia|mercado libre|gave me|me dio|me receto|"
    r"prescribed)\b"
)


def where_done(told: str) -> ProductClass | None:
    """What a peel of a clause counts as for where it was done; None where that is not told, or it is a product."""
    if _PRODUCT.search(told):
        return None
    if _AT_HOME.search(told):
        return ProductClass.EXFOLIANT
    return ProductClass.PROCEDURE if _BY_OTHERS.search(told) else None


def as_done(entry: Entry, named: str, where: ProductClass | None) -> Entry:
    """The entry that was `named`, with the words beside it, as what it counts as where it was done."""
    if where is None or entry.brand_only or not _DONE.search(named):
        return entry
    if where is ProductClass.PROCEDURE:
        done = entry.counts_as in (ProductClass.UNCLEAR, ProductClass.EXFOLIANT)
    else:
        done = entry.counts_as is ProductClass.UNCLEAR or "microderm" in named.replace(" ", "")
    return _as(entry, where) if done else entry


def _as(entry: Entry, counts_as: ProductClass) -> Entry:
    where = "at a clinic" if counts_as is ProductClass.PROCEDURE else "at home"
    return replace(entry, name=entry.name if where in entry.name else f"{entry.name} {where}", counts_as=counts_as)
