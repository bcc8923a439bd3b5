"""What somebody wants to be called, out of the sentence around it; whatever is odd is kept as it was said."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from flows.answers.wording import phrases

GREETINGS: Final = phrases(
    """
    hello, hey, hiya, hi there, hello there, hey there, good morning, good afternoon, good evening, hola, buenas,
    buenos dias, buen dia, buenas tardes, buenas noches, hola buenas, hola buenas tardes, hola buenos dias, que tal,
    hola que tal, saludos
    """
)
"""Whole messages that name nobody."""

_WHO: Final = r"(?:every(?:one|body)|people|they|(?:all )?(?:of )?(?:my )?(?:friends|family)|most people)"
_TODOS: Final = r"(?:todos|todo el mundo|mis amig[oa]s|mi familia|la gente|en (?:la )?casa|siempre)"
_SAY: Final = r"(?:digan?me|digame|dime|llamen?me|llameme|llamame|decirme|llamarme)"

_LEADS: Final = re.compile(
    r"(?:"
    r"(?:my |the )?(?:first |full |given |nick ?)?name(?:'?s| is| would be)?(?: ?[:=-])?"
    r"|(?:(?:you|u) (?:can|may|could) |please |just |so )*call me"
    rf"|{_WHO} calls? me|i(?: usually| mostly| just| prefer to)? go by|i(?:'?m| am) (?:called|known as)"
    r"|i(?:'d)? (?:prefer|like) (?:to be called|to go by)|i prefer"
    r"|it(?:'?s| is) me|it(?:'?s| is|'?d be| would be)|that(?:'?s| would be)|this is|i am|i'?m"
    r"|(?:yo )?(?:me llamo|soy)|mi nombre(?: completo)?(?: es)?(?: ?[:=-])?|nombre(?: ?[:=-])?"
    rf"|(?:solo |mejor |usted |me )*pued(?:en?|es) (?:{_SAY}|decir|llamar)|(?:solo |mejor |favor de )?{_SAY}"
    rf"|(?:{_TODOS} )?me (?:dicen?|llaman|conocen como|gusta que me (?:digan|llamen))"
    r"|prefiero(?: que me (?:digan|llamen))?|(?:mi )?apodo(?: es)?(?: ?[:=-])?"
    r"|le (?:habla|escribe|saluda)|de parte de|aqui"
    r")(?=\W)[\s,:]*"
)
_SENTENCE: Final = re.compile(r"\b(?:my name(?:'?s| is)|me llamo|mi nombre es)\s+(?=\w)")
_SPANISH_LEADS: Final = re.compile(r"(?:es|con|habla)\s+")
"""In a Spanish chat only: Es and Con are names as well."""
_OPENINGS: Final = re.compile(
    r"(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|hola|buen[oa]s?(?: (?:dias?|tardes|noches))?|"
    r"que tal|saludos)(?: there)?[\s,.!]+"
    r"|(?:pues|um+|uh+|oh|just|solo|nomas)[\s,.!]+"
    r"|(?:well|so|ok|okay|sure|yes|yeah|yep|of course|sure thing|bueno|claro(?: que si)?|si|mire)[,.!]+\s*)"
)
_LED_ON: Final = re.compile(r"(?:well|so|ok|okay|sure|yes|yeah|bueno|claro|si|y)\s+")
"""What is no name when a sentence about one follows: "So" alone is one."""
_RATHER: Final = re.compile(r"[\s,.;]+(?:but|pero|aunque)\s+")
_SMILES: Final = re.compile(r"(?:[:;=8][-^o']?[)(\]dp3*]+|<3|\^_?\^|\bxd+\b)")
_TRAILS: Final = re.compile(
    r"\W+(?:"
    r"here|please|pls|plz|thanks|thank you|thx|lol|haha+|(?:ja){2,}j?|(?:je){2,}j?|porfa(?:vor)?|por favor"
    r"|(?:muchas )?gracias|(?:nice|pleased|good) to meet (?:you|u|ya).*|mucho gusto.*|un placer.*"
    r"|encantad[oa].*|para servirle?s?|a sus ordenes"
    r"|(?:is|are|will|would)(?: be)? (?:fine|good|great|ok|okay|perfect|do|nice)|works|is my name|es mi nombre"
    r"|esta (?:bien|perfecto)"
    r"|(?:and|&) (?:i|my)\b.*|(?:y )?(?:tengo|quiero|vivo|vengo|necesito|busco|me gustaria|quisiera)\b.*|y mi\b.*"
    r"|i'?m (?:\d|looking|interested).*|i (?:have|want|need|would|live)\b.*"
    r")$"
)
_NEXT: Final = re.compile(r"(?<=\w{3})(?<!sra)(?<!mrs)(?<!dra)(?:[!?]|\.)\s+\S+\s.*")
"""A further sentence."""
_KEPT_DOT: Final = re.compile(r"(?:^|[\s.])(?:\w|jr|sr|sra|dr|dra|ma|mr|mrs|ms|st|srta)\.$")
_CONNECTED: Final = frozenset("\u200d\ufe0f")
_CURLY: Final = dict.fromkeys(map(ord, "\u2019\u2018\u02bc"), "'")


def called(said: str, language: str = "en") -> str:
    """The name in `said`, in the letters it was typed in; all of it where no name stands out."""
    name = _bare(said)
    while (shorter := _without_end(_without_beginning(name, language))) != name:
        name = shorter
    return name or said


def _without_beginning(name: str, language: str) -> str:
    low = _low(name)
    if rather := list(_RATHER.finditer(low)):
        after = name[rather[-1].end() :]
        if _LEADS.match(_low(after)):
            return after
    if told := list(_SENTENCE.finditer(low)):
        return name[told[-1].end() :]
    leads = [_OPENINGS.match(low), _LEADS.match(low), _SPANISH_LEADS.match(low) if language == "es" else None]
    if (led_on := _LED_ON.match(low)) and _LEADS.match(low[led_on.end() :]):
        leads.append(led_on)
    end = max((lead.end() for lead in leads if lead), default=0)
    return _bare(name[end:]) or name


def _without_end(name: str) -> str:
    trail = _TRAILS.search(_low(name)) or _NEXT.search(_low(name))
    return (_bare(name[: trail.start()]) or name) if trail else name


def _bare(name: str) -> str:
    """Without smiles, quotes, and other signs around it; the dot of an initial and a second name in brackets stay."""
    name = _cut(name, _SMILES)
    start, end = 0, len(name)
    while start < end and _is_sign(name[start]):
        start += 1
    while end > start and _is_sign(name[end - 1]) and not _belongs(name[start:end]):
        end -= 1
    return name[start:end]


def _cut(name: str, what: re.Pattern[str]) -> str:
    parts, since = [], 0
    for found in what.finditer(_low(name)):
        parts.append(name[since : found.start()])
        since = found.end()
    return " ".join([*parts, name[since:]]).strip()


def _belongs(name: str) -> bool:
    return (name[-1] == ")" and "(" in name) or _KEPT_DOT.search(_low(name)) is not None


def _is_sign(char: str) -> bool:
    kind = unicodedata.category(char)
    return char in _CONNECTED or (kind[0] in "PSZ" and kind != "Sm")


def _low(text: str) -> str:
    """Lower case without accents, letter for letter: a place in it is the same place in the text."""
    return "".join(_letter(char) for char in text.translate(_CURLY))


def _letter(char: str) -> str:
    low = unicodedata.normalize("NFKD", char.lower())[:1]
    return low if len(low) == 1 else char
