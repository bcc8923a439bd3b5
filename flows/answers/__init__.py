"""What texts mean: one reader per Kind, and what any text may mention or ask. Pure; no text makes a reader raise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flows.answers.asides import without_questions
from flows.answers.asked import Asked, Reader
from flows.answers.catalogue import Catalogue, CatalogueError, Entry, catalogue_problems
from flows.answers.choices import read_choice, read_several
from flows.answers.covered import covered
from flows.answers.dates import read_past_date
from flows.answers.days import calendar_months_after
from flows.answers.mentions import mentions
from flows.answers.phones import read_phone
from flows.answers.products import read_product
from flows.answers.questions import topic
from flows.answers.texts import read_name, read_text
from flows.answers.urgent import urgent
from flows.answers.wishes import read_future_date
from flows.answers.wording import soft
from flows.answers.yes_no import read_yes_no
from flows.model import Kind, Reading, Rejected, Understood

__all__ = [
    "READERS",
    "Asked",
    "Catalogue",
    "CatalogueError",
    "Entry",
    "Reader",
    "calendar_months_after",
    "catalogue_problems",
    "covered",
    "mentions",
    "read",
    "topic",
    "urgent",
]

READERS: Final[Mapping[Kind, Reader]] = MappingProxyType(
    {
        Kind.CHOICE: read_choice,
        Kind.SEVERAL: read_several,
        Kind.YES_NO: read_yes_no,
        Kind.TEXT: read_text,
        Kind.NAME: read_name,
        Kind.PRODUCT: read_product,
        Kind.PAST_DATE: read_past_date,
        Kind.FUTURE_DATE: read_future_date,
        Kind.PHONE: read_phone,
    }
)

CHOSEN: Final = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
"""Kinds where a question of the client's may stand beside the answer."""


STORY: Final = 500
"""Characters beyond which a text is a story: whatever it may hold, it is asked for again in few words."""
BRIEF: Final = CHOSEN | {Kind.PAST_DATE, Kind.FUTURE_DATE}
"""Kinds whose answer is a few words."""


def read(text: str, asked: Asked) -> Reading:
    """What `text` means as an answer to the question asked, or why it means nothing."""
    kind = asked.question.kind
    if kind in BRIEF and max(len(text), len(soft(text))) > STORY:
        return Rejected()
    rest = without_questions(text, asked.catalogue) if kind in CHOSEN else ""
    reading = READERS[kind](rest, asked) if rest else Rejected()
    return reading if isinstance(reading, Understood) else READERS[kind](text, asked)
