"""What every Turn works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from flows.flow import Flow
    from flows.model import Input, Intake, Step
    from storage.database import Database

Advance: TypeAlias = "Callable[[Flow, Intake, Input, date], Step]"


@dataclass(frozen=True, slots=True)
class Desk:
    """The flow, the database and whom to alert; `passing` is told each point at which a test may kill the program."""

    flow: Flow
    database: Database
    advance: Advance
    staff_chat: int | None = None
    username: str = ""
    passing: Callable[[str], None] = lambda point: None

    def today(self, now: datetime) -> date:
        """The clinic's day at the moment `now`, which is aware."""
        return now.astimezone(self.flow.clinic.zone).date()
