"""What any text may name, whatever it was typed at: drugs, melasma, something urgent, health, products, treatments."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.by_mouth import pill_for_the_skin
from flows.answers.catalogue import Catalogue
from flows.answers.finding import clauses_of, used_entries
from flows.answers.health_named import names_health
from flows.answers.negation import denied
from flows.answers.said import once
from flows.answers.urgent import urgencies
from flows.answers.use_named import uses_named
from flows.answers.wording import clauses, soft
from flows.model import Mention, ProductClass

DRUGS: Final = {
    ProductClass.ISOTRETINOIN: Mention.ISOTRETINOIN,
    ProductClass.ORAL_RETINOID: Mention.ORAL_RETINOID,
}
MELASMA: Final = re.compile(
    r"(?:mel+[aeiou]*[sz]+[mn]a\w*|me?lasma\w*|malasma|melas+ma|melasama|malazma|chloasma\w*|cloasma|"
    r"chlo?asma|cholasma)"
)


@once
def mentions(text: str, catalogue: Catalogue) -> frozenset[Mention]:
    """Everything in `text` that the rules or the team must know of, wherever it was said."""
    text = soft(text)
    told = clauses_of(text, catalogue, asked=False)
    drugs = {DRUGS[entry.counts_as] for entry in used_entries(told, text) if entry.oral}
    pill = {Mention.ORAL_RETINOID} if pill_for_the_skin(text) else set()
    melasma = {Mention.MELASMA} if any(_melasma(part) for part in clauses(text)) else set()
    health = {Mention.HEALTH} if names_health(text) else set()
    return frozenset(drugs | pill | melasma | health) | uses_named(told) | urgencies(text)


def _melasma(part: list[str]) -> bool:
    places = [place for place, word in enumerate(part) if MELASMA.fullmatch(word)]
    return any(not denied(part, place, place + 1) for place in places) or "mask of pregnancy" in " ".join(part)
