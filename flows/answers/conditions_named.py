"""Conditions people name when asked about health or skin: enough to know that something applies."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.denied_lists import names_undenied, plainly_denied
from flows.answers.spanish import conditions as spanish
from flows.answers.wording import clauses, phrases, plain

CONDITIONS: Final = spanish.ASKED | phrases(
    r"""
    pregnan\w*, expecting, preggo, nursing, breast ?feed\w*, trying to conceive, ttc, ivf, postpartum, blood
    thinn?ers?, anti ?coagulants?, warfarin, coumadin, eliquis, xarelto, plavix, heparin, lovenox, pradaxa, aspirin,
    h[ae]+mophil\w*, von willebrand, clot\w*, bleeding disorder, platelets?, factor v, diabet\w*, diabet[ei]s,
    insulin, metformin, heart, cardiac, pacemaker, afib, stroke, lupus, sle, autoimmune, auto immune, immun\w*,
    rheumatoid, arthritis, crohns?, colitis, multiple sclerosis, hashimotos?, graves, scleroderma, sjogrens?,
    humira, methotrexate, prednisone, steroids?, chemo\w*, radiation, transplant\w*, hiv, aids, hepatitis,
    cancer\w*, melanomas?, carcinomas?, basal cell, lymphoma, leuk[ae]?emia, cold ?sores?, fever blisters?, herpes,
    hsv, shingles, keloids?, hypertrophic, eczema, exzema, excema, dermatitis, psoria\w*, soriasis, rosacea,
    rosecea, vitiligo, acne, breakouts?, breaking out, pimples?, zits?, cysts?, warts?, moles?, actinic,
    infections?, infected, impetigo, mrsa, staph, cellulitis, fungal, ringworm, sun ?burn\w*, sunburnt, burn\w*,
    rash\w*, hives, irritat\w*, open (?:sores?|wounds?|cuts?), sores?, wounds?, cuts?, scabs?, peeling, itch\w*,
    inflam\w*, raw, suspicious, melasma, melazma, chloasma, dark (?:spots?|patch(?:es)?|marks?), brown spots?, age
    spots?, sun ?spots?, hyper ?pigment\w*, pigment\w*, discolou?r\w*, uneven(?: tone| skin)?, pih, blotch\w*,
    splotch\w*, spots?, marks?, redness, swollen, swelling, flar\w*, chapped, scratch\w*, bruis\w*, bumps?, bites?,
    freckles, allerg\w*, nickel, lidocaine, novocaine, botox, dysport, xeomin, fillers?, juvederm, restylane,
    tattoos?, microblad\w*, permanent make ?up, new scars?, surgery, surgical, epilep\w*, seizures?, neuropathy,
    anemi\w*, kidney, liver, thyroid
    """
)
"""Pregnancy; blood; heart, sugar, immunity; skin; allergies and things done: each a pattern of plain words."""
NAMED: Final = re.compile(rf"\b(?:{'|'.join(sorted(CONDITIONS))})\b")


def names_condition(text: str) -> bool:
    """Whether any condition stands in the text, denied or not."""
    return NAMED.search(plain(text)) is not None


def tells_condition(text: str) -> bool:
    """Whether a condition is named that is not itself denied."""
    return any(names_undenied(NAMED, " ".join(part)) for part in clauses(text))


def denies_conditions(text: str, beside: frozenset[str]) -> bool:
    """Whether the text denies every condition that it names and says nothing else but the phrases `beside`."""
    parts = [told for part in clauses(text) if (told := " ".join(part)) not in beside]
    return bool(parts) and all(plainly_denied(NAMED, told) for told in parts)
