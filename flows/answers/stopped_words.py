"""What people say of taking or having taken isotretinoin: patterns of soft text with digits, as data."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.rewording import Rewording, table
from flows.answers.wording import phrases, vocabulary

OTHERWISE: Final[tuple[Rewording, ...]] = table(
    (
        (r"(?:over |about |almost |more than )?(?:a|1) decade ago|decades ago", "10 years ago"),
        (r"half a year|a half year", "6 months"),
        (
            r"(?:only |just )?(?:one|a|an|\d|two|three|few|couple)(?: more)? (?:pills?|days?|weeks?|months?|"
            r"doses?) (?:left|to go|remaining)|"
            r"(?:one|\d|two|three|a few|a couple) more (?:pills?|days?|weeks?|months?|doses?)",
            "almost done",
        ),
        (
            r"(?:yes |yeah )?(?:i )?used to (?:be on|take|use|do) (?:it|them|that|accutane|isotretinoin|claravis)",
            "i used to",
        ),
        (r"(?:yes |yeah )?i was on (?:it|them|that|accutane|isotretinoin|claravis)(?= ?$)", "i used to"),
        (r"rn", "right now"),
    )
)
"""Ways of saying that the patterns here do not know."""
NOW: Final = re.compile(
    r"\b(?:now|currently|still|taking|i take|im on|i am on|on it|every ?day|daily|yes|yep|yeah|at the moment|"
    r"presently|on month|month \d+ of)\b"
)
STARTED: Final = re.compile(
    r"\b(?:start|started|starting|began|begun|been on|been taking|have been|prescribed|since)\b"
)
STOPPED: Final = re.compile(
    r"\b(?:stopped|stop|quit|finished|ended|off|done|completed|last (?:pill|dose|took|taken|time)|havent|"
    r"have not|not|no|used to|"
    r"was on|was taking|took|taken|had|discontinued|ran out)\b"
)
AGO: Final = re.compile(r"\b(?:ago|back)\b")
_LENGTH: Final = r"[\w.]+ (?:days?|weeks?|months?|years?|mos?|yrs?|wks?)"
BARE: Final = re.compile(
    rf"(?!last |this |past )(?:(?:ya|already|about|almost|nearly|around|over|more than|less than|like) )*(?!last |"
    rf"this |past )"
    rf"{_LENGTH}(?: now| already| strong| total)?"
)
"""A length of time that may be how long it was taken."""
TOOK_FOR: Final = re.compile(
    rf"\b(?:took|taken|take|had|was on|was taking|used)\b(?: (?:it|them|that|those|accutane|isotretinoin|the|a|"
    rf"course))* "
    rf"(?:for )?(?:(?:about|like|around|almost|only|over|more than|less than) )*{_LENGTH}(?! (?:ago|back|before))"
)
"""How long it was taken, which says nothing of when."""
IS_DATED: Final = re.compile(r"\b(?:19|20)\d\d\b|\b(?:since|in|until|last|stopped|finished|quit|ended)\b")
AGAIN: Final = re.compile(
    r"\bnot (?:right )?now\b|"
    r"\b(?:again|restart\w*|resum\w*|back on|second (?:round|course)|another (?:round|course))\b"
)
AHEAD: Final = re.compile(
    r"\b(?:will|going to|gonna|about to|tomorrow|next|soon|almost|nearly|finishing|stopping|supposed to|have "
    r"to|need to|trying to)\b"
)
STOPPING: Final = re.compile(
    r"\b(?:(?:i|ill|im|we|to|will|gonna|should|must|can|be|almost|nearly) (?:stop|finish|end|done|finished|off)|"
    r"(?:ill|to|will|gonna|should|must|can) quit|stopping|finishing|ending|stops|ends|finishes|"
    r"last (?:pill|dose|day|one|tablet|capsule|month|week|box|pack|refill)s?(?: of \w+)? (?:is|will|would|are|comes)|"
    r"is (?:my|the) last|last (?:pill|dose|day)s? (?:is )?(?:tomorrow|next))\b"
)
"""It is taken yet, whatever day is named."""
IS_OVER: Final = re.compile(
    r"\b(?:ago|back|stopped|finished|ended|completed|discontinued|ran out|took|taken|was|were|had|used to|since|"
    r"came off|got off|last (?:year|week|month|spring|summer|fall|autumn|winter)|(?:19|20)\d\d)\b|"
    r"\d[-/.]\d{1,2}[-/.]\d\d|\b\d+(?:\.\d)? (?:and a half )?(?:day|week|month|year)|"
    r"\b(?:an?|few|several|couple|many) (?:\w+ )?(?:day|week|month|year)|\b(?:months|years)\b"
)
"""The past is told; without it a day without a year may be ahead."""
OVER_BY_NOW: Final = re.compile(r"\b(?:ago|had to|(?:19|20)\d\d)\b")
"""What turns "I stop" into the past."""
IN_A_WHILE: Final = re.compile(
    r"^(?!.*\b(?:havent|have not|hasnt|not|no|didnt|never|without|any|back in)\b).*\b(?:in (?:about |like |another )?"
    r"(?:an?|\d+|(?:a )?few|(?:a )?couple(?: of)?) (?:more )?(?:days?|weeks?|months?|years?)|from now)\b"
)
"""A stop to come: "last pill in 2 weeks", unless it has not been taken "in 2 weeks"."""
LONG_GONE: Final = re.compile(
    r"\b(?:as a (?:teen\w*|kid|child)|in my teens|when i was (?:a (?:teen\w*|kid|child)|young\w*|little)|"
    r"in (?:high|middle) school)\b"
)
NO_MORE: Final = phrases(
    """
    not anymore, no not anymore, not any more, not any longer, no longer, no longer taking it, not taking it anymore,
    im not on it anymore, not on it anymore, im not taking it anymore, i dont take it anymore, used to, i used to
    """
)
"""It was taken, nobody says until when."""
HAVENT: Final = re.compile(
    r"(?:(?:no|nope|nah) )?(?:i )?(?:havent|have not)(?: ever)?(?: (?:taken|used|had|tried|been on|done))?"
    r"(?: (?:it|that|any|them|this|those|one))?(?: (?:ever|before|at all))*"
)
NEVER: Final = re.compile(
    r"(?:(?:no|nope|nah|sorry) )*(?:i have |ive |i |have )?never(?: ever)?"
    r"(?: (?:have|taken|take|took|used|use|been|on|had|heard|of|done|did|tried|ever|to|needed))*(?P<rest>(?: \w+)*)"
)
SMALL: Final = vocabulary(
    """
    it that any these those them one this in my life before at all pills pill the a of or either ever thanks thank you
    """
)
"""Words that may follow "never took"."""
OTHER_DRUGS: Final = vocabulary(
    """
    doxycycline doxy minocycline mino solodyn tetracycline erythromycin spironolactone spiro bactrim sarecycline seysara
    amoxicillin azithromycin antibiotic antibiotics
    """
)
BESIDE_DRUGS: Final = vocabulary(
    "no nope just only i take took taking am im was on and or a an some for acne it was its yes"
)
"""Words that may stand beside another drug, which is then a "never" to be confirmed."""
