"""Asking the watch over loopback, and what a test can turn about the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp

from bot.watch.server import serve
from storage.refusals import Busy

if TYPE_CHECKING:
    from bot.watch.post import Post
    from storage.work import Work


@dataclass
class Hands:
    now: datetime
    leads: bool = True
    is_broken: bool = False
    lines_lost: int = 0

    def forward(self, **units: float) -> None:
        self.now += timedelta(**units)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    text: str
    headers: dict[str, str]


async def ask(post: Post, path: str, method: str = "GET") -> Answer:
    async with (
        serve(post) as running,
        aiohttp.ClientSession() as session,
        session.request(method, f"{running.url}{path}") as answer,
    ):
        return Answer(answer.status, await answer.text(), dict(answer.headers))


class Away:
    """A database that fails at every look; by itself it is away."""

    def __init__(self, problem: Exception | None = None) -> None:
        self.problem = problem or Busy()

    def look(self, now: datetime) -> Work:
        raise self.problem
