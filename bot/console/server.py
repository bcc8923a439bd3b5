"""The console as a web app, and serving it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from bot import serving
from bot.console.cookies import Cookies
from bot.console.door import Door
from bot.console.files import STATIC
from bot.console.guards import hosts
from bot.console.headers import StrictHeaders
from bot.console.rendering import templates
from bot.console.routes import PAGES, Page, Site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.console.office import Office


def console(office: Office, pages: tuple[Page, ...] = PAGES) -> Starlette:
    """The whole app: its one route is the door."""
    site = Site(office.demo, pages)
    guards = [
        Middleware(StrictHeaders, office=office),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts(office), www_redirect=False),
    ]
    app = Starlette(routes=[Route("/{path:path}", Door(office, site))], middleware=guards)
    app.state.office, app.state.site, app.state.closing = office, site, False
    app.state.cookies = Cookies(office.url)
    app.state.templates = templates()
    app.state.static = StaticFiles(directory=STATIC)
    return app


@contextlib.asynccontextmanager
async def serve(
    office: Office, host: str = "127.0.0.1", port: int = 0, shared: bool = False
) -> AsyncIterator[serving.Running]:
    """Serve in the running loop; port 0 takes any free one. Raises OSError when the port can't be had.

    A `shared` port may be served by other workers as well.
    """
    app = console(office)
    running = serving.Running(app, host, port, shared)
    async with serving.being_served(running):
        try:
            yield running
        finally:
            # Streams of news end by themselves now; otherwise a stop would wait for them.
            app.state.closing = True
            office.changed.ring()
