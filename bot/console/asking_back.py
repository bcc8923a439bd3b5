"""The questions that the bot could not answer: listed, answered through the bot, or closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.console.acting import UNPROCESSABLE, Problem
from bot.console.actions import NOT_REACHED, TOO_LONG
from bot.console.chat_shown import turn_anchor
from bot.console.office import office_of
from bot.console.refusals import Refusal
from bot.console.rendering import render
from bot.console.showing import Showing
from bot.team import NothingToSay, TooLong, team_turn
from flows.machine import FORGOTTEN
from flows.model import Event, Happened, QuestionReplied

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from storage.cases import CaseLine
    from storage.passed_on import PassedOn
    from storage.work import Work

LONGEST_ID = 18
CONFLICT = 409
GONE = "That question was answered or closed by somebody meanwhile, or the client has deleted it. Nothing was sent."


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the intake it was asked in; `writable` is the client's present case, empty where there is none."""

    question: PassedOn
    line: CaseLine
    writable: str

    @property
    def place(self) -> str:
        """Where in the chat it was asked."""
        anchor = turn_anchor(self.question.turn_id) if self.question.turn_id else "chat"
        return f"/intakes/{self.line.case}#{anchor}"


def page(request: Request) -> Response:
    """Oldest first."""
    return _shown(request)


def _shown(request: Request, code: int = 200, problem: str = "", which: int = 0, typed: str = "") -> Response:
    office = office_of(request)
    show = Showing(office, office.clock())
    with office.database.look(show.now) as work:
        asked = _asked(work)
    here = {one.question.id for one in asked}
    parts = {"asked": asked, "problem": problem, "which": which, "typed": typed, "is_gone": which not in here}
    return render(request, "questions.html", code, show=show, **parts)


def _asked(work: Work) -> tuple[Asked, ...]:
    waiting = work.passed_on.open()
    lines = work.cases.by_id([question.intake_id for question in waiting])
    return tuple(
        Asked(question, lines[question.intake_id], _writable(work, lines[question.intake_id].chat_id))
        for question in waiting
        if question.intake_id in lines
    )


def _writable(work: Work, chat_id: int) -> str:
    """The client's present case: they may have started over since they asked."""
    current = work.intakes.current(chat_id)
    return current.intake.case if current is not None and current.intake.state not in FORGOTTEN else ""


# --- what becomes of one --------------------------------------------------------------------------


def answer(request: Request) -> Response:
    """Send the answer to whoever asked."""
    return _settle(request, _answer, "question-answered")


def close(request: Request) -> Response:
    """Take it off the list without an answer: somebody called, or it is no question."""
    return _settle(request, _close, "question-closed")


def _settle(request: Request, settle: Callable[[Request, Work, Asked], None], notice: str) -> Response:
    """Raises Refusal 404 for a number that is none."""
    office, which = office_of(request), _number(request)
    try:
        with office.database.work(office.clock()) as work:
            asked = next((one for one in _asked(work) if one.question.id == which), None)
            if asked is None:
                raise Problem(GONE, "gone")
            request.state.audit_case = asked.line.case
            settle(request, work, asked)
            work.passed_on.answered(which, request.state.member.id)
            request.state.audit_within(work)
            work.commit()
    except Problem as problem:
        request.state.audited = False
        code = CONFLICT if problem.field == "gone" else UNPROCESSABLE
        return _shown(request, code, problem.sentence, which, request.state.form.get("answer", ""))
    office.changed.ring()
    return RedirectResponse(f"/questions?notice={notice}", 303)


def _number(request: Request) -> int:
    given = request.path_params["id"]
    if not (given.isascii() and given.isdigit() and len(given) <= LONGEST_ID):
        raise Refusal(404)
    return int(given)


def _answer(request: Request, work: Work, asked: Asked) -> None:
    office, text = office_of(request), request.state.form.get("answer", "").strip()
    if not text:
        raise Problem("Write the answer first, or close the question without one.", "answer")
    given = QuestionReplied(asked.question.text, text)
    try:
        team_turn(office.desk, work, office.clock(), asked.writable, given, request.state.member.id)
    except NothingToSay:
        raise Problem(NOT_REACHED, "answer") from None
    except TooLong:
        raise Problem(TOO_LONG, "answer") from None


def _close(_request: Request, work: Work, asked: Asked) -> None:
    work.events.add(asked.line.id, None, Happened(Event.QUESTION_CLOSED, asked.question.topic))
