"""Tests of Work: one transaction, at one moment, rolled back unless committed."""

from contextlib import closing
from datetime import timedelta, timezone
from signal import SIGINT
from threading import Event, Thread

import pytest
from sqlalchemy.exc import DBAPIError, ResourceClosedError

from storage import postgres
from storage.chats import Chat
from storage.database import Database, open_database
from storage.engine import engine_for
from storage.refusals import Busy
from tests.postgres import Server, served
from tests.storage.given import CHAT, NOW, OTHER_CHAT


def test_what_was_committed_lasts(database: Database) -> None:
    with database.work(NOW) as work:
        work.chats.save(Chat(CHAT, language="es"))
        work.commit()
    assert _language(database) == "es"


def test_what_was_not_committed_never_was(database: Database) -> None:
    with database.work(NOW) as work:
        work.chats.save(Chat(CHAT, language="es"))
    assert _language(database) is None


def test_what_raised_never_was(database: Database) -> None:
    def fail() -> None:
        with database.work(NOW) as work:
            work.chats.save(Chat(CHAT, language="es"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert _language(database) is None


def test_a_work_ends_with_its_commit(database: Database) -> None:
    with database.work(NOW) as work:
        work.commit()
        with pytest.raises(ResourceClosedError):
            work.chats.get(CHAT)


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        database.work(NOW.replace(tzinfo=None))


def test_a_work_tells_its_moment_in_utc(database: Database) -> None:
    assert database.work(NOW.astimezone(timezone(timedelta(hours=-6)))).now.utcoffset() == timedelta(0)


def test_every_row_of_a_work_has_its_moment(database: Database) -> None:
    with database.work(NOW) as work:
        turn = work.transcript.turn(CHAT, None, "typed", "hello", 1)
        work.transcript.add(turn, "bot", "Hello")
        assert {line.at for line in work.transcript.of_chat(CHAT)} == {NOW}


def test_a_work_may_be_done_in_any_thread(database: Database) -> None:
    def save() -> None:
        with database.work(NOW) as work:
            work.chats.save(Chat(CHAT, language="es"))
            work.commit()

    assert _language(database) is None
    thread = Thread(target=save)
    thread.start()
    thread.join()
    assert _language(database) == "es"


def test_a_look_sees_one_state_while_others_commit(server: Server) -> None:
    with server.database() as url, closing(open_database(url)) as database:
        with database.look(NOW) as look:
            assert look.chats.get(CHAT).language is None
            with database.work(NOW) as work:
                work.chats.save(Chat(CHAT, language="es"))
                work.commit()
            assert look.chats.get(CHAT).language is None
        assert _language(database) == "es"


def test_a_look_writes_nothing_on_a_server(server: Server) -> None:
    with server.database() as url, closing(open_database(url)) as database:
        with pytest.raises(Busy), database.look(NOW) as look:
            look.chats.save(Chat(CHAT, language="es"))
        assert _language(database) is None


def test_who_is_alone_with_a_chat_is_so_until_the_work_is_over(url: str) -> None:
    database, order = open_database(url), list[str]()
    begun = Event()

    def second() -> None:
        with database.work(NOW) as work:
            begun.set()
            work.alone_with(CHAT)
            order.append(f"second finds {work.chats.get(CHAT).language}")

    thread = Thread(target=second)
    with database.work(NOW) as work:
        work.alone_with(CHAT)
        work.chats.save(Chat(CHAT, language="es"))
        thread.start()
        if url.startswith("postgresql"):
            assert begun.wait(10)
        order.append("first is over")
        work.commit()
    thread.join()
    assert order == ["first is over", "second finds es"]
    database.close()


def test_who_is_alone_with_a_chat_holds_up_nobody_in_another(server: Server) -> None:
    with server.database() as url, closing(open_database(url)) as database:
        with database.work(NOW) as one, database.work(NOW) as other:
            one.alone_with(CHAT)
            other.alone_with(OTHER_CHAT)
            other.chats.save(Chat(OTHER_CHAT, language="es"))
            other.commit()
        with database.look(NOW) as look:
            assert look.chats.get(OTHER_CHAT).language == "es"


def test_a_work_that_finds_the_database_busy_leaves_no_connection_behind(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite.WAITS_MS", 1)
    monkeypatch.setitem(postgres.SETTINGS, "lock_timeout", "1ms")
    database = Database(engine_for(url))
    with database.work(NOW) as first:
        first.alone_with(CHAT)
        for _ in range(20):
            with pytest.raises(Busy), database.work(NOW) as second:
                second.alone_with(CHAT)
    assert _language(database) is None
    database.close()


def test_a_disk_that_is_full_is_a_busy_database_and_the_work_can_be_done_again(sqlite_url: str) -> None:
    database = open_database(sqlite_url)

    def fill() -> None:
        with database.work(NOW) as work:
            (pages,) = work.chats.connection.exec_driver_sql("PRAGMA page_count").one()
            work.chats.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            for number in range(10_000):
                work.chats.save(Chat(number, language="es"))

    with pytest.raises(Busy, match="disk"):
        fill()
    with database.work(NOW) as work:
        work.chats.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        work.chats.save(Chat(CHAT, language="es"))
        work.commit()
    assert _language(database) == "es"
    database.close()


def test_a_server_that_is_away_is_a_busy_database_and_the_work_can_be_done_again() -> None:
    with served() as server, server.database() as url:
        database = open_database(url)

        def lose() -> None:
            with database.work(NOW) as work:
                work.chats.save(Chat(CHAT, language="es"))
                server.stop(SIGINT)
                work.commit()

        with pytest.raises(Busy):
            lose()
        with pytest.raises(Busy):
            _language(database)
        server.start()
        assert _language(database) is None
        database.close()


def test_a_statement_that_never_can_go_well_is_not_called_busy(database: Database) -> None:
    with pytest.raises(DBAPIError), database.work(NOW) as work:
        work.chats.connection.exec_driver_sql("SELECT * FROM nowhere")


def _language(database: Database) -> str | None:
    with database.work(NOW) as work:
        return work.chats.get(CHAT).language
