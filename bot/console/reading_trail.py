"""The trail, for admins: newest first, by who, what and which case; and whether it is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bot.console.auditing import CASE
from bot.console.office import office_of
from bot.console.rendering import render
from storage.audit import SAFE, Checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.console.office import Office

SIZE = 50
LONGEST_ID = 18


def page(request: Request) -> Response:
    office, wanted = office_of(request), _wanted(request.query_params)
    before = _number(request.query_params.get("before", ""))
    with office.database.look(office.clock()) as work:
        lines = work.audit.page(
            staff_id=_number(wanted["staff"]),
            action=wanted["action"] or None,
            case=wanted["case"] or None,
            before=before,
            size=SIZE + 1,
        )
    checked = None if before else _checked(office)
    request.state.audit_about = ",".join(f"{name}={value}" for name, value in wanted.items() if value)
    older = urlencode({**wanted, "before": lines[SIZE - 1].id}) if len(lines) > SIZE else ""
    return render(
        request,
        "trail.html",
        lines=lines[:SIZE],
        wanted=wanted,
        older=older,
        checked=checked,
        staff=office.staff,
        actions=_actions(request),
        zone=office.flow.clinic.zone,
    )


def _checked(office: Office) -> Checked:
    """The whole trail, a piece at a time."""
    checked = Checked()
    while not checked.is_over:
        with office.database.look(office.clock()) as work:
            checked = work.audit.check(checked)
    return checked


def _wanted(query: Mapping[str, str]) -> dict[str, str]:
    """What is asked for, as far as it can be asked for; the rest is as if it was not said."""
    case, action = query.get("case", "").strip().upper(), query.get("action", "")
    return {
        "staff": str(_number(query.get("staff", "")) or ""),
        "action": action if SAFE.fullmatch(action) else "",
        "case": case if CASE.fullmatch(case) else "",
    }


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_ID else None


def _actions(request: Request) -> list[str]:
    """What can stand on the trail: what the pages do, and what is written beside them."""
    of_pages = {page.action for page in request.app.state.site.pages if not page.quiet and page.role is not None}
    at_terminal = {"quarantine_shown", "quarantine_retried", "quarantine_dropped"}
    at_terminal |= {"exported_everything", "restored", "released"}
    return sorted(of_pages | at_terminal | {"sign_in_asked", "code_wrong", "signed_in", "refused", "failed"})
