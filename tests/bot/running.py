"""The running program against a stand-in over loopback HTTP, for tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.bell import Bell
from bot.chat.connect import connect
from bot.chat.gateway import Gateway
from bot.chat.receive import Receiver
from bot.ledger import Ledger
from bot.standin.cloud import Cloud
from bot.standin.phone import Phone
from bot.standin.server import serve
from bot.workers import Workers

if TYPE_CHECKING:
    from tests.bot.room import Room

TOKEN = "700:stand-in"
PATIENCE = 60.0


@dataclass
class Program:
    """A stand-in, one person's phone, and the loops that serve it."""

    cloud: Cloud
    phone: Phone
    workers: Workers
    task: asyncio.Task[None]

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds, or until the program ends; fails when it takes for ever."""
        async with asyncio.timeout(PATIENCE):
            while not true() and not self.task.done():
                await asyncio.wait({self.task}, timeout=0.01)
        if self.task.done():
            self.task.result()
        assert true()

    async def hears(self, *texts: str) -> None:
        """Wait until the bot has said exactly this on the phone."""
        await self.until(lambda: self.said == list(texts))

    @property
    def said(self) -> list[str]:
        return [str(message.content.get("text", "")) for message in self.phone.answers]

    async def stop(self) -> None:
        self.workers.stop()
        async with asyncio.timeout(PATIENCE):
            await self.task


def a_cloud() -> tuple[Cloud, Phone]:
    cloud = Cloud()
    bot = cloud.add_bot(TOKEN, username="IntakeBot")
    return cloud, Phone(cloud, cloud.add_person("Pat"), bot)


@asynccontextmanager
async def program(room: Room, cloud: Cloud, phone: Phone, per_second: float = 0.0) -> AsyncIterator[Program]:
    """Serve the stand-in and run the loops until the block ends."""
    async with serve(cloud) as standin, loops(room, cloud, phone, standin.url, per_second) as running:
        yield running


@asynccontextmanager
async def loops(room: Room, cloud: Cloud, phone: Phone, url: str, per_second: float = 0.0) -> AsyncIterator[Program]:
    """Run the loops until the block ends; what they raise comes out of `Program.stop` or `until`."""
    async with connect(TOKEN, url) as bot:
        ledger, presence = Ledger(room.desk, bot.id), room.database.presence()
        workers = Workers(room.desk, Receiver(bot), Gateway(bot), ledger, presence, Bell(), per_second)
        task = asyncio.create_task(workers.run())
        try:
            yield Program(cloud, phone, workers, task)
        finally:
            workers.stop()
            await asyncio.gather(task, return_exceptions=True)
