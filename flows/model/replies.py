"""What is said in return: keys and values, never words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

Filling: TypeAlias = "str | int | date | Phrase | tuple[Phrase, ...]"

Voice: TypeAlias = Literal["bot", "staff"]
"""Who speaks to the client."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A key of the words with what fills its gaps; a tuple of Phrases fills a gap as lines."""

    key: str
    values: Mapping[str, Filling] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: its label and the choice it stands for."""

    label: Phrase
    choice: str


@dataclass(frozen=True, slots=True)
class Card:
    """A contact card that dials with a tap; `phone` in E.164."""

    name: str
    phone: str


class Keyboard(StrEnum):
    """The keyboard below the chat."""

    SHARE_CONTACT = "share_contact"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing the bot does in the chat.

    `body` is joined by blank lines. With `toast` it is the short line that answers a tap. With `onto` it changes the
    message that was tapped: its buttons alone when there is no body, else its text too. With `file` the client's own
    record goes along as a document. `speaker` is "staff" for the team's own words.
    """

    body: tuple[Phrase, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard | None = None
    card: Card | None = None
    toast: bool = False
    onto: int | None = None
    file: bool = False
    speaker: Voice = "bot"
