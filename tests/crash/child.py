"""One life of the program in processes of its own, which may be told to die at a named point."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot import app
from bot.settings import Settings
from flows.chart import flow_page
from flows.flow import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from flows.flow import Flow

TOKEN = "700:stand-in"
BEGAN = "began"
"""The point that one of several workers passes before any other."""
WORK = app.work
HASTE = {"bot.workers.DEADLINE_TICK": 0.1, "bot.attending.BEAT": 0.5, "bot.attending.HEARKENS": 0.1}
"""How long things take, in seconds: a story has no time to wait for a nudge."""
CALM = {"bot.workers.DEADLINE_TICK": 3600.0, "bot.attending.BEAT": 3600.0}
"""Nothing but what a client does makes it do anything."""


@cache
def the_flow() -> Flow:
    """Loaded once, and in no process that was forked from one where it is."""
    return load()


@cache
def the_page() -> str:
    """Its chart, which a program keeps at each start."""
    return flow_page(the_flow())


class Trap:
    """Tells each point, and kills this process at `point` for the `count`-th time; an empty point never comes."""

    def __init__(self, point: str, count: int, tell: Connection) -> None:
        self.point, self.count, self.tell, self.passed = point, count, tell, Counter[str]()

    def __call__(self, point: str) -> None:
        # Workers share the pipe: so little is written at one stroke.
        self.tell.send((os.getpid(), point))
        self.passed[point] += 1
        if point == self.point and self.passed[point] == self.count:
            os.kill(os.getpid(), signal.SIGKILL)


def live(database_url: str, api_url: str, count: int, ticks: dict[str, float], passing: Callable[[str], None]) -> None:
    """Run as `python3 -m bot run --workers COUNT` would, until killed or stopped, in a group of its own."""
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        bot_api_url=api_url,
        database_url=database_url,
        log_level="ERROR",
        watch_listen="off",
    )
    os.setpgid(0, 0)
    patch = pytest.MonkeyPatch()
    for name, seconds in ticks.items():
        patch.setattr(name, seconds)
    # One that dies often is begun again at once all the same.
    patch.setattr("bot.crew.BACKOFF", (0.02,))
    patch.setattr("bot.app.load", the_flow)
    patch.setattr("bot.app.flow_page", lambda _: the_page())
    patch.setattr("bot.crew.begun", _forked)
    patch.setattr("bot.app.work", partial(_work, passing))
    app.run(settings, count, passing)


def _forked(work: Callable[..., None], given: tuple[object, ...], name: str) -> BaseProcess:
    """A worker at the cost of a fork: the program has no connection or thread yet that it could share."""
    process = multiprocessing.get_context("fork").Process(target=work, args=given, name=name)
    process.start()
    return process


def _work(
    trap: Callable[[str], None],
    settings: Settings,
    number: int = 0,
    count: int = 1,
    **_: Callable[[str], None],
) -> None:
    """Pass points, as a worker among others does not; and what its parent does on a signal is not for it."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)
    trap(BEGAN)
    WORK(settings, number, count, trap)
