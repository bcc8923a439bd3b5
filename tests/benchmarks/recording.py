"""Writes down what a whole intake is: our program does it once, and what it says is what every contender has to say."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.standin.cloud import Cloud
from bot.standin.phone import Phone
from bot.standin.server import serve
from storage.database import migrate
from tests.benchmarks.contenders import CONTENDERS, Place, command, environment
from tests.benchmarks.crowd import do
from tests.benchmarks.launching import launched
from tests.benchmarks.work import ACTS, Step, Work, called

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.benchmarks.launching import Running

TOKEN = "700:recording"
QUIET = 0.4
"""Seconds without a call after which a step is over."""
MOST = 30.0


async def record(folder: Path) -> Work:
    """The work. Raises Failed when our program does not run, NoAnswer when an act finds no button."""
    cloud = Cloud()
    bot = cloud.add_bot(TOKEN)
    phone = Phone(cloud, cloud.add_person("Pat"), bot)
    async with _at_work(cloud, folder) as running:
        cloud.log = []
        steps = []
        for act in ACTS:
            do(phone, act)
            await _until_quiet(cloud, running)
            heard, cloud.log = [each for each in cloud.log if each.method != "getUpdates"], []
            steps.append(Step(act, tuple(called(each.method, each.params) for each in heard)))
    return Work(tuple(steps))


@asynccontextmanager
async def _at_work(cloud: Cloud, folder: Path) -> AsyncIterator[Running]:
    """Our program on a file of its own."""
    url, bot = f"sqlite:///{folder / 'recording.sqlite3'}", next(iter(cloud.bots.values()))
    migrate(url)
    async with serve(cloud) as standin:
        place = Place(folder, TOKEN, standin.url, folder / "work.json", url, 0, 0)
        ours = CONTENDERS[0]
        start = command(ours, place), environment(ours, place)
        async with launched(*start, folder, lambda: bot.poll > 0) as running:
            yield running
            await running.stop()


async def _until_quiet(cloud: Cloud, running: Running) -> None:
    """Wait for something to be said, and then until nothing is said any more. Raises TimeoutError, Failed."""
    known = -1
    async with asyncio.timeout(MOST):
        while running.is_alive() and (len(cloud.log) != known or not _spoken(cloud)):
            known = len(cloud.log)
            await asyncio.sleep(QUIET)


def _spoken(cloud: Cloud) -> bool:
    return any(each.method != "getUpdates" for each in cloud.log)
