"""Faults of a database file under a program that uses it."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.scribe import utc_now
from storage.database import open_database
from storage.marks import Mark
from storage.refusals import Broken, FileGone, Refused, Replaced
from storage.sqlite import journal_mode
from tests.bot.running import a_cloud, program
from tests.faults.resting import answered

if TYPE_CHECKING:
    from tests.bot.room import Room
    from tests.bot.running import Program

NOW = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)
HEADER = 100
"""Bytes at the beginning of a file that say that it is SQLite's."""


@pytest.fixture
def file(database_url: str) -> Path:
    return Path(database_url.removeprefix("sqlite:///"))


def beside(file: Path) -> Path:
    return file.with_name("elsewhere.sqlite3")


def delete(file: Path) -> None:
    file.unlink()


def move(file: Path, target: Path) -> None:
    file.replace(target)


def last_seen(room: Room) -> datetime:
    with room.database.look(utc_now()) as work:
        return work.workers.last_seen() or NOW


def stored(file: Path) -> list[str]:
    """The database files in the folder."""
    return [found.name for found in file.parent.iterdir() if found.suffix == ".sqlite3"]


def copied(source: Path, target: Path, held: Path) -> None:
    """As `cp` does it, in a moment in which the program writes nothing."""
    with closing(sqlite3.connect(held, isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        # In a process of its own: whoever closes a file lets go of all locks that its process has on it.
        subprocess.run(["cp", str(source), str(target)], check=True)
        other.execute("ROLLBACK")


def overwrite(file: Path, start: int) -> None:
    """Noise instead of everything from here on; the size stays."""
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(b"\xa5" * (file.stat().st_size - start))


async def ends_with(running: Program, reason: type[Refused]) -> None:
    """Wait until the program ends by itself, and why."""
    with pytest.raises(reason):
        await running.hears("never said")


def stored_updates(file: Path) -> int:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM inbox").fetchone()[0])


async def test_a_file_that_is_deleted_ends_the_program_with_a_sentence(room: Room, file: Path) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await answered(room, running, "a")
        delete(file)
        await ends_with(running, FileGone)
    assert stored(file) == [], "an empty file would look like a new clinic"


async def test_what_comes_after_a_file_was_deleted_stays_at_telegram(room: Room, file: Path) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await answered(room, running, "a")
        move(file, beside(file))
        phone.send("b")
        await ends_with(running, FileGone)
    move(beside(file), file)
    with closing(open_database(f"sqlite:///{file}")) as database:
        room.database = database
        async with program(room, cloud, phone) as running:
            await answered(room, running, "a", "b")
            assert running.said == [room.words("nudge")] * 2
    assert stored_updates(file) == 2


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_nothing_counts_as_committed_once_the_file_is_gone(
    file: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite.journal_mode", lambda _: mode)
    with closing(open_database(f"sqlite:///{file}")) as database:
        with database.work(NOW) as work:
            work.marks.set(Mark.HELD, "kept")
            work.commit()
        with database.work(NOW) as work:
            work.marks.set(Mark.HELD, "lost")
            file.unlink()
            with pytest.raises(FileGone):
                work.commit()
        with pytest.raises(FileGone), database.look(NOW):
            raise AssertionError("there is nothing to look at")
    assert not file.exists()


async def test_a_file_that_another_is_moved_over_ends_the_program(room: Room, file: Path) -> None:
    cloud, phone = a_cloud()
    shutil.copy(file, beside(file))
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await answered(room, running, "a")
        move(beside(file), file)
        await ends_with(running, Replaced)
    assert stored_updates(file) == 0, "nothing was written into the other file"


async def test_a_file_that_an_older_one_is_copied_into_ends_the_program(room: Room, file: Path) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        phone.send("a")
        await answered(room, running, "a")
        copied(file, beside(file), held=file)
        phone.send("b")
        await answered(room, running, "a", "b")
        # The program knows what it has left by its own row, which it renews all the time.
        then = utc_now()
        await running.until(lambda: last_seen(room) > then)
        copied(beside(file), file, held=file)
        await ends_with(running, Replaced)


@pytest.mark.parametrize("start", [0, HEADER], ids=["whole", "behind the header"])
async def test_a_damaged_file_ends_the_program_and_blames_no_update(room: Room, file: Path, start: int) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await answered(room, running, "a")
            phone.send("b")
            overwrite(file, start)
            await ends_with(running, Broken)
    assert running.said.count(room.words("sorry-trouble")) == 0
    assert "quarantine" not in [line.get("outcome") for line in logged]


@pytest.mark.parametrize("start", [0, HEADER], ids=["whole", "behind the header"])
def test_a_damaged_file_is_not_opened(file: Path, start: int) -> None:
    overwrite(file, start)
    with pytest.raises(Broken, match="backup"):
        open_database(f"sqlite:///{file}")


async def test_a_single_damaged_table_ends_the_program_as_well(room: Room, file: Path) -> None:
    """Damage that shows up in the middle of a Turn is not the Update's."""
    cloud, phone = a_cloud()
    with closing(sqlite3.connect(file)) as connection:
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'lines'").fetchone()
    async with program(room, cloud, phone) as running:
        await running.until(lambda: running.workers.shift.holder > 0)
        with file.open("r+b") as opened:
            opened.seek((root - 1) * page_size)
            opened.write(b"\xa5" * page_size)
        phone.send("a")
        await ends_with(running, Broken)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT state, attempts FROM inbox").fetchall() in ([], [("waiting", 1)])


def test_the_journal_mode_is_tried_both_ways() -> None:
    assert {journal_mode((3, 40, 1)), journal_mode((3, 51, 3))} == {"DELETE", "WAL"}
