"""Numbers in words: "seventeen", "twenty two", "a couple", as digits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: Final[Mapping[str, int]] = {
    **{word: value for value, word in enumerate(UNITS.split())},
    **{word: 10 * value for value, word in enumerate(TENS.split(), 2)},
    "fourty": 40,
    "dozen": 12,
}
_WORD: Final = "|".join(sorted(NUMBERS, key=len, reverse=True))
_IN_WORDS: Final = re.compile(rf"\b({'|'.join(TENS.split())})[ -]({'|'.join(UNITS.split()[1:10])})\b|\b({_WORD})\b")


def with_digits(text: str) -> str:
    """The text with number words as digits; it expects lower case."""
    return _IN_WORDS.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    tens, unit, alone = match.groups()
    return str(NUMBERS[alone] if alone else NUMBERS[tens] + NUMBERS[unit])
