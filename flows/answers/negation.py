"""Whether a clause denies a thing it names; in doubt it does not."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import vocabulary

DENIALS: Final = vocabulary(
    """
    no not never dont doesnt didnt without isnt arent wasnt havent hasnt neither nor none zero
    """
)
BETWEEN: Final = vocabulary(
    """
    a an any the my i it its is am are be been on have had has ever use used using take taken taking took do did
    try tried put apply of got get getting feel feeling having those these some real signs sign thoughts
    currently
    """
)
"""What may stand between a denial and the thing denied."""
NEVER: Final = frozenset({"never"})
PLAIN_NOT: Final = frozenset({"no", "not", "isnt", "wasnt"})
POINTING: Final = frozenset({"its", "it", "is", "this", "thats", "that", "was", "no"})
SUBJECTS: Final = vocabulary("i im ive id my we were our")
"""After a "no" these begin a sentence of their own: "no i use it"."""
CLOSING: Final = vocabulary("or nor cream gel serum products product ever before either")
"""What may follow the thing denied without opening a way back ("anymore", "since June", "now" do)."""


def denied(part: list[str], start: int, stop: int) -> bool:
    """Whether the words from `start` up to `stop` are plainly denied, once and with nothing taken back."""
    return _reach(part, start, DENIALS) and _closed(part, stop)


def never_taken(part: list[str], start: int, stop: int) -> bool:
    """The stricter test for oral drugs: "never took it" or "it's not ..."; "I don't take it" may be last month."""
    before = part[:start]
    plainly_not = bool(before) and before[-1] in PLAIN_NOT and set(before[:-1]) <= POINTING
    return (plainly_not or _reach(part, start, NEVER)) and _closed(part, stop)


def _reach(part: list[str], start: int, denials: frozenset[str]) -> bool:
    """Whether exactly one denial stands before `start` with nothing but small words between."""
    place = start - 1
    while place >= 0 and part[place] in BETWEEN:
        place -= 1
    if place < 0 or part[place] not in denials:
        return False
    if part[place] == "no" and part[place + 1] in SUBJECTS:
        return False
    return not DENIALS & set(part[:place]) - {"no"}


def _closed(part: list[str], stop: int) -> bool:
    return stop >= len(part) or part[stop] in CLOSING
