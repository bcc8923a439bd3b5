"""The headers of every answer, whatever it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.console.rendering import TEMPLATES
from bot.console.routes import PAGES
from bot.console.server import console
from tests.bot.console.browsing import Browser, Codes, here
from tests.bot.console.conftest import COURTNEY, DANA
from tests.bot.console.test_door import filled, site_of
from tests.bot.console.test_signing_in import ask, come_in

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.console.office import Office

ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


def missing(answer: Any) -> dict[str, str]:
    return {name: value for name, value in ALWAYS.items() if answer.headers.get(name) != value}


def test_every_page_carries_them(office: Office) -> None:
    with here(site_of(office), DANA) as browser:
        for page in PAGES:
            answer = browser.get(filled(page.path)) if "GET" in page.methods else browser.submit(filled(page.path))
            assert not missing(answer), page.path
            assert "content-security-policy" in answer.headers


def test_every_refusal_carries_them(office: Office, stranger: Browser, reviewer: Browser) -> None:
    def fail(_request: Request) -> Response:
        raise ValueError

    answers = {
        303: stranger.get("/"),
        400: reviewer.get("/", headers={"Host": "evil.example"}),
        401: stranger.get("/", headers={"HX-Request": "true"}),
        403: reviewer.get("/trail"),
        404: reviewer.get("/nothing"),
        405: reviewer.put("/sessions"),
        413: reviewer.get("/", headers={"Content-Length": "999999999"}),
        415: reviewer.post("/sign-out", content="{}", headers={"Content-Type": "application/json"}),
    }
    with here(site_of(office, fail), COURTNEY) as broken:
        answers[500] = broken.get("/sessions")
    for status, answer in answers.items():
        assert (answer.status_code, missing(answer)) == (status, {})


def test_nothing_inline_and_nothing_from_elsewhere_may_run(stranger: Browser) -> None:
    policy = stranger.get("/sign-in").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert dict(part.strip().split(" ", 1) for part in policy.split(";")) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_only_the_demos_page_may_frame(office: Office) -> None:
    with here(console(replace(office, framed_by="http://127.0.0.1:8080"))) as browser:
        headers = browser.get("/sign-in").headers
    assert headers["content-security-policy"].endswith("frame-ancestors http://127.0.0.1:8080")
    assert "x-frame-options" not in headers


def test_files_are_kept_by_the_browser_and_asked_after_each_time(stranger: Browser) -> None:
    first = stranger.get("/static/vendor/pico.min.css")
    assert first.headers["cache-control"] == "no-cache"
    again = stranger.get("/static/vendor/pico.min.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_no_file_outside_of_the_folder_is_served(stranger: Browser) -> None:
    for path in ("../door.py", "..%2fdoor.py", "%2e%2e/door.py", "vendor/../../door.py", "/etc/passwd", "", "vendor"):
        assert stranger.get(f"/static/{path}").status_code in (303, 404)


def test_no_template_asks_for_what_the_policy_forbids() -> None:
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=\"/static/)|\|\s*safe")
    found = {path.name: inline.findall(path.read_text(encoding="utf-8")) for path in TEMPLATES.rglob("*.html")}
    assert found
    assert not {name: marks for name, marks in found.items() if marks}


# --- cookies ----------------------------------------------------------------------------------------


def cookies_of(*answers: Any) -> list[str]:
    return [
        re.sub(r"=[\w-]{20,}", "=KEY", value) for answer in answers for value in answer.headers.get_list("set-cookie")
    ]


def test_over_http_on_this_machine_no_script_and_no_other_site_gets_at_the_cookies(
    stranger: Browser, codes: Codes
) -> None:
    form = stranger.get("/sign-in")
    ask(stranger)
    inside = stranger.submit("/sign-in/code", code=codes.newest)
    assert cookies_of(form, inside) == [
        "arriving=KEY; HttpOnly; Path=/; SameSite=strict",
        "session=KEY; HttpOnly; Path=/; SameSite=strict",
        next(value for value in cookies_of(inside) if value.startswith('arriving=""')),
    ]


def test_over_https_they_are_bound_to_this_very_host(office: Office, codes: Codes) -> None:
    url = "https://intakes.example.org"
    with Browser(console(replace(office, url=url)), url) as browser:
        form = browser.get("/sign-in")
        come_in(browser, codes)
        assert form.headers["strict-transport-security"] == "max-age=31536000"
        assert cookies_of(form) == ["__Host-arriving=KEY; HttpOnly; Path=/; SameSite=strict; Secure"]
        assert browser.cookies.get("__Host-session")
        assert browser.get("/sessions").status_code == 200
        gone = browser.submit("/sign-out")
    assert [re.sub("expires=[^;]+", "", value) for value in cookies_of(gone)] == [
        '__Host-session=""; ; HttpOnly; Max-Age=0; Path=/; SameSite=strict; Secure'
    ]


def test_a_plain_cookie_lets_nobody_in_over_https(office: Office) -> None:
    url = "https://intakes.example.org"
    app = console(replace(office, url=url))
    key = here(app, COURTNEY).cookie("session")
    with Browser(app, url) as browser:
        browser.cookies.set("session", key, domain="intakes.example.org", path="/")
        assert browser.get("/sessions").status_code == 303
