"""One life of the program in a process of its own, which may be told to die at a named point."""

from __future__ import annotations

import os
import signal
from collections import Counter
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot import app, workers
from bot.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

TOKEN = "700:stand-in"


class Trap:
    """Tells each point, and kills this process at `point` for the `count`-th time; an empty point never comes."""

    def __init__(self, point: str, count: int, tell: Connection) -> None:
        self.point, self.count, self.tell, self.passed = point, count, tell, Counter[str]()

    def __call__(self, point: str) -> None:
        self.tell.send(point)
        self.passed[point] += 1
        if point == self.point and self.passed[point] == self.count:
            os.kill(os.getpid(), signal.SIGKILL)


def live(database_url: str, api_url: str, point: str, count: int, tell: Connection) -> None:
    """Run as `python3 -m bot run` would, until killed or stopped."""
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        bot_api_url=api_url,
        database_url=database_url,
        log_level="ERROR",
        watch_listen="off",
    )
    # A story has no time to wait for a nudge.
    workers.DEADLINE_TICK = 0.1
    app.run(settings, passing=Trap(point, count, tell))
