"""The webhook on a socket: what a proxy, a slow line or a stranger does to it, byte by byte."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bot.serving import Running, being_served
from bot.webhook import Limits, Webhook
from tests.bot.knocking import PATH, SECRET
from tests.bot.updates import text
from tests.journeys.hooked import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.chat.receive import Batch

PATIENCE = 60.0
HELLO = json.dumps(text("hello")).encode()


@dataclass
class Line:
    """A connection to a webhook that is being served, and what it has stored."""

    port: int
    stored: list[Batch] = field(default_factory=list)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            async with asyncio.timeout(PATIENCE):
                yield reader, writer
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def says(self, *sent: bytes) -> bytes:
        """Everything that comes back until the connection is closed."""
        async with self.opened() as (reader, writer):
            for part in sent:
                writer.write(part)
                await writer.drain()
            return await reader.read()


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    line = Line(0)

    async def store(found: Batch) -> int:
        line.stored.append(found)
        return 1

    app = Webhook(PATH, (SECRET.encode(),), store, limits=Limits(reading=0.3))
    running = Running(app, "127.0.0.1", 0)
    async with being_served(running):
        line.port = running.port
        yield line


def head(*more: str, secret: str = SECRET) -> bytes:
    lines = (f"POST {PATH} HTTP/1.1", "Host: x", f"X-Telegram-Bot-Api-Secret-Token: {secret}")
    return "\r\n".join((*lines, "Content-Type: application/json", *more, "", "")).encode()


def statuses(answered: bytes) -> list[int]:
    return [int(line.split()[1]) for line in answered.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]


async def test_a_connection_is_kept_for_the_next_update(line: Line) -> None:
    kept, last = head(f"Content-Length: {len(HELLO)}"), head(f"Content-Length: {len(HELLO)}", "Connection: close")
    answered = await line.says(kept + HELLO, last + HELLO)
    assert (statuses(answered), len(line.stored)) == ([200, 200], 2)
    assert answered.lower().count(b"content-length: 0") == 2


async def test_a_stranger_is_let_go_without_a_word_of_theirs_being_read(line: Line) -> None:
    answered = await line.says(head("Content-Length: 1000000", secret="a-guess"))
    assert (statuses(answered), line.stored) == ([403], [])


async def test_a_body_in_chunks_without_an_end_is_cut_off(line: Line) -> None:
    async with line.opened() as (reader, writer):
        writer.write(head("Transfer-Encoding: chunked"))
        with suppress(ConnectionError):
            for _ in range(64):
                writer.write(b"10000\r\n" + b"x" * 2**16 + b"\r\n")
                await writer.drain()
        with suppress(ConnectionError):
            assert statuses(await reader.read()) == [413]
    assert line.stored == []


async def test_a_body_in_chunks_is_taken(line: Line) -> None:
    chunk = f"{len(HELLO):x}\r\n".encode() + HELLO + b"\r\n0\r\n\r\n"
    answered = await line.says(head("Transfer-Encoding: chunked", "Connection: close"), chunk)
    assert (statuses(answered), len(line.stored)) == ([200], 1)


async def test_a_body_that_drips_is_given_up_and_the_connection_with_it(line: Line) -> None:
    answered = await line.says(head(f"Content-Length: {len(HELLO)}"), HELLO[:5])
    assert (statuses(answered), line.stored) == ([408], [])


async def test_a_connection_that_breaks_in_the_middle_hurts_nobody(line: Line) -> None:
    for _ in range(3):
        async with line.opened() as (_, writer):
            writer.write(head(f"Content-Length: {len(HELLO)}") + HELLO[:5])
            await writer.drain()
    answered = await line.says(head(f"Content-Length: {len(HELLO)}", "Connection: close") + HELLO)
    assert (statuses(answered), len(line.stored)) == ([200], 1)


async def test_a_connection_that_closes_before_the_answer_has_its_update_stored(line: Line) -> None:
    async with line.opened() as (_, writer):
        writer.write(head(f"Content-Length: {len(HELLO)}") + HELLO)
        await writer.drain()
    answered = await line.says(head(f"Content-Length: {len(HELLO)}", "Connection: close") + HELLO)
    assert statuses(answered) == [200]
    await until(lambda: len(line.stored) == 2)


@pytest.mark.parametrize(
    "sent",
    [b"hello\r\n\r\n", head("Content-Length: -5"), head("Content-Length: 1", "Content-Length: 2"), b"\x16\x03\x01\x02"],
)
async def test_what_is_no_http_is_refused(line: Line, sent: bytes) -> None:
    async with line.opened() as (reader, writer):
        writer.write(sent)
        writer.write_eof()
        assert statuses(await reader.read()) in ([400], [])
    assert line.stored == []
