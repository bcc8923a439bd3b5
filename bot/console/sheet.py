"""One intake on one sheet: everything that its page shows, read at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console import answers_shown, chat_shown, reasons
from bot.console.doings import Doing, doings
from bot.console.refusals import Refusal
from bot.console.showing import Showing
from flows.machine import FORGOTTEN

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.console.answers_shown import AnswerRow
    from bot.console.chat_shown import Day
    from bot.console.reasons import Reason
    from flows.model import Screening
    from storage.cases import CaseLine
    from storage.intakes import Kept
    from storage.notes import Note
    from storage.passed_on import PassedOn
    from storage.work import Work

CONTACT = ("next_step", "phone", "best_time")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`screening` is today's; what the rules said when the client last answered stands in `line`."""

    show: Showing
    line: CaseLine
    kept: Kept
    screening: Screening
    rows: tuple[AnswerRow, ...]
    reasons: tuple[Reason, ...]
    chat: tuple[Day, ...]
    notes: Sequence[Note]
    tags_in_use: Sequence[str]
    earlier: tuple[CaseLine, ...]
    questions: Sequence[PassedOn]
    doings: tuple[Doing, ...]
    is_current: bool

    @property
    def is_forgotten(self) -> bool:
        """Whether nothing but how it ended is kept."""
        return self.line.state in FORGOTTEN

    @property
    def can_write(self) -> bool:
        return self.is_current and not self.is_forgotten

    @property
    def differs(self) -> bool:
        """Whether today's verdict or day is another than when the client last answered."""
        stored = (self.line.verdict, self.line.earliest)
        return self.line.verdict is not None and stored != (self.screening.verdict, self.screening.earliest)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(self.show.question(key) for key in self.screening.missing)

    @property
    def unread(self) -> tuple[AnswerRow, ...]:
        """The answers that nobody could read, kept word for word."""
        return tuple(row for row in self.rows if row.now and not row.now.read)

    @property
    def contact(self) -> Mapping[str, str]:
        """How the client wants to go on, as far as they said."""
        said = {row.key: ", ".join(row.now.understood) for row in self.rows if row.now}
        return {key: said.get(key, "") for key in CONTACT}

    @property
    def team_turns(self) -> int:
        """How often the team has spoken: tells whether a colleague wrote meanwhile."""
        return sum(bubble.side == "team" for day in self.chat for bubble in day.bubbles)


def find(request: Request, work: Work) -> CaseLine:
    """The case that the request names. Raises Refusal 404."""
    line = work.cases.find(request.path_params["case"])
    if line is None:
        raise Refusal(404)
    request.state.audit_case = line.case
    return line


def sheet(request: Request, work: Work, show: Showing) -> Sheet:
    """Everything about the case that the request names. Raises Refusal 404."""
    line = find(request, work)
    kept, current = work.intakes.find(line.case), work.intakes.current(line.chat_id)
    if kept is None:
        raise Refusal(404)
    flow, chat = show.flow, work.transcript.of(line.id)
    screening = flow.screen(kept.intake, show.today)
    rows = answers_shown.rows(flow, kept.intake, work.intakes.history(kept), chat, show.names)
    return Sheet(
        show=show,
        line=line,
        kept=kept,
        screening=screening,
        rows=rows,
        reasons=reasons.reasons(flow, screening, rows, chat),
        chat=chat_shown.days(chat, flow.clinic.zone, show.names),
        notes=work.notes.of(line.id),
        tags_in_use=work.notes.tags_in_use(),
        earlier=tuple(other for other in work.cases.of_person(line.chat_id) if other.id != line.id),
        questions=work.passed_on.of(line.id),
        doings=doings(work.audit.page(case=line.case, size=200), show.names),
        is_current=current is not None and current.id == line.id,
    )
