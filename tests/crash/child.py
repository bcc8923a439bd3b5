"""One life of the program in a process of its own, which may be told to die at a named point."""

from __future__ import annotations

import os
import signal
from collections import Counter

from pydantic import SecretStr

from bot import app
from bot.settings import Settings

TOKEN = "700:stand-in"


class Trap:
    """Kills this process when it passes `point` for the `count`-th time; an empty point never comes."""

    def __init__(self, point: str, count: int) -> None:
        self.point, self.count, self.passed = point, count, Counter[str]()

    def __call__(self, point: str) -> None:
        self.passed[point] += 1
        if point == self.point and self.passed[point] == self.count:
            os.kill(os.getpid(), signal.SIGKILL)


def live(database_url: str, api_url: str, point: str, count: int) -> None:
    """Run as `python3 -m bot run` would, until killed or stopped."""
    settings = Settings(bot_token=SecretStr(TOKEN), bot_api_url=api_url, database_url=database_url, log_level="ERROR")
    app.run(settings, passing=Trap(point, count))
