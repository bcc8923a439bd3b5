"""Conditions of the two health lists, or an age under 18, told of the client in any text: never asked for by name."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.denied_lists import names_undenied
from flows.answers.numerals import with_digits
from flows.answers.spanish import conditions as spanish
from flows.answers.wording import clauses, phrases

_METAL: Final = r"(?:steel|metals?|nickel|numbing|numb|lidocaine|novocaine|benzocaine|tetracaine|an[ae]sthe\w*)"
CONDITIONS: Final = phrases(
    r"""
    (?<!mask of )pregn\w*, pregant, pregnat, prego, preggo, preggers, (?:im|i am|were|we are) expecting,
    expecting a baby,
    having a baby, with child, (?:weeks|months) along, nursing(?! (?:school|student|home|degree|job|assistant)),
    breast ?fe\w*, lactating, trying to conceive, ttc, ivf, postpartum, post partum,
    keloid\w*, keliod\w*, kelloid\w*, blood thin\w*, anti ?coag\w*, warfarin, coumadin, eliquis, xarelto, plavix,
    heparin, lovenox, pradaxa, aspirin, bleeding (?:disorder|problem|condition)s?, h[ae]*mophil\w*, von willebrand\w*,
    clotting \w+, blood clots?, thrombo\w*, factor v\w*, (?:bleed|bruise) (?:very |too |so |really )?easily,
    skin cancer, cancer\w*, melanoma\w*, basal cell\w*, squamous\w*, carcinoma\w*, actinic\w*, lymphoma, leuk[ae]*mia,
    suspicious (?:mole|spot|lesion|growth)s?,
    impetigo, mrsa, staph, cellulitis, ringworm, skin infection, infected,
    immun\w*, auto ?immun\w*, chemo\w*, radiation, methotrexate, humira, prednisone, steroids, biologics?,
    transplant\w*,
    lupus, rheumatoid\w*, hiv, crohns?, scleroderma, multiple sclerosis, hashimotos?, graves disease,
    diabet\w*, diabeet\w*, insulin, metformin, pacemaker, afib,
    heart (?:condition|disease|problem|failure|murmur|defect|issue)s?, cardiac\w*,
    cold ?sores?, fever blisters?, herpes, hsv, shingles, eczema, exzema, excema, psoria\w*,
    soriasis, rosac\w*, rosec\w*,
    active acne, cystic acne, botox, dysport, xeomin, fillers?, juvederm, restylane, microblad\w*, permanent make ?up
    """
) | {
    rf"allerg\w*(?: \w+){{0,6}}? {_METAL}",
    rf"{_METAL}(?: \w+){{0,3}}? allerg\w*",
    rf"(?:react\w*|reaction)(?: \w+){{0,3}}? to (?:\w+ )?{_METAL}",
}
"""Pregnancy; scars and blood; cancer; infection and immunity; sugar and heart; skin, and what was done to it."""
_NAMED: Final = re.compile(rf"\b(?:{'|'.join(sorted(CONDITIONS | spanish.HEALTH))})(?!\w)")

_YOUNG: Final = r"(?:\d|1[0-7])"
_WHO: Final = (
    r"(?:im|i am|iam|shes|hes|she is|he is|my age is|aged?|turning|(?:daughter|son|sister|brother|child|kid|niece|"
    r"nephew|girl|boy|friend|teen|teenager) is|(?:daughter|son|sister|brother|child|kid|niece|nephew))"
)
_TIME: Final = r"days?|weeks?|months?|hours?|minutes?|years? ago|year"
_YEARS: Final = r"(?:years? old|yrs? old|year olds?|yo|y o)"
AGES: Final = phrases(
    rf"""
    {_WHO} (?:only |just |still )*{_YOUNG}(?= (?:years?|yrs?|yo|y|old|and|so|f|m|now|turning|is|can|will|\d+)\b|$),
    ^{_YOUNG} {_YEARS},
    \b(?:a|an|my) {_YOUNG} {_YEARS}(?! (?:scar|mark|injur|car|prescription|bottle|tube)),
    (?:im|i am|shes|hes|is) (?:a minor|under ?age\w*|under 18|not 18|not yet 18|younger than 18|below 18|a teen\w*),
    (?:almost|nearly|about to be|about to turn|close to|turning|turn|not yet|not quite) 18(?! (?:{_TIME})),
    (?:im|i am|ill be|will be|^) ?18 (?:next|in a|in \d+) (?:{_TIME})
    """
)
_YOUNG_CLIENT: Final = re.compile(rf"\b(?:{'|'.join(sorted(AGES | spanish.YOUNG))})")
_AS_A_CHILD: Final = re.compile(r"\b(?:when|since|at|until|before|was|from)\b(?: \w+){0,2}$")

_ASKS: Final = re.compile(
    r"^(?:(?:hi|hello|hey|ok|so|and|but|also|wait|sorry|question|hola|y|pero|oiga|disculpe|"
    r"una pregunta) )*(?:how|what|whats|when|where|why|who|which|"
    r"does|do|did|can|could|will|would|is|are|should|may|what if|if|"
    r"que(?! (?:yo|me|te|le|lo|la|va)\b)|como|cuando|cuanto|cuantos|cuantas|donde|por que|quien|cual|puedo|"
    r"puede(?! que| ser)|se puede|podria|debo|hay que|sirve|"
    r"duele|cuesta|que pasa si|si estoy|si tengo|es (?:seguro|bueno|malo|verdad|para|un|una)|que es|sirven)\b"
)
_OF_ME: Final = re.compile(
    r"\b(?:im|i am|ive|i have|i had|i got|i take|i was|i use|i used|i did|were|we are|while|when|"
    r"estoy|tengo|tuve|soy|tomo|uso|use|he|me (?:hice|puse|pusieron|salen|sale|dio|da|operaron)|padezco|sufro)\b"
)


def names_health(text: str) -> bool:
    """Whether a condition is told and not denied, or an age under 18; a question counts when it is about "me"."""
    return any(_told(with_digits(" ".join(part))) for part in clauses(text))


def asks(told: str) -> bool:
    """Whether a clause begins like a question."""
    return _ASKS.search(told) is not None


def wonders(told: str) -> bool:
    """Whether a clause asks of things in general, and tells nothing of the client: "what's a keloid"."""
    return asks(told) and _OF_ME.search(told) is None


def _told(told: str) -> bool:
    young = _YOUNG_CLIENT.search(told)
    if young and not _AS_A_CHILD.search(told[: young.start()].rstrip()):
        return True
    return not wonders(told) and names_undenied(_NAMED, told)
