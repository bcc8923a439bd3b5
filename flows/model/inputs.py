"""What a person did: the client, or somebody of the team."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button under one of our messages: the case and round it was made for, and the choice on it."""

    case: str
    round: int
    choice: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Edited:
    """An earlier text message, changed."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command without its slash, and what stood behind it."""

    name: str
    argument: str
    message_id: int


@dataclass(frozen=True, slots=True)
class ContactShared:
    """A contact card; `own` when it is the sender's own."""

    phone: str
    own: bool
    message_id: int


@dataclass(frozen=True, slots=True)
class MediaSent:
    """Anything that is not words: photo, voice, sticker, document, ...; `album` names the album it came in."""

    what: str
    album: str | None
    message_id: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class CameBack:
    """The client let the bot in again after having blocked it."""


@dataclass(frozen=True, slots=True)
class NudgeDue:
    """A day of silence has passed."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Somebody of the team speaks from now on; the bot is quiet."""


@dataclass(frozen=True, slots=True)
class TeamWrote:
    """A message of the team's; whoever writes has taken over."""

    text: str


@dataclass(frozen=True, slots=True)
class QuestionReplied:
    """The team's answer to a question that was passed on; the bot goes on speaking."""

    asked: str
    text: str


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The bot speaks again."""


Team = TakenOver | TeamWrote | QuestionReplied | HandedBack

Input = Typed | Tapped | Edited | Command | ContactShared | MediaSent | CameBack | NudgeDue | Team
