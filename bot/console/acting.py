"""How a change is made: in one transaction with its row on the trail, or not at all, and then the page says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.console.intake_page import shown
from bot.console.office import Office, office_of
from bot.console.rendering import render
from bot.console.sheet import find, sheet
from bot.console.showing import HANDOVERS, Showing
from flows.model import Event, Happened
from storage.refusals import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.members import Member
    from storage.cases import CaseLine
    from storage.work import Work

UNPROCESSABLE = 422


class Problem(Exception):
    """Something that was given can't be taken: one sentence, and the field it is about."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@dataclass(frozen=True, slots=True)
class Act:
    """What one change works with, within one transaction."""

    office: Office
    work: Work
    now: datetime
    line: CaseLine
    member: Member
    form: Mapping[str, str]

    def words(self, field: str) -> str:
        return self.form.get(field, "").strip()

    @property
    def version(self) -> int:
        """The team's version that the page was made from; one that is no number is none of ours."""
        given = self.form.get("staff_version", "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1

    def happened(self, event: Event, about: str = "") -> None:
        self.work.events.add(self.line.id, None, Happened(event, about))


def act(request: Request, do: Callable[[Act], str], anchor: str = "") -> Response:
    """Do it, then show the intake again under the notice that `do` names.

    Raises Refusal 404. A Problem shows the page with what was typed, a Conflict what a colleague did meanwhile.
    """
    office = office_of(request)
    now = office.clock()
    try:
        with office.database.work(now) as work:
            line = find(request, work)
            notice = do(Act(office, work, now, line, request.state.member, request.state.form))
            request.state.audit_within(work)
            work.commit()
    except Problem as problem:
        form = request.state.form
        return shown(request, code=UNPROCESSABLE, problem=problem.sentence, field=problem.field, typed=form)
    except Conflict:
        return conflict(request)
    office.changed.ring()
    return RedirectResponse(f"/intakes/{line.case}?notice={notice}{anchor}", 303)


def conflict(request: Request) -> Response:
    """What a colleague did meanwhile, what was typed, and the way to do it all the same."""
    office = office_of(request)
    show = Showing(office, office.clock())
    request.state.audited = False
    with office.database.look(show.now) as work:
        found = sheet(request, work, show)
    given = [(name, value) for name, value in request.state.forms if name not in {"staff_version", "seen"}]
    return render(
        request,
        "conflict.html",
        409,
        sheet=found,
        show=show,
        handovers=HANDOVERS,
        given=given,
        doing=request.url.path.rpartition("/")[2],
    )
