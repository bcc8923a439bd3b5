"""Tests of what becomes of the databases that earlier programs left, on either kind of database."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event

from flows.model import URGENT, Screening, Verdict
from storage.audit import NOTHING_YET
from storage.cases import Sort, Stage, Wanted
from storage.database import migrate, open_database
from storage.marks import Mark
from storage.refusals import SchemaOld
from storage.schema import config
from storage.staff_tables import TermRow
from storage.tables import AnswerRow
from storage.terms import terms_of
from tests.postgres import KINDS
from tests.storage.given import LATER, stored
from tests.storage.old.loading import REVISIONS, Old, old, old_database, rows_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARTS = 4
"""A migration is killed after each so-manieth part of its statements, and before its last one."""
ENDED_WITHOUT = ("declined", "minor")


@pytest.fixture(params=REVISIONS)
def left(request: pytest.FixtureRequest) -> Old:
    return old(request.param)


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path, left: Old) -> Iterator[str]:
    """An old database of one's own, once of each kind."""
    with old_database(request.param, tmp_path, lambda: request.getfixturevalue("server"), left) as made:
        yield made


def test_there_is_an_old_database_for_every_revision_but_the_newest() -> None:
    newest, *earlier = ScriptDirectory.from_config(config()).walk_revisions()
    assert tuple(revision.revision for revision in reversed(earlier)) == REVISIONS
    assert newest.revision not in REVISIONS


def test_an_old_database_has_clients_in_every_state_and_work_in_every_state(left: Old) -> None:
    rows = left.rows()
    assert {"waiting", "quarantined", "done"} == {row["state"] for row in rows["inbox"]}
    assert {"due", "in_flight", "sent"} <= {row["state"] for row in rows["outbox"]}
    assert {"nudge", "retention"} == {row["kind"] for row in rows["deadlines"]}
    asking = {left_pending["asking"] for row in rows["intakes"] if (left_pending := _read(row["pending"]))}
    assert asking == {"confirm", "narrow", "edit", "delete"}
    states = {row["state"] for row in rows["intakes"]}
    assert {"consent", "review", "plan", "finished", "declined", "minor", "stopped"} <= states
    assert any(row["paused"] for row in rows["intakes"])
    assert any(_read(row["picked"]) for row in rows["intakes"])


def test_an_upgrade_keeps_every_value_of_every_row(url: str) -> None:
    before = rows_in(url)
    migrate(url)
    after = rows_in(url)
    for name, kept in before.items():
        if name != "alembic_version":
            assert len(after[name]) == len(kept)
            assert [{each: new[each] for each in was} for was, new in zip(kept, after[name], strict=True)] == kept


def test_every_intake_stands_in_the_queue_where_it_belongs(url: str, left: Old) -> None:
    migrate(url)
    rows = left.rows()["intakes"]
    with closing(open_database(url)) as database, database.look(LATER) as work:
        stages = {line.case: line.stage for line in work.cases.every(Wanted(), Sort.OLDEST)}
        for sort in Sort:
            assert len(list(work.cases.every(Wanted(), sort))) == len(rows)
    for row in rows:
        assert stages[row["case"]] == row.get("stage", _first_stage(row)), row["case"]


def test_every_intake_is_found_by_what_the_program_would_have_it_found_by(url: str, left: Old) -> None:
    migrate(url)
    unscreened = Screening(Verdict.READY, None, complete=True, findings=())
    before = left.rows().get("terms")
    with closing(open_database(url)) as database, database.look(LATER) as work:
        terms = stored(work, TermRow)
        for row in left.rows()["intakes"]:
            kept = work.intakes.find(row["case"])
            assert kept is not None
            found = {(each["kind"], each["term"]) for each in terms if each["intake_id"] == kept.id}
            if before is None:
                assert found == {(kind.value, term) for kind, term in terms_of(kept.intake, unscreened)}
            else:
                assert found == {(each["kind"], each["term"]) for each in before if each["intake_id"] == kept.id}


def test_every_answer_that_counted_counts_and_every_other_is_history(url: str, left: Old) -> None:
    migrate(url)
    rows = left.rows()
    with closing(open_database(url)) as database, database.look(LATER) as work:
        for row in rows["intakes"]:
            kept = work.intakes.find(row["case"])
            assert kept is not None
            given = [each for each in rows["answers"] if each["intake_id"] == row["id"]]
            assert set(kept.intake.answers) == {each["question"] for each in given if each["replaced_at"] is None}
            assert [each.question for each in work.intakes.history(kept)] == [each["question"] for each in given]
        assert len(stored(work, AnswerRow)) == len(rows["answers"])


def test_the_trail_is_whole_and_goes_on_where_it_ended(url: str, left: Old) -> None:
    migrate(url)
    trail = left.rows().get("audit", [])
    with closing(open_database(url)) as database, database.work(LATER) as work:
        last = f"{trail[-1]['id']}:{trail[-1]['digest']}" if trail else "0:"
        assert work.marks.get(Mark.TRAIL) == last
        assert work.marks.get(Mark.HELD) is None
        work.audit.add("verify", staff_id=None)
        checked = NOTHING_YET
        while not checked.is_over:
            checked = work.audit.check(checked)
        assert (checked.broken, checked.is_over, checked.number) == (None, True, len(trail) + 1)


def test_no_number_is_given_out_a_second_time(url: str, left: Old) -> None:
    migrate(url)
    with closing(open_database(url)) as database, database.work(LATER) as work:
        begun = work.intakes.begin(77, "form", "en")
        assert begun.id > left.counted["intakes"]
        assert work.outbox.put(77, None, "sendMessage", {"text": "hi"}) > left.counted["outbox"]


@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_a_migration_that_is_killed_leaves_the_old_tables_and_can_be_made_again(url: str, part: int) -> None:
    before, statements = rows_in(url), _statements(url)
    assert rows_in(url) == before
    at = statements * part // PARTS
    child = multiprocessing.get_context("spawn").Process(target=migrate_and_die, args=(url, at))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    assert rows_in(url) == before
    with pytest.raises(SchemaOld):
        open_database(url)
    migrate(url)
    open_database(url).close()
    assert {name: len(rows) for name, rows in rows_in(url).items() if name in before} == {
        name: len(rows) for name, rows in before.items()
    }


def migrate_and_die(url: str, at: int) -> None:
    """Migrate in a process of its own, killed before its statement number `at`."""
    numbers = count(1)

    def die_at(*_: Any) -> None:
        if next(numbers) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die_at)
    migrate(url)


def _statements(url: str) -> int:
    """How many statements the migration takes, by one that is undone."""
    numbers = count(1)
    made: list[int] = []

    def tell(*_: Any) -> None:
        made.append(next(numbers))

    def undo(_: Any) -> None:
        raise _Undone

    event.listen(Engine, "before_cursor_execute", tell)
    event.listen(Engine, "commit", undo)
    try:
        with pytest.raises(_Undone):
            migrate(url)
    finally:
        event.remove(Engine, "before_cursor_execute", tell)
        event.remove(Engine, "commit", undo)
    return len(made)


class _Undone(Exception):
    pass


def _first_stage(row: dict[str, Any]) -> Stage:
    """Where an intake belongs that was taken before there was a queue."""
    if row["state"] in ENDED_WITHOUT:
        return Stage.DECLINED
    is_urgent = not URGENT.isdisjoint(json.loads(row["mentions"]))
    return Stage.NEW if row["finished_at"] or is_urgent else Stage.UNFINISHED


def _read(stored_text: str | None) -> Any:
    return json.loads(stored_text) if stored_text else None
