"""The one thread that writes: together what can be, each by itself what cannot, and nobody for another's fault."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from bot import scribe
from bot.scribe import Scribe
from storage.database import Database, open_database
from storage.refusals import Busy
from tests.bot.room import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.work import Work


class Counting(Database):
    """A database that counts its transactions."""

    def __init__(self, database: Database) -> None:
        super().__init__(database._engine)
        self.commits = 0
        event.listen(database._engine, "commit", self._committed)

    def _committed(self, _connection: object) -> None:
        self.commits += 1


@pytest.fixture
def counting(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    monkeypatch.setattr("storage.sqlite.WAITS_MS", 10)
    monkeypatch.setattr("bot.scribe.BUSY_PAUSE", 0.01)
    with closing(open_database(database_url)) as opened:
        yield Counting(opened)


@pytest.fixture
def writer(counting: Counting) -> Iterator[Scribe]:
    with closing(Scribe(counting, lambda: NOW)) as made:
        yield made


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Another program has the file open, and writes."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def note(name: str, work: Work) -> str:
    """A job that leaves something."""
    work.forms.keep(name, "noted")
    return name


def fail(work: Work) -> None:
    """A job that leaves something, and raises."""
    note("failed", work)
    raise ZeroDivisionError


def noted(database: Database) -> list[str]:
    with database.look(NOW) as work:
        rows = work.forms.connection.exec_driver_sql("SELECT fingerprint FROM forms ORDER BY rowid")
        return list(rows.scalars())


async def together(writer: Scribe, *jobs: scribe.Job[object]) -> list[object]:
    """Ask for all of them before any is written."""
    return list(await asyncio.gather(*map(writer.write, jobs), return_exceptions=True))


async def test_what_waits_at_the_same_moment_is_committed_together(writer: Scribe, counting: Counting) -> None:
    assert await together(writer, *(partial(note, name) for name in "abc")) == ["a", "b", "c"]
    assert noted(counting) == ["a", "b", "c"]
    assert counting.commits == 1


async def test_whoever_is_woken_by_one_who_asks_is_written_with_it_and_finds_what_it_wrote(
    writer: Scribe, counting: Counting
) -> None:
    bell = asyncio.Event()

    async def woken() -> int:
        await bell.wait()
        return await writer.write(lambda work: int(work.forms.text("a") is not None))

    waiting = asyncio.create_task(woken())
    await asyncio.sleep(0)
    asked = writer.ask(partial(note, "a"))
    bell.set()
    assert (await asked, await waiting) == ("a", 1)
    assert counting.commits == 1


async def test_no_more_is_written_together_than_can_be_waited_for(writer: Scribe, counting: Counting) -> None:
    await together(writer, *(partial(note, str(number)) for number in range(scribe.MOST + 1)))
    assert counting.commits == 2


async def test_one_that_raises_hurts_nobody_else_and_leaves_nothing(writer: Scribe, counting: Counting) -> None:
    first, second, third = await together(writer, partial(note, "a"), fail, partial(note, "b"))
    assert (first, third) == ("a", "b")
    assert isinstance(second, ZeroDivisionError)
    assert noted(counting) == ["a", "b"]
    assert counting.commits == 2


async def test_one_alone_that_raises_says_so(writer: Scribe, counting: Counting) -> None:
    with pytest.raises(ZeroDivisionError):
        await writer.write(fail)
    assert noted(counting) == []
    assert await writer.write(partial(note, "a")) == "a"


async def test_a_busy_database_is_waited_for_and_the_order_is_kept(
    writer: Scribe, counting: Counting, database_url: str
) -> None:
    with locked(database_url):
        first = asyncio.gather(*(writer.write(partial(note, name)) for name in "ab"))
        await asyncio.sleep(0.05)
        last = asyncio.gather(*(writer.write(partial(note, name)) for name in "cd"))
        await asyncio.sleep(0.05)
        assert not first.done()
    assert await first == ["a", "b"]
    assert await last == ["c", "d"]
    assert noted(counting) == ["a", "b", "c", "d"]


async def test_whoever_waits_is_told_once_we_give_up(writer: Scribe, counting: Counting, database_url: str) -> None:
    with locked(database_url):
        waiting = [asyncio.create_task(writer.write(partial(note, name))) for name in "ab"]
        await asyncio.sleep(0.05)
        writer.give_up()
        assert [type(each) for each in await asyncio.gather(*waiting, return_exceptions=True)] == [Busy, Busy]
    assert noted(counting) == []


async def test_once_we_gave_up_what_can_be_written_still_is(writer: Scribe, counting: Counting) -> None:
    writer.give_up()
    assert await writer.write(partial(note, "a")) == "a"
    assert noted(counting) == ["a"]


async def test_busy_times_are_told(counting: Counting, database_url: str) -> None:
    told = asyncio.Event()
    with closing(Scribe(counting, lambda: NOW, told.set)) as writer:
        with locked(database_url):
            waiting = asyncio.create_task(writer.write(partial(note, "a")))
            await told.wait()
        assert await waiting == "a"


async def test_a_commit_of_unknown_outcome_is_done_again(writer: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []

    def cut_once(work: Work) -> str:
        """The commit arrives, its answer does not."""
        times.append("done")
        if len(times) == 1:
            commit = work.commit

            def lost() -> None:
                commit()
                raise Busy

            monkeypatch.setattr(work, "commit", lost)
        return note("a", work)

    assert await writer.write(cut_once) == "a"
    assert times == ["done", "done"]


async def test_who_went_away_holds_up_nobody(writer: Scribe, database_url: str) -> None:
    with locked(database_url):
        gone = asyncio.create_task(writer.write(partial(note, "a")))
        waiting = asyncio.create_task(writer.write(partial(note, "b")))
        await asyncio.sleep(0.03)
        gone.cancel()
        await asyncio.sleep(0.03)
    assert await waiting == "b"
    assert gone.cancelled()


async def test_each_transaction_has_the_time_of_its_own(counting: Counting) -> None:
    moments = iter([NOW, NOW + timedelta(minutes=1)])
    with closing(Scribe(counting, lambda: next(moments))) as writer:
        seen = [await writer.write(lambda work: work.now) for _ in range(2)]
    assert seen == [NOW, NOW + timedelta(minutes=1)]
