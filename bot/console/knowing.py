"""Who a request is from: the member of the team whose session its cookie opens, if any."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.console.cookies import SESSION
from bot.console.guards import comes_by_a_link
from bot.console.office import office_of
from bot.console.rendering import render
from bot.members import Role

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.console.routes import Site

SIGN_IN = "/sign-in"
LONGEST_PATH = 200


def recognise(request: Request) -> bool:
    """Sets `member` and `session` of the request's state; both None and False for a stranger.

    Whoever is no longer named in the settings is a stranger from that moment on.
    """
    office, key = office_of(request), request.app.state.cookies.read(request, SESSION)
    request.state.member = request.state.session = None
    if not key:
        return False
    with office.database.look(office.clock()) as work:
        session = work.sessions.find(key)
    if session is not None and session.staff_id in office.staff:
        request.state.member, request.state.session = office.staff[session.staff_id], session
    return request.state.member is not None


def to_sign_in(request: Request) -> Response:
    """What every path answers a stranger, whether there is anything or not; afterwards they are where they wanted."""
    wanted = _wanted(request)
    address = SIGN_IN + (f"?{urlencode({'next': wanted})}" if wanted not in ("", "/") else "")
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": address})
    if request.method == "GET" and comes_by_a_link(request):
        return reload_from_here(request, address)
    return RedirectResponse(address, 303)


def reload_from_here(request: Request, address: str) -> HTMLResponse:
    """A page of ours that leads on: what it leads to gets the cookie that a link on another site does not bring."""
    return render(request, "going_on.html", address=address)


def _wanted(request: Request) -> str:
    if request.method != "GET":
        return ""
    if "hx-request" in request.headers:
        parts = urlsplit(request.headers.get("hx-current-url", ""))
        path, query = parts.path, parts.query
    else:
        path, query = request.scope["path"], request.url.query
    wanted = f"{path}?{query}" if query else path
    return wanted if len(wanted) <= LONGEST_PATH else ""


def local_path(site: Site, path: str) -> str:
    """The path if it is that of a page for staff to look at, else the first page."""
    parts = urlsplit(path) if path.isascii() and path.isprintable() else urlsplit("")
    found = site.find(parts.path, "GET") if parts.path.startswith("/") and not parts.netloc else None
    is_page = found is not None and found.page is not None and found.role in tuple(Role) and not found.page.quiet
    return path if is_page and not parts.scheme and "\\" not in path and not parts.fragment else "/"
