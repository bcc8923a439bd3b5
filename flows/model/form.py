"""What is asked: the questions, when they apply, and where the form ends early."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from flows.model.answers import Facts


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


class Condition(Protocol):
    """Something that holds or not; `causes` are the answers that make it hold, `keys` all it looks at."""

    def causes(self, facts: Facts) -> tuple[str, ...] | None: ...

    def keys(self) -> frozenset[str]: ...


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
