"""One client's run through the form, and one step of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from flows.model.answers import Answer, Answers, Mention
from flows.model.events import Happened
from flows.model.replies import Reply


class Asking(StrEnum):
    """Why a Pending value waits for a tap."""

    CONFIRM = "confirm"
    NARROW = "narrow"
    EDIT = "edit"
    DELETE = "delete"


class Handover(StrEnum):
    """Who speaks with the client: the bot, or the team; `awaited` when the team wrote and the client has not yet."""

    BOT = "bot"
    TEAM = "team"
    AWAITED = "awaited"


@dataclass(frozen=True, slots=True)
class Pending:
    """A value that is not an Answer yet: read back, to be narrowed down, or from an edited message."""

    asking: Asking
    question: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """One client's run through the form.

    `round` counts the prompts that were acted on: a button made for another round is an old button.
    """

    case: str
    state: str = "start"
    round: int = 0
    answers: Answers = field(default_factory=dict)
    picked: tuple[str, ...] = ()
    pending: Pending | None = None
    tries: int = 0
    paused: bool = False
    mentions: frozenset[Mention] = frozenset()
    language: str = "en"
    language_offered: bool = False
    source: str = ""
    nudged: bool = False
    handover: Handover = Handover.BOT


@dataclass(frozen=True, slots=True)
class Step:
    """What one Input led to."""

    intake: Intake
    replies: tuple[Reply, ...] = ()
    events: tuple[Happened, ...] = ()
    starts_over: bool = False
    """The client asked for a new form: this Intake is closed and another one begun."""
