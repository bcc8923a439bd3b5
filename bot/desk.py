"""What every Turn works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from bot.members import Member
    from flows.flow import Flow
    from flows.model import Input, Intake, Step
    from storage.database import Database

NIGHT = range(1, 5)
"""The hours in which what holds somebody up for a while is done."""

Advance: TypeAlias = "Callable[[Flow, Intake, Input, date], Step]"


@dataclass(frozen=True, slots=True)
class Desk:
    """The flow, the database, the team and where it is told; `passing` hears each point at which a test may kill us.

    Alerts go to each of the `staff_chats`, groups or single people; `console_url` has no slash at its end and is empty
    where there is no console.
    """

    flow: Flow
    database: Database
    advance: Advance
    staff_chats: tuple[int, ...] = ()
    members: Mapping[int, Member] = field(default_factory=dict)
    console_url: str = ""
    username: str = ""
    passing: Callable[[str], None] = lambda point: None

    def today(self, now: datetime) -> date:
        """The clinic's day at the moment `now`, which is aware."""
        return now.astimezone(self.flow.clinic.zone).date()

    def is_night(self, now: datetime) -> bool:
        """Whether hardly anybody is awake where the clinic is."""
        return now.astimezone(self.flow.clinic.zone).hour in NIGHT

    def link(self, case: str) -> str:
        """Where staff open an intake; empty where there is no console."""
        return f"{self.console_url}/intakes/{case}" if self.console_url else ""
