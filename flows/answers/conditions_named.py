"""Conditions people name where they are asked about their health or their skin; enough to know that something applies."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.wording import plain

CONDITIONS: Final = (
    # pregnancy
    r"pregnan\w*", r"expecting", r"preggo", r"nursing", r"breast ?feed\w*", r"trying to conceive", r"ttc", r"ivf", r"postpartum",
    # blood
    r"blood thinn?ers?", r"anti ?coagulants?", r"warfarin", r"coumadin", r"eliquis", r"xarelto", r"plavix", r"heparin", r"lovenox", r"pradaxa", r"aspirin",
    r"h[ae]emophilia\w*", r"von willebrand", r"clot\w*", r"bleeding disorder", r"platelets?", r"factor v",
    # the heart, sugar, immunity
    r"diabet\w*", r"diabet[ei]s", r"insulin", r"metformin", r"heart", r"cardiac", r"pacemaker", r"afib", r"stroke", r"lupus", r"sle", r"autoimmune", r"auto immune", r"immun\w*",
    r"rheumatoid", r"arthritis", r"crohns?", r"colitis", r"multiple sclerosis", r"hashimotos?", r"graves", r"scleroderma", r"sjogrens?", r"humira", r"methotrexate",
    r"prednisone", r"steroids?", r"chemo\w*", r"radiation", r"transplant\w*", r"hiv", r"aids", r"hepatitis", r"cancer\w*", r"melanomas?", r"carcinomas?", r"basal cell", r"lymphoma", r"leuk[ae]?emia",
    # the skin
    r"cold ?sores?", r"fever blisters?", r"herpes", r"hsv", r"shingles", r"keloids?", r"hypertrophic", r"eczema", r"exzema", r"excema", r"dermatitis", r"psoria\w*", r"soriasis", r"rosacea", r"rosecea", r"vitiligo",
    r"acne", r"breakouts?", r"breaking out", r"pimples?", r"zits?", r"cysts?", r"warts?", r"moles?", r"actinic", r"infections?", r"infected", r"impetigo", r"mrsa", r"staph", r"cellulitis", r"fungal", r"ringworm", r"sun ?burn\w*", r"sunburnt", r"burn\w*", r"rash\w*",
    r"hives", r"irritat\w*", r"open (?:sores?|wounds?|cuts?)", r"sores?", r"wounds?", r"cuts?", r"scabs?", r"peeling", r"itch\w*", r"inflam\w*", r"raw", r"suspicious", r"melasma", r"melazma", r"chloasma",
    r"dark (?:spots?|patch(?:es)?|marks?)", r"brown spots?", r"age spots?", r"sun ?spots?", r"hyper ?pigment\w*", r"pigment\w*", r"discolou?r\w*", r"uneven tone", r"pih", r"freckles",
    # allergies and things done
    r"allerg\w*", r"nickel", r"lidocaine", r"novocaine", r"botox", r"dysport", r"xeomin", r"fillers?", r"juvederm", r"restylane", r"tattoos?", r"microblad\w*", r"permanent make ?up", r"new scars?", r"surgery", r"surgical",
    r"epilep\w*", r"seizures?", r"neuropathy", r"anemi\w*", r"kidney", r"liver", r"thyroid",
)
_NAMED: Final = re.compile(rf"\b(?:{'|'.join(CONDITIONS)})\b")


def names_condition(text: str) -> bool:
    """Whether any condition stands in the text, denied or not."""
    return _NAMED.search(plain(text)) is not None
