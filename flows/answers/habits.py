"""Whether a text tells of use that goes on, of its beginning or of its end: patterns of soft text with digits."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.meanings import denies
from flows.answers.wording import plain

_WEEKDAY: Final = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"

HABIT: Final = re.compile(
    r"\b(?:every ?(?:single |other |few |couple |so often|now and then|now and again|second |third |2nd "
    r"|3rd |\d+ )?(?:of )?"
    r"(?:day|night|morning|evening|week|month|days|nights|time|weekend|mon|tue|wed|thu|fri|sat|sun)\w*|"
    r"every so often|every now and (?:then|again)|"
    r"each (?:day|night|morning|evening|week|weekend)|every ?day|alternat\w+ (?:day|night)s?|"
    r"daily|nightly|weekly|regularly|religiously|consistently|always|all the time|constantly|24/7|on "
    r"(?:the )?weekends|"
    r"(?<!\d )(?<!couple )(?<!couple of )(?<!few )weekends(?! ago)|most (?:days|nights|mornings)|some "
    r"(?:days|nights)|"
    r"sometimes|occasionally|once in a while|now and then|now and again|from time to time|here and there|on and off|"
    r"off and on|whenever|when i (?:remember|need|feel|can|have)|as needed|weekdays|weeknights|mwf|"
    r"(?:once|twice|thrice|\d+ ?x|(?:an? )?(?:few|couple(?: of)?) (?:times?|nights?|days?|x)|"
    r"\d+(?: ?(?:-|to|or) ?\d+)? ?(?:times?|nights?|days?|x))(?: or (?:twice|\d+ "
    r"?x|\d+ times))? ?(?:a|per|every|each|/|in a|out of the) ?(?:day|night|week|month|wk)|"
    r"still(?! (?:got|had|have (?:a|some)|wore|burned|burnt|a little|pink|red|peeling|there))|currently|"
    r"ongoing|on going|"
    r"continuing|continue|using it|am using|im using|been using|i use(?: it| mine| this| that)?|i do "
    r"use|keep using|on it|"
    r"havent stopped|not stopped|never stopped|didnt stop|havent quit|"
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?! ago)|{_WEEKDAY} (?:nights|mornings|evenings)|"
    rf"{_WEEKDAY}\W+(?:and )?{_WEEKDAY}\W+(?:and )?{_WEEKDAY}|mon(?:day)? ?(?:-|to|thru|through) ?fri(?:day)?)\b"
)
ENDED: Final = re.compile(
    r"\b(?:stopped|stop|quit|until|till|finished|ended|last (?:time|used|use|applied|application|dose|pill|"
    r"took|one|did|put|was|exposure|burn|touched|tried|went|had)|came off|ran out|run out|gave up|skipped|"
    r"took a break|been since|taking a break|threw (?:it )?(?:out|away)|used to|"
    r"(?:havent|have not|not|didnt|dont|no|none|nothing)\b.*\bsince|(?<!on and )off(?! and on))\b"
)
STILL_GOING: Final = re.compile(
    r"\b(?:havent|have not|not|never|didnt|did not|dont|cant) (?:yet )?(?:stop|stopped|quit|finished)\b|"
    r"\bstill going\b|"
    r"\b(?:restart\w*|resum\w*|start(?:ed)? (?:using |up |taking )?(?:it |them )?(?:again|up again|"
    r"back(?: up)?)|"
    r"back on|"
    r"went back (?:to|on)|picked (?:it )?(?:back )?up(?! (?:my|the|a|from)\b)|began again|used again|"
    r"now (?:i |im |just |only )*(?:using|use|on|once|twice|\d|every)|"
    r"(?:but|and|,) (?:i )?(?:am |im )?still (?:on|use|using|doing|taking)|"
    r"(?:havent|hasnt|have not|never|dont|didnt) (?:ever )?(?:miss|missed|skip|skipped)(?: (?:a|any|1|it|one|un\w*))?|"
    r"never (?:l[ao]s? )?(?:deje?o?|stopped|quito|suspendo|fallo|me l[ao] (?:salto|brinco))|"
    r"(?:cut|cutting|scaled|dialed|eased) (?:it )?(?:back|down)|reduced|le baje|reduje|"
    r"(?:from|starting|a partir del?) [^,;.]{1,20} (?:on|onwards?|forward)|a partir del?|"
    r"\d (?:days?|weeks?|months?|nights?) on,? (?:and |then )?\d (?:days?|weeks?|months?|nights?) off)\b"
)
SWITCHED: Final = re.compile(
    r"\b(?:switch\w*(?! (?:back )?to (?:just|only|plain|gentle|moisturi|cerave|vaseline))|"
    r"swapped|changed (?:from|to|over|it)|moved (?:on )?to (?!\w+ (?:louis|city))|replaced|"
    r"(?:me )?(?:cambie|pase) (?:a|al|por|de)|se l[ao] cambi\w+)\b"
)
"""One product given up for another: use goes on, of which one is asked."""
MISSED: Final = re.compile(r"\b(?:skipped|missed|forgot(?:ten)?|se me (?:olvido|paso)|me salte)\b")
"""A time when it was not used: no day of use."""
BEGUN: Final = re.compile(
    r"\b(?:start|started|starting|began|begun|been (?:on|doing)|introduced|first (?:used|tried|time))\b"
)
"""Use that began: who tells nothing more uses it yet."""
SOME: Final = re.compile(r"\d|\b(?:once|twice|thrice|some\w*|most|week\w*|month|other|when\w*|now|occasion\w*|off)\b")
"""Use of a kind that is read back: it may have been a while."""
ASKS: Final = re.compile(
    r"[\W\s]*(?:so |and |but |hi |hello |hola |y |pero )*(?:(?:is|are|does|can|could|should|would|why|"
    r"how|will|what|when|which|where|do|am|if)\b"
    r"(?=.*\?)|(?:is|are|does|can|could|should|would|why|how|will|do (?:i|you)|am i|may i|what (?:if|do|"
    r"is|are|about|happens))\b|"
    r"(?:puedo|podria|debo|deberia|tengo que|por ?que|cuant[oa]s?|cuando|cual|que (?:pasa|es|significa|"
    r"dia)|es (?:malo|necesario))\b"
    r"(?=.*\?))"
)
"""A question of the client's: a day in it is no answer."""
_TURN: Final = re.compile(r"\b(?:but|though|although|and|except)\b|[,;.]")
_PART: Final = re.compile(
    r"\b(?:but|because|bc|cause|cuz|so|though|although|except|pero|porque)\b|"
    r"[;.!?]|,(?! ?\d{4})"
)
_NOT_ONLY: Final = re.compile(r"\b(?:not|wasnt|isnt|no) (?:only|just|always)\b")
_END: Final = re.compile(r"\b(?:stopped|stop|quit|last|ago)\b")
_WAS: Final = re.compile(r"\b(?:used|was|were|before|until|till|prior|had|did|last|not|dont|never|without)\b")
"""What tells that a habit is over, or was before."""
_DAY: Final = re.compile(r"\d|\b(?:ago|yesterday|last|\w+day|night|week|weekend|month|morning)\b")
_GOES_ON: Final = re.compile(
    r"\b(?:i use|use it|i do use|i still|still use|still using|sometimes|occasionally|once in a while|now and then|"
    r"from time to time|here and there|on and off)\b"
)
_BARE: Final = frozenset(
    {"", "i", "it", "i use it", "yes", "use it", "i am", "im", "using", "using it", "on it", "yes i do"}
)


def taken_back(told: str) -> bool:
    """An end and then use again: "last used 2 months ago but I use it sometimes"."""
    parts = _TURN.split(told)
    ended = next((place for place, part in enumerate(parts) if _END.search(part)), len(parts))
    return any(_goes_on(part) for part in parts[ended + 1 :])


def _goes_on(part: str) -> bool:
    if "again" in part:
        return not _DAY.search(part)
    return not _WAS.search(part) and (HABIT.search(part) is not None or _GOES_ON.search(part) is not None)


def all_habit(left: str) -> bool:
    """Whether nothing else is said beside the habit."""
    return plain(left) in _BARE


def without_denials(told: str) -> str:
    """The parts of a text that deny nothing; nothing where none does, or where "not only" denies less than it says."""
    parts = [part for part in _PART.split(told) if plain(part)]
    kept = [part for part in parts if not denies(part)]
    return "" if _NOT_ONLY.search(told) or len(kept) == len(parts) else ", ".join(kept)
