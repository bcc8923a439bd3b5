"""The headers every answer carries: nothing from elsewhere, nothing inline, nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class StrictHeaders:
    """Adds them; `beside` is the one other origin that may be framed."""

    def __init__(self, app: ASGIApp, beside: str = "") -> None:
        self.app = app
        parts = urlsplit(beside)
        frames = f"; frame-src 'self' {parts.scheme}://{parts.netloc}" if parts.netloc else ""
        self.policy = f"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'{frames}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self.policy
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, with_headers)
