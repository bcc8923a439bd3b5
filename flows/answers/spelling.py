"""Close spellings: how far a typed word may be from a name and still be taken for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from flows.answers.wording import vocabulary

T = TypeVar("T")

SLACK: Final = ((7, 1), (9, 2), (99, 3))
"""Up to this many letters, so many slips: a missing, surplus, wrong or swapped letter each."""

ORAL_SLACK: Final = ((5, 0), (7, 1), (10, 2), (99, 4))
"""The same for oral drugs: better a question too many than a missed Accutane."""

ORDINARY: Final = vocabulary(
    """
    targeting targeted isotropy isotope isotopes isotropic rational regional sentinel differs friedman
    strided stride strides
    alfredo fabio retrieval reliance mandalay freemium strider national
    accurate accurately accustomed acetone active actual actually account accounts acute octane butane insane
    methane retain retained retina retinas retail return retinopathy renovate renovated renova adaptable adapted
    adopted adapter glycerin glycerine glycerol lactose lactase lactate tactic plastic mandarin polish polished
    police police policy scrubs scrubbed laser loser later layer lasers enzyme enzymes peeler peeled feel feels
    claritin clarify clarity clarins clearly secret oriental orange accident tropical typical topical renewal
    renewed retired restart proactive protein differing different difference differ different differently optane
    propane mutant occupant accountant acquaint acquainted tocino tension treating treatment training freedom
    freeman biopsy bronze bronzer acrylic idyllic angelic metallic
    """
)
"""Words of everyday English (and brands) that look like a name and are not."""


def slips_allowed(word: str, oral: bool) -> int:
    """How many slips a word of this length may have."""
    return next(slips for letters, slips in (ORAL_SLACK if oral else SLACK) if len(word) <= letters)


def closest(word: str, names: Mapping[str, T], oral: bool = False) -> T | None:
    """What the nearest of `names` stands for, when it is near enough and the word no ordinary one."""
    if len(word) < 5 or word in ORDINARY or word.isdigit() or len(word) > 40:
        return None
    best = extract(word, names.keys(), scorer=OSA.distance, limit=1, score_cutoff=3 if oral else 2)
    if not best:
        return None
    name, distance, _ = best[0]
    return names[name] if distance <= slips_allowed(min(word, name, key=len), oral) else None


def nearest_two(text: str, known: Iterable[str]) -> list[tuple[str, float]]:
    """The two nearest of `known` with their likeness, 0 to 100, best first."""
    return [(name, score) for name, score, _ in extract(text, list(known), scorer=fuzz.ratio, limit=2)]
