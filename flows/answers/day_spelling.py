"""Names of days, months and moments as people misspell and shorten them, in their own spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from flows.answers.rewording import Rewording, reworded, table
from flows.answers.wording import vocabulary

NAMES: Final = vocabulary(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april august september october november
    december yesterday tomorrow weekend weekends morning evening tonight halloween thanksgiving christmas memorial
    valentines nightly several couple
    miercoles jueves viernes sabado domingo febrero agosto septiembre octubre noviembre diciembre anteayer semana
    semanas navidad diario todavia
    """
)
"""Names worth mending: long enough to be known by what is left of them."""
ORDINARY: Final = vocabulary(
    """
    money moody sundry sundae fridge mundane mondo decency remember remembers member members ember embers couples
    sever severe mourning warning moaning evenings mornings mondays tuesdays wednesdays thursdays fridays saturdays
    sundays dinner coupled memoria octagon temporal memories diaries serial seminar seminars augusta gusto gustos
    jueces semanal sabados domingos someday sunny payday noonday midday heyday birthday workday holiday holidays weekday
    weekdays everyday friendly nighty rightly lightly mightly tightly slightly jodavia vernal
    """
)
"""Words that look like a name and are not."""
SHORT: Final[tuple[Rewording, ...]] = table(
    (
        (r"(?:yday|ydy|yest|ysday|yestrday|ystrday|ystday|yestr|yesterdy|yesterdays)", "yesterday"),
        (r"(?:lastnight|last nite|last nigth|last nght|lst night|lastnite|las night)", "last night"),
        (
            r"(?P<day>yesterday|mon|monday|tue|tues|tuesday|wed|wednesday|thu|thurs|thursday|fri|friday|"
            r"sat|saturday|sun|sunday) (?:nite|nigth|nght)",
            r"\g<day> night",
        ),
        (r"(?:nite|nigth)", "night"),
        (r"(?:n|&|and|y) (?:a )?(?:half|1/2)", "and a half"),
        (r"(?P<start>novem|septem|decem|octo)bre", r"\g<start>ber"),
        (r"(?:nites|nigths)", "nights"),
        (r"(?:b4|befor|befroe|bfore)", "before"),
        (r"(?:abt|abut|bout|arond|arnd)", "about"),
        (r"(?:2day|2dy|todya|tody|toady|tdy)", "today"),
        (r"(?:2nite|tonite|2night)", "tonight"),
        (r"(?:2mrw|2morrow|tmr|tmro|tmrw|tmw|tomorow|tommorow|tommorrow)", "tomorrow"),
        (r"(?:wk|weel|weke|wek|weeek)", "week"),
        (r"(?:wks|weels|wekes|weks|weeeks|weaks)", "weeks"),
        (r"(?:dys|dayz|dyas|dasy|das)(?= ago)", "days"),
        (r"(?:mnths?|mths?|moths|monts|monthes|mons)(?= ago)", "months"),
        (r"(?:ag0|agao|agos|aago|sgo)", "ago"),
        (r"(?:cpl|cple|copule|cuple|coupla|coupl)", "couple"),
        (r"(?:too|to|tow|tw0)(?= (?:days?|weeks?|months?|nights?) ago)", "2"),
        (r"for(?= (?:days|weeks|months) ago)", "4"),
        (r"(?:wkend|wknd|wkd|weeknd|wekend|weekned)", "weekend"),
        (r"(?:wkends|wknds|weeknds)", "weekends"),
        (r"(?:lst|lasst|lsat)(?= (?:week|month|year|mon|tue|wed|thu|fri|sat|sun)\w*)", "last"),
        (r"(?:xmas|x-mas|chrismas|crismas|christmass)", "christmas"),
        (r"(?:tg|tgiving|turkey day)(?= day|$| night| weekend| lol)", "thanksgiving"),
        (r"(?:rn|atm)", "right now"),
        (r"(?:eod|eow)", ""),
        (r"(?:evry|evrey|everey|evey)", "every"),
        (r"last(?P<unit>week|month|year|weekend|mon|tue|wed|thu|fri|sat|sunday|summer)", r"last \g<unit>"),
        (r"(?P<n>\d+) ?(?P<unit>days?|weeks?|wks?|months?) ?ago", r"\g<n> \g<unit> ago"),
        (r"everynight|every nite", "every night"),
    )
)
_WORD: Final = re.compile(r"[a-z]{6,14}")


def spelt(told: str) -> str:
    """The soft text with short and misspelt names written out."""
    return _WORD.sub(lambda match: _mended(match[0]), reworded(told, SHORT))


def _mended(word: str) -> str:
    """The one name that is nearest, when it is near enough and begins with the same letter; else the word."""
    if word in NAMES or word in ORDINARY:
        return word
    slips = 1 if len(word) < 8 else 2
    near = extract(word, _by_letter().get(word[0], ()), scorer=OSA.distance, limit=2, score_cutoff=slips)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return word
    return near[0][0]


@cache
def _by_letter() -> Mapping[str, tuple[str, ...]]:
    return {
        letter: tuple(sorted(name for name in NAMES if name[0] == letter)) for letter in {name[0] for name in NAMES}
    }


def guessed(told: str) -> bool:
    """Whether a name in the soft text is only taken to be one."""
    return any(_mended(word) != word for word in _WORD.findall(reworded(told, SHORT)))
