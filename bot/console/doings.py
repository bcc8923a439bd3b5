"""What the team did with a case, in words, from the trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.audit import AuditLine

DONE: Mapping[str, str] = MappingProxyType(
    {
        "claimed": "claimed it",
        "released": "released it",
        "noted": "wrote a note",
        "tagged": "put a tag on it",
        "untagged": "took a tag off",
        "taken_over": "took the chat over",
        "replied": "wrote to the client",
        "handed_back": "handed the chat back to the bot",
        "corrected": "corrected an answer",
        "question_answered": "answered a question",
        "question_closed": "closed a question",
        "decided": "decided",
    }
)
"""By what the trail calls it; what only looks is not among them."""

DECIDED: Mapping[str, str] = MappingProxyType(
    {
        "reviewed": "marked it reviewed",
        "booked": "marked it booked",
        "declined": "declined it",
        "reopen": "opened it again",
    }
)


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that somebody of the team did."""

    who: str
    what: str
    at: datetime


def doings(trail: Iterable[AuditLine], names: Mapping[int, str]) -> tuple[Doing, ...]:
    """Newest first, as the trail gives them."""
    return tuple(
        Doing(
            names.get(line.staff_id or 0, "somebody who has left"), DECIDED.get(line.about, DONE[line.action]), line.at
        )
        for line in trail
        if line.action in DONE and line.outcome == "done"
    )
