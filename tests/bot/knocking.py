"""Requests to an ASGI app without a socket, for tests."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message

SECRET = "the-secret-of-the-tests"
PATH = "/updates"


@dataclass
class Knock:
    """One request to the webhook, right in every respect unless a test says otherwise."""

    parts: Iterable[bytes | None] = (b"",)
    """The body as it comes; None: the connection is dropped."""
    method: str = "POST"
    path: str = PATH
    secrets: tuple[str, ...] = (SECRET,)
    kinds: tuple[str, ...] = ("application/json",)
    size: str | None = None
    hangs: bool = False
    """Whether nothing more comes after the parts."""
    parts_read: int = 0
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    async def at(self, app: ASGIApp) -> int:
        """The status that the app answers with."""
        named = [("x-telegram-bot-api-secret-token", value) for value in self.secrets]
        named += [("content-type", value) for value in self.kinds]
        named += [("content-length", self.size)] if self.size is not None else []
        headers = [(name.encode(), value.encode()) for name, value in named]
        scope = {"type": "http", "method": self.method, "path": self.path, "headers": headers}
        coming = list(self.parts)

        async def receive() -> Message:
            self.parts_read += 1
            if not coming:
                await asyncio.Event().wait()
            part = coming.pop(0)
            if part is None:
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": part, "more_body": bool(coming) or self.hangs}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.status = message["status"]
                self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                self.body += message["body"]

        await app(scope, receive, send)
        return self.status


async def post(app: ASGIApp, body: bytes) -> int:
    """The status for one body that Telegram brings."""
    return await Knock((body,)).at(app)
