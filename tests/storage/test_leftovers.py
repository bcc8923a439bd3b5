"""Tests of what erased words leave behind on a server, and of how and when that goes."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from storage import leftovers, rewriting
from storage.database import Database, open_database
from storage.engine import engine_for
from storage.leftovers import rewrite
from storage.refusals import Busy
from storage.staff_tables import AuditRow
from storage.tables import Row
from tests.postgres import Server, served
from tests.storage.given import CHAT, NOW, is_scrubbed
from tests.storage.planted import Words, found, plant

NEVER_ERASED = {"audit", "forms", "marks", "offsets", "sessions", "sign_ins", "workers"}
"""What is in these is no client's."""


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    with server.database() as made:
        yield made


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    with closing(open_database(url)) as opened:
        yield opened


def tidied(url: str, is_night: bool = True) -> bool:
    engine = engine_for(url)
    rewrite(engine, is_night)
    engine.dispose()
    return is_scrubbed(url)


def erased(database: Database) -> Words:
    """Words that are in no row any more."""
    words = Words("zwieback")
    with database.work(NOW) as work:
        plant(work, CHAT, words, size=300)
        work.commit()
    with database.work(NOW) as work:
        work.erase(CHAT)
        work.commit()
    return words


def test_every_table_is_written_anew_or_holds_nothing_of_a_clients() -> None:
    assert AuditRow.metadata is Row.metadata
    assert {*leftovers.ERASED_FROM} | NEVER_ERASED == set(Row.metadata.tables)
    assert NEVER_ERASED.isdisjoint(leftovers.ERASED_FROM)


def test_what_was_deleted_stays_in_the_files_until_a_quiet_moment(database: Database, url: str) -> None:
    words = erased(database)
    assert found(url, words.given) != []
    with closing(psycopg.connect(url, autocommit=True)) as server:
        server.execute("VACUUM")
    assert found(url, words.given) != []
    assert tidied(url)
    assert found(url, words.given) == []


def test_nothing_is_written_anew_where_nothing_was_erased(database: Database, url: str) -> None:
    files = "SELECT array_agg(pg_relation_filenode(oid) ORDER BY oid) FROM pg_class WHERE relkind = 'r'"
    with closing(psycopg.connect(url, autocommit=True)) as server:
        before = server.execute(files).fetchone()
        assert tidied(url)
        assert server.execute(files).fetchone() == before


def test_what_was_rolled_back_left_nothing_to_tidy(database: Database, url: str) -> None:
    with database.work(NOW) as work:
        plant(work, CHAT, Words("zwieback"))
        work.erase(CHAT)
    assert is_scrubbed(url)


def test_two_who_erase_at_once_do_not_wait_for_each_other(database: Database, url: str) -> None:
    with database.work(NOW) as one, database.work(NOW) as other:
        for work, chat_id in ((one, CHAT), (other, CHAT + 1)):
            work.erase(chat_id)
            work.erase(chat_id)
        one.commit()
        other.commit()
    assert not is_scrubbed(url)
    assert tidied(url)


def test_as_long_as_somebody_may_still_see_them_the_words_are_not_called_gone(database: Database, url: str) -> None:
    words = Words("zwieback")
    with database.work(NOW) as work:
        plant(work, CHAT, words)
        work.commit()
    with database.look(NOW) as reader:
        assert reader.chats.get(CHAT).album is not None
        with database.work(NOW) as work:
            work.erase(CHAT)
            work.commit()
        assert not tidied(url)
        assert reader.intakes.current(CHAT) is not None
    assert tidied(url)
    assert found(url, words.given) == []


def test_a_table_that_somebody_is_in_waits_for_the_next_time(
    database: Database, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewriting, "LOCK_WAIT", "1ms")
    words = erased(database)
    with closing(psycopg.connect(url)) as busy:
        busy.execute("LOCK TABLE turns IN ACCESS SHARE MODE")
        assert not tidied(url)
        with closing(psycopg.connect(url)) as server:
            notes = server.execute("SELECT value FROM marks WHERE name LIKE 'leftovers:%'").fetchall()
        assert {value for (value,) in notes} == {"turns"}
    assert tidied(url)
    assert found(url, words.given) == []


def test_a_large_table_waits_for_the_night(database: Database, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewriting, "LARGE", 0)
    words = erased(database)
    assert not tidied(url, is_night=False)
    assert found(url, words.given) != []
    assert tidied(url, is_night=True)
    assert found(url, words.given) == []


def test_a_role_that_owns_nothing_does_not_call_the_words_gone(database: Database, url: str) -> None:
    words = erased(database)
    with closing(psycopg.connect(url, autocommit=True)) as server:
        server.execute("DROP ROLE IF EXISTS guest")
        server.execute("CREATE ROLE guest LOGIN")
        server.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guest")
        assert not tidied(url.replace("postgres@", "guest@"))
        server.execute("DROP OWNED BY guest")
        server.execute("DROP ROLE guest")
    assert found(url, words.given) != []


def test_a_server_that_is_away_is_told_of_and_left_for_the_next_time() -> None:
    engine = engine_for("postgresql://nobody@127.0.0.1:9/nothing")
    with pytest.raises(Busy):
        Database(engine).tidy_server(NOW, is_night=True)
    engine.dispose()


def test_a_server_that_keeps_no_old_parts_of_its_log_is_rid_of_the_words_there_too() -> None:
    with served(wal_recycle="off", full_page_writes="on", synchronous_commit="on") as server, server.database() as url:
        with closing(open_database(url)) as database:
            words = erased(database)
            assert _in_log(server.folder, words)
            database.tidy(NOW, timedelta(days=7))
        assert found(url, words.given) == []
        assert not _in_log(server.folder, words)


def _in_log(folder: Path, words: Words) -> bool:
    log = b"".join(part.read_bytes() for part in (folder / "data" / "pg_wal").rglob("*") if part.is_file())
    return any(word.encode() in log for word in words.given)
