"""How stored things read on a page: stages, verdicts, where a form stopped, who has a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.console import days
from bot.understood import question_label, say
from flows import machine
from flows.model import Handover
from flows.telling import label
from flows.words import WordsError
from storage.tables import Stage

if TYPE_CHECKING:
    from bot.console.office import Office
    from flows.flow import Flow
    from storage.cases import CaseLine

STAGES: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.NEW: "New",
        Stage.WAITING: "Waiting for client",
        Stage.CLAIMED: "Claimed",
        Stage.REVIEWED: "Reviewed",
        Stage.BOOKED: "Booked",
        Stage.DECLINED: "Declined",
        Stage.UNFINISHED: "Unfinished",
    }
)

PLACES: Mapping[str, str] = MappingProxyType(
    {
        machine.START: "not begun",
        machine.REVIEW: "the review card",
        machine.PLAN: "the plan",
        machine.FINISHED: "finished",
        machine.STOPPED: "stopped by the client",
        machine.DECLINED: "did not consent",
        machine.MINOR: "under 18",
        **dict.fromkeys(machine.EXPLAIN, "how it works"),
    }
)

HANDOVERS: Mapping[Handover, str] = MappingProxyType(
    {
        Handover.BOT: "The bot is speaking with the client.",
        Handover.TEAM: "The team is speaking with the client; the bot is quiet.",
        Handover.AWAITED: "The team wrote last; the bot is quiet and the client has not answered yet.",
    }
)
SOMEBODY = "somebody who has left"


@dataclass(frozen=True, slots=True)
class Showing:
    """Puts things into words for one page, at the moment `now`."""

    office: Office
    now: datetime

    @property
    def flow(self) -> Flow:
        return self.office.flow

    @property
    def today(self) -> date:
        return self.office.desk.today(self.now)

    @property
    def names(self) -> Mapping[int, str]:
        return {member.id: member.name for member in self.office.staff.values()}

    def earliest(self, when: date) -> str:
        """The first day, as it matters now: one that has come is any day."""
        return "any day now" if when <= self.today else days.day(when)

    def day(self, when: date) -> str:
        return days.day(when)

    def moment(self, at: datetime) -> str:
        return days.moment(at, self.flow.clinic.zone)

    def hour(self, at: datetime) -> str:
        return days.hour(at, self.flow.clinic.zone)

    def ago(self, at: datetime) -> str:
        return days.ago(at, self.now)

    def who(self, staff_id: int | None) -> str:
        return self.names.get(staff_id or 0, SOMEBODY)

    def stage(self, stage: Stage) -> str:
        return STAGES[stage]

    def question(self, key: str) -> str:
        return question_label(self.flow, key)

    def goals(self, line: CaseLine) -> str:
        return ", ".join(self._goal(goal) for goal in line.goals)

    def _goal(self, goal: str) -> str:
        asked = self.flow.by_key.get("goals")
        try:
            return say(self.flow, label(asked, goal)) if asked else goal
        except WordsError:
            return goal

    def place(self, state: str) -> str:
        """Where in the form somebody is, in words."""
        return PLACES[state] if state in PLACES else f"at “{self.question(state)}”"

    def detail(self, line: CaseLine) -> str:
        """What there is to say of a case at its stage."""
        match line.stage:
            case Stage.NEW:
                where = "" if line.finished_at else f", {self.place(line.state)}"
                return f"waiting {self.ago(line.raised_at or line.updated_at)}{where}"
            case Stage.WAITING:
                return f"the team wrote {self.ago(line.updated_at)} ago"
            case Stage.CLAIMED:
                return f"{self.who(line.claimed_by)}, {self.ago(line.claimed_at or line.updated_at)} ago"
            case Stage.BOOKED:
                return f"on {days.day(line.booked_on)}" if line.booked_on else ""
            case Stage.UNFINISHED:
                return self._stopped(line)
            case _:
                return self._decided(line)

    def _stopped(self, line: CaseLine) -> str:
        if line.closed_at:
            return "started over"
        where = self.place(line.state)
        return f"paused {where}" if line.paused else f"{where}, {self.ago(line.updated_at)} ago"

    def _decided(self, line: CaseLine) -> str:
        if line.outcome is None:
            return self.place(line.state)
        return f"{self.ago(line.outcome_at)} ago" if line.outcome_at else ""
