"""Faults of a PostgreSQL server and of the line to it, under a program that serves."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, closing, contextmanager
from functools import partial
from signal import SIGINT, SIGQUIT
from typing import TYPE_CHECKING

import psycopg
import pytest
from structlog.testing import capture_logs

from bot.scribe import Scribe, utc_now
from bot.standin.server import serve
from storage import postgres
from storage.database import open_database
from storage.refusals import Broken, Unreachable
from tests.bot.room import Room
from tests.bot.running import a_cloud, loops, program
from tests.faults.cutting import line_to
from tests.faults.resting import heard, is_at_rest
from tests.postgres import Server, served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.standin.phone import Phone
    from flows.flow import Flow
    from storage.work import Work
    from tests.bot.running import Program

CHAT, OTHER = 5_000_000_001, 5_000_000_002
FEW = 14
"""How many connections the server takes."""
TERMINATE = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND pid {} (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 1)
"""
FAILING = """
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{}'; END $$;
    CREATE TRIGGER failing BEFORE INSERT ON lines EXECUTE FUNCTION fail();
"""


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """One that may be stopped, and keeps its word about what is committed."""
    with served(max_connections=str(FEW), synchronous_commit="on") as server:
        yield server


@pytest.fixture
def url(own_server: Server) -> Iterator[str]:
    with own_server.database() as url:
        yield url


@pytest.fixture
def room(flow: Flow, url: str, hasty: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setitem(postgres.SETTINGS, "lock_timeout", "100ms")
    with closing(open_database(url)) as database:
        yield Room(flow, database)


def told_once(room: Room, running: Program, words: str) -> bool:
    """Whether each of these was taken once and in order, and answered; one whose answer was lost may be said again."""
    return heard(room) == list(words) and is_at_rest(room) and len(running.said) >= len(words)


async def all_told(room: Room, running: Program, words: str) -> None:
    """Wait for that; a database that is away has no answer yet."""

    def done() -> bool:
        try:
            return told_once(room, running, words)
        except Exception:
            return False

    await running.until(done)


def say(phone: Phone, words: str) -> None:
    for word in words:
        phone.send(word)


def terminate(url: str, which: str) -> int:
    """Throw out the sessions by which workers are known to be there ("IN"), or all others ("NOT IN")."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        row = connection.execute(TERMINATE.format(which).encode()).fetchone()
    return int(row[0]) if row else 0


@contextmanager
def locked(url: str, table: str) -> Iterator[None]:
    """Somebody else has the whole table."""
    with closing(psycopg.connect(url)) as other:
        other.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE".encode())
        yield
        other.rollback()


@pytest.mark.parametrize("signal", [SIGINT, SIGQUIT])
async def test_a_server_that_is_restarted_in_the_middle_of_traffic_loses_and_doubles_nothing(
    own_server: Server, room: Room, signal: int
) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            say(phone, "abcde")
            await running.until(lambda: bool(running.said))
            await asyncio.to_thread(own_server.stop, signal)
            say(phone, "fgh")
            await running.until(lambda: "database.busy" in [line["event"] for line in logged])
            await asyncio.to_thread(own_server.start)
            say(phone, "ij")
            await all_told(room, running, "abcdefghij")
            assert len(running.said) <= 10 + 1, "at most what was in flight is sent again"
            await running.until(lambda: running.workers.shift.presence.leads)


@pytest.mark.parametrize("nth", range(1, 11))
async def test_a_line_that_breaks_in_a_commit_has_each_update_done_once(
    own_server: Server, url: str, flow: Flow, hasty: None, nth: int
) -> None:
    cloud, phone = a_cloud()
    with line_to(own_server.port) as line:
        by_line = url.replace(f":{own_server.port}/", f":{line.port}/")
        database = open_database(by_line)
        room = Room(flow, database)
        async with program(room, cloud, phone) as running:
            await running.until(lambda: running.workers.shift.presence.leads)
            # Of the commits that take in, take, send and mark three messages, this one and the third after it.
            line.cuts = {line.commits + nth, line.commits + nth + 3}
            for word in "abc":
                phone.send(word)
                await asyncio.sleep(0)
            await all_told(room, running, "abc")
            await running.until(lambda: line.cut == 2)
            await all_told(room, running, "abc")
            with room.database.look(utc_now()) as work:
                (intake,) = work.intakes.listing()
                said = [each for each in work.transcript.of(intake.id) if each.speaker != "client"]
            assert len(said) == 3
        database.close()


@pytest.mark.parametrize("which", ["IN", "NOT IN"], ids=["presence", "the others"])
async def test_sessions_that_are_thrown_out_come_back_and_nothing_is_doubled(room: Room, url: str, which: str) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        thrown = 0
        for word in "abcdef":
            phone.send(word)
            thrown += await asyncio.to_thread(terminate, url, which)
            await asyncio.sleep(0.05)
        await all_told(room, running, "abcdef")
        assert thrown > 0
        await running.until(lambda: running.workers.shift.presence.leads)
        phone.send("g")
        await all_told(room, running, "abcdefg")


@asynccontextmanager
async def two_workers(room: Room) -> AsyncIterator[tuple[Phone, Program, Program]]:
    cloud, phone = a_cloud()
    async with (
        serve(cloud) as standin,
        loops(room, cloud, phone, standin.url) as one,
        loops(room, cloud, phone, standin.url) as other,
    ):
        yield phone, one, other


async def test_leadership_that_is_lost_moves_or_returns_and_one_leads(room: Room, url: str) -> None:
    async with two_workers(room) as (phone, one, other):
        both = (one, other)

        def leaders() -> int:
            return sum(each.workers.shift.presence.leads for each in both)

        await one.until(lambda: leaders() == 1)
        for number, word in enumerate("abc", 1):
            phone.send(word)
            await asyncio.to_thread(terminate, url, "IN")
            await all_told(room, one, "abc"[:number])
        await one.until(lambda: leaders() == 1)
        phone.send("d")
        await all_told(room, other, "abcd")


def has_news(each: Program, since: int) -> bool:
    return each.workers.shift.changed.rings > since


async def test_what_one_worker_does_is_news_for_the_pages_that_another_one_serves(room: Room) -> None:
    async with two_workers(room) as (phone, one, other):
        await one.until(lambda: one.workers.shift.presence.leads or other.workers.shift.presence.leads)
        rings = [each.workers.shift.changed.rings for each in (one, other)]
        phone.send("a")
        await all_told(room, one, "a")
        for each, before in zip((one, other), rings, strict=True):
            await each.until(partial(has_news, each, before))
        assert {one.workers.shift.changed.own > 0, other.workers.shift.changed.own > 0} == {True, False}


async def test_of_two_that_block_each_other_the_loser_is_done_again(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    both, tries = asyncio.Barrier(2), list[str]()
    loop = asyncio.get_running_loop()

    def crosswise(name: str, first: int, second: int, work: Work) -> str:
        work.alone_with(first)
        tries.append(name)
        if len(tries) <= 2:
            asyncio.run_coroutine_threadsafe(both.wait(), loop).result(10)
        work.alone_with(second)
        return name

    # A lock that is waited for less long than the server takes to see the knot would hide it.
    monkeypatch.setitem(postgres.SETTINGS, "lock_timeout", "10s")
    with closing(open_database(url)) as patient:
        scribes = Scribe(patient), Scribe(patient)
        done = await asyncio.gather(
            scribes[0].write(lambda work: crosswise("one", CHAT, OTHER, work)),
            scribes[1].write(lambda work: crosswise("other", OTHER, CHAT, work)),
        )
        for scribe in scribes:
            scribe.close()
    assert [*done] == ["one", "other"]
    assert len(tries) == 3, "one of them was broken off and done again"


@pytest.mark.parametrize("table", ["inbox", "outbox", "intakes", "workers"])
async def test_a_lock_that_somebody_else_holds_for_long_is_waited_for(room: Room, url: str, table: str) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await all_told(room, running, "a")
            with locked(url, table):
                phone.send("b")
                await running.until(lambda: "database.busy" in [line["event"] for line in logged])
            await all_told(room, running, "ab")
    assert "turn.failed" not in [line["event"] for line in logged]


async def test_a_server_that_has_no_room_for_us_is_waited_for(room: Room, url: str) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await all_told(room, running, "a")
            others: list[psycopg.Connection[tuple[object, ...]]] = []
            for _ in range(FEW):
                await asyncio.to_thread(terminate_all_but, url, others)
                others += _as_many_as_fit(url)
            phone.send("b")
            await running.until(lambda: "database.busy" in [line["event"] for line in logged])
            for other in others:
                other.close()
            await all_told(room, running, "ab")


def terminate_all_but(url: str, others: list[psycopg.Connection[tuple[object, ...]]]) -> None:
    if others:
        ours = ",".join(str(other.info.backend_pid) for other in others)
        others[0].execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'intake'"
            f" AND datname = current_database() AND pid NOT IN ({ours})".encode()
        )


def _as_many_as_fit(url: str) -> list[psycopg.Connection[tuple[object, ...]]]:
    found = []
    for _ in range(FEW):
        try:
            found.append(psycopg.connect(url, autocommit=True))
        except psycopg.OperationalError:
            break
    return found


def test_a_start_at_a_server_without_room_is_refused_with_a_sentence(url: str) -> None:
    others = _as_many_as_fit(url)
    try:
        with pytest.raises(Unreachable, match="DATABASE_URL"):
            open_database(url)
    finally:
        for other in others:
            other.close()


async def test_a_server_that_has_become_a_copy_to_read_from_is_waited_for(room: Room, url: str) -> None:
    cloud, phone = a_cloud()
    name = url.rpartition("/")[2]
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await all_told(room, running, "a")
            with closing(psycopg.connect(url, autocommit=True)) as owner:
                owner.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
            terminate(url, "NOT IN")
            phone.send("b")
            await running.until(lambda: "database.busy" in [line["event"] for line in logged])
            with closing(psycopg.connect(url, autocommit=True)) as owner:
                owner.execute(b"SET default_transaction_read_only = off")
                owner.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only".encode())
            terminate(url, "NOT IN")
            await all_told(room, running, "ab")
    assert "turn.failed" not in [line["event"] for line in logged]


async def test_a_server_whose_disk_is_full_is_waited_for(room: Room, url: str) -> None:
    cloud, phone = a_cloud()
    with capture_logs() as logged:
        async with program(room, cloud, phone) as running:
            with closing(psycopg.connect(url, autocommit=True)) as owner:
                owner.execute(FAILING.format("53100").encode())
                phone.send("a")
                await running.until(lambda: "database.busy" in [line["event"] for line in logged])
                owner.execute(b"DROP TRIGGER failing ON lines")
            await all_told(room, running, "a")
    assert "turn.failed" not in [line["event"] for line in logged]


async def test_a_server_that_cannot_read_its_tables_ends_the_program(room: Room, url: str) -> None:
    cloud, phone = a_cloud()
    async with program(room, cloud, phone) as running:
        with closing(psycopg.connect(url, autocommit=True)) as owner:
            owner.execute(FAILING.format("XX001").encode())
        phone.send("a")
        with pytest.raises(Broken, match="backup"):
            await running.hears("never said")
    with room.database.look(utc_now()) as work:
        assert work.inbox.quarantined() == []
        assert work.inbox.waiting() == 1
