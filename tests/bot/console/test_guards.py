"""Where a request comes from: each combination of what a browser says, by looking and by doing."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from starlette.responses import PlainTextResponse, Response

from bot.console.office import Office
from bot.console.routes import PAGES
from bot.console.server import console
from tests.bot.console.browsing import OURS, Browser, here
from tests.bot.console.conftest import COURTNEY

if TYPE_CHECKING:
    from starlette.requests import Request

URL = "https://intakes.example.org"
HERE = "http://127.0.0.1"
SITES = (None, "same-origin", "none", "same-site", "cross-site", "made-up", "")
MODES = (None, "navigate", "cors", "no-cors")
PLACES = (None, "document", "iframe", "image", "empty")
ORIGINS = (None, URL, HERE, "null", "https://evil.example", "http://127.0.0.1:9999", f"{URL}.evil.example", "")
DEEDS = ("POST", "PUT", "DELETE")


def reached(_request: Request) -> Response:
    return PlainTextResponse("reached")


def browser_at(office: Office) -> Browser:
    """Courtney's, which says nothing of itself where it comes from."""
    app = console(office, tuple(replace(page, endpoint=reached, methods=(*page.methods, *DEEDS)) for page in PAGES))
    browser = here(app, COURTNEY)
    for name in OURS:
        del browser.headers[name]
    return browser


def said(site: str | None, mode: str | None, place: str | None, origin: str | None) -> dict[str, str]:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": place, "Origin": origin}
    return {name: value for name, value in headers.items() if value is not None}


def test_looking_is_for_ourselves_and_for_whoever_follows_a_link(office: Office) -> None:
    with browser_at(office) as browser:
        for site, mode, place in product(SITES, MODES, PLACES):
            by_link = site in ("same-site", "cross-site") and (mode, place) == ("navigate", "document")
            status = 200 if site in (None, "same-origin", "none") or by_link else 403
            answer = browser.get("/sessions", headers=said(site, mode, place, None))
            assert answer.status_code == status, (site, mode, place)


@pytest.mark.parametrize("method", DEEDS)
def test_doing_is_for_our_own_pages_only(office: Office, method: str) -> None:
    with browser_at(replace(office, url="http://127.0.0.1:8081")) as browser:
        for site, mode, origin in product(SITES, ("navigate", "cors"), ORIGINS):
            answer = browser.request(
                method, "/sign-out", data={"token": browser.token}, headers=said(site, mode, None, origin)
            )
            ours = site == "same-origin" or (site is None and origin == HERE)
            assert answer.status_code == (200 if ours else 403), (site, mode, origin)


def test_where_a_browser_says_no_more_than_its_origin_it_must_be_ours(office: Office) -> None:
    """As browsers do where the console is reached over plain http from another machine."""
    with browser_at(replace(office, url="http://192.168.1.7:8081")) as browser:
        browser.base_url = "http://192.168.1.7:8081"
        browser.cookies.clear()
        browser.cookies.set("arriving", "k", domain="192.168.1.7", path="/")
        for origin, status in (("http://192.168.1.7:8081", 200), ("http://192.168.1.7", 403), (None, 403)):
            answer = browser.submit("/sign-in", headers=said(None, None, None, origin))
            assert answer.status_code == status, origin


def test_another_sites_request_is_refused_before_anybody_asks_who_it_is_from(office: Office) -> None:
    foreign = said("cross-site", "no-cors", "image", "https://evil.example")
    with browser_at(office) as browser:
        browser.cookies.clear()
        for path in ("/sessions", "/nothing", "/sign-in", "/static/icon.svg"):
            assert browser.get(path, headers=foreign).status_code == 403


@pytest.mark.parametrize(
    ("framed_by", "site", "status"),
    [
        ("", "same-site", 403),
        ("http://127.0.0.1:8080", "same-site", 200),
        ("http://127.0.0.1:8080", "cross-site", 403),
    ],
)
def test_only_the_demos_page_may_show_the_console_in_a_frame(
    office: Office, framed_by: str, site: str, status: int
) -> None:
    with browser_at(replace(office, framed_by=framed_by)) as browser:
        assert browser.get("/sessions", headers=said(site, "navigate", "iframe", None)).status_code == status
