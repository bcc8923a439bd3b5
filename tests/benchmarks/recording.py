"""Writes down what a whole intake is: our program does it once, and what it says is what every contender has to say."""

from __future__ import annotations

from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.standin.cloud import Cloud
from bot.standin.phone import Phone
from bot.standin.server import serve
from storage.database import migrate, open_database
from tests.benchmarks.contenders import CONTENDERS, Place, command, environment
from tests.benchmarks.crowd import do
from tests.benchmarks.launching import launched, until
from tests.benchmarks.work import ACTS, Act, Step, Work, called

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from storage.database import Database
    from tests.benchmarks.launching import Running

TOKEN = "700:recording"
MOST = 60.0
"""How long an act may take until nothing is left to be done about it, in seconds."""


async def record(folder: Path, acts: Iterable[Act] = ACTS) -> Work:
    """The work, done on a file in this folder. Raises Failed when our program does not do it, or NoAnswer."""
    cloud = Cloud()
    bot = cloud.add_bot(TOKEN)
    phone = Phone(cloud, cloud.add_person("Pat", phone="+13145550100"), bot)
    steps = []
    async with _at_work(cloud, folder) as (running, database):
        cloud.log = []
        for act in acts:
            do(phone, act)
            stuck = f"it is stuck at {act.question}"
            await until(lambda: running.is_alive() and _at_rest(cloud, database), MOST, stuck)
            heard, cloud.log = [each for each in cloud.log if each.method != "getUpdates"], []
            steps.append(Step(act, tuple(called(each.method, each.params) for each in heard)))
    return Work(tuple(steps))


@asynccontextmanager
async def _at_work(cloud: Cloud, folder: Path) -> AsyncIterator[tuple[Running, Database]]:
    """Our program on a file of its own."""
    url, bot = f"sqlite:///{folder / 'recording.sqlite3'}", next(iter(cloud.bots.values()))
    migrate(url)
    async with serve(cloud) as standin:
        place = Place(folder, TOKEN, standin.url, folder / "work.json", url, 0, 0)
        ours = CONTENDERS[0]
        start = command(ours, place), environment(ours, place)
        async with launched(*start, folder, lambda: bot.poll > 0) as running:
            with closing(open_database(url)) as database:
                yield running, database
            await running.stop()


def _at_rest(cloud: Cloud, database: Database) -> bool:
    """Whether everything was fetched, worked off and sent."""
    if any(bot.feed.waiting for bot in cloud.bots.values()):
        return False
    with database.look(datetime.now(UTC)) as work:
        return not work.inbox.waiting() and not work.outbox.waiting()
