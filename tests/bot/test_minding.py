"""The loop that minds the webhook: only who leads looks, and a new leader sets it anew."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot import minding
from bot.chat.connect import connect
from bot.chat.gateway import TelegramRefuses
from bot.chat.monitor import Monitor
from bot.minding import MindingWebhook
from bot.scribe import Scribe
from bot.shift import Shift
from bot.standin.server import serve
from storage.presence import Alone
from tests.bot.room import Room
from tests.bot.running import TOKEN, a_cloud
from tests.journeys.hooked import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.standin.phone import Phone
    from flows.flow import Flow
    from storage.database import Database

URL = "https://bot.example.org/updates"
SECRET = "the-secret-of-the-tests"


class Minded:
    """A loop at work, and how often we had caught up."""

    def __init__(self, shift: Shift, phone: Phone, monitor: Monitor) -> None:
        self.shift, self.phone, self.caught_up = shift, phone, 0
        self.task = asyncio.create_task(MindingWebhook(shift, monitor, self._catch_up).run())

    async def _catch_up(self) -> None:
        self.caught_up += 1

    def times_set(self) -> int:
        return len(self.phone.cloud.requests("setWebhook"))


@pytest.fixture
def shift(flow: Flow, database: Database) -> Shift:
    return Shift(Room(flow, database).desk, Scribe(database), Alone())


@asynccontextmanager
async def minded(shift: Shift, url: str = URL) -> AsyncIterator[Minded]:
    cloud, phone = a_cloud()
    async with serve(cloud) as standin, connect(TOKEN, standin.url, polling=False) as bot:
        loop = Minded(shift, phone, Monitor(bot, url, SECRET))
        try:
            yield loop
        finally:
            shift.stop()
            await asyncio.gather(loop.task, return_exceptions=True)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minding, "EVERY", 0.005)
    monkeypatch.setattr(minding, "TICK", 0.005)


async def test_who_leads_sets_the_webhook_and_looks_again_and_again(shift: Shift) -> None:
    async with minded(shift) as loop:
        await until(lambda: loop.caught_up > 2)
        assert (loop.times_set(), loop.phone.bot.webhook) == (1, URL)


async def test_who_does_not_lead_leaves_it_alone_and_sets_it_once_it_does(shift: Shift) -> None:
    shift.presence.leads = False
    async with minded(shift) as loop:
        await asyncio.sleep(0.05)
        assert not loop.times_set()
        assert not loop.phone.cloud.requests("getWebhookInfo")
        shift.presence.leads = True
        await until(lambda: loop.caught_up > 0)
        shift.presence.leads = False
        await asyncio.sleep(0.05)
        shift.presence.leads = True
        await until(lambda: loop.times_set() == 2)


async def test_a_stop_ends_it_at_once_even_while_telegram_is_silent(shift: Shift) -> None:
    async with minded(shift) as loop:
        loop.phone.cloud.faults.slow(60, method="getWebhookInfo")
        await until(lambda: loop.times_set() == 1)
        shift.stop()
        async with asyncio.timeout(10):
            await loop.task
        loop.phone.cloud.close()
    assert loop.caught_up == 0


async def test_an_address_that_telegram_does_not_take_ends_the_worker_with_a_sentence(shift: Shift) -> None:
    async with minded(shift, "http://bot.example.org/updates") as loop:
        with pytest.raises(TelegramRefuses, match="WEBHOOK_URL"):
            await loop.task


async def test_while_telegram_is_out_of_reach_we_have_not_caught_up(shift: Shift) -> None:
    async with minded(shift) as loop:
        loop.phone.cloud.faults.refuse(502, "Bad Gateway", method="getWebhookInfo", times=3)
        await until(lambda: len(loop.phone.cloud.requests("getWebhookInfo")) == 3)
        assert loop.caught_up == 0
        await until(lambda: loop.caught_up > 0)
