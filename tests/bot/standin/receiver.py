"""A webhook that notes what it is sent and answers as it was told to, for tests."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from bot.bell import Bell

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.standin.refusal import JSON

PATIENCE = 60.0
SECRET = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Post:
    """One request: what it carried and under which secret."""

    update: JSON
    secret: str | None

    @property
    def number(self) -> int:
        return int(self.update["update_id"])

    @property
    def chat_id(self) -> int:
        return int(self.update["message"]["chat"]["id"])

    @property
    def text(self) -> str:
        return str(self.update["message"]["text"])


@dataclass
class Receiver:
    """Answers with what is `planned`, first to last, and then with 200 and nothing."""

    url: str = ""
    posts: list[Post] = field(default_factory=list)
    planned: list[web.Response] = field(default_factory=list)
    open_door: asyncio.Event = field(default_factory=asyncio.Event)
    """Answers wait until it is set."""
    within: list[Post] = field(default_factory=list)
    """Requests that have no answer yet."""
    most_within: int = 0
    _heard: Bell = field(default_factory=Bell)

    async def take(self, request: web.Request) -> web.StreamResponse:
        post = Post(await request.json(), request.headers.get(SECRET))
        self.posts.append(post)
        self.within.append(post)
        self.most_within = max(self.most_within, len(self.within))
        self._heard.ring()
        await self.open_door.wait()
        self.within.remove(post)
        return self.planned.pop(0) if self.planned else web.Response()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds that a request brings about; fails when it takes for ever."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                await self._heard.wait(self._heard.rings, 0.01)

    @property
    def texts(self) -> list[str]:
        return [post.text for post in self.posts]


@asynccontextmanager
async def receiving(port: int = 0) -> AsyncIterator[Receiver]:
    """Listen on loopback until the block ends."""
    receiver = Receiver()
    receiver.open_door.set()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        yield receiver
    finally:
        receiver.open_door.set()
        await runner.cleanup()
