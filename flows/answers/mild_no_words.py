"""What people say instead of a plain no: tables of both languages, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers.conditions_named import NAMED
from flows.answers.wording import phrases, vocabulary

ABOUT_PRODUCTS: Final = frozenset({"retinoid", "exfoliant"})
ABOUT_SKIN: Final = frozenset({"pigment", "skin_now"})

PLAIN_CARE: Final = vocabulary(
    """
    no nope nah none nothing just only i use with and or a my the some bar plain regular basic soap soaps water
    moisturizer moisturiser moisturizers sunscreen spf vaseline aquaphor thanks but else really its lotion normal
    cold warm gentle solo puro pura nada nomas mas uso con y o un una mi el la de agua jabon neutro crema me lavo
    lava cara wash face hidratante humectante bloqueador protector solar vaselina corriente comun simple gracias nop
    pues
    """
)
"""Care of the skin that is neither a retinoid nor an exfoliant; a text of these words is read back as a no."""
CARE: Final = vocabulary(
    """
    soap soaps water moisturizer moisturiser moisturizers sunscreen vaseline aquaphor lotion jabon hidratante humectante
    bloqueador vaselina agua
    """
)

OPENING: Final = re.compile(
    r"(?:no|nope|nah|naw|nop|none|never|nothing|nunca|jamas|nada|ninguno|ninguna|para nada)(?: (?:no|nope|nah|"
    r"nada|nothing))?\b"
)
REFUSING: Final = re.compile(r"(?:no|nope|nah|naw|nop|nunca|jamas|never)\b")
"""Unlike "nothing", which may leave out the rest: "nothing strong"."""
REASONS: Final = vocabulary(
    """
    too sensitive dry oily dehydrated delicate for that those this it these them my skin is its im way so very super
    much scared afraid of expensive lazy simple girl guy person low maintenance pretty cant handle tolerate stand
    hates basic a an the natural all good thats just am not into stuff allergic acid acids products things harsh
    strong because cause bc heard interested thing muy sensible sensibles delicada delicado seca reseca grasa mi
    piel es la tengo porque no aguanta tolera soporta para eso esos me da dan miedo soy floja flojo natural caro
    cara caros demasiado esas cosas eso estan alergica alergico bien
    """
)
"""Words that only tell why not."""
WELL: Final = vocabulary(
    """
    my skin face neck is its im all looks look feels feel great good fine clear healthy perfect perfectly totally
    completely right now today so far everything pretty very nothing and really mi piel cara cuello esta la tengo
    todo bien muy sana sano limpia normal perfecta perfecto ve siempre por el momento ahora ahorita hoy y super sin
    novedad en orden de maravilla
    """
)
IS_WELL: Final = vocabulary("great good fine clear healthy perfect bien sana limpia normal perfecta perfecto")
WELL_ALONE: Final = frozenset({"healthy", "clear", "sana", "sano", "limpia"})
EVEN: Final = vocabulary(
    """
    my skin face tone is its i have an got have pretty very all even color colour one and clear good overall
    complexion quite mi piel cara tono esta es el la tengo parejo pareja uniforme muy todo bien de un solo color y
    limpia
    """
)
IS_EVEN: Final = vocabulary("even parejo pareja uniforme")
FINE: Final = phrases(
    """
    fine, clear, all clear, healthy, its fine, its clear, its good, its healthy, im fine, im good, no im fine, no im
    good, all good, no all good, nope all good, skin is fine, skin is clear, skin is good, todo bien, no todo bien,
    todo en orden, estoy bien, no estoy bien, esta bien, limpia, sana, bien, no issues, no problems, no concerns, no
    complaints, nothing going on, nothing to report, sin problemas, sin problema, ningun problema, no hay problema,
    nada que reportar
    """
)
FIRST: Final = re.compile(
    r"(?:this |it |thats |that |its |itll )?(?:(?:would|will) be |is )?(?:my )?(?:very )?first (?:time )?"
    r"(?:doing |trying |getting |having )?(?:anything|something|any of this|this|it|time|one|treatment|"
    r"ever)?(?: like this| ever| done)*|"
    r"(?:ive |i have |i )?(?:never|havent|have not|not)(?: ever)?(?: been| gone)(?: to| in)? "
    r"(?:an?|any|the) (?:med ?)?(?:spa|medspa|clinic|med spa|derm|dermatologist|esthetician|"
    r"aesthetician)(?: or (?:a )?\w+)?(?: before| ever)?|"
    r"(?:yo )?(?:no|nunca|jamas)(?: he)?(?: ido| fui)(?: nunca)? a (?:un|una|ningun|ninguna) (?:spa|clinica|"
    r"medspa|dermatologo|estetica)|"
    r"(?:es|seria|sera|va a ser) (?:mi|la) primera vez(?: que (?:me hago|hago|me haria) (?:algo|esto)(?: asi)?)?"
)
"""Nothing was done yet."""
NOW: Final = re.compile(
    r"\b(?:right now|at (?:the|this) (?:moment|time)|today|currently|now|ahorita(?: mismo)?|ahora(?: mismo)?|"
    r"por (?:el momento|ahora)|"
    r"de momento|en este momento|hoy|actualmente|presently)\b"
)
PERIOD: Final = re.compile(
    r"\b(?:(?:in|within|during|over|for) (?:at least )?(?:the )?(?:(?:last|past) )?(?:\d{2}|[3-9]|three|four|five|"
    r"six|several) months?|"
    r"(?:in|for) (?:over |at least |more than )?(?:(?:the )?(?:last|past) )?(?:an? |\d+ |many |several |two |"
    r"few )?years?|in (?:ages|forever)|"
    r"in (?:that|those|these) (?:time|months|period)|en (?:ese tiempo|es[ot]s meses|ese periodo)|(?:en|"
    r"durante) (?:los )?(?:ultimos )?(?:[3-9]|tres|cuatro|cinco|seis) meses|en (?:muchos |varios )?anos)\b"
)
"""At least the three months that are asked about."""
BARELY: Final = frozenset({"", "not", "no", "not no", "no no", "any"})
WITHOUT: Final[Mapping[str, re.Pattern[str]]] = {
    "skin_now": NOW,
    "procedure": PERIOD,
}
"""What a no may be limited to at a question that asks for no more."""

THINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "retinoid": re.compile(
        r"\b(?:retinoids?|retinoides?|retinol(?:es|s)?|tretinoin\w*|tret|adapalen\w*|differin|tazaroten\w*|"
        r"retin a|retina|vitamina? a)\b"
    ),
    "exfoliant": re.compile(
        r"\b(?:(?:face |facial |acid |home |sugar )?(?:acids?|scrubs?|peels?|exfoli(?:ants?|ators?|ating|ation|"
        r"ate|o|antes?|acion|ar)|brush(?:es)?)|"
        r"acidos?|cepillos?|peelings?|dermaplan(?:e|ing)|shav(?:e|"
        r"ing))(?: (?:at home|en casa))?\b"
    ),
    "procedure": re.compile(
        r"\b(?:(?:chemical |laser |skin |cosmetic )?(?:procedures?|treatments?|lasers?|peels?|peelings?|facials?|"
        r"microdermabrasions?)|"
        r"tratamientos?|procedimientos?|faciales|laseres|microdermoabrasion(?:es)?|work|appointments?|"
        r"limpiezas?)(?: done)?\b"
    ),
    "pigment": NAMED,
    "skin_now": NAMED,
}
"""What a question asks for by its own words; a text that denies these alone is a no."""
_CARE_AT_ALL: Final = r"\b(?:skin ?care(?: products?)?|creams?|serums?|products?|cremas?|sueros?|productos?)\b"
DENIED: Final[Mapping[str, re.Pattern[str]]] = {
    **THINGS,
    "retinoid": re.compile(rf"{THINGS['retinoid'].pattern}|{_CARE_AT_ALL}"),
    "exfoliant": re.compile(rf"{THINGS['exfoliant'].pattern}|{_CARE_AT_ALL}"),
}
"""What is denied along with it: who uses no creams uses no retinoid."""
