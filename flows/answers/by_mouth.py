"""Whether a text tells of something swallowed: what would be a cream is then a drug, and an unknown one may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from flows.answers.catalogue import Entry
from flows.answers.health_named import asks
from flows.answers.said import once
from flows.answers.wording import clauses, plain
from flows.model import ProductClass

_FORM: Final = (
    r"(?:pills?|pils|tablets?|tabs?|tabletas?|capsules?|capsulas?|caplets?|caps|gel ?caps?|soft ?gels?|"
    r"pastill(?:as?|itas?)|"
    r"pildoras?|grageas?|comprimidos?|tragad\w*|tragarme|(?:me )?(?:las?|los?) (?:trago|tomo)|por (?:la )?boca|"
    r"via oral|"
    r"orales|gummies|gomitas|"
    r"oral|orally|by mouth|swallow\w*|ingest\w*|drink\w*|\d+ ?mgs?(?! ?(?:g|ml|per)\b)|"
    r"\u0442\u0430\u0431\u043b\u0435\u0442\w*|\u043a\u0430\u043f\u0441\u0443\u043b\w*)"
)
"""Pills, tablets, capsules, milligrams; the same in Spanish and Russian."""
_OTHERS: Final = (
    r"(?:birth control|contraceptives?|vitamins?(?! a\b)(?: \w{1,2})?|multi ?vitamins?|biotin|collagen|zinc|iron|"
    r"fish oil|omega(?: 3)?|probiotics?|supplements?|hair skin (?:and )?nails?|doxycycline|doxy|minocycline|"
    r"tetracycline|spironolactone|spiro|antibiotics?|allergy|blood pressure|thyroid|pain|sleeping|ibuprofen|tylenol|"
    r"advil|metformin|metformina|folic(?: acid)?|acido folico|magnesium|magnesio|hierro|calcium|calcio|turmeric|"
    r"melatonin|"
    r"anticonceptiv[ao]s?|vitaminas?(?! a\b)(?: \w{1,2})?|multivitaminicos?|biotina|colageno|doxiciclina|"
    r"minociclina|tetraciclina|"
    r"espironolactona|antibioticos?|alergias?|presion|tiroides|dolor|dormir|ibuprofeno|paracetamol|hair|nails|"
    r"acid reflux|"
    r"diabetes|colesterol|cholesterol|antidepressants?|anxiety|ansiedad|adhd|heartburn|ozempic|prenatal)"
)
_APART: Final = re.compile(
    rf"\b{_OTHERS} {_FORM}(?: {_FORM})*\b|\b(?:oral|orally) {_OTHERS}\b|"
    rf"\b{_FORM} (?:de |para |para la |para el |para las |of |for |for my )?{_OTHERS}\b(?! (?:y|e|o|and|or)\b)|"
    rf"\b(?:no|not|without|instead of|rather than|sin|en vez de|en lugar de|no son|no es) "
    rf"(?:the |any |a |as |in |acne |skin |las |los |la |el |en |por )*{_FORM}\b"
    r"(?! (?:any ?more|any longer|now|since|yet|but|ya|ahora|desde))"
)
"""Other medicines that are swallowed, and what is said not to be."""
_DRUG: Final = r"(?:(?:la|el|mi) )?(?:tretin\w*|retin\w*|adapalen\w*|differin|acido retinoico|vitamina a)"
_SWALLOWED: Final = re.compile(rf"\b{_FORM}\b|\b(?:tom(?:o|e|a|aba|amos|ado|ando|ar)|tragar|trago) {_DRUG}\b")
"""In Spanish what is "taken" is swallowed."""
_FOR_THE_SKIN: Final = re.compile(
    r"\b(?:acne|skin|derm\w*|breakouts?|pimples?|zits?|piel|cutis|granos|granitos|espinillas|barros|barritos)\b"
)


@once
def by_mouth(text: str) -> bool:
    """Whether anything in the text is swallowed, other medicines apart."""
    return _SWALLOWED.search(_APART.sub(" ", plain(text))) is not None


def pill_for_the_skin(text: str) -> bool:
    """Whether a pill for acne or from a dermatologist is told of, without its name."""
    parts = (" ".join(part) for part in clauses(text))
    return any(by_mouth(told) and _FOR_THE_SKIN.search(_APART.sub(" ", told)) and not asks(told) for told in parts)


def as_taken(entries: Iterable[Entry], swallowed: bool) -> list[Entry]:
    """The entries, a retinoid of the skin as one by mouth when it is `swallowed`."""
    return [_oral(entry) if swallowed else entry for entry in entries]


def _oral(entry: Entry) -> Entry:
    if entry.counts_as is not ProductClass.RETINOID:
        return entry
    return replace(entry, name=f"{entry.name} by mouth", counts_as=ProductClass.ORAL_RETINOID)
