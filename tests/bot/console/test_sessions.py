"""Sessions: how long they last, who sees them, and showing somebody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.console.browsers import kind_of
from storage.sessions import IDLE, LONGEST
from tests.bot.console.browsing import Browser, Clock, here
from tests.bot.console.conftest import COURTNEY

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.console.office import Office
    from bot.members import Member

IDLE_MINUTES = IDLE.total_seconds() / 60
LIVE = {"X-Live": "1", "HX-Request": "true", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}


def is_in(browser: Browser) -> bool:
    return bool(browser.get("/sessions").status_code == 200)


def rows(office: Office) -> list[str]:
    with office.database.look(office.clock()) as work:
        return [line.action for line in work.audit.page()][::-1]


def test_a_session_in_which_nothing_is_done_ends(reviewer: Browser, clock: Clock) -> None:
    clock.forward(minutes=IDLE_MINUTES - 1)
    assert is_in(reviewer)
    clock.forward(minutes=IDLE_MINUTES - 1)
    assert is_in(reviewer)
    clock.forward(minutes=IDLE_MINUTES)
    assert not is_in(reviewer)


def test_a_session_ends_after_twelve_hours_whatever_is_done_in_it(reviewer: Browser, clock: Clock) -> None:
    for _ in range(int(LONGEST / IDLE) * 2 - 1):
        clock.forward(minutes=IDLE_MINUTES / 2)
        assert is_in(reviewer)
    clock.forward(minutes=IDLE_MINUTES / 2)
    assert not is_in(reviewer)


def test_a_page_that_refreshes_itself_keeps_nobody_in(reviewer: Browser, clock: Clock, office: Office) -> None:
    assert is_in(reviewer)
    for _ in range(5):
        clock.forward(minutes=IDLE_MINUTES / 5 - 0.1)
        assert reviewer.get("/sessions", headers=LIVE).status_code == 200
    assert rows(office) == ["sessions_viewed"]
    clock.forward(minutes=1)
    refused = reviewer.get("/sessions", headers=LIVE)
    assert (refused.status_code, refused.headers["hx-redirect"]) == (401, "/sign-in")


def test_saying_live_hides_no_first_look(reviewer: Browser, other_reviewer: Browser, office: Office) -> None:
    reviewer.get("/sessions")
    other_reviewer.get("/sessions", headers=LIVE)
    reviewer.get("/sessions", headers=LIVE)
    with office.database.look(office.clock()) as work:
        assert [line.staff_id for line in work.audit.page(action="sessions_viewed")] == [222, 111]


def test_saying_live_hides_no_deed(reviewer: Browser, office: Office) -> None:
    reviewer.submit("/sign-out", headers=LIVE)
    assert rows(office) == ["signed_out"]


def test_what_is_refused_keeps_nobody_in(reviewer: Browser, clock: Clock) -> None:
    clock.forward(minutes=IDLE_MINUTES - 1)
    for answer in (reviewer.get("/nothing"), reviewer.get("/trail"), reviewer.post("/sign-out", data={"token": "x"})):
        assert answer.status_code in (403, 404)
    clock.forward(minutes=1)
    assert not is_in(reviewer)


def test_whoever_is_taken_off_the_list_is_out_at_once(reviewer: Browser, staff: dict[int, Member]) -> None:
    assert is_in(reviewer)
    del staff[COURTNEY.id]
    assert not is_in(reviewer)


# --- the list ---------------------------------------------------------------------------------------


def test_everybody_sees_their_own_and_an_admin_sees_all(
    app: Starlette, reviewer: Browser, other_reviewer: Browser, admin: Browser
) -> None:
    here(app, COURTNEY)
    assert [browser.get("/sessions").text.count("/revoke") for browser in (reviewer, other_reviewer, admin)] == [
        2,
        1,
        4,
    ]
    assert "Jackie" in admin.get("/sessions").text
    assert "Jackie" not in reviewer.get("/sessions").text


def test_whose_session_is_shown_out_is_out(app: Starlette, reviewer: Browser, office: Office) -> None:
    lost = here(app, COURTNEY)
    assert is_in(lost)
    assert reviewer.submit("/sessions/2/revoke").headers["location"] == "/sessions?notice=revoked"
    assert not is_in(lost)
    assert is_in(reviewer)
    with office.database.look(office.clock()) as work:
        assert [line.about for line in work.audit.page(action="session_revoked")] == ["session=2"]


def test_an_admin_shows_anybody_out(reviewer: Browser, admin: Browser) -> None:
    admin.submit("/sessions/1/revoke")
    assert not is_in(reviewer)
    assert is_in(admin)


def test_ones_own_session_can_be_ended_from_the_list(reviewer: Browser) -> None:
    reviewer.submit("/sessions/1/revoke")
    assert not is_in(reviewer)


@pytest.mark.parametrize("which", ["2", "9", "0", "x", "²", "9" * 30])
def test_nobody_elses_session_can_be_ended_nor_told_from_none(
    reviewer: Browser, other_reviewer: Browser, which: str
) -> None:
    assert reviewer.submit(f"/sessions/{which}/revoke").status_code == 404
    assert is_in(other_reviewer)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Linux"),
        ("<script>alert(1)</script>", "A browser"),
        ("", "A browser"),
    ],
)  # fmt: skip
def test_a_browser_is_told_in_words_of_ours(said: str, kind: str) -> None:
    assert kind_of(said) == kind
