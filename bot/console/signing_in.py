"""Getting in: a browser asks, the bot sends a code to whoever it asked as, and the code is typed in that browser."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from bot.console.browsers import kind_of
from bot.console.cookies import ARRIVING, SESSION
from bot.console.guards import is_on_this_machine
from bot.console.knowing import SIGN_IN, local_path, recognise
from bot.console.office import office_of
from bot.console.refusals import Refusal
from bot.console.rendering import render
from storage.sign_ins import LASTS, Tried

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.members import Member
    from storage.work import Work

CODE = f"{SIGN_IN}/code"
LONGEST_ID = 18
"""Digits that fit into 64 bits, whatever they are."""


def form(request: Request) -> Response:
    """Where anybody says who they are; whoever is in already is led on."""
    wanted = local_path(request.app.state.site, request.query_params.get("next", ""))
    if recognise(request):
        return RedirectResponse(wanted, 303)
    office, cookies = office_of(request), request.app.state.cookies
    request.state.arriving = cookies.read(request, ARRIVING) or secrets.token_urlsafe(32)
    staff = request.query_params.get("staff", "")
    offered = tuple(office.staff.values()) if office.demo and is_on_this_machine(request) else ()
    page = render(request, "sign_in.html", staff=staff if _is_number(staff) else "", next=wanted, offered=offered)
    cookies.put(page, ARRIVING, request.state.arriving)
    return page


def ask(request: Request) -> Response:
    """The answer is the same for whoever it is: whether a number is staff's is told to nobody."""
    office, typed = office_of(request), request.state.form.get("staff", "").strip()
    if not _is_number(typed):
        return _to(SIGN_IN, request, "staff-number")
    staff_id = int(typed)
    with office.database.work(office.clock()) as work:
        if not work.sign_ins.may_ask(staff_id):
            raise Refusal(429, "asked_too_often", {"Retry-After": str(int(LASTS.total_seconds()))})
        browser, code = work.sign_ins.ask(staff_id, staff_id in office.staff)
        if code is not None:
            office.send_code(office.desk, work, staff_id, code)
        work.audit.add("sign_in_asked", staff_id=staff_id if code else None, about="" if code else "stranger")
        work.commit()
    office.changed.ring()
    answer = _to(CODE, request)
    request.app.state.cookies.put(answer, ARRIVING, browser)
    return answer


def code_form(request: Request) -> Response:
    if not request.app.state.cookies.read(request, ARRIVING):
        return _to(SIGN_IN, request)
    return render(request, "sign_in_code.html", next=request.query_params.get("next", ""))


def try_code(request: Request) -> Response:
    office, cookies = office_of(request), request.app.state.cookies
    code = "".join(request.state.form.get("code", "").upper().replace("-", " ").split())
    with office.database.work(office.clock()) as work:
        tried = work.sign_ins.attempt(cookies.read(request, ARRIVING), code)
        member = office.staff.get(tried.staff_id or 0)
        if tried.outcome is Tried.RIGHT and member is not None:
            return _let_in(request, work, member)
        outcome = Tried.OVER if tried.outcome is Tried.RIGHT else tried.outcome
        if member is not None or work.audit.has_room_for_strangers():
            work.audit.add("code_wrong", staff_id=member.id if member else None, about=outcome.value, outcome="refused")
        work.commit()
    return _to(CODE, request, "code-wrong") if outcome is Tried.WRONG else _to(SIGN_IN, request, "code-over")


def demo(request: Request) -> Response:
    """By a click, on this machine only; who it is stands on the button."""
    office = office_of(request)
    chosen = request.state.form.get("staff", "")
    member = office.staff.get(int(chosen)) if _is_number(chosen) else None
    if not office.demo or not is_on_this_machine(request) or member is None:
        raise Refusal(404)
    with office.database.work(office.clock()) as work:
        return _let_in(request, work, member)


def leave(request: Request) -> Response:
    office = office_of(request)
    with office.database.work(office.clock()) as work:
        work.sessions.close(request.state.session.id)
        request.state.audit_within(work)
        work.commit()
    answer = RedirectResponse(f"{SIGN_IN}?notice=signed-out", 303)
    request.app.state.cookies.drop(answer, SESSION)
    return answer


def _let_in(request: Request, work: Work, member: Member) -> Response:
    """With a key made now: none that the browser brought along is ever good for more than it was."""
    cookies = request.app.state.cookies
    brought = work.sessions.find(cookies.read(request, SESSION))
    if brought is not None:
        work.sessions.close(brought.id)
    opened = work.sessions.open(member.id, kind_of(request.headers.get("user-agent", "")))
    work.audit.add("signed_in", staff_id=member.id, session_id=opened.id)
    work.commit()
    answer = RedirectResponse(local_path(request.app.state.site, request.state.form.get("next", "")), 303)
    cookies.put(answer, SESSION, opened.key)
    cookies.drop(answer, ARRIVING)
    return answer


def _to(path: str, request: Request, notice: str = "") -> RedirectResponse:
    given = request.state.form if request.method == "POST" else request.query_params
    wanted = local_path(request.app.state.site, given.get("next", ""))
    query = {"next": wanted if wanted != "/" else "", "notice": notice}
    told = urlencode({name: value for name, value in query.items() if value})
    return RedirectResponse(f"{path}?{told}" if told else path, 303)


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_ID
