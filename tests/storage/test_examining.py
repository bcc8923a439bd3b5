"""A database is looked over whatever state it is in, and what is wrong comes without a secret."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from storage import examining
from storage.database import one_process, open_database
from storage.engine import parsed
from storage.examining import examine, keeps_sessions
from storage.postgres import parameters
from storage.sqlite import journal_mode
from tests.postgres import Server
from tests.storage.given import BOT, NOW, arrived


def test_a_database_of_ours_is_known_with_what_waits_in_it(url: str) -> None:
    with closing(open_database(url)) as database, database.work(NOW) as work:
        work.inbox.ingest(BOT, [arrived(1)], 2)
        work.commit()
    found = examine(url, NOW)
    assert (found.problem, found.bots, found.is_in_use) == ("", frozenset({BOT}), False)
    assert found.queues is not None
    assert found.queues.updates == 1
    assert (found.file is None) == url.startswith("postgresql")
    assert (found.server is None) == url.startswith("sqlite")


def test_a_worker_that_was_seen_of_late_uses_a_server(url: str) -> None:
    with closing(open_database(url)) as database, database.work(NOW) as work:
        work.workers.join(1, "here")
        work.commit()
    assert examine(url, NOW).is_in_use == url.startswith("postgresql")
    assert not examine(url, NOW + timedelta(minutes=2)).is_in_use


def test_looking_changes_nothing(file: Path, sqlite_url: str) -> None:
    before, listed = file.read_bytes(), sorted(file.parent.iterdir())
    examine(sqlite_url, NOW)
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == listed


def test_a_sound_file_is_whole_private_and_in_the_right_mode(file: Path, sqlite_url: str) -> None:
    found = examine(sqlite_url, NOW).file
    assert found is not None
    assert (found.whole, found.is_private, found.is_writable) == (True, True, True)
    assert found.size == file.stat().st_size
    assert found.journal == found.wanted_journal


def test_a_file_that_others_may_read_is_not_private(file: Path, sqlite_url: str) -> None:
    file.chmod(0o644)
    found = examine(sqlite_url, NOW).file
    assert found is not None
    assert not found.is_private


def test_a_file_in_another_mode_says_which(file: Path, sqlite_url: str) -> None:
    other = "WAL" if journal_mode(sqlite3.sqlite_version_info) == "DELETE" else "DELETE"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA journal_mode = {other}")
    found = examine(sqlite_url, NOW).file
    assert found is not None
    assert (found.journal, found.wanted_journal != other) == (other, True)


def test_a_file_that_is_damaged_is_not_whole(file: Path, sqlite_url: str) -> None:
    content = bytearray(file.read_bytes())
    content[4096 : 4096 * 6] = b"\xff" * (4096 * 5)
    file.write_bytes(content)
    found = examine(sqlite_url, NOW)
    assert found.file is not None
    assert found.file.whole is False


def test_a_file_whose_first_page_is_damaged_says_so(file: Path, sqlite_url: str) -> None:
    content = bytearray(file.read_bytes())
    content[100:4096] = b"\xff" * 3996
    file.write_bytes(content)
    assert examine(sqlite_url, NOW).problem == examining.DAMAGED


def test_a_file_that_is_no_database_says_so(file: Path, sqlite_url: str) -> None:
    file.write_bytes(b"this was a letter to grandmother once" * 200)
    assert examine(sqlite_url, NOW).problem == examining.DAMAGED


def test_a_file_that_is_not_there_is_to_be_made(tmp_path: Path) -> None:
    found = examine(f"sqlite:///{tmp_path}/none.db", NOW)
    assert "migrate" in found.problem
    assert not list(tmp_path.iterdir())


def test_a_file_that_the_program_has_is_in_use(sqlite_url: str) -> None:
    with one_process(sqlite_url):
        assert examine(sqlite_url, NOW).is_in_use
    assert not examine(sqlite_url, NOW).is_in_use


def test_a_large_file_is_not_read_through_while_the_program_has_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "LARGE", 1)
    with one_process(sqlite_url):
        found = examine(sqlite_url, NOW).file
    assert found is not None
    assert found.whole is None


def test_tables_that_are_not_ours_are_a_problem_and_the_rest_is_known(url: str) -> None:
    with closing(open_database(url)) as database, database.work(NOW) as work:
        work.inbox.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        work.commit()
    found = examine(url, NOW)
    assert "newer" in found.problem
    assert found.queues is None
    assert found.file or found.server


def test_an_address_that_makes_no_sense_is_a_sentence() -> None:
    assert "DATABASE_URL" in examine("nonsense", NOW).problem


def test_a_server_tells_its_version_the_time_and_its_sessions_apart(server: Server) -> None:
    with server.database() as url:
        found = examine(url, NOW).server
    assert found is not None
    assert found.version.split(".")[0].isdigit()
    assert abs(found.ahead) < 60
    assert found.keeps_sessions


def test_a_server_that_is_not_there_is_named_without_the_address() -> None:
    found = examine("postgresql://intake:hunter2@127.0.0.1:9/intake", NOW)
    assert found.problem
    assert "hunter2" not in found.problem
    assert "127.0.0.1" not in found.problem


@pytest.mark.parametrize(
    ("failure", "named"),
    [
        (psycopg.OperationalError("unsupported startup parameter: options, host=hunter2"), "pooler"),
        (psycopg.errors.InvalidPassword("hunter2"), "28P01"),
        (psycopg.OperationalError("hunter2"), "OperationalError"),
    ],
)
def test_why_a_server_lets_nobody_in_is_named_by_its_kind(
    failure: psycopg.Error, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_given: object) -> None:
        raise failure

    monkeypatch.setattr(psycopg, "connect", refuse)
    problem = examine("postgresql://intake@127.0.0.1/intake", NOW).problem
    assert named in problem
    assert "hunter2" not in problem


def test_one_session_for_two_connections_is_seen(server: Server) -> None:
    with server.database() as url, closing(psycopg.connect(**parameters(parsed(url)), autocommit=True)) as shared:
        assert not keeps_sessions(shared, shared)


class Swapped:
    """A connection behind a pooler: it gets another session as soon as somebody else is in a transaction."""

    def __init__(self, *sessions: psycopg.Connection[tuple[object, ...]]) -> None:
        self.sessions = sessions

    def execute(self, *asked: object) -> object:
        session = self.sessions[0]
        self.sessions = self.sessions[::-1]
        return session.execute(*asked)  # type: ignore[call-overload] # whatever was asked


def test_a_connection_that_changes_its_session_is_seen(server: Server) -> None:
    with server.database() as url:
        given = parameters(parsed(url))
        with (
            closing(psycopg.connect(**given, autocommit=True)) as first,
            closing(psycopg.connect(**given, autocommit=True)) as later,
            closing(psycopg.connect(**given, autocommit=True)) as other,
        ):
            assert keeps_sessions(first, other)
            assert not keeps_sessions(Swapped(first, later), other)  # type: ignore[arg-type] # stands in for a connection
