"""Makes pages out of templates; whatever a person typed is escaped on its way in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from starlette.responses import HTMLResponse

from bot.console.cookies import ARRIVING, SESSION
from bot.console.days import ago, day, moment
from bot.console.notices import notice
from bot.console.refusals import sentence
from bot.console.tokens import HiddenToken
from bot.members import Role

if TYPE_CHECKING:
    from starlette.requests import Request

SHOWN = (("/", "Intakes"), ("/questions", "Questions"), ("/numbers", "Numbers"), ("/sessions", "Who is in"))
SHOWN_TO_ADMINS = (*SHOWN, ("/trail", "Trail"))
TEMPLATES = Path(__file__).parent / "templates"


def templates() -> jinja2.Environment:
    """A name that a template uses and nobody gave is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": day, "moment": moment, "ago": ago}
    return made


def render(request: Request, template: str, code: int = 200, **context: Any) -> HTMLResponse:
    """The page; every template is given what base.html needs beside its own `context`."""
    environment: jinja2.Environment = request.app.state.templates
    html = environment.get_template(template).render({**_common(request), **context})
    return HTMLResponse(html, code)


def refused(request: Request, status: int) -> HTMLResponse:
    return render(request, "refused.html", status, status=status, sentence=sentence(status))


def _common(request: Request) -> dict[str, Any]:
    member = getattr(request.state, "member", None)
    is_admin = member is not None and member.may(Role.ADMIN)
    return {
        "member": member,
        "is_admin": is_admin,
        "pages_shown": SHOWN_TO_ADMINS if is_admin else SHOWN,
        "path": request.scope["path"],
        "notice": notice(request.query_params.get("notice", "")),
        "clinic": request.app.state.office.flow.clinic.name,
        "framed": bool(request.app.state.office.framed_by),
        "form_token": lambda: HiddenToken(form_key(request)),
    }


def form_key(request: Request) -> str:
    """What the forms of this page are bound to: the session, or else the browser that is on its way in."""
    cookies = request.app.state.cookies
    if getattr(request.state, "member", None) is not None:
        return str(cookies.read(request, SESSION))
    return getattr(request.state, "arriving", "") or str(cookies.read(request, ARRIVING))
