"""Words that sound like an emergency, a crisis or a bad reaction: patterns as a table, in the order of severity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from flows.answers.wording import clauses, plain
from flows.model import Mention

_CANT: Final = r"(?:cant|cannot|can not|can barely|can hardly|could not|couldnt|barely|hardly|unable to|not able to|hard to|difficult to|struggling to|hard time|trouble|difficulty|difficulties|problems?|issues?|barely able to)"
_BREATHE: Final = r"(?:breathe?|breathing|breathin|breeth|breath?eing|breth|brething|catch my breath|get (?:any |enough )?air|swallow|swallowing)"
_SWOLLEN: Final = r"(?:swollen|swolen|swelling|sweling|swellin|swelled|swole|swells|swell|puffing up|puffed up|ballooning|closing|closing up|closed up|tightening|blowing up)"
_AIRWAY: Final = r"(?:face|lips?|tongue|tounge|toungue|throat|throut|mouth|eyes?)"
_ACNE: Final = r"(?:pimples?|zits?|acne|cysts?|cystic|breakouts?|blackheads?|whiteheads?|pustules?|bumps?)"

PATTERNS: Final[tuple[tuple[Mention, str], ...]] = (
    # --- 911 ---------------------------------------------------------------------------------------------------------
    (Mention.EMERGENCY, rf"{_CANT}(?: \w+)? {_BREATHE}"),
    (Mention.EMERGENCY, r"short(?:ness)? of breath|not breathing|stopped breathing|gasping for (?:air|breath)|wheezing|choking|suffocating"),
    (Mention.EMERGENCY, rf"{_AIRWAY}(?: (?!and |will |would |might )\w+){{0,3}} {_SWOLLEN}"),
    (Mention.EMERGENCY, rf"{_SWOLLEN}(?: (?:up|in|of|on|my|the|around|to|all|over)){{0,4}} {_AIRWAY}"),
    (Mention.EMERGENCY, r"chest (?:pains?|pian|hurts?|is hurting|ache|aches|is tight|feels tight|tightness|pressure)|(?:pain|pains|tightness|pressure|tight) in (?:my |the )?chest"),
    (Mention.EMERGENCY, r"heart attack|having a (?:stroke|seizure)|anaphyla\w+|anafila\w+|severe allergic reaction|need an ambulance|call(?:ed|ing)? 911|call an ambulance"),
    (Mention.EMERGENCY, r"faint(?:ed|ing|s)|fanited|fainte?d|(?:feel|feeling|felt|going to|gonna|about to|might) (?:like )?(?:faint|pass out|passing out)|pass(?:ed|ing) out|black(?:ed|ing) out|lost consciousness|unconscious|collapsed"),
    (Mention.EMERGENCY, r"(?:bleed(?:ing|s)?|blood)(?: \w+){0,4} (?:wont|will not|not|doesnt|does not|isnt|cant|cannot) (?:\w+ )?stop(?:ping|ped)?"),
    (Mention.EMERGENCY, r"(?:wont|doesnt|will not|not|cant) stop (?:the )?bleed(?:ing)?|stop the (?:bleeding|blood)|keeps? (?:on )?bleeding|bleeding (?:a lot|heavily|non ?stop|everywhere|badly|so much)|still bleeding"),
    # --- 988 ---------------------------------------------------------------------------------------------------------
    (Mention.CRISIS, r"(?:kill|killing|hurt|hurting|harm|harming) my ?self|suicid\w*|sucid\w*|suiside|suacid\w*|self ?harm\w*|cutting my ?self"),
    (Mention.CRISIS, r"(?:want|wanna|wanted|wish|ready) (?:to |i could |i would |i was )?(?:die|dead|be dead|disappear forever)|wish i were dead|end (?:my|it) (?:life|all)|ending (?:my|it) (?:life|all)|take my (?:own )?life"),
    (Mention.CRISIS, r"(?:no|any) reason to (?:live|go on)|dont (?:want|wanna) (?:to )?(?:live|be alive|exist|be here anymore|live anymore)|do not want to (?:live|be alive)|better off dead|rather be dead|kms|unalive|overdos\w+"),
    # --- a bad reaction ------------------------------------------------------------------------------------------------
    (Mention.CLINICAL, r"fevers?|feverish|fiver and chills|high temperature|temperature of 1\d\d|temp of 1\d\d|chills"),
    (Mention.CLINICAL, r"pus|puss|oozing|weeping|(?:yellow|green|smelly|foul) (?:discharge|fluid|liquid|crust)"),
    (Mention.CLINICAL, r"(?:redness|red|rash|infection|it|swelling) (?:\w+ ){0,3}spreading|spreading (?:redness|rash|infection)|(?:redness|rash) spreads?|red (?:streaks?|lines?)"),
    (Mention.CLINICAL, r"blister(?:s|ed|ing)?|blistters?|blisers?"),
    (Mention.CLINICAL, r"pain (?:\w+ ){0,3}(?:worse|increasing|increases|unbearable|severe)|(?:increasing|increased|worsening|severe|extreme|unbearable|intense|worse|more and more) (?:pain|painful)|hurts (?:more and more|worse|even more|so bad|more every day)|(?:getting|gets|became) (?:\w+ )?more painful"),
    (Mention.CLINICAL, r"(?:redness|swelling|rash|burning|it|face|skin|infection|pain) (?:is |are |keeps |just )*getting worse|(?:looks?|is|got|getting|its|think|became) infected|(?:burning|stinging) wont stop"),
)
"""What a clause of plain words may hold."""

IDIOMS: Final = re.compile(
    r"\b(?:killing me|dying (?:to|for)|to die for|die (?:of|from) (?:laughing|laughter|embarrassment|shame|happiness)|kill for|killing it|"
    r"cabin fever|hay ?fever|fever blisters?|baby fever|spring fever|fever dream|blister packs?|take my breath away|hold my breath|taking my breath|breath of fresh air|"
    r"hurt myself laughing|weeping willow|\d+ kms|heart attack when i saw|passed out (?:asleep|flyers)|chest acne|acne on (?:my )?chest)\b"
)
_WONDERING: Final = re.compile(
    r"^(?:and |so |but |also )?(?:will|would|does|do|did|can|could|may|might|is there|are there|what if|what happens|if|should|how|is it (?:normal|common|possible|likely)|is|are|why|when|which|what|have people|has anyone|"
    r"im (?:worried|scared|afraid|nervous|concerned)|i am (?:worried|scared|afraid|nervous)|worried|scared|afraid)\b"
)
_MINE: Final = re.compile(r"\b(?:my|me|i|im|ive|its) (?:\w+ )*(?:is|are|am|cant|cannot|have|has|had|got|keeps?|feel|wont|now|right now|started|been)\b|\b(?:im|ive|i have|i cant|i got|right now|started)\b")
_TO_COME: Final = re.compile(r"\b(?:after|afterwards|will|would|could|might|risk|chance|cause|causes|happen|going to|gonna|get)\b")
_DENIED: Final = re.compile(
    r"\b(?:no|not|never|without|dont|doesnt|didnt|havent|hasnt|isnt|arent|wasnt)(?: (?:have|had|having|get|got|getting|feel|feeling|any|a|an|the|been|is|am|are|my|of|really|actually|currently|ever|signs?|"
    r"history|see|seeing|face|having|or|and|more|new|fever|pus|pain|chest|blisters|swelling|redness|trouble|breathing|suicidal))*$"
)


def urgent(text: str) -> Mention | None:
    """The most severe thing that the text sounds like, or None."""
    found = urgencies(text)
    return next((mention for mention in (Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL) if mention in found), None)


def urgencies(text: str) -> frozenset[Mention]:
    """Everything urgent that the text sounds like."""
    return frozenset(mention for part in clauses(text) for mention in _of_clause(IDIOMS.sub(" ", " ".join(part))))


def _of_clause(told: str) -> Iterator[Mention]:
    for mention, pattern in _compiled():
        for match in pattern.finditer(told):
            if _meant(mention, match, told):
                yield mention


def _compiled() -> list[tuple[Mention, re.Pattern[str]]]:
    return [(mention, re.compile(rf"\b(?:{pattern})\b")) for mention, pattern in PATTERNS]


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
    return bool(_WONDERING.search(told)) and (bool(_TO_COME.search(told)) or not _MINE.search(told)) and "right now" not in told


def sounds_urgent(text: str) -> bool:
    """Whether anything in the text is urgent."""
    return bool(plain(text)) and urgent(text) is not None
