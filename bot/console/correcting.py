"""Correcting an answer: what it would change is shown first, and the answer that was there stays as history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.console.acting import UNPROCESSABLE
from bot.console.correction import Filled, desk, filled
from bot.console.office import office_of
from bot.console.rendering import render
from bot.console.showing import Showing
from bot.understood import say
from flows.correcting import offered
from flows.model import Event, Happened, Kind, Rejected
from storage.intakes import Corrector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.console.correction import Desk, Preview
    from flows.model import Answer
    from storage.work import Work

CONFLICT = 409
LONGEST_REASON = 500
CHOSEN_ONLY = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
DATED = frozenset({Kind.PAST_DATE, Kind.FUTURE_DATE})

PROBLEMS: Mapping[str, str] = {
    "nothing": "Give the answer as it should be.",
    "more_than_one": "Give the answer in one way only: a choice, a day, or words.",
    "not_offered": "That is not one of the answers to this question: choose one that is.",
    "unchanged": "That is what stands there already: nothing would change.",
    "future_date": "That day is still ahead: give a day that has been.",
    "past_date": "That day has passed: give a day that is still to come.",
    "too_long": "That is too long: make it shorter.",
    "not_a_phone": "That is not one full phone number: type it with the area code.",
    "which_one": "That could mean more than one thing: say it more exactly.",
    "not_understood": "The form can't read that: say it differently, such as “Nov 2” for a day.",
    "no_reason": "Say why, in a few words: it stands beside the answer from now on.",
    "long_reason": f"Say why in up to {LONGEST_REASON} signs.",
}


# --- pages ----------------------------------------------------------------------------------------


def form(request: Request) -> Response:
    """The form, with what stands there now beside it. Raises Refusal 404 for a question that does not apply."""
    office = office_of(request)
    show = Showing(office, office.clock())
    with office.database.look(show.now) as work:
        at = desk(request, work, show)
    return _page(request, at, Filled((), "", "", ""))


def take(request: Request) -> Response:
    """What was filled in: shown with what follows, saved, or taken up again. Raises Refusal 404 as `form` does."""
    office, given, step = office_of(request), filled(request), request.state.form.get("step", "")
    show = Showing(office, office.clock())
    with office.database.work(show.now) as work:
        at = desk(request, work, show)
        answer = at.read(given.given())
        problem = "" if step == "edit" else _problem(answer, given)
        preview = None if step == "edit" or problem or isinstance(answer, Rejected) else at.preview(answer)
        is_stale = preview is not None and _number(request, "version") != at.kept.version
        if preview is not None and step == "save" and not is_stale:
            _save(request, work, at, preview, given.reason)
            office.changed.ring()
            return RedirectResponse(f"/intakes/{at.line.case}?notice=corrected#answer-{at.question.key}", 303)
    _note_as_considered(request, at)
    return _page(request, at, given, preview, problem=problem, is_stale=is_stale)


def _note_as_considered(request: Request, at: Desk) -> None:
    """A correction that is not saved is no change: the trail has it as looked at."""
    request.state.audit("correction_considered", case=at.line.case, about=at.question.key)
    request.state.audited = True


def _problem(answer: Answer | Rejected, given: Filled) -> str:
    """A key of PROBLEMS, or none."""
    if isinstance(answer, Rejected):
        return answer.reason
    if not given.reason:
        return "no_reason"
    return "long_reason" if len(given.reason) > LONGEST_REASON else ""


def _save(request: Request, work: Work, at: Desk, preview: Preview, reason: str) -> None:
    request.state.audit_about = at.question.key
    by, key = Corrector(request.state.member.id, reason), at.question.key
    work.intakes.save(at.kept, preview.after, None, preview.then.screening, by=by)
    work.events.add(at.kept.id, None, Happened(Event.ANSWER_CORRECTED, key))
    request.state.audit_within(work)
    work.commit()


def _number(request: Request, field: str) -> int:
    """A number that the form carries; one that is none is none of ours."""
    given = request.state.form.get(field, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1


def _page(
    request: Request,
    at: Desk,
    given: Filled,
    preview: Preview | None = None,
    *,
    problem: str = "",
    is_stale: bool = False,
) -> Response:
    kind, seen = at.question.kind, _seen(request, at)
    return render(
        request,
        "correct.html",
        CONFLICT if is_stale else UNPROCESSABLE if problem else 200,
        show=at.show,
        line=at.line,
        row=at.row,
        key=at.question.key,
        version=at.kept.version,
        history=len(at.history),
        meanwhile=at.since(seen) if is_stale else (),
        choices=[(choice, say(at.show.flow, label)) for choice, label in offered(at.question)],
        several=kind is Kind.SEVERAL,
        dated=kind in DATED,
        worded=kind not in CHOSEN_ONLY,
        given=given,
        preview=preview,
        problem=PROBLEMS[problem] if problem else "",
        is_about_reason=problem in {"no_reason", "long_reason"},
    )


def _seen(request: Request, at: Desk) -> int:
    """How many answers there were when the form was opened."""
    given = _number(request, "history") if request.method == "POST" else -1
    return given if given >= 0 else len(at.history)
