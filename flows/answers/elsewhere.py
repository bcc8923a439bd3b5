"""Days of something else than the last use: of a product that was got, another person, a visit, a move."""

from __future__ import annotations

import re
from typing import Final

_PERSON: Final = (
    r"(?:(?:my|mi) (?:\w+ )?(?:husband|wife|mom|mother|sister|brother|friend|daughter|son|boyfriend|girlfriend|"
    r"roommate|"
    r"kid|cousin|aunt|dad|bestie|partner|sis|esposo|esposa|mama|hermana|hermano|amiga|amigo|hija|hijo|novio|"
    r"novia|prima|"
    r"suegra|tia|papa|marido|comadre))"
)
_CLINICIAN: Final = (
    r"(?:(?:doctor|doc|dr|dra|doctora|derm|dermatologist|dermatologo|dermatologa|nurse|enfermera|pharmacist|"
    r"esthetician|aesthetician|medico|provider)\w*)"
)
_GOT: Final = (
    r"got (?:it|mine|this|(?:my|the|a) (?:new )?(?:tube|bottle|prescription|refill|script|rx|package|jar|cream))|"
    r"(?:gave|given|handed|sold|sent|mailed|shipped) (?:it|me|this|that|mine|them)|"
    r"bought|purchased|ordered|prescribed|received|recieved|"
    r"new (?:prescription|rx|script|refill)|(?:prescription|rx|script|refill) (?:was|is|from|"
    r"came|on|dated?)|"
    r"pick(?:ed)? (?:it|them|mine|that|my \w+) up|pick(?:ed)? up (?:my|the|a)|"
    r"refilled|opened|expir\w+|arrived|delivered|tested|"
    r"(?:me )?(?:l[ao]s? )?(?:dio(?! (?:\w+ )?sol)|dieron|entregaron|mandaron|mando|recogi|surtieron|surti|"
    r"llego|llegaron|regalo|regalaron|"
    r"abri|abrimos)|receta(?:ron| es| fue| era| del?)|cadu\w+|vence|vencio|vencen|paquete|tubo nuevo|frasco nuevo"
)
_LIFE: Final = (
    r"birthday|cumple\w*|born|graduated|was told|since i was|when i was|"
    r"(?:had|having) (?:a|my|the|our) (?:baby|kid|son|daughter|surgery|wedding)|"
    r"tuve (?:a mi|un|mi) (?:bebe|hij[oa]|nin[oa]|boda|cirugia)|"
    r"nacio|me mude|nos mudamos|(?:i|we) live|moved (?:to|here|from|in|out|back)|"
    r"(?:vacation|vacations|vacaciones|trip|viaje|cruise|crucero|wedding|boda) (?:is|are|es|son|will|sera|"
    r"begins|starts)|"
    r"turn(?:ing)? \d+|every (?:winter|summer|year|spring|fall|autumn)|"
    r"its (?:still |already )?(?:winter|summer|fall|autumn|spring|cloudy)|see you|pay ?day"
)
_BOOKING: Final = (
    r"can come|come in|coming in|book|booked|schedule\w*|works for me|available|free on|"
    r"(?:appointment|appt|visit) (?:is|es|on|at|for)"
)
_VISITED: Final = re.compile(
    r"\b(?:(?:appointment|appt|visit|consult\w*|checkup) (?:was|fue|el|with|monday)|"
    rf"(?:saw|seen|visited|met|went to) (?:my |the |a )?{_CLINICIAN}|"
    rf"(?:fui|fuimos) (?:al|a la|con el|con la|con mi|con un|con una) {_CLINICIAN}|vi a(?:l| la| mi) {_CLINICIAN})\b"
)
"""A visit: no day of use, but of a treatment it may be the day."""
_AT_NO_USE: Final = re.compile(
    rf"\b(?:{_GOT}|{_LIFE}|{_BOOKING}|{_PERSON} (?:use|put|take|tak|tri|start|did|does|got)\w*)\b"
)
"""A day of something else, unless an end of use is told as well."""
_OTHERS: Final = re.compile(
    rf"\b{_PERSON} (?:just |also |has |had |ya )?(?:l[ao]s? )?(?:stop\w*|quit|used|uses|usa|uso|ran out|"
    rf"finished|last|dejo|paro|"
    r"termino|suspendio|came off|got off)\b|"
    r"\b(?:vivia|viviamos|lived in|used to live|living in)\b"
)
"""Told of another person, or of a place: no end is one of use."""
_ADVICE: Final = re.compile(
    rf"\b(?:{_CLINICIAN}|she|he|they|you|website|instructions|page|paper|label) (?:also |just )?(?:said|says|"
    rf"told|tells|wants|"
    rf"wanted|recommend\w*|suggest\w*|advised|asked)\b(?:(?! i (?:stopped|quit)\b).)*"
    r"|\b(?:supposed|suppose|meant|need|have|told|required|allowed) to (?:stop|quit|be off|keep|wait|pause|hold)\b|"
    r"\b(?:i )?(?:should|must|gotta) (?:stop|quit|wait|pause)\b|"
    rf"\b(?:{_CLINICIAN}|ella|el) (?:me )?(?:dijo|dijeron|recomendo|pidio|mando)\b|"
    r"\b(?:me dijeron|me dijo|me recomendaron|hay que|tengo que|se debe|debo|deberia) "
)
_MY_END: Final = re.compile(
    r"\b(?:i|ive|i have|so|and|y|que) (?:stopped|quit|last used|used it|came off|"
    r"used to)\b|\b(?:i did|last used)\b|^stopped\b"
)


def is_elsewhere(told: str, *, ended: bool, visits: bool) -> bool:
    """Whether the day belongs to something or somebody else; `visits` where a visit may be what is asked about."""
    if _OTHERS.search(told) or (_ADVICE.search(told) and not _MY_END.search(told)):
        return True
    return not ended and (_AT_NO_USE.search(told) is not None or (not visits and _VISITED.search(told) is not None))
