"""Tests of the look at open intakes, in tables of any age, on either kind of database."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from flows.model import Asking, Pending, Verdict
from storage.database import migrate, open_database
from storage.engine import engine_for
from storage.open_intakes import Schema, look_at_open
from storage.refusals import SchemaMissing
from tests.postgres import KINDS
from tests.storage.given import INCOMPLETE, NOW, answer, answered
from tests.storage.old.loading import REVISIONS, Old, old, old_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.database import Database


@pytest.fixture(params=REVISIONS)
def left(request: pytest.FixtureRequest) -> Old:
    return old(request.param)


@pytest.fixture(params=KINDS)
def old_url(request: pytest.FixtureRequest, tmp_path: Path, left: Old) -> Iterator[str]:
    with old_database(request.param, tmp_path, lambda: request.getfixturevalue("server"), left) as made:
        yield made


def test_old_tables_tell_what_they_tell_when_they_are_migrated(old_url: str, left: Old) -> None:
    with look_at_open(old_url) as opened:
        assert opened.schema is Schema.OLDER
        before = list(opened.every(size=7))
    migrate(old_url)
    with look_at_open(old_url) as opened:
        assert opened.schema is Schema.SAME
        assert list(opened.every()) == before
    rows = left.rows()["intakes"]
    ended = {"declined", "minor"}
    still_open = [row["case"] for row in rows if row["closed_at"] is None and row["state"] not in ended]
    assert [each.intake.case for each in before] == still_open


def test_what_stands_there_is_what_the_program_itself_reads(old_url: str) -> None:
    migrate(old_url)
    with look_at_open(old_url) as opened, closing(open_database(old_url)) as database, database.look(NOW) as work:
        for each in opened.every():
            kept = work.intakes.find(each.intake.case)
            assert kept is not None
            unseen = each.intake
            assert unseen == replace(kept.intake, handover=unseen.handover, language_offered=unseen.language_offered)


def test_an_intake_that_is_closed_or_of_which_nothing_is_kept_is_none_of_them(url: str, database: Database) -> None:
    with database.work(NOW) as work:
        first = work.intakes.begin(1, "form", "en")
        work.intakes.close(first)
        minor = work.intakes.begin(2, "form", "en")
        work.intakes.save_bare(minor, replace(minor.intake, state="minor"))
        waiting = Pending(Asking.CONFIRM, "area", answer("face"))
        going_on = work.intakes.begin(3, "form", "en")
        intake = replace(answered(going_on.intake, age=answer("22_or_older")), state="area", pending=waiting)
        work.intakes.save(going_on, intake, None, INCOMPLETE)
        work.commit()
    with look_at_open(url) as opened:
        (found,) = opened.every()
    assert (found.intake, found.verdict, found.at) == (intake, Verdict.REVIEW, NOW)


def test_tables_that_are_newer_are_told_and_not_read(url: str, database: Database) -> None:
    with database.work(NOW) as work:
        work.intakes.begin(1, "form", "en")
        work.commit()
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with look_at_open(url) as opened:
        assert opened.schema is Schema.NEWER
        assert list(opened.every()) == []


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(SchemaMissing), look_at_open(f"sqlite:///{tmp_path / 'none.db'}"):
        pass
    assert not list(tmp_path.iterdir())
