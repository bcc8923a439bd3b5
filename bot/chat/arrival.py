"""What an Update means to us: who did what, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from flows.model import Tapped

if TYPE_CHECKING:
    from flows.model import Input


class Place(StrEnum):
    """Where it happened: with one client, in a group or channel, at the door, or nowhere we act."""

    PRIVATE = "private"
    ELSEWHERE = "elsewhere"
    MEMBERSHIP = "membership"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an Update means to us; `said` is what the transcript shows, `language` Telegram's own code.

    `sender` is who sent a message; in a group a command to us is all that is `given`.
    """

    chat_id: int | None
    place: Place
    given: Input | None = None
    callback_id: str | None = None
    language: str | None = None
    blocked: bool | None = None
    said: str = ""
    sender: int | None = None


def tapped(data: str, message_id: int) -> Tapped:
    """Callback data back into what was tapped; data that is not ours has no case."""
    case, _, rest = data.partition(".")
    count, _, choice = rest.partition(".")
    if not (case and choice and count.isascii() and count.isdecimal() and len(count) < 10):
        return Tapped("", 0, "", message_id)
    return Tapped(case, int(count), choice, message_id)
