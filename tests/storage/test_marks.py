"""Tests of marks: what the program remembers about itself."""

import pytest

from storage.database import Database
from storage.marks import Mark
from storage.work import Work
from tests.storage.given import NOW


def test_what_was_never_set_is_nothing(work: Work) -> None:
    assert work.marks.get(Mark.HELD) is None
    assert work.marks.hold(Mark.HELD) is None


def test_a_mark_says_what_was_set_last_until_it_is_cleared(database: Database) -> None:
    for value in ("restored", "restored again"):
        with database.work(NOW) as work:
            work.marks.set(Mark.HELD, value)
            work.commit()
    with database.work(NOW) as work:
        assert (work.marks.get(Mark.HELD), work.marks.hold(Mark.HELD)) == ("restored again", "restored again")
        work.marks.clear(Mark.HELD)
        assert work.marks.get(Mark.HELD) is None


def test_one_mark_is_none_of_the_others(work: Work) -> None:
    before = work.marks.get(Mark.TRAIL)
    work.marks.set(Mark.HELD, "restored")
    work.marks.clear(Mark.LEFTOVERS)
    assert (work.marks.get(Mark.HELD), work.marks.get(Mark.TRAIL)) == ("restored", before)


@pytest.mark.parametrize("commits", [True, False])
def test_a_mark_is_part_of_the_work(database: Database, commits: bool) -> None:
    with database.work(NOW) as work:
        work.marks.set(Mark.HELD, "restored")
        if commits:
            work.commit()
    with database.look(NOW) as work:
        assert (work.marks.get(Mark.HELD) == "restored") is commits
