"""Whether an alarming thing is denied, only supposed, or long past: "no fever", "will it swell", "years ago"."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.signs import COMMA, TAKEN_OUT
from flows.answers.wording import vocabulary

NEGATIONS: Final = vocabulary(
    """
    no not never without dont doesnt didnt havent hasnt isnt arent wasnt wont wouldnt neither nor zero sin ni nunca
    nada tampoco ningun ninguna jamas
    """
)
_LISTED: Final = vocabulary("or and nor any more signs sign of new history a an the y o ni e de real current")
"""Between a "no" and what it denies."""
_HAD: Final = vocabulary(
    """
    have had having get got getting feel feeling been really actually currently ever see seeing experience
    experiencing any a an the so too very even yet that
    """
)
"""Between another negation and what it denies."""
_TENIDO: Final = vocabulary(
    """
    me se le te ha he han tengo tiene tenia tenido tuve hay siento dado dio sale salen salio salieron salido esta
    estoy una un la el las los mi mis muy tanto ningun ninguna padezco sufro
    """
)

_SUPPOSING: Final = re.compile(
    r"(?:and |so |but |also |hi |hello |hey |ok |y |pero |hola )*(?:will|would|does|do i|do you|do they|do people|"
    r"do some|did anyone|can it|can this|can they|can you|can i|can u|could|may|might|is there|are there|"
    r"should i expect|should i be expecting|do you expect|is it going to|is it gonna|is it possible|is it likely|"
    r"how (?:likely|common|often|much|bad|badly|long)|when (?:will|does|do)|what are|what about|which|have people|"
    r"has anyone|(?:im |i am )?(?:worried|scared|afraid|nervous|concerned)(?! about (?:the|my|this|these)\b)|puede|"
    r"pueden|podria|puedo|va a|me va|me van|se me va|voy a|se va|hay riesgo|hay peligro|es posible|(?:tengo |"
    r"me da )miedo|que tan|que tanto|causa|provoca|cuando|cuanto)\b"
)
_SUPPOSING_IF_ASKED: Final = re.compile(
    r"(?:y |pero )*(?:si|sale|salen|da|dan|hay|duele|sangra|sangras|sangran|tiene|es comun|se hincha|si me)\b"
)
_IF: Final = re.compile(
    r"(?:and |so |but |y |pero )*(?:what if|if|what happens if|que pasa si|y si|que pasaria si)\b|y si\b"
)
_WITHIN: Final = re.compile(
    r"\b(?:what if|will (?:it|i|my|this|they)|would (?:it|i|my)|does it|am i going to|is it going to|afraid of|"
    r"scared of|scared ill|afraid ill|worried about (?!the|my|this|these)|chances? of|"
    r"risk of|in case|y si|miedo (?:a|de|al)|riesgo de)\b"
)
_MINE: Final = re.compile(
    r"\b(?:i have(?! to\b)|ive|i got|im having|i am having|i cant|i feel|i started|i think|im about|right now|rn|"
    r"hospital|emergency room|urgent care|my (?:fever|blisters?|pus|infection|chest pain)|"
    r"my \w+ (?:\w+ )?(?:is|are|keeps?|has|have|wont|hurts?|feels?|started|got|became|was)|"
    r"no puedo|tengo(?! miedo)|estoy|esta|estan|se me hincho|me salio|me salieron|me duele|siento|ya me|ahorita)\b"
)
"""It is happening, to me."""
_LONG_PAST: Final = re.compile(
    r"\b(?:years? ago|months ago|as a (?:kid|child|teen|teenager|baby)|in (?:high school|college|19\d\d|20\d\d)|"
    r"used to|last (?:year|summer|winter|spring|fall)|history of|when i was|back in|"
    r"hace (?:\w+ )?(?:anos|ano|meses|mes)|de (?:nina|nino|chica|"
    r"chico)|cuando era|el (?:ano|verano|invierno) pasado|antecedentes?|en (?:19|20)\d\d)\b"
)
_NOW: Final = re.compile(
    r"\b(?:now|is|are|am|keeps?|today|tonight|cant|wont|started|again|since|ahora|hoy|esta|estan|estoy|sigo|sigue|"
    r"no puedo|ahorita|ya|desde)\b"
)

_WONDERING: Final = re.compile(
    r"(?:and |so |but |also |hi |hello |hey |ok |y |pero |hola )*(?:is|are|was|what|whats|how|why|can|should|do|does|"
    r"will|es|son|que|como|cuanto|cuanta|cuantas|cuantos|cual|hay|se puede|se vale|debo|a la gente|"
    r"normalmente|usually|people)\b"
)
_OF_MINE: Final = re.compile(r"\b(?:my|mine|im|ive|i|me|mi|mis|tengo|traigo|estoy|ando|now|ahora|hers?|his|she|he)\b")
_UNWANTED: Final = re.compile(
    r"\b(?:avoid|prevent|preventing|avoiding|want to|wanna|hope not|hoping|evitar|prevenir|para no|para que no|"
    r"no quiero|quiero que|no quisiera)\b"
)
"""What is to be kept away is not there yet."""
_BREATH: Final = 40
"""Words of a clause to either side that are looked at."""


def denied(words: tuple[str, ...], start: int, end: int, alarming: frozenset[int]) -> bool:
    """Whether a negation before reaches what stands from `start` to `end`, or a "no" closes the line after it."""
    if words[end : end + 1] == ("no",) and words[end + 1 : end + 2] in ((), (COMMA,)):
        return True
    after_comma = False
    for place in range(start - 1, max(start - 16, -1), -1):
        word = words[place]
        if word in NEGATIONS:
            if place in alarming:
                return False
            return words[place + 1] != COMMA and _reaches(words[place:start], after_comma)
        if word == COMMA:
            after_comma = True
        elif place not in alarming and word not in _LISTED and (after_comma or word not in _HAD | _TENIDO):
            return False
    return False


def _reaches(words: tuple[str, ...], listed: bool) -> bool:
    """Whether the negation that opens `words` carries to their end: "no my face is swelling" denies nothing."""
    negation, between = words[0], words[1:]
    if listed or negation not in {"no", "sin", "ni"}:
        return True
    return not any(word in _HAD - _LISTED for word in between)


def supposed(words: tuple[str, ...], start: int, end: int, asked: bool) -> bool:
    """Whether it is asked or feared as what may happen, not told as happening to me."""
    piece, before = _piece(words, start, end)
    if _IF.match(piece):
        return True
    wondering = _SUPPOSING.match(piece) or _WITHIN.search(before) or (asked and _SUPPOSING_IF_ASKED.match(piece))
    return bool(wondering) and not _MINE.search(piece)


def only_asked(words: tuple[str, ...], start: int, end: int, asked: bool) -> bool:
    """Whether it is a general question, or told as something to be kept away: "is redness normal after a session?"."""
    piece, before = _piece(words, start, end)
    if _UNWANTED.search(before):
        return True
    return (asked or _WONDERING.match(piece) is not None) and _OF_MINE.search(piece) is None


def _piece(words: tuple[str, ...], start: int, end: int) -> tuple[str, str]:
    """The words between two commas around a place, and those of them before it; no more than are read in one breath."""
    nearest = max(start - _BREATH, 0)
    opening = next((place + 1 for place in range(start - 1, nearest - 1, -1) if words[place] == COMMA), nearest)
    closing = next(
        (place for place in range(end, min(end + _BREATH, len(words))) if words[place] == COMMA), end + _BREATH
    )
    # What opens a long line is not what opens the clause in its midst.
    cut = (TAKEN_OUT,) if opening == nearest > 0 else ()
    return " ".join((*cut, *words[opening:closing])), " ".join((*cut, *words[opening:start]))


def long_past(words: tuple[str, ...]) -> bool:
    """Whether the sentence tells of years ago, and of nothing now."""
    told = " ".join(words)
    return _LONG_PAST.search(told) is not None and _NOW.search(told) is None
