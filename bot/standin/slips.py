"""Slips in delivering to a webhook, on order: what Telegram does wrong with an update on its way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Slip(StrEnum):
    """What goes wrong; in the end the update arrives all the same."""

    TWICE = "twice"
    """Sent a second time although it was taken."""
    SWAPPED = "swapped"
    """Sent after the next one of its chat; strikes only where a next one is waiting."""
    UNHEARD = "unheard"
    """Sent, and the connection dropped before the answer is read, so that it is sent again."""
    WRONG_SECRET = "wrong_secret"  # noqa: S105 - the name of a slip
    """Sent under another secret first."""
    NO_SECRET = "no_secret"  # noqa: S105 - the name of a slip
    """Sent under none first."""
    LATE = "late"
    """Held back for `seconds`."""


@dataclass
class Misdelivery:
    """The `nth` next attempt to bring an update to `chat_id` (None: to any chat) goes wrong, and `times` in all."""

    slip: Slip
    chat_id: int | None = None
    nth: int = 1
    times: int = 1
    seconds: float = 0

    def matches(self, chat_id: int, waiting: int) -> bool:
        """`waiting` is how many updates of this chat are still to be delivered."""
        right_chat = self.chat_id is None or self.chat_id == chat_id
        return right_chat and (waiting > 1 or self.slip is not Slip.SWAPPED)
