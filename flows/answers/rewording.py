"""Words of one language put for those of another, by a table of patterns applied in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

Rewording: TypeAlias = tuple[re.Pattern[str], str]


def table(rows: Iterable[tuple[str, str]]) -> tuple[Rewording, ...]:
    """A table of patterns, each matching whole words of soft text, with what is put in their place."""
    return tuple((re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])"), put) for pattern, put in rows)


def reworded(told: str, rows: Iterable[Rewording]) -> str:
    """The text with every row applied, the first row first."""
    for pattern, put in rows:
        told = pattern.sub(put, told)
    return told
