"""NAME and TEXT: kept as said, without what cannot be shown."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.asked import Asked
from flows.answers.wording import clean, phrases, plain
from flows.model import Reading, Rejected, Understood

LONGEST_NAME: Final = 60
LONGEST_TEXT: Final = 1000

_LEADS: Final = re.compile(
    r"^"
    r"(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))\b[\s,.!]*(?:there\b[\s,.!]*)?)?"
    r"(?:(?:my (?:first )?name is|my name(?:['\u2019])?s|name is|the name is|the name(?:['\u2019])?s|i am "
    r"called|i(?:['\u2019])?m called|"
    r"(?:you can |please |just )*call me|people call me|it(?:['\u2019])?s|it is|this is|i am|i(?:['\u2019])?m|im)\s+)?",
    re.IGNORECASE,
)
_TRAILS: Final = re.compile(
    r"(?:[\s,]+(?:here|please|thanks|thank you))?[\s!,;]*(?:[:;=]-?[)(DPp]+|<3|\^\^)?[\s!,;]*$", re.IGNORECASE
)


UNNAMED: Final = phrases(
    """
    no, nope, nah, no thanks, no thank you, skip, skip it, skip this, pass, none, n a, id rather not say,
    rather not say,
    i would rather not say, id rather not, i would rather not, rather not, prefer not to say, i prefer not to say,
    no name,
    anonymous, nothing, private, not telling, i dont want to say, i dont want to, no need
    """
)
"""Instead of a name: the question is passed over."""


def read_name(text: str, asked: Asked) -> Reading:
    """What somebody wants to be called, empty when they would rather not say; no name is refused for its letters."""
    said = " ".join(clean(text).split())
    if not said:
        return Rejected()
    if plain(said) in UNNAMED:
        return Understood("")
    name = _TRAILS.sub("", _LEADS.sub("", said, count=1)) or said
    return Rejected("too_long") if len(name) > LONGEST_NAME else Understood(name)


def read_text(text: str, asked: Asked) -> Reading:
    """Free words, up to 1000 characters."""
    said = clean(text)
    if not said:
        return Rejected()
    return Rejected("too_long") if len(said) > LONGEST_TEXT else Understood(said)
