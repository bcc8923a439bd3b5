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
        "claimed": "This one is yours now.",
        "released": "Nobody has this one now: a colleague can claim it.",
        "noted": "The note is kept.",
        "tagged": "The tag is on.",
        "untagged": "The tag is off.",
        "reviewed": "Marked as reviewed.",
        "booked": "Marked as booked.",
        "booked-early": "Marked as booked, on a day before the earliest one by the rules: please look again.",
        "declined": "Marked as declined.",
        "reopened": "Open again.",
        "taken-over": "You speak with the client now; the bot is quiet until you hand back.",
        "replied": "Sent. The bot is quiet until you hand back.",
        "handed-back": "The bot speaks again.",
        "corrected": "The answer is corrected; the one before it stays below it as history.",
        "question-answered": "Your answer is on its way to the client.",
        "question-closed": "Closed without an answer.",
    }
)


def notice(key: str) -> str:
    """The words, or none for a key that is not ours."""
    return NOTICES.get(key, "")
