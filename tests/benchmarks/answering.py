"""The least that answers as Telegram does, in a thread of its own, so that only the sending is measured."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ME = {"id": 700, "is_bot": True, "first_name": "Intake", "username": "IntakeBot"}
SENT = {
    "message_id": 4711,
    "from": ME,
    "chat": {"id": 5_000_000_001, "first_name": "Pat", "type": "private"},
    "date": 1_790_000_000,
    "text": "Is your skin irritated, sunburnt or sore right now?" * 4,
}
LENGTH = re.compile(rb"(?i)^content-length: *(\d+)", re.MULTILINE)


class Answers(asyncio.Protocol):
    """Says who it is to getMe, and to everything else that it was sent."""

    def __init__(self) -> None:
        self.heard = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer once the whole request is there."""
        self.heard += data
        head, parted, body = self.heard.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if parted and len(body) >= int(length[1] if length else 0):
            self.heard = b""
            self.transport.write(_answer(ME if b"/getMe " in head else SENT))


def _answer(result: object) -> bytes:
    body = json.dumps({"ok": True, "result": result}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


@contextmanager
def answering() -> Iterator[str]:
    """The address of one that answers every call, until it is no longer needed."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        server = asyncio.run_coroutine_threadsafe(_listening(), loop).result()
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        asyncio.run_coroutine_threadsafe(_closed(server), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _listening() -> asyncio.Server:
    return await asyncio.get_running_loop().create_server(Answers, "127.0.0.1", 0)


async def _closed(server: asyncio.Server) -> None:
    server.close()
    await server.wait_closed()
