"""What is exported: everything staff see of an intake, read together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.model import Event

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from flows.flow import Flow
    from flows.model import Intake, Screening
    from storage.case_rows import CaseLine
    from storage.events import Past
    from storage.intakes import Given
    from storage.notes import Note
    from storage.passed_on import PassedOn
    from storage.transcript import Line
    from storage.work import Work


@dataclass(frozen=True, slots=True)
class Making:
    """Who makes an export and when (aware UTC), where the console is, and what the team's members are called."""

    flow: Flow
    by: str
    at: datetime
    url: str
    staff: Mapping[int, str]

    @property
    def today(self) -> date:
        """The day in the clinic's zone: what the rules say, they say of this day."""
        return self.at.astimezone(self.flow.clinic.zone).date()

    def name(self, staff_id: int | None) -> str:
        """What a member is called; one who has left the settings is known by the number."""
        return "" if staff_id is None else self.staff.get(staff_id, str(staff_id))


@dataclass(frozen=True, slots=True)
class Exported:
    """One intake. `screening` is what the rules say today, None of an intake whose words are forgotten."""

    line: CaseLine
    intake: Intake
    screening: Screening | None
    history: tuple[Given, ...]
    happened: tuple[Past, ...]
    notes: tuple[Note, ...]
    asked: tuple[PassedOn, ...]
    chat: tuple[Line, ...]

    @property
    def current(self) -> tuple[Given, ...]:
        """The answers that stand."""
        return tuple(given for given in self.history if given.replaced_at is None)

    @property
    def replaced(self) -> tuple[Given, ...]:
        """The answers that another took the place of, or that were withdrawn."""
        return tuple(given for given in self.history if given.replaced_at is not None)

    @property
    def amended(self) -> bool:
        """Whether an answer was given, changed or withdrawn after the first finish, or corrected by the team at all."""
        finished = [past.at for past in self.happened if past.happened.event is Event.INTAKE_FINISHED]
        if not finished:
            return False
        first = min(finished)
        late = any(given.at > first or (given.replaced_at and given.replaced_at > first) for given in self.history)
        return late or any(given.corrected for given in self.history)


def gathered(work: Work, making: Making, line: CaseLine, *, chat: bool) -> Exported | None:
    """All of one intake, its transcript only with `chat`; None when it is gone meanwhile."""
    kept = work.intakes.find(line.case)
    if kept is None:
        return None
    return Exported(
        line=line,
        intake=kept.intake,
        screening=making.flow.screen(kept.intake, making.today) if line.verdict is not None else None,
        history=tuple(work.intakes.history(kept)),
        happened=tuple(work.events.of(kept.id)),
        notes=tuple(work.notes.of(kept.id)),
        asked=tuple(work.passed_on.of(kept.id)),
        chat=tuple(work.transcript.of(kept.id)) if chat else (),
    )
