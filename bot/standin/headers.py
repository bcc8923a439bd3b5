"""The headers every answer carries: nothing from elsewhere, nothing inline, nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class StrictHeaders:
    """Adds them; `beside` is the one other origin that may be framed."""

    def __init__(self, app: ASGIApp, beside: str = "") -> None:
        self.app = app
        parts = urlsplit(beside)
        frames = f"; frame-src 'self' {parts.scheme}://{parts.netloc}" if parts.netloc else ""
        policy = f"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'{frames}"
        self.headers = [
            (b"content-security-policy", policy.encode("latin-1")),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"cache-control", b"no-store"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self.headers}
                others = [header for header in message["headers"] if header[0].lower() not in ours]
                message["headers"] = [*others, *self.headers]
            await send(message)

        await self.app(scope, receive, with_headers)
