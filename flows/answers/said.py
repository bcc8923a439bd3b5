"""A text that many readers look at in one Turn, and what they have worked out from it so far."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Rest = ParamSpec("Rest")
Found = TypeVar("Found")


class Said(str):
    """A text of a client's; with it goes whatever was found out about it, and both are gone when its Turn is over."""

    __slots__ = ("found",)
    found: dict[object, Any]

    def __new__(cls, text: str) -> Said:
        said = super().__new__(cls, text)
        said.found = {}
        return said


def once(reads: Callable[Concatenate[str, Rest], Found]) -> Callable[Concatenate[str, Rest], Found]:
    """A reader that looks at a Said only the first time; whoever gets what it found must leave it as it is.

    It is pure, so nobody can tell. Any other text is read anew each time.
    """

    @wraps(reads)
    def read(text: str, /, *rest: Rest.args, **named: Rest.kwargs) -> Found:
        if not isinstance(text, Said):
            return reads(text, *rest, **named)
        key = (reads, *rest, *named.items()) if rest or named else reads
        if key not in text.found:
            text.found[key] = reads(text, *rest, **named)
        found: Found = text.found[key]
        return found

    return read


def alike(text: str, made: str) -> str:
    """What was `made` of a text: where that was a Said, readers will look at it many times as well."""
    return Said(made) if isinstance(text, Said) else made


def beginning(text: str, count: int) -> str:
    """The first so many characters; the very text where it has no more."""
    return text if len(text) <= count else text[:count]
