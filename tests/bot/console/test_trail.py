"""The trail: what is on it, who reads it, and that a change to it is seen."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from starlette.responses import PlainTextResponse, Response

from bot.console.cookies import ARRIVING
from bot.console.reading_trail import SIZE
from bot.console.routes import PAGES
from bot.console.server import console
from storage.audit import STRANGERS
from tests.bot.console.browsing import Browser, Clock, here
from tests.bot.console.conftest import DANA
from tests.bot.console.test_door import filled, reached, site_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.console.office import Office
    from storage.audit import AuditLine


def rows(office: Office, **wanted: str) -> list[AuditLine]:
    with office.database.look(office.clock()) as work:
        return list(work.audit.page(**wanted, size=500))[::-1]  # type: ignore[arg-type] # only names of words


def told(office: Office) -> list[tuple[str, str, str]]:
    return [(line.action, line.about, line.outcome) for line in rows(office)]


# --- what is on it ----------------------------------------------------------------------------------


def test_every_page_that_somebody_of_the_team_was_shown_is_on_it(office: Office) -> None:
    with here(site_of(office), DANA) as browser:
        browser.cookies.set(ARRIVING, "on-the-way-in", domain="127.0.0.1", path="/")
        for page in PAGES:
            before = len(rows(office))
            browser.get(filled(page.path)) if "GET" in page.methods else browser.submit(filled(page.path))
            added = [(line.action, line.staff_id, line.session_id, line.outcome) for line in rows(office)[before:]]
            expected = [] if page.role is None or page.quiet else [(page.action, DANA.id, 1, "done")]
            assert added == expected, page.path


def test_what_was_refused_is_on_it_with_the_reason(office: Office, reviewer: Browser, stranger: Browser) -> None:
    stranger.get("/trail")
    stranger.get("/nothing")
    reviewer.get("/trail")
    reviewer.get("/nothing/K3WQ7D")
    reviewer.put("/sessions")
    reviewer.post("/sign-out", data={"token": "x"})
    reviewer.get("/sessions", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"})
    assert told(office) == [
        ("refused", "trail_viewed:303:stranger", "refused"),
        ("refused", "unknown:303:stranger", "refused"),
        ("refused", "trail_viewed:403:role", "refused"),
        ("refused", "unknown:404", "refused"),
        ("refused", "unknown:405", "refused"),
        ("refused", "signed_out:403:form_token", "refused"),
        ("refused", "sessions_viewed:403:cross_site", "refused"),
    ]
    assert [line.staff_id for line in rows(office)] == [None, None, 111, 111, 111, 111, None]


def test_what_failed_is_on_it(office: Office) -> None:
    def fail(_request: Request) -> Response:
        raise ValueError

    with here(site_of(office, fail), DANA) as browser:
        browser.get("/sessions")
    assert told(office) == [("failed", "sessions_viewed:500", "failed")]


def test_a_page_adds_what_it_did_and_its_case_stands_by_itself(office: Office) -> None:
    def export(request: Request) -> Response:
        request.state.audit_about = "format=csv"
        request.state.audit("looked_up", about="more=1")
        return PlainTextResponse("", 200)

    pages = (replace(PAGES[0], path="/intakes/{case}", endpoint=export, action="exported"),)
    with here(console(office, pages), DANA) as browser:
        browser.get("/intakes/K3WQ7D")
        browser.get("/intakes/Pat Doe, 314-555-0100")
    assert [(line.action, line.case, line.about) for line in rows(office)] == [
        ("looked_up", None, "more=1"),
        ("exported", "K3WQ7D", "format=csv"),
        ("looked_up", None, "more=1"),
        ("exported", None, "format=csv"),
    ]


def test_a_change_and_its_row_are_one(office: Office) -> None:
    def change(request: Request) -> Response:
        with office.database.work(office.clock()) as work:
            request.state.audit_within(work)
            if request.state.form:
                raise ValueError
            work.commit()
        return PlainTextResponse("", 200)

    with here(site_of(office, change), DANA) as browser:
        browser.submit("/sign-out")
        assert [line[0] for line in told(office)] == ["signed_out"]
        browser.submit("/sign-out", fail="yes")
    assert [line[0] for line in told(office)] == ["signed_out", "failed"]


def test_what_a_page_refuses_by_its_answer_counts_as_refused(office: Office) -> None:
    with here(site_of(office, lambda _request: PlainTextResponse("", 422)), DANA) as browser:
        browser.get("/sessions")
    assert told(office) == [("sessions_viewed", "", "refused")]


def test_strangers_cannot_fill_it(office: Office, stranger: Browser, reviewer: Browser, clock: Clock) -> None:
    for _ in range(STRANGERS + 5):
        stranger.get("/")
    assert len(rows(office)) == STRANGERS
    stranger.get("/sign-in")
    stranger.submit("/sign-in/code", code="WRONG234")
    assert len(rows(office)) == STRANGERS
    reviewer.get("/trail")
    assert len(rows(office)) == STRANGERS + 1
    clock.forward(minutes=10)
    stranger.get("/")
    assert len(rows(office)) == STRANGERS + 2


# --- reading it -------------------------------------------------------------------------------------


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'data-label="Row">(\d+)<', page)]


@pytest.fixture
def full(office: Office) -> int:
    """How many rows there are before anybody reads them: by two people, on two cases."""
    with office.database.work(office.clock()) as work:
        for number in range(2 * SIZE + 7):
            case = "K3WQ7D" if number % 10 == 0 else None
            action = "exported" if number % 4 == 0 else "queue_viewed"
            work.audit.add(action, staff_id=(111, 333)[number % 2], case=case)
        work.commit()
    return 2 * SIZE + 7


def test_it_reads_newest_first_to_the_very_first_row(admin: Browser, full: int) -> None:
    seen, address = [], "/trail"
    while address:
        page = admin.get(address).text
        seen += numbers(page)
        older = re.search(r'href="(/trail\?[^"]+)" rel="next"', page)
        address = older[1].replace("&amp;", "&") if older else ""
    assert seen == list(range(full, 0, -1))


def test_it_is_read_by_who_what_and_which_case(admin: Browser, full: int) -> None:
    assert len(numbers(admin.get("/trail?staff=111&action=exported&case=k3wq7d").text)) == 6
    assert numbers(admin.get("/trail?case=K3WQ7D&action=exported&staff=333").text) == []
    assert full


def test_what_cannot_be_asked_for_is_as_if_it_was_not_said(admin: Browser, office: Office, full: int) -> None:
    page = admin.get("/trail?staff=Pat&action=<b>&case=Pat%20Doe&before=x")
    assert (page.status_code, numbers(page.text)[0]) == (200, full)
    assert "Pat" not in page.text
    assert rows(office)[-1].about == ""


def test_reading_it_is_on_it_too(admin: Browser, office: Office) -> None:
    admin.get("/trail?staff=111&case=K3WQ7D")
    assert told(office) == [("trail_viewed", "staff=111,case=K3WQ7D", "done")]


@pytest.mark.parametrize(
    ("tampering", "row"),
    [
        ("UPDATE audit SET staff_id = 222 WHERE id = 5", 5),
        ("DELETE FROM audit WHERE id = 5", 5),
        ("DELETE FROM audit WHERE id > 100", 101),
    ],
)
def test_a_change_to_it_is_seen(admin: Browser, full: int, database_url: str, tampering: str, row: int) -> None:
    assert 'class="unbroken"' in admin.get("/trail").text
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text(tampering))
    engine.dispose()
    page = admin.get("/trail").text
    assert f"broken at row {row}<" in page
    assert 'class="unbroken"' not in page


def test_the_address_and_the_words_of_a_form_are_never_on_it(office: Office) -> None:
    with here(site_of(office, reached), DANA) as browser:
        browser.get("/sessions?name=PLANTED")
        browser.get("/PLANTED/PLANTED")
        browser.submit("/sign-out", text="PLANTED")
        browser.get("/sessions", headers={"User-Agent": "PLANTED", "Referer": "PLANTED", "X-Live": "PLANTED"})
    assert len(rows(office)) == 4
    assert "PLANTED" not in str(rows(office))
