"""Tests of searches: kept under a key that says nothing, found again by the session that made them."""

from datetime import timedelta

from sqlalchemy import insert

from storage.database import Database
from storage.searches import KEPT, MOST
from storage.staff_tables import SearchRow, SessionRow
from storage.tables import table
from storage.work import Work
from tests.storage.given import NOW, is_scrubbed, stored

WANTED = {"name": "josé o'brien", "stage": "new"}


def opened(work: Work) -> tuple[int, int]:
    """Two sessions."""
    for number in (1, 2):
        row = {"id": number, "key": f"key-{number}", "staff_id": 111, "opened_at": NOW, "seen_at": NOW}
        work.searches.connection.execute(insert(table(SessionRow)), {**row, "browser": ""})
    return 1, 2


def test_a_search_comes_back_to_the_session_that_made_it_and_to_no_other(work: Work) -> None:
    sessions = opened(work)
    key = work.searches.keep(sessions[0], WANTED)
    assert work.searches.find(sessions[0], key) == WANTED
    assert work.searches.find(sessions[1], key) is None
    assert work.searches.find(sessions[0], "unknown") is None


def test_a_key_says_nothing_and_is_another_each_time(work: Work) -> None:
    sessions = opened(work)
    keys = {work.searches.keep(sessions[0], WANTED) for _ in range(20)}
    assert len(keys) == 20
    assert all(len(key) >= 20 and "jos" not in key for key in keys)


def test_the_oldest_searches_of_a_session_give_way_and_no_others(work: Work) -> None:
    sessions = opened(work)
    other = work.searches.keep(sessions[1], WANTED)
    keys = [work.searches.keep(sessions[0], WANTED) for _ in range(MOST + 3)]
    found = [work.searches.find(sessions[0], key) is not None for key in keys]
    assert found == [False] * 3 + [True] * MOST
    assert work.searches.find(sessions[1], other) == WANTED


def test_a_search_ends_with_the_longest_session(database: Database, url: str) -> None:
    with database.work(NOW) as work:
        sessions = opened(work)
        key = work.searches.keep(sessions[0], WANTED)
        work.commit()
    with database.look(NOW + KEPT) as work:
        assert work.searches.find(sessions[0], key) == WANTED
    later = NOW + KEPT + timedelta(seconds=1)
    with database.work(later) as work:
        assert work.searches.find(sessions[0], key) is None
        work.retention.prune(timedelta(days=7))
        assert stored(work, SearchRow) == []
        work.commit()
    assert not is_scrubbed(url)


def test_a_search_that_can_still_be_found_is_not_pruned(work: Work) -> None:
    sessions = opened(work)
    key = work.searches.keep(sessions[0], WANTED)
    work.retention.prune(timedelta(days=7))
    assert work.searches.find(sessions[0], key) == WANTED
