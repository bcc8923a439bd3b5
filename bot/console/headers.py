"""The headers of every answer: nothing from elsewhere, nothing inline, nothing kept, shown in nobody's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from bot.console.office import Office

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    # A browser that says not where it is from says neither in `Origin`, which is all there is where TLS is not.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR = 365 * 24 * 60 * 60


class StrictHeaders:
    """Adds them; the one page that may show the console in a frame is the demo's."""

    def __init__(self, app: ASGIApp, office: Office) -> None:
        self.app = app
        self.headers = FIXED | {"Content-Security-Policy": POLICY.format(frames=office.framed_by or "'none'")}
        if not office.framed_by:
            self.headers["X-Frame-Options"] = "DENY"
        if office.url.startswith("https:"):
            self.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers)
