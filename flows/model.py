"""The nouns of an intake: what is asked, answered, found and said, all of it frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from flows.conditions import Condition


class Verdict(IntEnum):
    """How a screening ends; the worst one wins."""

    READY = 0
    WAIT = 1
    REVIEW = 2
    STOP = 3


class Source(StrEnum):
    """Who says so: the clinic's own text, the device's label, or common practice."""

    CLINIC = "clinic"
    LABEL = "label"
    PRACTICE = "practice"


class Kind(StrEnum):
    """What sort of answer a Question takes; each Kind has one reader in `flows.answers`."""

    CHOICE = "choice"
    SEVERAL = "several"
    YES_NO = "yes_no"
    TEXT = "text"
    NAME = "name"
    PRODUCT = "product"
    PAST_DATE = "past_date"
    FUTURE_DATE = "future_date"
    PHONE = "phone"


class How(StrEnum):
    """How an Answer reached us."""

    TAP = "tap"
    TYPED = "typed"
    RECOGNISED = "recognised"
    CONTACT = "contact"
    EDITED = "edited"
    STAFF = "staff"


class ProductClass(StrEnum):
    """What a named product means for the rules; the order is the order of caution."""

    ISOTRETINOIN = "isotretinoin"
    ORAL_RETINOID = "oral_retinoid"
    RETINOID = "retinoid"
    EXFOLIANT = "exfoliant"
    PROCEDURE = "procedure"
    UNCLEAR = "unclear"
    NEITHER = "neither"


class Mention(StrEnum):
    """What any typed text may name, whatever question it was typed at."""

    ISOTRETINOIN = "isotretinoin"
    ORAL_RETINOID = "oral_retinoid"
    MELASMA = "melasma"
    EMERGENCY = "emergency"
    CRISIS = "crisis"
    CLINICAL = "clinical"


URGENT = frozenset({Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL})

STILL_USING = "still_using"
NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days an answer may mean, both ends included; no earliest day means "or any time before"."""

    earliest: date | None
    latest: date

    @classmethod
    def on(cls, day: date) -> Interval:
        return cls(day, day)

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Product:
    """One product found in a text: its everyday name and what it counts as."""

    name: str
    counts_as: ProductClass


@dataclass(frozen=True, slots=True)
class Products:
    """What a product text was read as: `text` word for word, `found` empty when the client knows no name."""

    text: str
    found: tuple[Product, ...]

    def classes(self) -> frozenset[ProductClass]:
        return frozenset(product.counts_as for product in self.found)


Value = str | tuple[str, ...] | Interval | Products


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the form. `careful` is what an answer that nobody could read counts as."""

    key: str
    kind: Kind
    source: Source
    choices: tuple[str, ...] = ()
    when: Condition | None = None
    careful: str | None = None
    skippable: bool = False
    again_with: str | None = None
    """The Question whose changed answer makes this one be asked again."""
    days: str | None = None
    """For a date: the clinic's day count that decides how many days get a button of their own."""


@dataclass(frozen=True, slots=True)
class Exit:
    """An answer after which the intake ends instead of going on."""

    question: str
    choice: str
    ending: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said and what was understood; not `understood` when it was kept word for word, the careful way."""

    value: Value
    said: str
    how: How
    round: int = 0
    message_id: int | None = None
    mentions: frozenset[Mention] = frozenset()
    understood: bool = True


Answers = Mapping[str, Answer]


# --- what a reader says of a text -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading. When it is not `sure` it is read back and confirmed by tap before it counts."""

    value: Value
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Rejected:
    """No reading; `reason` is a key: not_understood, future_date, past_date, too_long, not_a_phone, which_one."""

    reason: str = "not_understood"


Reading = Understood | Rejected


# --- what a person did ----------------------------------------------------------------------------


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


Input = Typed | Tapped | Edited | Command | ContactShared | MediaSent | CameBack | NudgeDue


# --- what is said in return: keys and values, never words -----------------------------------------

Filling: TypeAlias = "str | int | date | Phrase | tuple[Phrase, ...]"


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
    record goes along as a document.
    """

    body: tuple[Phrase, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard | None = None
    card: Card | None = None
    toast: bool = False
    onto: int | None = None
    file: bool = False


# --- what happened --------------------------------------------------------------------------------


class Event(StrEnum):
    """What happened in a Step that others may care about; in the past tense."""

    INTAKE_STARTED = "IntakeStarted"
    CONSENT_GIVEN = "ConsentGiven"
    CONSENT_DECLINED = "ConsentDeclined"
    MINOR_TURNED_AWAY = "MinorTurnedAway"
    QUESTION_SHOWN = "QuestionShown"
    ANSWER_GIVEN = "AnswerGiven"
    ANSWER_CHANGED = "AnswerChanged"
    ANSWER_NOT_READ = "AnswerNotRead"
    WENT_BACK = "WentBack"
    QUESTION_ANSWERED = "QuestionAnswered"
    QUESTION_PASSED_ON = "QuestionPassedOn"
    URGENT_WORDS_SEEN = "UrgentWordsSeen"
    PERSON_WANTED = "PersonWanted"
    INTAKE_STOPPED = "IntakeStopped"
    INTAKE_RESUMED = "IntakeResumed"
    INTAKE_FINISHED = "IntakeFinished"
    NUDGED = "Nudged"
    CONSENT_WITHDRAWN = "ConsentWithdrawn"


@dataclass(frozen=True, slots=True)
class Happened:
    """An Event and what it is about: a question's key, a topic, a kind; never the client's words."""

    event: Event
    about: str = ""


# --- the intake itself ----------------------------------------------------------------------------


class Asking(StrEnum):
    """Why a Pending value waits for a tap."""

    CONFIRM = "confirm"
    NARROW = "narrow"
    EDIT = "edit"
    DELETE = "delete"
    START_OVER = "start_over"


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
    source: str = ""
    nudged: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What one Input led to."""

    intake: Intake
    replies: tuple[Reply, ...] = ()
    events: tuple[Happened, ...] = ()
    starts_over: bool = False
    """The client asked for a new form: this Intake is closed and another one begun."""


# --- screening ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """A Rule that fired: the answers that made it, and the first day it allows."""

    rule: str
    verdict: Verdict
    earliest: date | None
    answers: tuple[str, ...]
    source: Source
    staff_say: bool = False
    """Only a person can give the day."""
    reason: str = ""
    """Which words say why."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The findings together. `earliest` is None where no day can be given."""

    verdict: Verdict
    earliest: date | None
    complete: bool
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
