"""Serves the stand-in on a loopback port, in the running loop or in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import threading
from typing import TYPE_CHECKING

from bot import serving
from bot.standin.delivering import deliver
from bot.standin.web import stand_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.types import Scope

    from bot.standin.cloud import Cloud


class NotLoopback(ValueError):
    """The stand-in answers this machine only."""


class Running(serving.Running):
    """A stand-in that is being served at `url`."""

    def __init__(self, cloud: Cloud, host: str, port: int, beside: str) -> None:
        if not ipaddress.ip_address(host).is_loopback:
            raise NotLoopback(f"{host} is not a loopback address")
        super().__init__(stand_in(cloud, hang_up=self._hang_up, beside=beside), host, port)
        self._cloud = cloud

    async def start(self) -> None:
        await super().start()
        self._cloud.closing = False

    async def run(self) -> None:
        """Serve until `stop`, and bring the updates to the webhooks meanwhile."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(deliver(self._cloud))
            await super().run()

    def stop(self) -> None:
        self._cloud.close()
        super().stop()

    def _hang_up(self, scope: Scope) -> None:
        """Cut the connection of a request without a word."""
        for connection in list(self.server.server_state.connections):
            transport = getattr(connection, "transport", None)
            if transport is not None and transport.get_extra_info("peername")[:2] == tuple(scope["client"]):
                transport.abort()


@contextlib.asynccontextmanager
async def serve(cloud: Cloud, host: str = "127.0.0.1", port: int = 0, *, beside: str = "") -> AsyncIterator[Running]:
    """Serve in the running loop; port 0 takes any free one. `beside` is a page shown at the phone's side.

    Updates go to the bots' webhooks meanwhile: a cloud that is served twice at once delivers twice.
    """
    running = Running(cloud, host, port, beside)
    async with serving.being_served(running):
        yield running


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
