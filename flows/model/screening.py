"""What the rules say of an intake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from flows.model.form import Source


class Verdict(IntEnum):
    """How a screening ends; the worst one wins."""

    READY = 0
    WAIT = 1
    REVIEW = 2
    STOP = 3


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
