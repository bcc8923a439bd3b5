"""Serves a web app on a socket of its own, in the running loop; signals stay with whoever called."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING

import uvicorn

from bot.bell import Bell

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import ASGIApp

GRACE_SECONDS = 2


def listen(host: str, port: int, shared: bool = False) -> socket.socket:
    """A socket that listens there; port 0 takes any free one. Raises OSError where that can't be.

    Several processes may listen at a `shared` one: the system hands each connection to one of them.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named asyncio turns Nagle's algorithm off; without it each answer waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    return listening


class Running:
    """An app that is being served at `url`."""

    def __init__(self, app: ASGIApp, host: str, port: int, shared: bool = False) -> None:
        """Raises OSError when the port can't be had."""
        self._socket = listen(host, port, shared)
        self.port = int(self._socket.getsockname()[1])
        self.url = f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"
        self._stopping = Bell()
        quiet = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none", date_header=False)
        # Who is at the other end is decided by the connection, never by a header.
        quiet.proxy_headers, quiet.server_header = False, False
        quiet.timeout_graceful_shutdown = GRACE_SECONDS
        self.server = uvicorn.Server(quiet)

    async def start(self) -> None:
        config = self.server.config
        config.load()
        self.server.lifespan = config.lifespan_class(config)
        await self.server.startup(sockets=[self._socket])

    async def run(self) -> None:
        """Serve until `stop`."""
        await self._stopping.wait(0)
        await self.server.shutdown(sockets=[self._socket])

    def stop(self) -> None:
        self._stopping.ring()


@contextlib.asynccontextmanager
async def being_served(running: Running) -> AsyncIterator[None]:
    """From the first connection taken to the last one let go."""
    await running.start()
    task = asyncio.create_task(running.run())
    try:
        yield
    finally:
        running.stop()
        await task
