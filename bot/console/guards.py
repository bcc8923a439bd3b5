"""What a browser says about where a request came from, and whether that will do."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.console.refusals import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.console.office import Office

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
ELSEWHERE = ("cross-site", "same-site")


def hosts(office: Office) -> list[str]:
    """The names this console answers to."""
    return [urlsplit(office.url).netloc.rpartition("@")[2].removesuffix(f":{urlsplit(office.url).port}"), *LOOPBACK]


def refuse_foreign(request: Request, office: Office) -> None:
    """Raises Refusal for a request that another site made; what it may make is a link that somebody follows to look."""
    if request.method == "GET":
        _refuse_foreign_look(request, office)
    else:
        _refuse_foreign_deed(request, office)


def _refuse_foreign_look(request: Request, office: Office) -> None:
    site = request.headers.get("sec-fetch-site")
    if site in (None, "same-origin", "none"):
        return
    places = ("document", "iframe") if office.framed_by and site == "same-site" else ("document",)
    if site not in ELSEWHERE or not is_navigation(request) or request.headers.get("sec-fetch-dest") not in places:
        raise Refusal(403, "cross_site")


def _refuse_foreign_deed(request: Request, office: Office) -> None:
    site = request.headers.get("sec-fetch-site")
    if site is None and request.headers.get("origin", "") in _origins(request, office):
        return
    if site != "same-origin":
        raise Refusal(403, "cross_site")


def is_navigation(request: Request) -> bool:
    return request.headers.get("sec-fetch-mode") == "navigate"


def comes_by_a_link(request: Request) -> bool:
    """Whether it is a link on another site that leads here: the browser keeps our cookies back then."""
    return is_navigation(request) and request.headers.get("sec-fetch-site") in ELSEWHERE


def _origins(request: Request, office: Office) -> tuple[str, ...]:
    host = request.headers.get("host", "")
    is_here = host.rpartition(":")[0] in LOOPBACK or host in LOOPBACK
    return (office.url, f"http://{host}") if is_here else (office.url,)


def is_on_this_machine(request: Request) -> bool:
    """Whether both ends of the connection are, with nobody between who passes on what comes from elsewhere."""
    if any(header in request.headers for header in PASSED_ON):
        return False
    ends = (request.client.host if request.client else "", (request.scope.get("server") or ("",))[0])
    return all(_is_loopback(end) for end in ends)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
