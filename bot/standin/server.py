"""Serves the stand-in on a loopback port, in the running loop or in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import threading
from typing import TYPE_CHECKING

import uvicorn

from bot.standin.bell import Bell
from bot.standin.web import stand_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.types import ASGIApp, Scope

    from bot.standin.cloud import Cloud


class NotLoopback(ValueError):
    """The stand-in answers this machine only."""


def _listen(host: str, port: int) -> socket.socket:
    if not ipaddress.ip_address(host).is_loopback:
        raise NotLoopback(f"{host} is not a loopback address")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named asyncio turns Nagle's algorithm off; without it each answer waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    return listening


class Running:
    """A stand-in that is being served at `url`."""

    def __init__(self, cloud: Cloud, host: str, port: int, beside: str) -> None:
        self._socket = _listen(host, port)
        self.port = int(self._socket.getsockname()[1])
        self.url = f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"
        self._cloud = cloud
        self._stopping = Bell()
        app: ASGIApp = stand_in(cloud, hang_up=self._hang_up, beside=beside)
        quiet = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none", date_header=False)
        quiet.timeout_graceful_shutdown = 2
        self.server = uvicorn.Server(quiet)

    async def start(self) -> None:
        """Listen; signals stay with whoever called."""
        config = self.server.config
        config.load()
        self.server.lifespan = config.lifespan_class(config)
        await self.server.startup(sockets=[self._socket])

    async def run(self) -> None:
        """Serve until `stop`."""
        await self._stopping.wait(0)
        await self.server.shutdown(sockets=[self._socket])

    def stop(self) -> None:
        self._cloud.close()
        self._stopping.ring()

    def _hang_up(self, scope: Scope) -> None:
        """Cut the connection of a request without a word."""
        for connection in list(self.server.server_state.connections):
            transport = getattr(connection, "transport", None)
            if transport is not None and transport.get_extra_info("peername")[:2] == tuple(scope["client"]):
                transport.abort()


@contextlib.asynccontextmanager
async def serve(cloud: Cloud, host: str = "127.0.0.1", port: int = 0, *, beside: str = "") -> AsyncIterator[Running]:
    """Serve in the running loop; port 0 takes any free one. `beside` is a page shown at the phone's side."""
    running = Running(cloud, host, port, beside)
    await running.start()
    task = asyncio.create_task(running.run())
    try:
        yield running
    finally:
        running.stop()
        await task


@contextlib.contextmanager
def serve_in_thread(cloud: Cloud, host: str = "127.0.0.1", port: int = 0, *, beside: str = "") -> Iterator[Running]:
    """As `serve`, in a thread of its own, for tests and programs without a loop."""
    running = Running(cloud, host, port, beside)
    ready = threading.Event()

    async def run() -> None:
        await running.start()
        ready.set()
        await running.run()

    thread = threading.Thread(target=lambda: asyncio.run(run()), name="stand-in", daemon=True)
    thread.start()
    ready.wait()
    try:
        yield running
    finally:
        running.stop()
        thread.join()
