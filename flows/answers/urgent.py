"""Words that sound like an emergency, a crisis or a bad reaction: patterns as a table, in the order of severity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from flows.answers.wording import clauses
from flows.model import Mention

_CANT: Final = (
    r"(?:cant|cannot|can not|can barely|can hardly|could not|couldnt|barely|hardly|unable to|not able to|"
    r"hard to|difficult to|struggling to|hard time|trouble|difficulty|difficulties|problems?|issues?|barely "
    r"able to)"
)
_BREATHE: Final = (
    r"(?:breathe?|breathing|breathin|breeth|breath?eing|breth|brething|catch my breath|get (?:any |enough "
    r")?air|swallow|swallowing)"
)
_SWOLLEN: Final = (
    r"(?:swollen|swolen|swelling|sweling|swellin|swelled|swole|swells|swell|puffing up|puffed up|ballooning|"
    r"closing|closing up|closed up|tightening|blowing up)"
)
_AIRWAY: Final = r"(?:face|lips?|tongue|tounge|toungue|throat|throut|mouth|eyes?)"
_ACNE: Final = r"(?:pimples?|zits?|acne|cysts?|cystic|breakouts?|blackheads?|whiteheads?|pustules?|bumps?)"

PATTERNS: Final[tuple[tuple[Mention, str], ...]] = (
    # --- 911 ---------------------------------------------------------------------------------------------------------
    (Mention.EMERGENCY, rf"{_CANT}(?: \w+)? {_BREATHE}"),
    (
        Mention.EMERGENCY,
        r"short(?:ness)? of breath|not breathing|stopped breathing|gasping for (?:air|breath)|wheezing|"
        r"choking|suffocating",
    ),
    (Mention.EMERGENCY, rf"{_AIRWAY}(?: (?!and |will |would |might )\w+){{0,3}} {_SWOLLEN}"),
    (Mention.EMERGENCY, rf"{_SWOLLEN}(?: (?:up|in|of|on|my|the|around|to|all|over)){{0,4}} {_AIRWAY}"),
    (
        Mention.EMERGENCY,
        r"chest (?:pains?|pian|hurts?|is hurting|ache|aches|is tight|feels tight|tightness|pressure)|(?:pain|"
        r"pains|tightness|pressure|tight) in (?:my |the )?chest",
    ),
    (
        Mention.EMERGENCY,
        r"heart attack|having a (?:stroke|seizure)|anaphyla\w+|anafila\w+|severe allergic reaction|need an "
        r"ambulance|call(?:ed|ing)? 911|call an ambulance",
    ),
    (
        Mention.EMERGENCY,
        r"faint(?:ed|ing|s)|fanited|fainte?d|(?:feel|feeling|felt|going to|gonna|about to|might) (?:like "
        r")?(?:faint|pass out|passing out)|pass(?:ed|ing) out|black(?:ed|ing) out|lost consciousness|"
        r"unconscious|i collapsed",
    ),
    (
        Mention.EMERGENCY,
        r"(?:bleed(?:ing|s)?|blood)(?: \w+){0,4} (?:wont|will not|not|doesnt|does not|isnt|cant|cannot) "
        r"(?:\w+ )?stop(?:ping|ped)?",
    ),
    (
        Mention.EMERGENCY,
        r"(?:wont|doesnt|will not|not|cant) stop (?:the )?bleed(?:ing)?|stop the (?:bleeding|blood)|keeps? "
        r"(?:on )?bleeding|bleeding (?:a lot|heavily|non ?stop|everywhere|badly|so much)|still bleeding",
    ),
    # --- 988 ---------------------------------------------------------------------------------------------------------
    (
        Mention.CRISIS,
        r"(?:kill|killing|hurt|hurting|harm|harming) my ?self|suicid\w*|sucid\w*|suiside|suacid\w*|self "
        r"?harm\w*|cutting my ?self",
    ),
    (
        Mention.CRISIS,
        r"(?:want|wanna|wanted|wish|ready) (?:to |i could |i would |i was )?(?:die|dead|be dead|disappear "
        r"forever)|wish i were dead|end (?:my|it) (?:life|all)|ending (?:my|it) (?:life|all)|take my (?:own "
        r")?life",
    ),
    (
        Mention.CRISIS,
        r"(?:no|any) reason to (?:live|go on)|dont (?:want|wanna) (?:to )?(?:live|be alive|exist|be here "
        r"anymore|live anymore)|do not want to (?:live|be alive)|better off dead|rather be dead|kms|unalive|"
        r"overdos\w+",
    ),
    # --- a bad reaction ----------------------------------------------------------------------------------------------
    (Mention.CLINICAL, r"fevers?|feverish|fiver and chills|high temperature|temperature of 1\d\d|temp of 1\d\d|chills"),
    (Mention.CLINICAL, r"pus|puss|oozing|weeping|(?:yellow|green|smelly|foul) (?:discharge|fluid|liquid|crust)"),
    (
        Mention.CLINICAL,
        r"(?:redness|red|rash|infection|it|swelling) (?:\w+ ){0,3}spreading|spreading (?:redness|rash|"
        r"infection)|(?:redness|rash) spreads?|red (?:streaks?|lines?)",
    ),
    (Mention.CLINICAL, r"blister(?:s|ed|ing)?|blistters?|blisers?"),
    (
        Mention.CLINICAL,
        r"pain (?:\w+ ){0,3}(?:worse|increasing|increases|unbearable|severe)|(?:increasing|increased|"
        r"worsening|severe|extreme|unbearable|intense|worse|more and more) (?:pain|painful)|hurts (?:more "
        r"and more|worse|even more|so bad|more every day)|(?:getting|gets|became) (?:\w+ )?more painful",
    ),
    (
        Mention.CLINICAL,
        r"(?:redness|swelling|rash|burning|it|face|skin|infection|pain) (?:is |are |keeps |just )*getting "
        r"worse|(?:looks?|is|got|getting|its|think|became) infected|(?:burning|stinging) wont stop",
    ),
)
"""What a clause of plain words may hold."""

IDIOMS: Final = re.compile(
    r"\b(?:killing me|dying (?:to|for)|to die for|die (?:of|from) (?:laughing|laughter|embarrassment|shame|"
    r"happiness)|kill for|killing it|"
    r"cabin fever|hay ?fever|fever blisters?|baby fever|spring fever|fever dream|blister packs?|take my "
    r"breath away|hold my breath|taking my breath|breath of fresh air|"
    r"hurt myself laughing|weeping willow|\d+ kms|heart attack when i saw|passed out (?:asleep|flyers)|chest "
    r"acne|acne on (?:my )?chest)\b"
)
_WONDERING: Final = re.compile(
    r"^(?:and |so |but |also |hi |hello |hey )*(?:will|would|does|do|did|can|could|may|might|is there|are "
    r"there|what if|what happens|if|should|how|"
    r"(?:is|are)(?! (?:it|this|that) (?:normal|ok|okay|bad|serious|common))|why|when|which|what|have people|has anyone|"
    r"(?:im |i am )?(?:worried|scared|afraid|nervous|concerned))\b"
)
"""How a question about what may happen begins; "is it normal" is asked of what is happening."""
_MINE: Final = re.compile(
    r"\b(?:i have(?! to\b)|ive|i got|im having|i am having|i cant|i feel|i started|right now|my (?:fever|"
    r"blisters?|pus|infection|chest pain)|"
    r"my \w+ (?:\w+ )?(?:is|are|keeps?|has|have|wont|hurts?|feels?|started|got|became))\b"
)
"""It is happening, to me."""
_IF: Final = re.compile(r"^(?:and |so |but )*(?:what if|if|what happens if)\b")
_DENIED: Final = re.compile(
    r"\b(?:no|not|never|without|dont|doesnt|didnt|havent|hasnt|isnt|arent|wasnt)(?: (?:have|had|having|get|"
    r"got|getting|feel|feeling|any|a|an|the|been|is|am|are|my|of|really|actually|currently|ever|signs?|"
    r"history|see|seeing|face|having|or|and|more|new|fever|pus|pain|chest|blisters|swelling|redness|trouble|"
    r"breathing|suicidal))*$"
)


SEVEREST_FIRST: Final = (Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL)


def urgent(text: str) -> Mention | None:
    """The most severe thing that the text sounds like, or None."""
    found = urgencies(text)
    return next((mention for mention in SEVEREST_FIRST if mention in found), None)


def urgencies(text: str) -> frozenset[Mention]:
    """Everything urgent that the text sounds like."""
    return frozenset(mention for part in clauses(text) for mention in _of_clause(IDIOMS.sub(" ", " ".join(part))))


def _of_clause(told: str) -> Iterator[Mention]:
    for mention, pattern in _compiled():
        for match in pattern.finditer(told):
            if _meant(mention, match, told):
                yield mention


@cache
def _compiled() -> tuple[tuple[Mention, re.Pattern[str]], ...]:
    return tuple((mention, re.compile(rf"\b(?:{pattern})\b")) for mention, pattern in PATTERNS)


def _meant(mention: Mention, match: re.Match[str], told: str) -> bool:
    before = told[: match.start()].rstrip()
    if _DENIED.search(before):
        return False
    if mention is Mention.CRISIS:
        return "shaving" not in told
    if re.search(rf"\b{_ACNE}\b", told) and not re.search(r"\b(?:throat|tongue|breath\w*|chest|fever)\b", match[0]):
        return False
    return not _wondered(told)


def _wondered(told: str) -> bool:
    """A question about what may happen, not about what is happening to me."""
    return bool(_WONDERING.search(told)) and (bool(_IF.search(told)) or not _MINE.search(told))
