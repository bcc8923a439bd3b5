"""Tests of moving a whole database: row by row, all or nothing, whatever is written meanwhile."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from storage import streaming
from storage.copying import CannotHold, NotEmpty, NotTheSame, fill, refuse_full, stopped
from storage.database import migrate, one_process, open_database
from storage.engine import engine_for, parsed
from storage.marks import Mark
from storage.presence import presence_at
from storage.refusals import AlreadyRunning, Refused, SchemaMissing, SchemaNewer, Unreachable
from storage.schema import upgrade
from storage.shapes import digest_of, shapes
from storage.snapshots import reading, snapshot
from storage.streaming import Damaged, NotOurs
from tests.postgres import KINDS
from tests.storage.given import BOT, CHAT, NOW, OTHER_CHAT, arrived
from tests.storage.planted import Words, plant

if TYPE_CHECKING:
    from tests.postgres import Server

EVERY_TABLE = {
    "alerts", "answers", "audit", "chats", "deadlines", "events", "forms", "inbox", "intakes", "lines", "marks",
    "notes", "offsets", "outbox", "passed_on", "searches", "sessions", "sign_ins", "tags", "terms", "turns", "workers",
}  # fmt: skip


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it, not even tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/target.db"
    else:
        server: Server = request.getfixturevalue("server")
        with server.database(template="template0") as made:
            yield made


@pytest.fixture
def full(url: str) -> str:
    """A database with rows in most tables, and signs of every kind in them."""
    with closing(open_database(url)) as database, database.work(NOW) as work:
        for chat_id in (CHAT, OTHER_CHAT):
            plant(work, chat_id, Words("ж\u2028🙂'\"\\"))
        work.audit.add("signed_in", staff_id=111)
        work.forms.keep("f1", "Ünï")
        work.forms.keep("F2", "text")
        work.workers.join(4711, "host")
        work.commit()
    return url


def stream(url: str) -> list[bytes]:
    with snapshot(url) as engine, reading(engine) as connection:
        return list(streaming.lines(connection, NOW))


def digests(url: str) -> dict[str, tuple[int, str]]:
    engine = engine_for(url)
    with reading(engine) as connection:
        found = {shape.name: digest_of(connection, shape) for shape in shapes(connection)}
    engine.dispose()
    return found


def execute(url: str, *statements: str) -> None:
    engine = engine_for(url, foreign_keys=False)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_every_row_of_every_table_arrives(full: str, target: str) -> None:
    counted = fill(target, iter(stream(full)), NOW)
    assert digests(target) == digests(full)
    assert set(counted) == EVERY_TABLE
    assert counted["intakes"] == 2
    open_database(target).close()


def test_there_and_back_again_is_the_same_stream(full: str, target: str, tmp_path: Path) -> None:
    before = stream(full)
    fill(target, iter(before), NOW)
    back = f"sqlite:///{tmp_path}/back.db"
    fill(back, iter(stream(target)), NOW)
    assert stream(target) == before
    assert stream(back) == before


def test_no_row_number_is_given_twice_after_the_move(full: str, target: str) -> None:
    with closing(open_database(full)) as database, database.work(NOW) as work:
        last = work.transcript.turn(CHAT, None, "typed", "")
        work.inbox.connection.execute(text(f"DELETE FROM turns WHERE id = {last}"))
        work.commit()
    fill(target, iter(stream(full)), NOW)
    with closing(open_database(target)) as database, database.work(NOW) as work:
        assert work.transcript.turn(CHAT, None, "typed", "") == last + 1
        assert work.workers.join(1, "") == 2


def test_the_trail_is_unbroken_after_the_move(full: str, target: str) -> None:
    fill(target, iter(stream(full)), NOW)
    with closing(open_database(target)) as database, database.work(NOW) as work:
        work.audit.add("signed_in", staff_id=111)
        checked = work.audit.check()
        assert (checked.number, checked.broken) == (2, None)


def test_a_database_that_is_filled_can_be_held(full: str, target: str) -> None:
    fill(target, iter(stream(full)), NOW, held="why")
    with closing(open_database(target)) as database, database.work(NOW) as work:
        assert work.marks.get(Mark.HELD) == "why"
        assert [line.action for line in work.audit.page()] == ["restored", "signed_in"]
        assert work.audit.check().broken is None


@pytest.mark.parametrize("schema", ["0001", "0002"])
def test_the_rows_of_an_older_program_are_brought_up_to_this_one(schema: str, target: str, tmp_path: Path) -> None:
    old = f"sqlite:///{tmp_path}/old.db"
    engine = engine_for(old, foreign_keys=False)
    with engine.begin() as connection:
        upgrade(connection, schema)
    engine.dispose()
    execute(
        old,
        "INSERT INTO offsets (bot_id, next_offset) VALUES (7, 11)",
        "INSERT INTO turns (chat_id, did, said, at) VALUES (5, 'typed', 'hello', '2026-11-03 15:30:00.000000')",
    )
    fill(target, iter(stream(old)), NOW)
    with closing(open_database(target)) as database, database.work(NOW) as work:
        assert work.inbox.offset(7) == 11
        assert [(line.text, line.at) for line in work.transcript.of_chat(5)] == [("hello", NOW)]


def test_a_database_with_clients_in_it_is_not_overwritten(full: str, target: str) -> None:
    lines = stream(full)
    fill(target, iter(lines), NOW)
    before = digests(target)
    with pytest.raises(NotEmpty):
        refuse_full(target)
    with pytest.raises(NotEmpty):
        fill(target, iter(lines), NOW)
    assert digests(target) == before


def test_a_migrated_one_without_clients_is_filled(full: str, target: str) -> None:
    migrate(target)
    execute(target, "INSERT INTO forms (fingerprint, text, at) VALUES ('other', '', '2026-11-03 15:30:00.000000')")
    refuse_full(target)
    fill(target, iter(stream(full)), NOW)
    assert digests(target) == digests(full)


DAMAGED: Mapping[str, Callable[[list[bytes]], list[bytes]]] = {
    "cut": lambda lines: lines[:-1],
    "cut in a table": lambda lines: lines[: len(lines) // 2],
    "a row gone": lambda lines: [line for line in lines if not line.startswith(b'["')],
    "a row changed": lambda lines: [line.replace(b"typed", b"Typed") for line in lines],
    "two rows changed over": lambda lines: swapped(lines),
    "something behind": lambda lines: [*lines, b"{}"],
    "no json": lambda lines: [*lines[:3], b"{", *lines[3:]],
    "no object": lambda lines: [*lines[:1], b"7", *lines[1:]],
    "a table of nobody's": lambda lines: [line.replace(b'"table":"alerts"', b'"table":"nobody"') for line in lines],
}


def swapped(lines: list[bytes]) -> list[bytes]:
    place = next(place for place, line in enumerate(lines) if line[:1] + lines[place + 1][:1] == b"[[")
    return [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]


@pytest.mark.parametrize("harm", DAMAGED)
def test_of_a_damaged_stream_nothing_is_written(full: str, target: str, harm: str) -> None:
    lines = DAMAGED[harm](stream(full))
    with pytest.raises(Damaged):
        fill(target, iter(lines), NOW)
    with pytest.raises(Refused):
        open_database(target)


@pytest.mark.parametrize("first", [b"", b"x", b"[]", b"{}", b'{"intake":2}', b'{"intake":1,"schema":"0003"}'])
def test_what_is_no_stream_is_not_taken_for_one(first: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotOurs):
        fill(f"sqlite:///{tmp_path}/target.db", iter([first]), NOW)
    assert not list(tmp_path.glob("*target*"))


def test_a_stream_of_a_newer_program_is_refused(full: str, target: str) -> None:
    lines = stream(full)
    lines[0] = lines[0].replace(b"0003", b"9999")
    with pytest.raises(SchemaNewer):
        fill(target, iter(lines), NOW)


def test_tables_of_a_newer_program_are_not_read(full: str) -> None:
    execute(full, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaNewer):
        stream(full)


def test_what_was_written_otherwise_than_read_is_not_kept(
    full: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.copying.digest_of", lambda *_: (0, ""))
    with pytest.raises(NotTheSame):
        fill(target, iter(stream(full)), NOW)
    with pytest.raises(Refused):
        open_database(target)


def test_a_missing_or_broken_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaMissing):
        stream(f"sqlite:///{tmp_path}/missing.db")
    (tmp_path / "broken.db").write_bytes(b"no database" * 1000)
    with pytest.raises(Unreachable):
        stream(f"sqlite:///{tmp_path}/broken.db")


def test_the_copy_leaves_nothing_beside_the_file(sqlite_url: str, file: Path) -> None:
    before = sorted(file.parent.iterdir())
    with snapshot(sqlite_url) as engine, reading(engine):
        assert sorted(file.parent.iterdir()) == before


def test_what_stands_in_the_write_ahead_log_is_copied_too(sqlite_url: str, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
        connection.execute("INSERT INTO offsets (bot_id, next_offset) VALUES (7, 11)")
        before = sorted(path.name for path in file.parent.iterdir())
        assert b"[7,null,11]" in stream(sqlite_url)
        assert sorted(path.name for path in file.parent.iterdir()) == before


def test_who_reads_holds_up_nobody_and_sees_one_state(full: str) -> None:
    before = digests(full)["inbox"][0]
    with snapshot(full) as engine, reading(engine) as connection:
        told = streaming.lines(connection, NOW)
        first = [next(told) for _ in range(3)]
        with closing(open_database(full)) as database, database.work(NOW) as work:
            work.inbox.ingest(BOT, [arrived(77, CHAT)], 78)
            work.commit()
        counted = streaming.count(iter([*first[1:], *told]))
    assert counted["inbox"] == before
    assert digests(full)["inbox"][0] == before + 1


def test_a_file_is_copied_whole_while_it_is_written_to(sqlite_url: str) -> None:
    going, done = True, 0

    def ingest() -> None:
        nonlocal done
        with closing(open_database(sqlite_url)) as database:
            while going:
                done += 1
                with database.work(datetime.now(UTC)) as work:
                    work.inbox.ingest(BOT, [arrived(done, CHAT)], done + 1)
                    work.commit()

    writer = Thread(target=ingest)
    writer.start()
    copies = [stream(sqlite_url) for _ in range(5)]
    going = False
    writer.join()
    for lines in copies:
        offsets = [json.loads(line)[2] for line in lines if line.startswith(f"[{BOT},".encode())]
        assert streaming.count(iter(lines[1:]))["inbox"] == (offsets[0] - 1 if offsets else 0)


def test_a_process_that_works_is_noticed(full: str) -> None:
    with closing(open_database(full)) as database, one_process(full), closing(database.presence()) as presence:
        presence.enter(1)
        with pytest.raises(AlreadyRunning), stopped(full):
            pass
    with stopped(full):
        pass


def test_a_server_that_a_worker_has_come_to_is_not_filled(server: Server, sqlite_url: str) -> None:
    with server.database() as target, closing(presence_at(parsed(target))) as presence:
        presence.enter(1)
        with pytest.raises(AlreadyRunning):
            fill(target, iter(stream(sqlite_url)), NOW)


def test_the_file_is_for_its_owner_only(full: str, tmp_path: Path) -> None:
    fill(f"sqlite:///{tmp_path}/target.db", iter(stream(full)), NOW)
    assert (tmp_path / "target.db").stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob(".target*"))
    with closing(sqlite3.connect(tmp_path / "target.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_a_server_cannot_hold_is_a_sentence(server: Server, sqlite_url: str) -> None:
    statement = "INSERT INTO forms (fingerprint, text, at) VALUES ('f', 'a' || char(0), '2026-11-03 15:30:00.000000')"
    execute(sqlite_url, statement)
    with server.database(template="template0") as target:
        with pytest.raises(CannotHold):
            fill(target, iter(stream(sqlite_url)), NOW)
        with pytest.raises(SchemaMissing):
            open_database(target)
