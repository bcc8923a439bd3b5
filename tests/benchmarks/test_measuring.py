"""Tests of whole measurements: our program does the work over HTTP, and all of it is stored."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from storage.database import migrate
from tests.benchmarks.contenders import CONTENDERS, HEADLINE
from tests.benchmarks.keeping import Lost, check_kept
from tests.benchmarks.launching import Failed
from tests.benchmarks.measuring import FIRST_PERSON, PEOPLE, Task, measured
from tests.benchmarks.recording import record
from tests.benchmarks.work import ACTS, Work

if TYPE_CHECKING:
    from tests.benchmarks.contenders import Contender

OURS = [each for each in CONTENDERS if each.store == "sqlite"]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """What our program says to somebody who goes through the whole form, written down once."""
    folder = tmp_path_factory.mktemp("recording")
    work = asyncio.run(record(folder))
    work.save(folder / "work.json")
    assert Work.load(folder / "work.json") == work
    return work


def run(contender: Contender, work: Work, folder: Path, load: str) -> tuple[Task, dict[str, Any]]:
    """One short measurement by a crowd of two."""
    url = str(folder / "pickle")
    if contender.ours:
        url = f"sqlite:///{folder / 'intakes.sqlite3'}"
        migrate(url)
    work.save(folder / "work.json")
    task = Task(contender.name, load, str(folder), str(folder / "work.json"), url, 0, 3, 2.0, 0.1, clients=2)
    return task, asyncio.run(measured(contender, task))


def test_the_work_is_a_whole_intake(work: Work) -> None:
    assert [step.act for step in work.steps] == list(ACTS)
    assert all(step.awaited for step in work.steps)
    assert all(step.calls[0].method == "answerCallbackQuery" for step in work.steps if step.act.by == "tap")


@pytest.mark.parametrize("contender", OURS, ids=lambda contender: contender.name)
def test_ours_does_the_work_and_everything_of_it_is_stored(contender: Contender, work: Work, tmp_path: Path) -> None:
    task, figures = run(contender, work, tmp_path, "full")
    people = figures["people"]
    assert people
    assert all(PEOPLE * 3 <= person - FIRST_PERSON < PEOPLE * 4 for person in people)
    assert check_kept(contender, task.state, people, work) == len(people)
    assert (figures["surplus"], figures["refused"]) == (0, 0)
    assert figures["calls_per_intake"] == work.calls
    assert figures["acts_in_all"] == len(people) * len(work.steps)
    assert figures["pss"] > 0 < figures["cold_start"]


def test_a_peer_does_the_same_work_and_is_charged_for_what_it_stores_last(work: Work, tmp_path: Path) -> None:
    ptb = next(each for each in CONTENDERS if each.name == HEADLINE)
    task, figures = run(ptb, work, tmp_path, "full")
    people = figures["people"]
    assert figures["calls_per_intake"] == work.calls
    assert figures["acts_in_all"] == len(people) * len(work.steps)
    assert check_kept(ptb, task.state, people, work) == len(people) >= 2
    assert figures["updates_per_second"] < figures["answered_per_second"]
    assert figures["cpu_ms"] >= figures["cpu_ms_answered"]


def test_acts_that_come_by_chance_are_all_answered(work: Work, tmp_path: Path) -> None:
    _, figures = run(OURS[0], work, tmp_path, "paced")
    assert figures["updates"] > 10
    assert (figures["surplus"], figures["refused"]) == (0, 0)
    assert figures["p99_ms"] >= figures["p50_ms"] > 0


def test_what_is_not_stored_is_missed(work: Work, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    migrate(url)
    with pytest.raises(Lost):
        check_kept(OURS[0], url, [FIRST_PERSON], work)


def test_one_that_does_not_start_is_told_with_its_last_words(work: Work, tmp_path: Path) -> None:
    work.save(tmp_path / "work.json")
    nowhere = f"sqlite:///{tmp_path / 'not-migrated.sqlite3'}"
    task = Task(OURS[0].name, "full", str(tmp_path), str(tmp_path / "work.json"), nowhere, 0, 1, 1.0)
    with pytest.raises(Failed, match="migrate"):
        asyncio.run(measured(OURS[0], task))
