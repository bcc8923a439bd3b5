"""Whether everything that a clause names is denied there: "no keloids or diabetes" denies both."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.negation import BETWEEN, DENIALS, denied
from flows.answers.wording import vocabulary

HISTORY: Final = vocabulary(
    "known history personal family recent current active diagnosed historial antecedentes previo reciente conocida kind"
)
"""What may stand before the name of a condition, beside the small words."""
LISTED: Final = vocabulary("or nor and any a an the no not y o ni tampoco ningun ninguna un una el la de")
OPEN: Final = vocabulary(
    """
    and at or nor either right now today here currently on in no not none nothing ever whatsoever that y o ni
    en por ahora ahorita hoy actualmente tampoco nada
    nunca jamas my mi la
    """
)
ROUND: Final = vocabulary(
    """
    im and or nor on in skin face neck area there here now right today all at thanks thank you none nope nothing
    ever whatsoever kind moment currently anything like that those this issues issue problems problem problemas
    problema asi y o en piel cara zona cuello por ahora ahorita hoy actualmente gracias momento nop
    """
)
"""What may stand around a denial without telling anything."""


def names_undenied(names: re.Pattern[str], told: str) -> bool:
    """Whether any of `names` in the clause is not itself denied; a denial reaches along a list."""
    part, reached = told.split(), 0
    for match in names.finditer(told):
        start = told[: match.start()].count(" ")
        stop = start + match[0].count(" ") + 1
        listed = reached and set(part[reached:start]) <= LISTED and _ends(part, stop)
        if not (listed or _denied(part, start, stop)):
            return True
        reached = stop
    return False


def plainly_denied(names: re.Pattern[str], told: str) -> bool:
    """Whether the clause denies what it names and says nothing else."""
    left = names.sub(" ", told)
    return left != told and not names_undenied(names, told) and set(left.split()) <= BETWEEN | DENIALS | HISTORY | ROUND


def _denied(part: list[str], start: int, stop: int) -> bool:
    before = [word for word in part[:start] if word not in HISTORY]
    return _ends(part, stop) and denied([*before, *part[start:stop]], len(before), len(before) + stop - start)


def _ends(part: list[str], stop: int) -> bool:
    return stop >= len(part) or part[stop] in OPEN
