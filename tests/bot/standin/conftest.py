"""A Telegram with one bot and one client, a clock that moves by hand, and short ways to call."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.standin.cloud import Cloud
from bot.standin.door import call
from bot.standin.phone import Phone
from bot.standin.server import Running, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.standin.accounts import Bot
    from bot.standin.params import Upload
    from bot.standin.refusal import JSON

TOKEN = "7001:secret"


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Api:
    """Calls methods as the bot."""

    cloud: Cloud
    token: str = TOKEN

    async def answer(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> tuple[int, JSON]:
        status, body = await call(self.cloud, self.token, method, params, files)
        read: JSON = json.loads(body)
        return status, read

    async def __call__(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> Any:
        status, body = await self.answer(method, files, **params)
        assert (status, body["ok"]) == (200, True), body
        return body["result"]

    async def refused(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> str:
        """Status and description of a call that must fail."""
        status, body = await self.answer(method, files, **params)
        assert not body["ok"]
        assert body["error_code"] == status
        return f"{status} {body['description']}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cloud(clock: Clock) -> Cloud:
    return Cloud(clock)


@pytest.fixture
def bot(cloud: Cloud) -> Bot:
    return cloud.add_bot(TOKEN, "Pur-One", "purone_bot")


@pytest.fixture
def ana(cloud: Cloud, bot: Bot) -> Phone:
    """A client who has not written yet."""
    return Phone(cloud, cloud.add_person("Ana", language_code="es"), bot)


@pytest.fixture
def api(cloud: Cloud, bot: Bot) -> Api:
    assert bot.token == TOKEN
    return Api(cloud)


@pytest.fixture
def chat(ana: Phone) -> int:
    """The id of Ana's chat, opened, with its update already taken."""
    ana.start()
    ana.bot.feed.waiting.clear()
    return ana.person.id


@pytest.fixture
async def running(cloud: Cloud, bot: Bot) -> AsyncIterator[Running]:
    """The stand-in on a real loopback port."""
    assert bot.token == TOKEN
    async with serve(cloud) as running:
        yield running


@pytest.fixture
async def http(running: Running) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(running.url) as session:
        yield session
