"""Tests of database addresses: what cannot be used is refused, and nothing of it is repeated."""

import traceback
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import text

from storage.database import open_database
from storage.engine import engine_for, parsed
from storage.refusals import Unreachable
from storage.work import Work
from tests.postgres import Server
from tests.storage.given import BOT, CHAT, NOW, READY, answer, answered, arrived


@pytest.mark.parametrize("url", ["", "not an address", "nosuch://user:s3cret@host/bot", "mysql://user:s3cret@host/bot"])
def test_what_is_no_database_we_know_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(Unreachable) as refused:
        engine_for(url)
    assert str(refused.value) == Unreachable.sentence
    assert "s3cret" not in "".join(traceback.format_exception(refused.value))


def test_parameters_never_show_in_errors(url: str) -> None:
    engine = engine_for(url)
    assert engine.hide_parameters
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///bot.db", "sqlite"),
        ("postgresql://user@host/bot", "postgresql+psycopg"),
        ("postgres://user@host/bot", "postgresql+psycopg"),
        ("postgresql+psycopg://user@host/bot", "postgresql+psycopg"),
    ],
)
def test_an_address_is_read_by_whichever_name_it_is_given(url: str, driver: str) -> None:
    assert parsed(url).drivername == driver


def test_a_connection_that_the_server_has_closed_while_it_rested_is_not_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.RESTED", 0.0)
    with server.database() as url, closing(open_database(url)) as database:
        with database.work(NOW) as work:
            assert work.inbox.waiting() == 0
        name = url.rpartition("/")[2]
        server.run(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'")
        with database.work(NOW) as work:
            assert work.inbox.waiting() == 0


READ_FROM_END_TO_END = text("SELECT relname FROM pg_stat_xact_user_tables WHERE seq_scan > 0 ORDER BY relname")
KEPT_AFTER = 5
"""How often a statement is planned for its own sake before the server keeps a plan."""


def test_no_plan_that_was_made_for_empty_tables_reads_them_from_end_to_end(server: Server) -> None:
    with server.database() as url:
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            # From now on the server knows that they are empty.
            connection.execute("VACUUM ANALYZE")
        with closing(open_database(url)) as database:
            for number in range(2 * KEPT_AFTER):
                with database.work(NOW) as work:
                    _turn(work, number)
                    found = work.inbox.connection.execute(READ_FROM_END_TO_END).scalars().all()
                    work.commit()
    assert found == []


def test_no_plan_that_is_kept_goes_through_the_versions_of_rows_that_are_gone(server: Server) -> None:
    with server.database() as url, closing(open_database(url)) as database:
        with database.work(NOW) as work:
            for number in range(2000):
                work.outbox.put(number, None, "sendMessage", {"text": "hi"})
            for letter in work.outbox.claim_some(1, 2000):
                work.outbox.sent(letter.id, 7)
            work.commit()
        for number in range(2 * KEPT_AFTER):
            with database.work(NOW) as work:
                _turn(work, number)
                plans = _plans(work)
                work.commit()
    assert len(plans) > KEPT_AFTER
    assert [plan for plan in plans if "Bitmap" in plan] == []


def _plans(work: Work) -> list[str]:
    """What the server has made of the statements that this connection uses again and again."""
    connection = work.inbox.connection
    kept = connection.execute(text("SELECT name, cardinality(parameter_types) AS takes FROM pg_prepared_statements"))
    asked = [f"EXPLAIN EXECUTE {row.name}" + f"({', '.join(['NULL'] * row.takes)})" * bool(row.takes) for row in kept]
    return ["\n".join(connection.exec_driver_sql(each).scalars()) for each in asked]


def _turn(work: Work, number: int) -> None:
    work.inbox.ingest(BOT, [arrived(number)], number)
    (waiting,) = work.inbox.claim_some(1, 9)
    kept = work.intakes.current(CHAT) or work.intakes.begin(CHAT, "form", "en")
    turn = work.transcript.turn(CHAT, kept.id, "typed", "hello")
    work.intakes.save(kept, answered(kept.intake, name=answer(f"Ana{number}")), turn, READY)
    work.deadlines.set_all(CHAT, kept.id, {"nudge": NOW})
    work.outbox.put(CHAT, turn, "sendMessage", {"text": "hi"})
    assert work.inbox.done(waiting.id, 1)
    for letter in work.outbox.claim_some(1, 9):
        work.outbox.sent(letter.id, number)
