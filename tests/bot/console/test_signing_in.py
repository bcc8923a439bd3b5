"""Getting in: with a code, in the browser that asked, and in no other way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.console.cookies import ARRIVING, SESSION
from bot.console.server import console
from storage.database import open_database
from storage.sign_ins import ASKED_BY_ONE, LASTS, TRIES
from tests.bot.console.browsing import OURS, Browser, Clock, Codes, here
from tests.bot.console.conftest import COURTNEY, DANA

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.console.office import Office
    from bot.members import Member

NOBODY = "999"


def ask(browser: Browser, staff: str = "111") -> str:
    """Where it leads."""
    browser.get("/sign-in")
    return str(browser.submit("/sign-in", staff=staff).headers["location"])


def come_in(browser: Browser, codes: Codes, wanted: str = "/") -> str:
    ask(browser)
    return str(browser.submit("/sign-in/code", code=codes.newest, next=wanted).headers["location"])


def trail(office: Office) -> list[tuple[str, int | None, str]]:
    with office.database.look(office.clock()) as work:
        return [(line.action, line.staff_id, line.about) for line in work.audit.page()][::-1]


def test_a_code_typed_where_it_was_asked_for_lets_in(stranger: Browser, codes: Codes) -> None:
    assert ask(stranger) == "/sign-in/code"
    assert [staff_id for staff_id, _ in codes.sent] == [COURTNEY.id]
    assert stranger.get("/sign-in/code").status_code == 200
    assert stranger.submit("/sign-in/code", code=codes.newest).headers["location"] == "/"
    assert stranger.get("/sessions").status_code == 200


def test_a_code_is_read_however_it_is_typed(stranger: Browser, codes: Codes) -> None:
    ask(stranger)
    typed = f" {codes.newest[:4].lower()} - {codes.newest[4:]} "
    assert stranger.submit("/sign-in/code", code=typed).headers["location"] == "/"


def test_the_form_knows_the_number_that_the_bot_put_into_its_link(stranger: Browser) -> None:
    assert 'value="111"' in stranger.get("/sign-in?staff=111").text
    assert "x1" not in stranger.get('/sign-in?staff="x1').text


@pytest.mark.parametrize("typed", ["", "Courtney", "-5", "1.5", "١١١", "9" * 19])
def test_what_is_no_number_is_not_asked_with(stranger: Browser, codes: Codes, typed: str) -> None:
    assert ask(stranger, typed) == "/sign-in?notice=staff-number"
    assert not codes.sent


def test_a_stranger_is_answered_as_staff_are(app: Starlette, codes: Codes) -> None:
    seen = []
    for number in ("111", NOBODY):
        with here(app) as browser:
            browser.get("/sign-in")
            asked = browser.submit("/sign-in", staff=number)
            page = browser.get("/sign-in/code")
            tried = [browser.submit("/sign-in/code", code="WRONG234") for _ in range(TRIES + 1)]
            answers = (asked, page, *tried)
            key = browser.cookie(ARRIVING)
            texts = [answer.text.replace(browser.arriving_token, "token") for answer in answers]
            heads = [re.sub(rf"{key}|'\d+'", "", str(sorted(answer.headers.items()))) for answer in answers]
            seen.append(([answer.status_code for answer in answers], texts, heads))
    assert seen[0] == seen[1]
    assert len(codes.sent) == 1


def test_a_stranger_is_stopped_from_asking_as_staff_are(app: Starlette) -> None:
    for number in ("111", NOBODY):
        with here(app) as browser:
            for _ in range(ASKED_BY_ONE):
                assert ask(browser, number) == "/sign-in/code"
            refused = browser.submit("/sign-in", staff=number)
            assert (refused.status_code, refused.headers["retry-after"]) == (429, "600")


def test_a_restart_lets_nobody_ask_more_often(office: Office, app: Starlette, database_url: str, clock: Clock) -> None:
    with here(app) as browser:
        for _ in range(ASKED_BY_ONE):
            ask(browser)
    again = open_database(database_url)
    fresh = console(replace(office, database=again))
    with here(fresh) as browser:
        browser.get("/sign-in")
        assert browser.submit("/sign-in", staff="111").status_code == 429
        clock.forward(minutes=10)
        assert browser.submit("/sign-in", staff="111").status_code == 303
    again.close()


def test_a_code_is_good_in_no_other_browser(app: Starlette, codes: Codes) -> None:
    with here(app) as staffs, here(app) as thiefs:
        ask(staffs)
        code = codes.newest
        ask(thiefs, NOBODY)
        assert thiefs.submit("/sign-in/code", code=code).headers["location"].endswith("notice=code-wrong")
        thiefs.cookies.clear()
        thiefs.get("/sign-in")
        assert thiefs.submit("/sign-in/code", code=code).headers["location"].endswith("notice=code-over")
        assert not thiefs.cookie(SESSION)


def test_a_code_is_good_once(app: Starlette, stranger: Browser, codes: Codes) -> None:
    ask(stranger)
    arriving = stranger.cookie(ARRIVING)
    stranger.submit("/sign-in/code", code=codes.newest)
    assert not stranger.cookie(ARRIVING)
    with here(app) as again:
        again.cookies.set(ARRIVING, arriving, domain="127.0.0.1", path="/")
        assert again.submit("/sign-in/code", code=codes.newest).headers["location"].endswith("notice=code-over")


def test_a_code_is_good_for_ten_minutes(stranger: Browser, codes: Codes, clock: Clock) -> None:
    ask(stranger)
    clock.forward(seconds=LASTS.total_seconds())
    assert stranger.submit("/sign-in/code", code=codes.newest).headers["location"].endswith("notice=code-over")


def test_five_wrong_codes_are_enough(stranger: Browser, codes: Codes) -> None:
    ask(stranger)
    for _ in range(TRIES):
        stranger.submit("/sign-in/code", code="WRONG234")
    assert stranger.submit("/sign-in/code", code=codes.newest).headers["location"].endswith("notice=code-over")


def test_who_was_taken_off_the_list_meanwhile_is_not_let_in(
    stranger: Browser, codes: Codes, staff: dict[int, Member]
) -> None:
    ask(stranger)
    del staff[COURTNEY.id]
    assert stranger.submit("/sign-in/code", code=codes.newest).headers["location"].endswith("notice=code-over")
    assert not stranger.cookie(SESSION)


def test_the_code_page_is_for_who_asked(stranger: Browser) -> None:
    assert stranger.get("/sign-in/code").headers["location"] == "/sign-in"


# --- keys that a browser brings along ---------------------------------------------------------------


def test_no_key_that_a_browser_brought_along_is_good_afterwards(
    app: Starlette, stranger: Browser, codes: Codes
) -> None:
    """Somebody who planted a key in a browser holds nothing when its owner is in."""
    planted = "planted-by-somebody-else"
    stranger.hold(planted)
    stranger.cookies.set(ARRIVING, planted, domain="127.0.0.1", path="/")
    come_in(stranger, codes)
    assert planted not in (stranger.cookie(SESSION), stranger.cookie(ARRIVING))
    with here(app) as thief:
        thief.hold(planted)
        assert thief.get("/sessions").status_code == 303


def test_asking_gives_the_browser_a_new_key(stranger: Browser) -> None:
    stranger.get("/sign-in")
    before = stranger.cookie(ARRIVING)
    stranger.submit("/sign-in", staff="111")
    assert stranger.cookie(ARRIVING) not in ("", before)


def test_signing_in_again_ends_the_session_that_the_browser_had(
    app: Starlette, office: Office, stranger: Browser, codes: Codes
) -> None:
    come_in(stranger, codes)
    old = stranger.cookie(SESSION)
    with here(app) as other:
        ask(other)
        other.hold(old)
        with office.database.look(office.clock()) as work:
            assert work.sessions.find(old) is not None
        other.submit("/sign-in/code", code=codes.newest)
        assert other.cookie(SESSION) not in ("", old)
        with office.database.look(office.clock()) as work:
            assert work.sessions.find(old) is None


def test_another_browser_of_the_same_person_stays_in(app: Starlette, reviewer: Browser, codes: Codes) -> None:
    with here(app) as second:
        come_in(second, codes)
    assert reviewer.get("/sessions").status_code == 200


# --- where it leads ---------------------------------------------------------------------------------


def test_it_leads_back_to_where_somebody_wanted(stranger: Browser, codes: Codes) -> None:
    sent = stranger.get("/sessions").headers["location"]
    assert sent == "/sign-in?next=%2Fsessions"
    assert 'name="next" value="/sessions"' in stranger.get(sent).text
    onward = stranger.submit("/sign-in", staff="111", next="/sessions").headers["location"]
    assert onward == "/sign-in/code?next=%2Fsessions"
    assert 'name="next" value="/sessions"' in stranger.get(onward).text
    assert stranger.submit("/sign-in/code", code=codes.newest, next="/sessions").headers["location"] == "/sessions"


ELSEWHERE = [
    "https://evil.example/", "//evil.example/sessions", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
    "/sign-out", "/sign-in", "/static/icon.svg", "/live", "/nothing", "sessions", "/sessions\nX: y", "/sessions#x", "",
]  # fmt: skip


@pytest.mark.parametrize("path", ELSEWHERE)
def test_it_leads_nowhere_but_to_a_page_of_ours(stranger: Browser, codes: Codes, path: str) -> None:
    assert come_in(stranger, codes, path) == "/"


def test_who_is_in_already_is_led_on(reviewer: Browser) -> None:
    assert reviewer.get("/sign-in?next=/sessions").headers["location"] == "/sessions"


def test_a_link_in_telegram_leads_in_although_it_brings_no_cookie(app: Starlette, reviewer: Browser) -> None:
    """The page in between is ours, and what it leads to gets the cookie."""
    by_link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    with here(app) as withheld:
        page = withheld.get("/sessions", headers=by_link)
    assert page.status_code == 200
    leads = re.search(r'content="0; url=([^"]+)"', page.text)
    assert leads is not None
    assert reviewer.get(leads[1], headers=OURS).headers["location"] == "/sessions"


# --- leaving ----------------------------------------------------------------------------------------


def test_signing_out_ends_the_session(app: Starlette, reviewer: Browser) -> None:
    key = reviewer.cookie(SESSION)
    assert reviewer.submit("/sign-out").headers["location"] == "/sign-in?notice=signed-out"
    assert not reviewer.cookie(SESSION)
    with here(app) as thief:
        thief.hold(key)
        assert thief.get("/sessions").status_code == 303


# --- what is left behind ----------------------------------------------------------------------------


def test_the_trail_says_who_asked_and_came_in_and_never_a_code(
    office: Office, stranger: Browser, codes: Codes, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(stranger, NOBODY)
    ask(stranger)
    stranger.submit("/sign-in/code", code="WRONG234")
    stranger.submit("/sign-in/code", code=codes.newest)
    stranger.submit("/sign-out")
    rows = trail(office)
    assert rows == [
        ("sign_in_asked", None, "stranger"),
        ("sign_in_asked", 111, ""),
        ("code_wrong", 111, "wrong"),
        ("signed_in", 111, ""),
        ("signed_out", 111, ""),
    ]
    left = str(rows) + "".join(capsys.readouterr())
    assert not [word for word in (codes.newest, "WRONG234", NOBODY) if word in left]


# --- the demo ---------------------------------------------------------------------------------------


def demo_of(office: Office) -> Starlette:
    return console(replace(office, demo=True))


def test_in_the_demo_a_click_lets_in(office: Office) -> None:
    with here(demo_of(office)) as browser:
        assert 'action="/sign-in/demo"' in browser.get("/sign-in").text
        assert browser.submit("/sign-in/demo", staff="333").headers["location"] == "/"
        assert browser.get("/trail").status_code == 200
    assert trail(office)[0] == ("signed_in", DANA.id, "")


@pytest.mark.parametrize("typed", ["", NOBODY, "Dana"])
def test_even_in_the_demo_only_staff_come_in(office: Office, typed: str) -> None:
    with here(demo_of(office)) as browser:
        browser.get("/sign-in")
        assert browser.submit("/sign-in/demo", staff=typed).status_code == 404


@pytest.mark.parametrize(("peer", "url"), [("192.168.1.7", "http://127.0.0.1"), ("testclient", "http://127.0.0.1")])
def test_even_in_the_demo_another_machine_stays_out(office: Office, peer: str, url: str) -> None:
    with Browser(demo_of(office), url, peer) as browser:
        assert 'action="/sign-in/demo"' not in browser.get("/sign-in").text
        assert browser.submit("/sign-in/demo", staff="333").status_code == 404


def test_outside_of_the_demo_there_is_no_such_page(stranger: Browser, reviewer: Browser) -> None:
    page = stranger.get("/sign-in")
    assert 'action="/sign-in/demo"' not in page.text
    nothing = stranger.submit("/sign-in/nothing", staff="333")
    refused = stranger.submit("/sign-in/demo", staff="333")
    assert (refused.status_code, refused.headers["location"]) == (nothing.status_code, nothing.headers["location"])
    assert reviewer.submit("/sign-in/demo", staff="333").status_code == 404
    assert not stranger.cookie(SESSION)
