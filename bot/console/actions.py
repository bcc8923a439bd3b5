"""What staff do with an intake: one function an action, each one transaction."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.console.acting import Act, Problem, act
from bot.console.searching import YEARS
from bot.team import NothingToSay, TooLong, team_turn
from flows.model import Event, HandedBack, TakenOver, Team, TeamWrote
from storage.cases import Outcome
from storage.notes import LONGEST_TAG
from storage.refusals import Conflict

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LONGEST_NOTE = 4000
REOPEN = "reopen"
OUTCOMES = {
    Outcome.REVIEWED: Event.INTAKE_REVIEWED,
    Outcome.BOOKED: Event.INTAKE_BOOKED,
    Outcome.DECLINED: Event.INTAKE_DECLINED,
}
NOT_REACHED = (
    "The client cannot be written to from here: this is not their present intake, or nothing of it is kept. "
    "Nothing was sent."
)
TOO_LONG = "That is longer than one Telegram message carries: make it shorter, or send it in two."


def claim(request: Request) -> Response:
    return act(request, _claim)


def _claim(doing: Act) -> str:
    if not doing.work.cases.claim(doing.line.id, doing.member.id):
        raise Conflict
    if doing.line.claimed_by is None:
        doing.happened(Event.INTAKE_CLAIMED)
    return "claimed"


def release(request: Request) -> Response:
    return act(request, _release)


def _release(doing: Act) -> str:
    """Whoever has it: a colleague may be ill."""
    if doing.line.claimed_by is None:
        raise Conflict
    doing.work.cases.release(doing.line.id, doing.line.claimed_by, doing.version)
    doing.happened(Event.INTAKE_RELEASED)
    return "released"


# --- notes and tags -------------------------------------------------------------------------------


def note(request: Request) -> Response:
    return act(request, _note, "#notes")


def _note(doing: Act) -> str:
    text = doing.words("note")
    if not text:
        raise Problem("Write the note first.", "note")
    if len(text) > LONGEST_NOTE:
        raise Problem(f"That note has {len(text)} signs; {LONGEST_NOTE} are the most.", "note")
    doing.work.notes.add(doing.line.id, doing.member.id, text)
    return "noted"


def tag(request: Request) -> Response:
    return act(request, _tag, "#tags")


def _tag(doing: Act) -> str:
    try:
        doing.work.notes.tag(doing.line.id, doing.member.id, doing.words("tag"))
    except ValueError:
        raise Problem(f"A tag is a word or two, of up to {LONGEST_TAG} signs.", "tag") from None
    return "tagged"


def untag(request: Request) -> Response:
    return act(request, _untag, "#tags")


def _untag(doing: Act) -> str:
    doing.work.notes.untag(doing.line.id, doing.words("tag"))
    return "untagged"


# --- what becomes of it ---------------------------------------------------------------------------


def outcome(request: Request) -> Response:
    request.state.audit_about = _outcome_in(request)
    return act(request, _outcome)


def _outcome_in(request: Request) -> str:
    given = str(request.state.form.get("outcome", ""))
    return given if given in {*Outcome, REOPEN} else ""


def _outcome(doing: Act) -> str:
    given = doing.words("outcome")
    if given == REOPEN:
        doing.work.cases.reopen(doing.line.id, doing.version)
        doing.happened(Event.INTAKE_REOPENED)
        return "reopened"
    if given not in set(Outcome):
        raise Problem("Choose what becomes of it.", "outcome")
    decided = Outcome(given)
    booked_on = _day(doing) if decided is Outcome.BOOKED else None
    doing.work.cases.decide(doing.line.id, doing.version, decided, booked_on)
    doing.happened(OUTCOMES[decided])
    early = booked_on and doing.line.earliest and booked_on < doing.line.earliest
    return "booked-early" if early else decided.value


def _day(doing: Act) -> date:
    try:
        day = date.fromisoformat(doing.words("booked_on"))
    except ValueError:
        raise Problem("Give the day that was booked, as a date.", "booked_on") from None
    if day.year not in YEARS:
        raise Problem("That year can't be meant: give the day that was booked.", "booked_on")
    return day


# --- the chat -------------------------------------------------------------------------------------


def take_over(request: Request) -> Response:
    return act(request, lambda doing: _turn(doing, TakenOver(), "taken-over"), "#chat")


def hand_back(request: Request) -> Response:
    return act(request, lambda doing: _turn(doing, HandedBack(), "handed-back"), "#chat")


def reply(request: Request) -> Response:
    return act(request, _reply, "#chat")


def _reply(doing: Act) -> str:
    """What a colleague wrote in the meantime is seen first."""
    if not doing.words("reply"):
        raise Problem("Write the message first.", "reply")
    wrote = sum(line.speaker == "staff" for line in doing.work.transcript.of(doing.line.id))
    if doing.words("seen") != str(wrote):
        raise Conflict
    return _turn(doing, TeamWrote(doing.words("reply")), "replied")


def _turn(doing: Act, given: Team, notice: str) -> str:
    try:
        team_turn(doing.office.desk, doing.work, doing.now, doing.line.case, given, doing.member.id)
    except NothingToSay:
        raise Problem(NOT_REACHED, "reply") from None
    except TooLong:
        raise Problem(TOO_LONG, "reply") from None
    return notice
