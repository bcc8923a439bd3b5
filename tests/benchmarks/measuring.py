"""One run of one contender against the stand-in: a Task comes in as JSON, what was measured goes out as JSON."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from bot.standin.cloud import Cloud
from bot.standin.door import call
from bot.standin.server import serve
from tests.benchmarks.contenders import (
    CONTENDERS,
    HOST,
    WEBHOOK_PATH,
    WEBHOOK_SECRET,
    Place,
    command,
    environment,
)
from tests.benchmarks.crowd import Crowd, Tally
from tests.benchmarks.launching import Running, launched
from tests.benchmarks.processes import spent
from tests.benchmarks.stocks import free_port
from tests.benchmarks.work import EDITS, SENDS, Work

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.standin.accounts import Bot
    from tests.benchmarks.contenders import Contender

FIRST_BOT = 710_000_000
FIRST_PERSON = 7_000_000_000
PEOPLE = 100_000
"""How many people one run may have at most; each run has its own."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be run. `state` is the store's address; `servers` are the processes of that store, by pid.

    `load` is "full" (everybody acts as soon as they are answered) or "paced" (`per_second` acts a second); `serial`
    makes bot and people of a run differ from those of every other run on the same store.
    """

    contender: str
    load: str
    folder: str
    work: str
    state: str
    stored: int
    serial: int
    seconds: float
    warm_up: float = 3.0
    clients: int = 64
    per_second: float = 30.0
    servers: tuple[int, ...] = ()


@dataclass
class Stage:
    """A run that has begun: the stand-in, the crowd in front of it, the contender behind it."""

    task: Task
    crowd: Crowd
    running: Running
    began: float
    figures: dict[str, Any] = field(default_factory=dict)


async def measured(contender: Contender, task: Task) -> dict[str, Any]:
    """Run it and give its figures. Raises Failed or NoAnswer."""
    async with staged(contender, task) as stage, stage.crowd.listening():
        await (full(stage) if task.load == "full" else paced(stage))
        now = spent(stage.running.pid)
        stage.figures |= {"cold_start": stage.running.cold_start, "pss": now.pss, "rss": now.rss}
        stage.figures["server_pss"] = sum(spent(server).pss for server in task.servers)
        if contender.late and task.load == "paced":
            # What it would still have to store is counted with the other load.
            return stage.figures | {"people": []}
        worked = spent(stage.running.pid).cpu
        stage.figures["stop"] = await stage.running.stop()
        if contender.late:
            _charge_late(stage, spent(stage.running.pid).cpu - worked)
    return stage.figures | {"people": stage.crowd.finished}


@asynccontextmanager
async def staged(contender: Contender, task: Task) -> AsyncIterator[Stage]:
    """The contender at work behind a stand-in, and a crowd that has not begun yet."""
    cloud, work = Cloud(), Work.load(Path(task.work))
    token = f"{FIRST_BOT + task.serial}:benchmark"
    bot, folder = cloud.add_bot(token), Path(task.folder)
    async with serve(cloud) as standin:
        place = Place(folder, token, standin.url, Path(task.work), task.state, task.stored, free_port())
        ready = _listens(place.listen) if contender.webhook else _polls(bot)
        start = command(contender, place), environment(contender, place), folder, ready
        async with launched(*start) as running:
            if contender.webhook:
                url = f"http://{HOST}:{place.listen}{WEBHOOK_PATH}"
                await call(cloud, token, "setWebhook", {"url": url, "secret_token": WEBHOOK_SECRET})
            crowd = Crowd(cloud, bot, work, task.clients, FIRST_PERSON + task.serial * PEOPLE)
            yield Stage(task, crowd, running, time.perf_counter())


async def full(stage: Stage) -> None:
    """Everybody acts as soon as they are answered: how many acts a second, and what each of them costs."""
    task, crowd, pid = stage.task, stage.crowd, stage.running.pid
    await crowd.arrive(task.warm_up)
    early, began, before, standin = crowd.count(), time.perf_counter(), spent(pid), time.process_time()
    servers = _servers(task)
    await crowd.in_lock_step(task.seconds)
    seconds, after, standin = time.perf_counter() - began, spent(pid), time.process_time() - standin
    servers, tally = _servers(task) - servers, crowd.count()
    await crowd.to_the_end()
    rest = crowd.count()
    stage.figures |= {
        **_counted(tally),
        "updates_per_second": tally.finished / seconds,
        "cpu_ms": (after.cpu - before.cpu) / tally.finished * 1000,
        "busy": (after.cpu - before.cpu) / seconds,
        "server_cpu_ms": servers / tally.finished * 1000,
        "standin_cpu_ms": standin / tally.finished * 1000,
        "acts_in_all": early.finished + tally.finished + rest.finished,
        "calls_per_intake": sum(map(_calls, (early, tally, rest))) / len(crowd.finished),
    }


async def paced(stage: Stage) -> None:
    """So many acts a second at moments left to chance: how long the first answer takes."""
    task, crowd = stage.task, stage.crowd
    await crowd.paced(task.per_second, task.warm_up, seed=task.serial)
    await crowd.answered()
    crowd.count()
    pid = stage.running.pid
    before, servers = spent(pid).cpu, _servers(task)
    await crowd.paced(task.per_second, task.seconds, seed=task.serial + 1)
    await crowd.answered()
    tally = crowd.count()
    stage.figures |= _counted(tally)
    stage.figures["cpu_ms"] = (spent(pid).cpu - before) / tally.finished * 1000
    stage.figures["server_cpu_ms"] = (_servers(task) - servers) / tally.finished * 1000


def _calls(tally: Tally) -> int:
    """The calls that answer an act; the others are of the start."""
    return sum(count for method, count in tally.calls.items() if method in (*SENDS, *EDITS, "answerCallbackQuery"))


def _counted(tally: Tally) -> dict[str, Any]:
    waits = [wait * 1000 for wait in tally.waits]
    return {
        "updates": tally.finished,
        "intakes": tally.intakes,
        "p50_ms": median(waits),
        "p99_ms": quantiles(waits, n=100)[-1],
        "calls_per_update": _calls(tally) / tally.finished,
        "surplus": tally.surplus,
        "refused": tally.refused,
    }


def _charge_late(stage: Stage, worked: float) -> None:
    """What was answered counts as done once it is stored: what the stop still stored is charged to the acts."""
    figures = stage.figures
    figures["answered_per_second"] = figures["updates_per_second"]
    figures["cpu_ms_answered"] = figures["cpu_ms"]
    acts = figures["acts_in_all"]
    each = figures["stop"] / acts
    figures["updates_per_second"] = 1 / (1 / figures["updates_per_second"] + each)
    figures["cpu_ms"] += worked / acts * 1000


def _servers(task: Task) -> float:
    return sum(spent(server).cpu for server in task.servers)


def _polls(bot: Bot) -> Callable[[], bool]:
    return lambda: bot.poll > 0


def _listens(port: int) -> Callable[[], bool]:
    def listens() -> bool:
        with socket.socket() as place:
            return place.connect_ex((HOST, port)) == 0

    return listens


def main() -> None:
    """Read a Task from standard input, print its figures."""
    task = Task(**json.load(sys.stdin))
    contender = next(each for each in CONTENDERS if each.name == task.contender)
    json.dump(asyncio.run(measured(contender, task)), sys.stdout)


if __name__ == "__main__":
    main()
