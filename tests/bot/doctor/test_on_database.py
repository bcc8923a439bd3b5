"""What was found in the database, as findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.doctor.on_database import WAITS, database, work, workers
from storage.examining import Examined, File, Server
from storage.queues import Queues
from tests.bot.doctor.levels import levels, only, troubles
from tests.bot.room import NOW

FILE = File(Path("intake.sqlite3"), 1_000_000, "DELETE", "DELETE", is_private=True, is_writable=True, whole=True)
SERVER = Server("18.1", 0.0, keeps_sessions=True)
CALM = Queues(0, None, 0, 0, None, 0, 0, 0, 1, NOW, "", "0003")


@pytest.mark.parametrize("found", [Examined(file=FILE), Examined(server=SERVER)])
def test_a_database_in_order_is_well(found: Examined) -> None:
    assert set(levels(database(found))) == {"ok"}


@pytest.mark.parametrize(
    ("file", "level"),
    [
        (replace(FILE, whole=False), "wrong"),
        (replace(FILE, whole=None), "look"),
        (replace(FILE, is_private=False), "look"),
        (replace(FILE, is_writable=False), "wrong"),
        (replace(FILE, journal="WAL"), "look"),
    ],
)
def test_what_is_the_matter_with_a_file_is_told(file: File, level: str) -> None:
    assert only(database(Examined(file=file))).level == level


def test_a_pooler_that_breaks_locks_is_wrong() -> None:
    found = only(database(Examined(server=replace(SERVER, keeps_sessions=False))))
    assert (found.level, "pooler" in found.says) == ("wrong", True)


def test_a_database_that_cannot_be_used_says_why() -> None:
    found = only(database(Examined(problem="Migrate it first.")))
    assert (found.level, found.says) == ("wrong", "Migrate it first.")


def test_where_nothing_is_amiss_the_work_is_well() -> None:
    assert levels(work(CALM, NOW)) == ["ok"]


@pytest.mark.parametrize(
    ("changed", "level", "command"),
    [
        ({"held": "restored"}, "wrong", "release"),
        ({"quarantined": 2}, "look", "quarantine list"),
        ({"lost": 2}, "look", "trouble"),
        ({"overdue": 2}, "look", ""),
    ],
)
def test_what_waits_for_a_person_is_told_with_the_command_for_it(
    changed: dict[str, int | str], level: str, command: str
) -> None:
    queues = replace(CALM, **changed)  # type: ignore[arg-type] # each is of its column's kind
    found = only(work(queues, NOW))
    assert (found.level, command in found.says) == (level, True)


@pytest.mark.parametrize("name", ["oldest_update", "oldest_letter"])
def test_what_waits_for_long_is_told(name: str) -> None:
    since = NOW - timedelta(seconds=WAITS)
    queues = replace(CALM, **{name: since})  # type: ignore[arg-type] # both are moments
    assert troubles(work(queues, NOW)) == []
    assert only(work(queues, NOW + timedelta(seconds=1))).level == "look"


def test_whether_it_runs_is_told() -> None:
    assert levels(workers(Examined())) == ["look"]
    assert levels(workers(Examined(is_in_use=True))) == ["ok"]
    (found,) = workers(Examined(is_in_use=True, queues=replace(CALM, workers=4)))
    assert (found.level, "4" in found.says) == ("ok", True)
