"""Tests of browsers that ask to be let in, and of their codes."""

from datetime import timedelta

from sqlalchemy import select

from storage.database import Database, open_database
from storage.intakes import CASE_LETTERS
from storage.sign_ins import ASKED_BY_ALL, ASKED_BY_ONE, LASTS, LENGTH, REMEMBERED, TRIES, Tried, fresh_code, new_code
from storage.staff_tables import SignInRow
from storage.tables import table
from storage.work import Work
from tests.storage.given import NOW

COURTNEY, JACKIE, NOBODY = 111, 222, 999
A_MOMENT = timedelta(seconds=1)
WRONG = "0" * LENGTH
SIGN_INS = table(SignInRow)


def asked(work: Work, staff_id: int = COURTNEY) -> tuple[str, str]:
    browser, code = work.sign_ins.ask(staff_id, is_staff=True)
    assert code is not None
    return browser, code


def test_the_code_lets_the_browser_in_that_asked_and_tells_as_whom(work: Work) -> None:
    browser, code = asked(work)
    tried = work.sign_ins.attempt(browser, code)
    assert (tried.outcome, tried.staff_id) == (Tried.RIGHT, COURTNEY)


def test_a_code_is_good_once(work: Work) -> None:
    browser, code = asked(work)
    work.sign_ins.attempt(browser, code)
    assert work.sign_ins.attempt(browser, code).outcome is Tried.OVER


def test_a_code_is_good_in_no_other_browser(work: Work) -> None:
    (_, code), (other, _) = asked(work), asked(work)
    assert work.sign_ins.attempt(other, code).outcome is Tried.WRONG
    assert work.sign_ins.attempt("a browser that never asked", code).outcome is Tried.OVER


def test_after_five_tries_even_the_right_code_is_too_late(work: Work) -> None:
    browser, code = asked(work)
    outcomes = [work.sign_ins.attempt(browser, WRONG).outcome for _ in range(TRIES)]
    assert outcomes == [*[Tried.WRONG] * (TRIES - 1), Tried.OVER]
    assert work.sign_ins.attempt(browser, code).outcome is Tried.OVER


def test_the_fifth_try_still_counts(work: Work) -> None:
    browser, code = asked(work)
    for _ in range(TRIES - 1):
        work.sign_ins.attempt(browser, WRONG)
    assert work.sign_ins.attempt(browser, code).outcome is Tried.RIGHT


def test_a_code_is_good_for_ten_minutes(database: Database) -> None:
    with database.work(NOW) as work:
        (browser, code), (late, other) = asked(work), asked(work)
        work.commit()
    with database.work(NOW + LASTS - A_MOMENT) as work:
        assert work.sign_ins.attempt(browser, code).outcome is Tried.RIGHT
    with database.work(NOW + LASTS) as work:
        assert work.sign_ins.attempt(late, other).outcome is Tried.OVER


def test_a_stranger_is_answered_like_anybody_and_never_let_in(work: Work) -> None:
    browser, code = work.sign_ins.ask(NOBODY, is_staff=False)
    assert code is None
    outcomes = [work.sign_ins.attempt(browser, given).outcome for given in ("", WRONG, fresh_code(), "None", "null")]
    assert outcomes == [*[Tried.WRONG] * (TRIES - 1), Tried.OVER]


def test_neither_the_code_nor_the_browsers_key_is_kept(work: Work) -> None:
    browser, code = asked(work)
    row = str(dict(work.sign_ins.connection.execute(select(SIGN_INS)).mappings().one()))
    assert browser not in row
    assert code not in row


def test_the_same_code_is_kept_differently_for_each_browser(work: Work) -> None:
    for _ in range(2):
        asked(work)
    kept = set(work.sign_ins.connection.execute(select(SIGN_INS.c.code)).scalars())
    assert len(kept) == 2


def test_codes_are_of_letters_that_nobody_takes_for_one_another() -> None:
    codes = {fresh_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) <= set(CASE_LETTERS)


# --- a fresh code by the bot -----------------------------------------------------------------------


def test_a_fresh_code_takes_the_place_of_the_one_that_was_sent(work: Work) -> None:
    browser, old = asked(work)
    fresh = new_code(work, COURTNEY)
    assert fresh is not None
    assert work.sign_ins.attempt(browser, old).outcome is Tried.WRONG
    assert work.sign_ins.attempt(browser, fresh).outcome is Tried.RIGHT


def test_a_fresh_code_is_for_the_browser_that_asked_last(work: Work) -> None:
    (first, code), (second, _) = asked(work), asked(work)
    fresh = new_code(work, COURTNEY) or ""
    assert work.sign_ins.attempt(first, fresh).outcome is Tried.WRONG
    assert work.sign_ins.attempt(second, fresh).outcome is Tried.RIGHT
    assert work.sign_ins.attempt(first, code).outcome is Tried.RIGHT


def test_a_fresh_code_gives_no_more_tries(work: Work) -> None:
    browser, _ = asked(work)
    for _ in range(TRIES):
        work.sign_ins.attempt(browser, WRONG)
    assert new_code(work, COURTNEY) is None


def test_a_fresh_code_gives_no_more_time(database: Database) -> None:
    with database.work(NOW) as work:
        asked(work)
        work.commit()
    with database.work(NOW + LASTS) as work:
        assert new_code(work, COURTNEY) is None


def test_who_has_asked_for_nothing_gets_no_code(work: Work) -> None:
    asked(work, JACKIE)
    work.sign_ins.ask(NOBODY, is_staff=False)
    assert new_code(work, COURTNEY) is None
    assert new_code(work, NOBODY) is None


def test_a_code_that_was_used_is_not_replaced(work: Work) -> None:
    work.sign_ins.attempt(*asked(work))
    assert new_code(work, COURTNEY) is None


# --- not too often ---------------------------------------------------------------------------------


def test_one_number_may_ask_only_so_often(work: Work) -> None:
    for _ in range(ASKED_BY_ONE):
        assert work.sign_ins.may_ask(COURTNEY)
        asked(work)
    assert not work.sign_ins.may_ask(COURTNEY)
    assert work.sign_ins.may_ask(JACKIE)


def test_a_strangers_number_may_ask_as_often_as_staffs(work: Work) -> None:
    for _ in range(ASKED_BY_ONE):
        assert work.sign_ins.may_ask(NOBODY)
        work.sign_ins.ask(NOBODY, is_staff=False)
    assert not work.sign_ins.may_ask(NOBODY)


def test_all_together_may_ask_only_so_often(work: Work) -> None:
    for number in range(ASKED_BY_ALL):
        work.sign_ins.ask(1000 + number, is_staff=False)
    assert not work.sign_ins.may_ask(COURTNEY)


def test_a_restart_changes_nothing(database: Database, url: str) -> None:
    with database.work(NOW) as work:
        for _ in range(ASKED_BY_ONE):
            browser, code = asked(work)
        for _ in range(TRIES):
            work.sign_ins.attempt(browser, WRONG)
        work.commit()
    database.close()
    again = open_database(url)
    with again.work(NOW + LASTS - A_MOMENT) as work:
        assert not work.sign_ins.may_ask(COURTNEY)
        assert work.sign_ins.attempt(browser, code).outcome is Tried.OVER
    with again.work(NOW + LASTS) as work:
        assert work.sign_ins.may_ask(COURTNEY)
    again.close()


def test_old_rows_are_cleared_away(database: Database) -> None:
    with database.work(NOW) as work:
        asked(work)
        work.commit()
    with database.work(NOW + REMEMBERED) as work:
        asked(work, JACKIE)
        assert work.sign_ins.connection.execute(select(SIGN_INS.c.staff_id)).scalars().all() == [JACKIE]
