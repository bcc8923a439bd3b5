"""A clinic to which Telegram brings what happens: everything comes over real HTTP, and the answers go back by it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.bell import Bell
from bot.chat.hook import set_hook
from bot.scribe import Scribe
from bot.serving import Running, being_served
from bot.settings import Settings
from bot.webhook import Limits, Outcome, webhook_app
from storage.refusals import Busy
from tests.journeys.clinic import TOKEN, Clinic, Program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from bot.chat.receive import Batch
    from bot.standin.webhooks import Delivery

PATIENCE = 60.0
PATH = "/updates"
SECRET = "the-secret-of-the-tests"


@dataclass(repr=False)
class HookedClinic(Clinic):
    """Its door is open for as long as the block of `open_door` runs, whether the program does or not."""

    url_of_door: str = ""
    outcomes: list[Outcome] = field(default_factory=list)
    app: ASGIApp | None = None
    limits: Limits = field(default_factory=Limits)
    is_down: bool = False
    """Whether the database is."""

    def behind(self, secret: str, before: str = "") -> None:
        """From now on these secrets are taken."""
        settings = Settings(
            bot_token=SecretStr(TOKEN),
            bot_api_url="http://127.0.0.1:9",
            webhook_url=self.url_of_door,
            webhook_secret=SecretStr(secret),
            webhook_secret_before=SecretStr(before) if before else None,
        )
        self.app = webhook_app(settings, self._store, self.outcomes.append, self.limits)

    async def tells_telegram(self, secret: str) -> None:
        """Set the webhook as the program does."""
        await set_hook((await self._running()).gateway.bot, self.url_of_door, secret)

    @property
    def delivery(self) -> Delivery:
        assert self.account.delivery is not None
        return self.account.delivery

    @asynccontextmanager
    async def open_door(self) -> AsyncIterator[None]:
        """Listen, and have Telegram bring everything here."""
        running = Running(self, "127.0.0.1", 0)
        async with being_served(running):
            self.url_of_door = running.url + PATH
            self.behind(SECRET)
            await self.tells_telegram(SECRET)
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Whoever knocks speaks with the app as it is now."""
        assert self.app is not None
        await self.app(scope, receive, send)

    async def _start(self) -> Program:
        program = await super()._start()
        self._scribe = Scribe(program.database, self.clock)
        program.open.callback(self._scribe.close)
        return program

    async def _store(self, found: Batch) -> int:
        if self.program is None or self.is_down:
            raise Busy
        return await self._scribe.write(lambda work: work.inbox.ingest(self.account.id, found.arrived))

    async def _receive(self, program: Program) -> bool:
        """Wait until Telegram has brought everything."""
        is_any = bool(self.account.feed.waiting)
        await until(lambda: not self.account.feed.waiting)
        return is_any


async def until(true: Callable[[], bool]) -> None:
    """Wait until something holds that a request brings about; fails when it takes for ever."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await Bell().wait(0, 0.001)
