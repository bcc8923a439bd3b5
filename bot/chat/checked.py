"""Values of an Update that every database can hold; anything else is Unreadable."""

from __future__ import annotations

LARGEST = 2**63


class Unreadable(ValueError):
    """An Update that is not what the Bot API promises; it carries the reason, never the words."""


def plain(value: object) -> str:
    """A text without lone surrogates and NUL; raises Unreadable for anything that is no text."""
    if not isinstance(value, str):
        raise Unreadable("not a text")
    return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def whole(value: object) -> int:
    """A 64-bit id as Telegram gives them; anything else raises Unreadable."""
    if isinstance(value, bool) or not isinstance(value, int) or not -LARGEST <= value < LARGEST:
        raise Unreadable("not an id")
    return value
