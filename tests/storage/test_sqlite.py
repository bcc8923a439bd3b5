"""Tests of what SQLite is told."""

import sqlite3
from pathlib import Path
from unittest.mock import create_autospec

import pytest
from sqlalchemy import Engine, make_url
from sqlalchemy.dialects import registry

from storage.database import open_database
from storage.engine import engine_for
from storage.sqlite import ask_for_scrubbing, file_of, journal_mode, links_broken, scrub
from tests.storage.given import NOW, is_scrubbed


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0), (4, 0, 0), (3, 50, 7), (3, 50, 9), (3, 44, 6)])
def test_wal_is_used_where_its_reset_bug_is_mended(version: tuple[int, ...]) -> None:
    assert journal_mode(version) == "WAL"


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 50, 6), (3, 51, 0), (3, 51, 2)])
def test_the_rollback_journal_is_used_elsewhere(version: tuple[int, ...]) -> None:
    assert journal_mode(version) == "DELETE"


@pytest.mark.parametrize(
    ("pragma", "setting"),
    [
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("journal_mode", journal_mode(sqlite3.sqlite_version_info).lower()),
    ],
)
def test_every_connection_is_set_up(sqlite_url: str, pragma: str, setting: object) -> None:
    database = open_database(sqlite_url)
    with database.work(NOW) as work:
        assert work.inbox.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == setting
    database.close()


def test_a_file_has_one_true_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.db").symlink_to(tmp_path / "bot.db")
    names = ("sqlite:///bot.db", f"sqlite:///{tmp_path}/bot.db", "sqlite:///link.db")
    assert {file_of(make_url(name)) for name in names} == {tmp_path / "bot.db"}


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "postgresql+psycopg://host/bot"])
def test_what_is_no_file_has_no_path(url: str) -> None:
    assert file_of(make_url(url)) is None


def test_the_wish_to_scrub_is_part_of_the_transaction(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    with engine.connect() as connection:
        ask_for_scrubbing(connection)
    assert is_scrubbed(sqlite_url)
    with engine.begin() as connection:
        ask_for_scrubbing(connection)
    assert not is_scrubbed(sqlite_url)
    scrub(engine)
    assert is_scrubbed(sqlite_url)
    engine.dispose()


def test_a_file_without_leftovers_is_not_written_anew(file: Path, sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    before = file.stat()
    scrub(engine)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    engine.dispose()


def test_a_database_that_is_no_file_of_ours_is_left_to_itself() -> None:
    engine = create_autospec(Engine, instance=True)
    engine.dialect = registry.load("postgresql")()
    scrub(engine)
    engine.raw_connection.assert_not_called()


def test_scrubbing_that_finds_the_file_busy_is_left_for_the_next_chance(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite.WAITS_MS", 1)
    engine = engine_for(sqlite_url)
    with engine.begin() as connection:
        ask_for_scrubbing(connection)
    with engine.connect() as busy:
        busy.begin()
        scrub(engine)
    assert not is_scrubbed(sqlite_url)
    engine.dispose()


def test_rows_that_link_to_nothing_are_noticed(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url, foreign_keys=False)
    with engine.connect() as connection:
        assert not links_broken(connection)
        connection.exec_driver_sql(
            "INSERT INTO lines (turn_id, speaker, text, buttons, at) VALUES (404, 'bot', '', '[]', '2026-11-03')"
        )
        assert links_broken(connection)
    engine.dispose()
