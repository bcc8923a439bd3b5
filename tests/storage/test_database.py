"""Tests of opening a database: only tables of ours, only one process, and no update lost between two writers."""

import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import create_engine, text

from storage.chats import Chat
from storage.database import REWRITES, SCRUBS, Database, migrate, one_process, open_database
from storage.engine import engine_for
from storage.leftovers import ask_for_scrubbing
from storage.refusals import AlreadyRunning, Broken, Refused, SchemaMissing, SchemaNewer, SchemaOld, Unreachable
from storage.tables import ChatRow
from tests.postgres import Server
from tests.storage.given import CHAT, NOW, is_scrubbed, stored

EACH = 150


def test_two_writers_at_once_lose_nothing(url: str) -> None:
    writers = [Thread(target=_count_up, args=(url,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    database = open_database(url)
    with database.work(NOW) as work:
        assert work.chats.get(CHAT).album == str(2 * EACH)
    database.close()


def _count_up(url: str) -> None:
    """Reads, then writes: what a transaction that locks too late, or not at all, gets wrong."""
    database = open_database(url)
    for _ in range(EACH):
        with database.work(NOW) as work:
            work.alone_with(CHAT)
            count = int(work.chats.get(CHAT).album or 0)
            work.chats.save(Chat(CHAT, album=str(count + 1)))
            work.commit()
    database.close()


def test_a_file_that_is_not_there_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(SchemaMissing):
        open_database(f"sqlite:///{tmp_path}/bot.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bot.db").touch()
    with pytest.raises(SchemaMissing):
        open_database(f"sqlite:///{tmp_path}/bot.db")


def test_tables_of_a_program_to_come_are_refused(url: str) -> None:
    _pretend_version(url, "9999")
    with pytest.raises(SchemaNewer):
        open_database(url)


def test_tables_of_a_program_gone_by_are_refused(url: str, a_step_ahead: Callable[[], None]) -> None:
    a_step_ahead()
    with pytest.raises(SchemaOld):
        open_database(url)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_text("a letter to the clinic, certainly no database" * 100)
    with pytest.raises(Broken):
        open_database(f"sqlite:///{tmp_path}/bot.db")


def test_every_refusal_is_one_sentence() -> None:
    refusals = Refused.__subclasses__()
    assert len(refusals) >= 6
    assert all(str(refusal()).endswith(".") and "\n" not in str(refusal()) for refusal in refusals)


def test_leftovers_of_a_program_that_died_are_scrubbed_at_the_next_start(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    with engine.begin() as connection:
        ask_for_scrubbing(connection)
    engine.dispose()
    database = open_database(sqlite_url)
    assert is_scrubbed(sqlite_url)
    database.close()


def test_a_clean_stop_leaves_no_leftovers_in_a_file(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    _erase_one(database)
    assert not is_scrubbed(sqlite_url)
    database.close()
    assert is_scrubbed(sqlite_url)


def test_leftovers_on_a_server_outlive_a_stop_and_are_scrubbed_by_whoever_tidies_next(server: Server) -> None:
    with server.database() as url:
        database = open_database(url)
        _erase_one(database)
        database.close()
        assert not is_scrubbed(url)
        database = open_database(url)
        database.tidy(NOW, timedelta(days=7))
        assert is_scrubbed(url)
        database.close()


def test_leftovers_are_scrubbed_in_quiet_moments_once_in_a_while(url: str) -> None:
    often = SCRUBS if url.startswith("sqlite") else REWRITES
    database = open_database(url)
    database.tidy(NOW, timedelta(days=7))
    _erase_one(database)
    database.tidy(NOW + often - timedelta(seconds=1), timedelta(days=7))
    assert not is_scrubbed(url)
    database.tidy(NOW + often, timedelta(days=7))
    assert is_scrubbed(url)
    _erase_one(database)
    database.tidy(NOW - timedelta(hours=1), timedelta(days=7))
    assert is_scrubbed(url)
    database.close()


def test_who_asks_to_be_erased_from_a_file_does_not_wait_for_a_quiet_moment(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    with database.work(NOW) as work:
        work.erase(CHAT)
        work.commit()
    assert is_scrubbed(sqlite_url)
    database.close()


def test_what_nobody_needs_goes_once_a_day(database: Database) -> None:
    database.tidy(NOW, timedelta(days=7))
    with database.work(NOW) as work:
        work.chats.save(Chat(CHAT))
        work.commit()
    for day, left in ((0.9, 1), (1, 0)):
        database.tidy(NOW + timedelta(days=day), timedelta(days=7))
        with database.work(NOW) as work:
            assert len(stored(work, ChatRow)) == left


def _erase_one(database: Database) -> None:
    with database.work(NOW) as work:
        work.retention.erase_intake(work.intakes.begin(CHAT, "form", "en").id)
        work.commit()


def test_the_file_and_its_lock_are_for_the_owner_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    migrate(url)
    with one_process(url):
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {"bot.db": 0o600, "bot.db.lock": 0o600}


HOLDER = """
import sys
from storage.database import one_process
with one_process(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_on_the_same_file_is_refused_until_the_first_is_killed(sqlite_url: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, sqlite_url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunning), one_process(sqlite_url):
            pass
        holder.kill()
    with one_process(sqlite_url):
        pass


def test_the_lock_is_let_go_when_the_work_is_over(url: str) -> None:
    for _ in range(2):
        with one_process(url):
            pass


def test_a_lock_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreachable), one_process(f"sqlite:///{tmp_path}/missing/bot.db"):
        pass


def test_a_database_that_is_no_file_needs_no_lock_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with one_process("postgresql+psycopg://host/bot"):
        assert list(tmp_path.iterdir()) == []


def _pretend_version(url: str, version: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    engine.dispose()
