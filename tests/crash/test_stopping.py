"""Asked to stop in any way and at any moment the program ends well, and so do all of its workers."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.crash.child import BEGAN
from tests.crash.lives import STUCK
from tests.crash.rows import fall_silent
from tests.crash.story import STORY, Cast, arrived, cast, play, repeats
from tests.crash.world import World, world
from tests.postgres import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.crash.world import Databases, Left

ONE, SEVERAL = ("files", 1), ("on_server", 3)
TWO_ACTS = {"Pat": 3, "Ann": 5, "Lee": 3, "Sam": 3}
"""How much everybody hears in the first two groups of the story."""
WAYS = [
    pytest.param((signal.SIGTERM,), id="asked"),
    pytest.param((signal.SIGTERM, signal.SIGTERM), id="asked twice"),
    pytest.param((signal.SIGINT,), id="interrupted"),
]


def begin(there: World) -> Cast:
    """Everybody says hello, and is answered."""
    phones = cast(there.cloud, there.lives.bot)
    say(there, phones, 0)
    there.lives.until_quiet()
    return phones


def say(there: World, phones: Cast, group: int) -> None:
    play(phones, STORY[group], partial(fall_silent, there.lives.database_url))


def heard(phones: Cast, uninterrupted: Left) -> int:
    """Everybody heard all that is said to two acts, in its order; how much of it came again."""
    return sum(repeats(uninterrupted.heard[name][:many], arrived(phones[name])) for name, many in TWO_ACTS.items())


def wait(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + STUCK
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def pid(there: World) -> int:
    assert there.lives.process is not None
    assert there.lives.process.pid is not None
    return there.lives.process.pid


def ended(there: World) -> int | None:
    """With what exit code the program ends, by itself."""
    assert there.lives.process is not None
    there.lives.process.join(STUCK)
    return there.lives.process.exitcode


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Another program has the file open, and writes."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize("signals", WAYS)
@pytest.mark.parametrize(("kind", "workers"), [ONE, SEVERAL], ids=["one", "several"])
def test_a_program_ends_well_and_leaves_nobody_behind(
    kind: str, workers: int, signals: tuple[signal.Signals, ...], request: pytest.FixtureRequest
) -> None:
    with world(request.getfixturevalue(kind), workers=workers) as there:
        begin(there)
        for each in signals:
            os.kill(pid(there), each)
        assert ended(there) == 0
        wait(lambda: there.lives.is_silent)
        there.check()


@pytest.mark.parametrize(("kind", "workers"), [ONE, SEVERAL], ids=["one", "several"])
def test_asked_in_the_middle_of_its_work_it_finishes_that_later(
    kind: str, workers: int, uninterrupted: Left, request: pytest.FixtureRequest
) -> None:
    with world(request.getfixturevalue(kind), workers=workers) as there:
        phones = begin(there)
        say(there, phones, 1)
        wait(lambda: bool(there.lives.busy()))
        os.kill(pid(there), signal.SIGTERM)
        assert ended(there) == 0
        there.lives.begin()
        there.lives.until_quiet()
        assert heard(phones, uninterrupted) == 0
        there.check()


def test_asked_while_the_database_is_locked_it_ends_and_takes_up_again_what_was_begun(
    files: Databases, uninterrupted: Left
) -> None:
    with world(files) as there:
        there.lives.ticks["storage.sqlite.WAITS_MS"] = 50
        phones = begin(there)
        with locked(there.lives.database_url):
            say(there, phones, 1)
            wait(lambda: bool(there.lives.busy()))
            os.kill(pid(there), signal.SIGTERM)
            assert ended(there) == 0
        there.lives.begin()
        there.lives.until_quiet()
        # What was being sent could not be written down, so it came again.
        assert heard(phones, uninterrupted) <= len(phones)
        there.check()


def test_workers_whose_program_was_killed_end_as_well(on_server: Databases) -> None:
    with world(on_server, workers=3) as there:
        begin(there)
        os.kill(pid(there), signal.SIGKILL)
        wait(lambda: there.lives.is_silent)
        there.check()


def test_a_worker_that_refuses_to_go_on_ends_the_whole_program(on_server: Databases) -> None:
    with world(on_server, workers=3) as there:
        phones = begin(there)
        there.cloud.faults.refuse(401, "Unauthorized", times=1000)
        say(there, phones, 1)
        assert ended(there) == 2
        wait(lambda: there.lives.is_silent)


def test_a_worker_that_is_begun_while_the_server_is_away_is_begun_again(uninterrupted: Left) -> None:
    with served() as server, world(server.database, workers=2) as there:
        phones = begin(there)
        server.stop(signal.SIGINT)
        try:
            there.lives.kill_one(there.lives.leader)
            wait(lambda: there.lives.heard_of(BEGAN) > 3)
        finally:
            server.start()
        say(there, phones, 1)
        there.lives.until_quiet()
        assert heard(phones, uninterrupted) <= len(phones)
        there.check()
