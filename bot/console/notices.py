"""What a page can say at its top after something was done: an address carries the key, never the words."""

from __future__ import annotations

from types import MappingProxyType

NOTICES = MappingProxyType(
    {
        "staff-number": "Your staff number is the number of your Telegram account: digits only.",
        "code-wrong": "That was not the code. Look again, or send /code to the bot for another one.",
        "code-over": "That code can no longer be used. Ask for a new one.",
        "signed-out": "You are signed out.",
        "revoked": "That session is over.",
    }
)


def notice(key: str) -> str:
    """The words, or none for a key that is not ours."""
    return NOTICES.get(key, "")
