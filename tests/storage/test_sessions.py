"""Tests of the browsers that were let in."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select

from storage.database import Database
from storage.sessions import IDLE, LONGEST
from storage.staff_tables import SearchRow, SessionRow
from storage.tables import table
from storage.work import Work
from tests.storage.given import NOW

COURTNEY, DANA = 111, 333
SESSIONS, SEARCHES = table(SessionRow), table(SearchRow)
A_MOMENT = timedelta(seconds=1)


def opened(database: Database, staff_id: int = COURTNEY) -> str:
    with database.work(NOW) as work:
        key = work.sessions.open(staff_id, "Firefox on Linux").key
        work.commit()
    return key


def test_a_key_opens_the_session_it_was_given_for(work: Work) -> None:
    one, other = work.sessions.open(COURTNEY, "Firefox on Linux"), work.sessions.open(DANA, "Safari on iPhone")
    found = work.sessions.find(one.key)
    assert found is not None
    assert (found.id, found.staff_id, found.browser) == (one.id, COURTNEY, "Firefox on Linux")
    assert one.key != other.key
    assert work.sessions.find("") is None
    assert work.sessions.find(one.key + "=") is None


def test_no_key_is_kept(work: Work) -> None:
    opened = work.sessions.open(COURTNEY, "")
    row = work.sessions.connection.execute(select(SESSIONS)).mappings().one()
    assert opened.key not in str(dict(row))
    assert work.sessions.find(row["key"]) is None


def test_a_session_in_which_nothing_is_done_ends(database: Database) -> None:
    key = opened(database)
    with database.work(NOW + IDLE - A_MOMENT) as work:
        found = work.sessions.find(key)
        assert found is not None
        work.sessions.see(found.id)
        work.commit()
    with database.work(NOW + 2 * IDLE - 2 * A_MOMENT) as work:
        assert work.sessions.find(key) is not None
    with database.work(NOW + 2 * IDLE - A_MOMENT) as work:
        assert work.sessions.find(key) is None
        assert not work.sessions.is_open(found.id)


def test_a_session_ends_after_twelve_hours_whatever_is_done_in_it(database: Database) -> None:
    key, now = opened(database), NOW
    while now < NOW + LONGEST - IDLE:
        now += IDLE - A_MOMENT
        with database.work(now) as work:
            found = work.sessions.find(key)
            assert found is not None
            work.sessions.see(found.id)
            work.commit()
    with database.work(NOW + LONGEST - A_MOMENT) as work:
        assert work.sessions.find(key) is not None
    with database.work(NOW + LONGEST) as work:
        assert work.sessions.find(key) is None


def test_a_session_that_is_over_is_not_brought_back_by_being_seen(database: Database) -> None:
    key = opened(database)
    with database.work(NOW + IDLE) as work:
        work.sessions.see(1)
        assert work.sessions.find(key) is None


def test_a_closed_session_opens_no_more(work: Work) -> None:
    opened = work.sessions.open(COURTNEY, "")
    assert work.sessions.close(opened.id)
    assert work.sessions.find(opened.key) is None
    assert not work.sessions.close(opened.id)


def test_what_was_searched_for_goes_with_the_session(work: Work) -> None:
    opened = work.sessions.open(COURTNEY, "")
    row = {"key": "k", "session_id": opened.id, "wanted": {"name": "Pat"}, "at": NOW}
    work.sessions.connection.execute(insert(SEARCHES).values(**row))
    work.sessions.close(opened.id)
    assert work.sessions.connection.execute(select(func.count()).select_from(SEARCHES)).scalar_one() == 0


@pytest.mark.parametrize("passed", [IDLE, LONGEST])
def test_sessions_that_are_over_are_cleared_away_by_the_next(database: Database, passed: timedelta) -> None:
    opened(database)
    with database.work(NOW + passed) as work:
        fresh = work.sessions.open(DANA, "")
        assert work.sessions.connection.execute(select(SESSIONS.c.id)).scalars().all() == [fresh.id]


def test_open_sessions_are_listed_newest_first_of_one_or_of_all(work: Work) -> None:
    ids = [work.sessions.open(staff_id, "").id for staff_id in (COURTNEY, DANA, COURTNEY)]
    over = work.sessions.open(COURTNEY, "")
    work.sessions.close(over.id)
    assert [session.id for session in work.sessions.open_ones(COURTNEY)] == [ids[2], ids[0]]
    assert [session.id for session in work.sessions.open_ones()] == ids[::-1]
