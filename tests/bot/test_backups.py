"""Backups: one whole file or none, and back into an empty database, held until a person lets it go."""

from __future__ import annotations

import gzip
import shutil
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from bot import backups, moving, releasing
from bot.backups import BackupRefused
from bot.taking_turns import take_update
from bot.verifying import invariants
from storage.copying import NotEmpty
from storage.database import migrate, one_process, open_database
from storage.marks import Mark
from storage.outbox import OPEN
from storage.refusals import AlreadyRunning, SchemaNewer
from storage.streaming import Damaged, NotOurs
from storage.tables import OutboxRow, table
from tests.bot.room import Room
from tests.bot.test_verifying import execute, lived
from tests.bot.updates import CLIENT, text
from tests.planted import PLANTED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flows.flow import Flow
    from tests.postgres import Server

__all__ = ["lived"]

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
KEY = "a long password"


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is cheap here."""
    monkeypatch.setattr("bot.sealing.COST", 2)


@pytest.fixture
def url(lived: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(lived, tmp_path / 'lived.sqlite3')}"


@pytest.fixture
def empty(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new.sqlite3"


@pytest.mark.parametrize("key", ["", KEY])
def test_a_backup_comes_back_whole_and_held(key: str, url: str, empty: str, tmp_path: Path, flow: Flow) -> None:
    kept = backups.write(url, tmp_path / "backup", key, NOW)
    assert kept.is_sealed == bool(key)
    assert kept.head.made_at == NOW
    assert backups.check(kept.path, key) == kept
    restored = backups.restore(kept.path, key, empty, NOW)
    assert restored.rows == kept.rows
    with closing(open_database(empty)) as database:
        assert invariants(database, flow) == []
        with database.look(NOW) as work:
            assert work.marks.get(Mark.HELD) == NOW.isoformat()


def test_a_server_is_backed_up_and_restored_alike(url: str, server: Server, tmp_path: Path) -> None:
    with server.database(template="template0") as first, server.database() as second:
        moving.move(url, first, NOW)
        kept = backups.write(first, tmp_path / "backup", "", NOW)
        assert backups.restore(kept.path, "", second, NOW).rows == kept.rows
        again = backups.write(second, tmp_path / "again", "", NOW)
        assert dict(again.rows) == {**kept.rows, **{name: kept.rows[name] + 1 for name in ("marks", "audit")}}


def test_the_file_is_for_its_owner_and_stands_alone(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    kept = backups.write(url, backups.place_in(folder, NOW), "", NOW)
    assert list(folder.iterdir()) == [kept.path]
    assert kept.path.name == "intake-20261105T120000Z.intake-backup"
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_no_backup_is_overwritten(url: str, tmp_path: Path) -> None:
    (tmp_path / "backup").write_text("mine")
    with pytest.raises(BackupRefused, match="ever overwritten"):
        backups.write(url, tmp_path / "backup", "", NOW)
    assert (tmp_path / "backup").read_text() == "mine"


def test_one_that_appears_meanwhile_is_not_overwritten_either(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = backups.check

    def and_somebody_else(path: Path, password: str) -> backups.Kept:
        (tmp_path / "backup").write_text("mine")
        return checked(path, password)

    monkeypatch.setattr("bot.backups.check", and_somebody_else)
    with pytest.raises(BackupRefused):
        backups.write(url, tmp_path / "backup", "", NOW)
    assert (tmp_path / "backup").read_text() == "mine"


def test_one_that_does_not_read_back_gets_no_name(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bad_disk(_path: Path, _password: str) -> backups.Kept:
        raise Damaged

    monkeypatch.setattr("bot.backups.check", bad_disk)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Damaged):
        backups.write(url, tmp_path / "backup", "", NOW)
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there_is_a_sentence(url: str, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="cannot be written"):
        backups.write(url, tmp_path / "missing" / "backup", "", NOW)


def test_of_a_sealed_backup_no_word_can_be_found(database_url: str, tmp_path: Path, flow: Flow) -> None:
    with closing(open_database(database_url)) as database:
        Room(flow, database).receive(*map(text, PLANTED))
    plain = backups.write(database_url, tmp_path / "plain", "", NOW)
    kept = backups.write(database_url, tmp_path / "sealed", KEY, NOW)
    readable, unreadable = gzip.decompress(plain.path.read_bytes()), kept.path.read_bytes()
    found = [word for word in PLANTED if word.replace('"', '\\"').encode() in readable]
    assert len(found) > len(PLANTED) / 2
    assert not [word for word in found if word.encode() in unreadable]
    assert b"intakes" not in unreadable


def _flipped(file: bytes) -> bytes:
    return file[: len(file) // 2] + bytes([file[len(file) // 2] ^ 255]) + file[len(file) // 2 + 1 :]


HARM: Mapping[str, Callable[[bytes], bytes]] = {
    "cut": lambda file: file[:-9],
    "cut in the middle": lambda file: file[: len(file) // 2],
    "flipped": _flipped,
    "longer": lambda file: file + b"more",
    "twice": lambda file: file + file,
}


@pytest.mark.parametrize("key", ["", KEY])
@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_backup_is_refused_and_nothing_is_written(
    harm: str, key: str, url: str, empty: str, tmp_path: Path
) -> None:
    kept = backups.write(url, tmp_path / "backup", key, NOW)
    kept.path.write_bytes(HARM[harm](kept.path.read_bytes()))
    with pytest.raises(Damaged):
        backups.check(kept.path, key)
    with pytest.raises(Damaged):
        backups.restore(kept.path, key, empty, NOW)
    assert not (tmp_path / "new.sqlite3").exists()


def test_another_key_or_none_is_a_sentence(url: str, empty: str, tmp_path: Path) -> None:
    kept = backups.write(url, tmp_path / "backup", KEY, NOW)
    for key, told in (("another", "not the key"), ("", "is encrypted")):
        with pytest.raises(BackupRefused, match=told):
            backups.restore(kept.path, key, empty, NOW)
    assert not (tmp_path / "new.sqlite3").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no backup", gzip.compress(b"no backup\n"), gzip.compress(b"{}\n")],
    ids=["nothing", "text", "text in gzip", "json in gzip"],
)
def test_what_is_no_backup_is_not_taken_for_one(content: bytes, empty: str, tmp_path: Path) -> None:
    (tmp_path / "backup").write_bytes(content)
    with pytest.raises(NotOurs):
        backups.restore(tmp_path / "backup", "", empty, NOW)
    with pytest.raises(BackupRefused, match="cannot be read"):
        backups.check(tmp_path / "missing", "")


def test_a_database_with_clients_is_not_restored_into(url: str, tmp_path: Path) -> None:
    kept = backups.write(url, tmp_path / "backup", "", NOW)
    with pytest.raises(NotEmpty):
        backups.restore(kept.path, "", url, NOW)


def test_a_running_program_may_be_backed_up_and_not_restored_into(url: str, empty: str, tmp_path: Path) -> None:
    migrate(empty)
    with one_process(url), one_process(empty):
        kept = backups.write(url, tmp_path / "backup", "", NOW)
        with pytest.raises(AlreadyRunning):
            backups.restore(kept.path, "", empty, NOW)


def test_tables_of_a_newer_program_are_not_backed_up(url: str, tmp_path: Path) -> None:
    execute(Path(url.removeprefix("sqlite:///")), "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaNewer):
        backups.write(url, tmp_path / "backup", "", NOW)


def test_each_backup_taken_under_load_is_consistent(database_url: str, tmp_path: Path, flow: Flow) -> None:
    """Meanwhile the program takes Turns; every copy is a state that it was in."""
    enough, taken = Event(), 0

    def serve() -> None:
        nonlocal taken
        with closing(open_database(database_url)) as database:
            room = Room(flow, database)
            while not enough.is_set():
                taken += 1
                room.receive(text(f"hello {taken}"))
                while take_update(room.desk, room.now):
                    pass

    program = Thread(target=serve)
    program.start()
    kept = []
    for number in range(3):
        before = taken
        kept.append(backups.write(database_url, tmp_path / f"backup{number}", "", NOW))
        while taken < before + 3 and program.is_alive():
            time.sleep(0.01)
    enough.set()
    program.join()
    for number, each in enumerate(kept):
        url = f"sqlite:///{tmp_path}/restored{number}.sqlite3"
        backups.restore(each.path, "", url, NOW)
        with closing(open_database(url)) as database, database.look(NOW) as work:
            done = [row for row in work.transcript.of_chat(CLIENT) if row.did]
            assert len(done) == each.rows["turns"] == each.rows["inbox"] - work.inbox.waiting()
    assert kept[0].rows["turns"] < kept[-1].rows["turns"]


# --- letting it go --------------------------------------------------------------------------------


@pytest.fixture
def restored(url: str, empty: str, tmp_path: Path) -> str:
    kept = backups.write(url, tmp_path / "backup", "", NOW)
    backups.restore(kept.path, "", empty, NOW)
    return empty


def test_letters_of_before_the_backup_go_out_unless_they_are_put_aside(restored: str) -> None:
    with closing(open_database(restored)) as database, database.work(NOW + timedelta(hours=30)) as work:
        new = work.outbox.put(4711, None, "sendMessage", {"text": "new"})
        found = releasing.held(work)
        assert found is not None
        waiting = found.waiting.count
        assert found.waiting.old == waiting - 1 > 0
        assert f"{waiting - 1} of them from before the backup" in releasing.as_text(found, work.now)
        assert releasing.release(work, found, drop=False) == 0
        assert (work.outbox.waiting(), work.marks.get(Mark.HELD), releasing.held(work)) == (waiting, None, None)
        assert releasing.release(work, found, drop=True) == waiting - 1
        outbox = table(OutboxRow)
        still = work.outbox.connection.execute(outbox.select().where(outbox.c.state.in_(OPEN))).all()
        assert [row.id for row in still] == [new]
        assert {lost.reason for lost in work.outbox.lost()} == {"put_aside"}
        assert [line.about for line in work.audit.page(action="released")] == [
            f"letters={waiting},dropped={waiting - 1}",
            f"letters={waiting},dropped=0",
        ]


def test_what_is_held_by_hand_knows_no_backup(url: str) -> None:
    with closing(open_database(url)) as database, database.work(NOW) as work:
        for reason in ("because", "2026-11-05T12:00:00"):
            work.marks.set(Mark.HELD, reason)
            found = releasing.held(work)
            assert found is not None
            assert found.since == NOW


# --- moving ---------------------------------------------------------------------------------------


def test_to_a_server_and_back_every_row_is_the_same(url: str, empty: str, server: Server, tmp_path: Path) -> None:
    with server.database() as there:
        rows = moving.move(url, there, NOW)
        assert moving.move(there, empty, NOW) == rows
    first, second = (backups.write(each, tmp_path / name, "", NOW) for each, name in ((url, "a"), (empty, "b")))
    assert first.path.read_bytes() == second.path.read_bytes()


def test_a_program_that_runs_is_not_moved(url: str, empty: str) -> None:
    with one_process(url), pytest.raises(AlreadyRunning):
        moving.move(url, empty, NOW)
    with pytest.raises(AlreadyRunning):
        moving.move(url, url, NOW)


def test_a_password_in_an_address_is_seen() -> None:
    assert moving.has_password("postgresql://user:secret@host/name")
    assert not moving.has_password("postgresql://user@host/name")
