"""Tests of what the measurements stand on: the filled database is one the program works with."""

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from storage.cases import Sort, Stage, Wanted
from storage.terms import terms_of
from tests.benchmarks.cases import filled, main
from tests.benchmarks.filling import DAYS
from tests.storage.given import LATER, NOW, READY

SOME = 60


def test_a_filled_database_has_a_queue_that_can_be_paged_and_searched_and_worked_on(tmp_path: Path) -> None:
    database = filled(f"sqlite:///{tmp_path / 'cases.db'}", SOME, NOW)
    with database.work(LATER) as work:
        page = work.cases.page(Wanted(), Sort.NEWEST)
        assert (len(page.lines), page.before) == (25, None)
        assert work.cases.total(Wanted()) == SOME == sum(work.cases.counts().values())
        assert work.cases.total(Wanted(since=NOW - timedelta(days=DAYS), until=NOW)) == SOME
        line = page.lines[0]
        assert line.id in {found.id for found in work.cases.every(Wanted(name=line.name), Sort.OLDEST)}
        kept = work.intakes.find(line.case)
        assert kept is not None
        assert kept.intake.answers["name"].value == line.name
        assert work.intakes.save(kept, kept.intake, None, READY).version == kept.version + 1
        assert len(terms_of(kept.intake, READY)) > 4
        assert {Stage.UNFINISHED, Stage.REVIEWED} < {each.stage for each in work.cases.every(Wanted(), Sort.OLDEST)}
    database.close()


def test_a_file_that_is_filled_is_used_again(tmp_path: Path) -> None:
    for _ in range(2):
        database = filled(f"sqlite:///{tmp_path / 'cases.db'}", 3, NOW)
        with database.look(NOW) as work:
            assert work.cases.total(Wanted()) == 3
        database.close()


@pytest.mark.parametrize(("more", "told"), [([], "first page, every stage, newest"), (["--plans"], "SEARCH intakes")])
def test_measuring_says_what_it_measured(more: list[str], told: str) -> None:
    done = CliRunner().invoke(main, ["--intakes", str(SOME), "--times", "2", *more], catch_exceptions=False)
    assert done.exit_code == 0
    assert told in done.output
