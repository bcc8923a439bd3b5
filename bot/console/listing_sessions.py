"""Who is in, and showing them out: each their own sessions, an admin everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.console.office import office_of
from bot.console.refusals import Refusal
from bot.console.rendering import render
from bot.members import Role

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.members import Member

LONGEST_ID = 18


def page(request: Request) -> Response:
    office, member = office_of(request), request.state.member
    with office.database.look(office.clock()) as work:
        listed = work.sessions.open_ones(_whose(member))
    request.state.audit_about = f"sessions={len(listed)}"
    return render(
        request,
        "sessions.html",
        sessions=listed,
        mine=request.state.session.id,
        staff=office.staff,
        zone=office.flow.clinic.zone,
    )


def revoke(request: Request) -> Response:
    """Raises Refusal 404 for one that is over already, and for somebody else's all the same."""
    office, which = office_of(request), request.path_params["id"]
    if not (which.isascii() and which.isdigit() and len(which) <= LONGEST_ID):
        raise Refusal(404)
    with office.database.work(office.clock()) as work:
        if int(which) not in {session.id for session in work.sessions.open_ones(_whose(request.state.member))}:
            raise Refusal(404)
        work.sessions.close(int(which))
        request.state.audit_about = f"session={which}"
        request.state.audit_within(work)
        work.commit()
    return RedirectResponse("/sessions?notice=revoked", 303)


def _whose(member: Member) -> int | None:
    return None if member.may(Role.ADMIN) else member.id
