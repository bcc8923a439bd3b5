"""The door: every page of the site map, by every method, by everybody who might ask for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from bot.console.cookies import ARRIVING, SESSION
from bot.console.forms import LONGEST
from bot.console.refusals import Refusal, sentence
from bot.console.routes import PAGES, Page
from bot.console.server import console
from bot.members import Member, Role
from storage.refusals import Busy, Conflict
from storage.sessions import IDLE
from storage.sessions import LONGEST as LONGEST_SESSION
from tests.bot.console.browsing import Browser, Clock, here
from tests.bot.console.conftest import COURTNEY, DANA

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette
    from starlette.requests import Request

    from bot.console.office import Office

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
VISITORS = ("stranger", "reviewer", "admin", "removed", "idle", "expired", "revoked", "forged")
STRANGERS = {"stranger", "removed", "idle", "expired", "revoked", "forged"}
FOR_ANYBODY = {"/sign-in", "/sign-in/code", "/sign-in/demo", "/static/{file:path}"}
FOR_ADMINS = {"/trail"}
PATHS = sorted({page.path for page in PAGES})


def reached(_request: Request) -> Response:
    return PlainTextResponse("reached")


def site_of(office: Office, endpoint: Callable[[Request], Response] = reached) -> Starlette:
    """The same site map with nothing behind it, so that what is reached was let in."""
    return console(replace(office, demo=True), tuple(replace(page, endpoint=endpoint) for page in PAGES))


def arrive(who: str, app: Starlette, clock: Clock, staff: dict[int, Member]) -> Browser:
    """A browser of this visitor's, which holds what it holds in that case."""
    browser = here(app, {"stranger": None, "admin": DANA}.get(who, COURTNEY))
    browser.cookies.set(ARRIVING, "on-the-way-in", domain="127.0.0.1", path="/")
    if who == "removed":
        del staff[COURTNEY.id]
    if who == "idle":
        clock.forward(seconds=IDLE.total_seconds())
    if who == "expired":
        clock.forward(seconds=LONGEST_SESSION.total_seconds())
    if who == "revoked":
        with browser.office.database.work(clock()) as work:
            work.sessions.close(1)
            work.commit()
    if who == "forged":
        browser.hold("A" * 43)
    return browser


def filled(path: str) -> str:
    return re.sub(r"\{[^}]+\}", "7", path)


def is_led_in(answer: Any) -> bool:
    return bool(answer.headers.get("location", "").startswith("/sign-in"))


# --- who may what -----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", VISITORS)
def test_every_page_answers_everybody_by_every_method_as_the_site_map_says(
    who: str, office: Office, clock: Clock, staff: dict[int, Member]
) -> None:
    with arrive(who, site_of(office), clock, staff) as browser:
        for path in PATHS:
            pages = [page for page in PAGES if page.path == path]
            for method in METHODS:
                page = next((page for page in pages if method in page.methods), None)
                answer = ask(browser, method, path)
                assert outcome(answer) == expected(who, pages, page), (who, method, path)


def ask(browser: Browser, method: str, path: str) -> Any:
    token = browser.arriving_token if path in FOR_ANYBODY else browser.token
    return browser.request(method, filled(path), data={"token": token} if method == "POST" else None)


def outcome(answer: Any) -> object:
    if is_led_in(answer):
        return "led to the sign-in"
    return "reached" if answer.text == "reached" else answer.status_code


def expected(who: str, pages: list[Page], page: Page | None) -> object:
    if pages[0].role is not None and who in STRANGERS:
        return "led to the sign-in"
    if page is None:
        return 405
    if page.role is Role.ADMIN and who != "admin":
        return 403
    return "reached"


def test_what_anybody_and_what_only_admins_may_see_is_what_we_think() -> None:
    assert {page.path for page in PAGES if page.role is None} == FOR_ANYBODY
    assert {page.path for page in PAGES if page.role is Role.ADMIN} == FOR_ADMINS


def test_every_page_has_a_name_on_the_trail_and_what_changes_something_has_its_own() -> None:
    deeds = [page.action for page in PAGES if "POST" in page.methods and page.role is not None]
    looks = {page.action for page in PAGES if "GET" in page.methods}
    assert all(re.fullmatch("[a-z_]+", page.action) for page in PAGES)
    assert len(set(deeds)) == len(deeds)
    assert not looks & set(deeds)


def test_only_looking_and_sending_forms_are_ways_in() -> None:
    assert {method for page in PAGES for method in page.methods} == {"GET", "POST"}


def test_an_unknown_path_is_to_a_stranger_as_a_known_one(stranger: Browser, reviewer: Browser) -> None:
    for path in ("/nothing", "/intakes/K3WQ7D/nothing", "/trail", "/sessions", "/intakes", "/sessions/"):
        for method in METHODS:
            known, unknown = stranger.request(method, "/sessions"), stranger.request(method, path)
            assert (known.status_code, known.text) == (unknown.status_code, unknown.text)
            assert is_led_in(unknown)
    assert reviewer.get("/nothing").status_code == 404


def test_an_admin_whose_role_is_taken_away_is_no_admin_from_then_on(admin: Browser, staff: dict[int, Member]) -> None:
    assert admin.get("/trail").status_code == 200
    staff[DANA.id] = replace(DANA, role=Role.REVIEWER)
    assert admin.get("/trail").status_code == 403


def test_a_part_of_a_page_that_is_refused_leads_the_whole_page_to_the_sign_in(stranger: Browser) -> None:
    part = {"HX-Request": "true", "HX-Current-URL": "http://127.0.0.1/sessions?notice=x", "Sec-Fetch-Mode": "cors"}
    answer = stranger.get("/intakes/K3WQ7D/chat", headers=part)
    assert (answer.status_code, answer.text) == (401, "")
    assert answer.headers["hx-redirect"] == "/sign-in?next=%2Fsessions%3Fnotice%3Dx"


# --- forms ------------------------------------------------------------------------------------------


@pytest.fixture
def given(office: Office) -> list[dict[str, str]]:
    """The forms that reached a page."""
    return []


@pytest.fixture
def writer(office: Office, given: list[dict[str, str]]) -> Browser:
    """Courtney's, at a site whose pages keep the form they got."""

    def keep(request: Request) -> Response:
        given.append(request.state.form)
        return PlainTextResponse("reached")

    return here(site_of(office, keep), COURTNEY)


def test_a_form_reaches_its_page_without_its_token(writer: Browser, given: list[dict[str, str]]) -> None:
    assert writer.submit("/sign-out", text="¡Hola! 👋 <b>", empty="").status_code == 200
    assert given == [{"text": "¡Hola! 👋 <b>", "empty": ""}]


def test_a_form_without_the_token_of_this_session_is_refused(writer: Browser, given: list[object]) -> None:
    other = here(writer.app_given, COURTNEY)
    for token in ("", "x", "é", other.token, writer.token[:-1], writer.cookie(SESSION)):
        assert writer.post("/sign-out", data={"token": token}).status_code == 403
    assert writer.post("/sign-out", data={}, headers={"Content-Type": FORM}).status_code == 403
    assert writer.post(f"/sign-out?token={writer.token}", content="", headers={"Content-Type": FORM}).status_code == 403
    assert not given


def test_with_no_cookie_no_token_is_right(stranger: Browser) -> None:
    assert stranger.submit("/sign-in", staff="111").status_code == 403


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "application/json", 415),
        (b"a=b", "text/plain", 415),
        (b"a=b", "", 415),
        (b"--x\r\n", "multipart/form-data; boundary=x", 415),
        (b"a=%ff", FORM, 400),
        (b"a=\xff", FORM, 400),
        (b"&".join(b"a=b" for _ in range(300)), FORM, 400),
        (b"a=" + b"b" * LONGEST, FORM, 413),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    writer: Browser, given: list[object], body: bytes, kind: str, status: int
) -> None:
    answer = writer.post("/sign-out", content=body, headers={"Content-Type": kind})
    assert (answer.status_code, sentence(status) in answer.text.replace("&#39;", "'")) == (status, True)
    assert not given


def test_a_body_that_does_not_say_how_long_it_is_is_cut_off_too(writer: Browser, given: list[object]) -> None:
    parts = (b"a" * 10_000 for _ in range(100))
    assert writer.post("/sign-out", content=parts, headers={"Content-Type": FORM}).status_code == 413
    assert not given


@pytest.mark.parametrize("length", ["-1", "many", "1e9"])
def test_a_length_that_is_none_is_refused(writer: Browser, length: str) -> None:
    assert writer.get("/sessions", headers={"Content-Length": length}).status_code == 400


# --- when something goes wrong ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (Refusal(404), 404),
        (Refusal(429, "too_often", {"Retry-After": "60"}), 429),
        (HTTPException(404), 404),
        (Busy(), 503),
        (Conflict(), 409),
        (ValueError("PLANTED"), 500),
    ],
)
def test_trouble_is_told_in_one_sentence_and_no_detail(
    office: Office, trouble: Exception, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_request: Request) -> Response:
        raise trouble

    with here(site_of(office, fail), COURTNEY) as browser:
        answer = browser.get("/sessions")
    assert (answer.status_code, sentence(status) in answer.text) == (status, True)
    assert "PLANTED" not in answer.text
    assert ("console.failed" in capsys.readouterr().out) == (status == 500)


def test_a_page_that_gives_nothing_back_is_trouble(office: Office) -> None:
    def nothing(_request: Request) -> Any:
        return None

    with here(site_of(office, nothing), COURTNEY) as browser:
        assert browser.get("/sessions").status_code == 500


def test_a_refusal_that_cannot_be_recorded_is_still_a_refusal(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise Busy

    with here(site_of(office), COURTNEY) as browser:
        monkeypatch.setattr("bot.console.door.record_refusal", fail)
        answer = browser.get("/trail")
    assert (answer.status_code, answer.text) == (500, sentence(500))


def test_what_cannot_be_recorded_is_not_shown(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise Busy

    with here(site_of(office), COURTNEY) as browser:
        monkeypatch.setattr("bot.console.door.record", fail)
        answer = browser.get("/sessions")
    assert (answer.status_code, "reached" in answer.text) == (503, False)


def test_a_page_may_be_written_for_the_loop(office: Office) -> None:
    async def bits() -> Any:
        yield b"reac"
        yield b"hed"

    async def page(_request: Request) -> Response:
        return StreamingResponse(bits())

    pages = tuple(replace(page_, endpoint=page) for page_ in PAGES)
    with here(console(office, pages), COURTNEY) as browser:
        assert browser.get("/sessions").text == "reached"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "10.0.0.1"])
def test_the_console_answers_to_its_own_names_only(reviewer: Browser, host: str) -> None:
    """A name that its owner points at this machine is a stranger's."""
    assert reviewer.get("/sessions", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8081", "localhost", "[::1]:8081", "intakes.example.org"])
def test_its_own_names_are_the_one_in_the_settings_and_this_machines(office: Office, host: str) -> None:
    with here(site_of(replace(office, url="https://intakes.example.org:8443"))) as browser:
        assert browser.get("/sign-in", headers={"Host": host}).status_code == 200
