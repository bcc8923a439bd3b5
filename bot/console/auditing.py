"""Puts on the trail what each request did, by the key of its page and never by anybody's words."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from bot.console.office import office_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.console.refusals import Refusal
    from storage.work import Work

CASE = re.compile(r"[A-Z0-9]{1,12}")
LIVE = "x-live"


def prepare(request: Request) -> None:
    """Gives the request what its page writes to the trail with.

    `audit_about` and `audit_case` are for the row that the page gets in any case; `audit(...)` writes another row;
    `audit_within(work)` writes the page's row in its own transaction, so that a change and its row are one.
    """
    case = request.path_params.get("case", "")
    request.state.audit_case = case if CASE.fullmatch(case) else None
    request.state.audit_about = ""
    request.state.audited = False
    request.state.audit = partial(note, request)
    request.state.audit_within = partial(note_within, request)


def note(request: Request, action: str, *, case: str | None = None, about: str = "", outcome: str = "done") -> None:
    """One row more, in a transaction of its own."""
    office = office_of(request)
    with office.database.work(office.clock()) as work:
        _add(request, work, action, case, about, outcome)
        work.commit()


def note_within(request: Request, work: Work, outcome: str = "done") -> None:
    """The page's row, in the page's own transaction: it is not written again afterwards."""
    state = request.state
    _add(request, work, state.page.action, state.audit_case, state.audit_about, outcome)
    state.audited = True


def record(request: Request, response: Response) -> None:
    """The row of a page that was served; the session is seen by it, unless the page only refreshed itself."""
    page, state, office = request.state.page, request.state, office_of(request)
    if page.role is None or page.quiet or (_is_live(request) and _was_seen(request)):
        return
    with office.database.work(office.clock()) as work:
        if not state.audited:
            note_within(request, work, "done" if response.status_code < 400 else "refused")
        work.sessions.see(state.session.id)
        work.commit()


def record_refusal(request: Request, refusal: Refusal) -> None:
    """The row of a request that was refused; of strangers' only so many."""
    office, page = office_of(request), getattr(request.state, "page", None)
    member = getattr(request.state, "member", None)
    if member is None:
        with office.database.look(office.clock()) as work:
            if not work.audit.has_room_for_strangers():
                return
    parts = (page.action if page else "unknown", str(refusal.status), refusal.why)
    kind = "failed" if refusal.status >= 500 else "refused"
    case = getattr(request.state, "audit_case", None)
    note(request, kind, case=case, about=":".join(filter(None, parts)), outcome=kind)


def _add(request: Request, work: Work, action: str, case: str | None, about: str, outcome: str) -> None:
    member, session = getattr(request.state, "member", None), getattr(request.state, "session", None)
    who = {"staff_id": member.id if member else None, "session_id": session.id if session else None}
    work.audit.add(action, case=case, about=about, outcome=outcome, **who)


def _is_live(request: Request) -> bool:
    return request.method == "GET" and request.headers.get(LIVE) == "1"


def _was_seen(request: Request) -> bool:
    """Without an ordinary row before it a refresh counts as one: the header alone hides nothing."""
    office, state = office_of(request), request.state
    with office.database.look(office.clock()) as work:
        return work.audit.has_seen(state.session, state.page.action, state.audit_case)
