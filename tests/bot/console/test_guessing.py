"""Ten thousand guesses at a code, and none is let in."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from bot.console.cookies import SESSION
from storage.sign_ins import ASKED_BY_ONE, LASTS, TRIES, Tried, fresh_code
from tests.bot.console.browsing import Browser, Clock, Codes, here

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.console.office import Office

GUESSES = 10_000
STAFF = 111


def test_ten_thousand_guesses_in_as_many_browsers_as_it_takes_let_nobody_in(office: Office, clock: Clock) -> None:
    """As if nobody were held back from asking; each browser's last guess is right, and comes too late."""
    made, let_in = 0, []
    while made < GUESSES:
        with office.database.work(clock()) as work:
            for _ in range(100):
                browser, code = work.sign_ins.ask(STAFF, is_staff=True)
                guesses = [fresh_code() for _ in range(TRIES)]
                let_in += [guess for guess in guesses if work.sign_ins.attempt(browser, guess).outcome is Tried.RIGHT]
                assert work.sign_ins.attempt(browser, code or "").outcome is Tried.OVER
                made += TRIES
            work.commit()
    assert not let_in


def test_whoever_must_wait_between_asking_takes_days_over_ten_thousand_guesses(office: Office, clock: Clock) -> None:
    began, made, let_in = clock.now, 0, 0
    while made < GUESSES:
        with office.database.work(clock()) as work:
            while work.sign_ins.may_ask(STAFF):
                browser, _ = work.sign_ins.ask(STAFF, is_staff=True)
                while (tried := work.sign_ins.attempt(browser, fresh_code())).outcome is Tried.WRONG:
                    made += 1
                made += 1
                let_in += tried.outcome is Tried.RIGHT
            work.commit()
        clock.forward(seconds=LASTS.total_seconds())
    assert let_in == 0
    assert clock.now - began >= GUESSES / (ASKED_BY_ONE * TRIES) * LASTS


def test_over_the_wire_no_more_guesses_count_than_may(app: Starlette, office: Office, codes: Codes) -> None:
    """One browser after another asks and guesses until it is turned away; meanwhile no code is any good."""
    heard = [guessed(browser) for browser in browsers(app, 2 * ASKED_BY_ONE)]
    assert sum(heard) == ASKED_BY_ONE * (TRIES - 1)
    assert len(codes.sent) == ASKED_BY_ONE
    with office.database.look(office.clock()) as work:
        assert work.sessions.open_ones() == ()
        assert not [line for line in work.audit.page(size=500) if line.action == "signed_in"]


def browsers(app: Starlette, many: int) -> list[Browser]:
    return [here(app) for _ in range(many)]


def guessed(browser: Browser) -> int:
    """How many of its guesses were called wrong, which is as much as anybody learns."""
    with browser:
        browser.get("/sign-in")
        browser.submit("/sign-in", staff=str(STAFF))
        for number in count():
            answer = browser.submit("/sign-in/code", code=fresh_code())
            if not answer.headers["location"].endswith("notice=code-wrong"):
                assert not browser.cookie(SESSION)
                return number
    raise AssertionError
