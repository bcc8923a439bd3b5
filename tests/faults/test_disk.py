"""Faults of the disk under a file, and of whoever else has it open: all of them are waited for."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from storage.database import Database
from storage.engine import engine_for
from tests.bot.room import Room
from tests.bot.running import a_cloud, program
from tests.faults.resting import heard, is_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from flows.flow import Flow

ROOT = Path(__file__).parents[2]
LONG = "x" * 4000
"""So long that the file has to grow."""


class Disk:
    """What is wrong with it at the moment, as SQLite can be told."""

    CURES = ("PRAGMA query_only = OFF", "PRAGMA max_page_count = 1000000")

    def __init__(self) -> None:
        self.ill = ""

    def __call__(self, connection: Connection) -> None:
        for statement in (*self.CURES, *([self.ill] if self.ill else [])):
            connection.exec_driver_sql(statement)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def room(flow: Flow, database_url: str, hasty: None, disk: Disk) -> Iterator[Room]:
    engine = engine_for(database_url)
    event.listen(engine, "begin", disk)
    with closing(Database(engine)) as database:
        yield Room(flow, database)


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Another program has the file to itself."""
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("ill", ["PRAGMA query_only = ON", "PRAGMA max_page_count = 1"], ids=["read-only", "full"])
async def test_a_disk_that_takes_nothing_is_waited_for_and_no_update_is_blamed(
    room: Room, disk: Disk, ill: str
) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send(f"a{LONG}")
            await running.until(lambda: len(heard(room)) == 1 and is_at_rest(room))
            disk.ill = ill
            for word in "bcd":
                phone.send(f"{word}{LONG}")
            await running.until(lambda: [line["event"] for line in logged].count("database.busy") > 2)
            disk.ill = ""
            await running.until(lambda: len(heard(room)) == 4 and is_at_rest(room))
    assert [words[0] for words in heard(room)] == ["a", "b", "c", "d"]
    assert running.said == [room.words("nudge")] * 4
    assert "turn.failed" not in [line["event"] for line in logged]


async def test_another_program_that_has_the_file_for_longer_than_we_wait_is_waited_for(
    room: Room, database_url: str
) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await running.until(lambda: heard(room) == ["a"] and is_at_rest(room))
            with locked(database_url):
                phone.send("b")
                await running.until(lambda: [line["event"] for line in logged].count("database.busy") > 2)
            await running.until(lambda: heard(room) == ["a", "b"] and is_at_rest(room))
    assert "turn.failed" not in [line["event"] for line in logged]


STORY = """
import asyncio, resource, signal, sys
from contextlib import closing
from pathlib import Path
from structlog.testing import capture_logs
from flows.flow import load
from storage.database import open_database
from tests.bot.room import Room
from tests.bot.running import a_cloud, program

async def story(room, file):
    cloud, phone = a_cloud()
    limit, never = resource.getrlimit(resource.RLIMIT_FSIZE)
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await running.hears(room.words("nudge"))
            resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, never))
            for _ in range(3):
                phone.send("b" * 4000)
            await running.until(lambda: "database.busy" in [line["event"] for line in logged])
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, never))
            await running.hears(*[room.words("nudge")] * 4)
            await running.stop()

file = Path(sys.argv[1])
with closing(open_database(f"sqlite:///{file}")) as database:
    asyncio.run(story(Room(load(), database), file))
print("served")
"""


def test_a_file_that_may_not_grow_is_waited_for(database_url: str) -> None:
    file = database_url.removeprefix("sqlite:///")
    done = subprocess.run([sys.executable, "-c", STORY, file], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().endswith("served\n")
