"""One attempt to hand over an update, and what is made of the answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.standin.posting import Poster
from bot.standin.slips import Misdelivery, Slip
from bot.standin.webhooks import Delivery
from tests.bot.standin.receiver import receiving

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud

UPDATE = {"update_id": 1, "message": {"text": "\u00bfqu\u00e9?"}}


@pytest.mark.parametrize(
    ("status", "retry_after", "asked"),
    [
        (200, "7", None),
        (204, "", None),
        (503, "7", 7.0),
        (429, "7", 7.0),
        (503, "99999", 3600.0),
        (503, "soon", 0.0),
        (307, "", 0.0),
        (500, "", 0.0),
    ],
)
async def test_only_a_2xx_is_a_success_and_retry_after_is_heard(
    cloud: Cloud, status: int, retry_after: str, asked: float | None
) -> None:
    async with receiving() as receiver:
        delivery = Delivery(receiver.url)
        receiver.planned.append(web.Response(status=status, headers={"Retry-After": retry_after, "Location": "/"}))
        async with Poster(cloud, delivery) as poster:
            assert await poster.post(UPDATE, None) == asked
        assert [post.update for post in receiver.posts] == [UPDATE]
    assert (delivery.delivered, delivery.failures) == ((1, 0) if asked is None else (0, 1))
    assert delivery.last_error_at == (None if asked is None else cloud.clock())


async def test_the_line_that_is_cut_is_a_failure(cloud: Cloud) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(cut, "127.0.0.1", 0) as server:
        delivery = Delivery(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        async with Poster(cloud, delivery) as poster:
            assert await poster.post(UPDATE, None) == 0
    assert delivery.last_error


async def test_nobody_at_the_address_is_a_failure(cloud: Cloud) -> None:
    async with receiving() as gone:
        delivery = Delivery(gone.url)
    async with Poster(cloud, delivery) as poster:
        assert await poster.post(UPDATE, None) == 0
        assert await poster.post(UPDATE, Misdelivery(Slip.UNHEARD)) == 0
    assert (delivery.failures, delivery.last_error) == (2, "Connection refused")


async def test_an_unheard_answer_is_a_whole_request(cloud: Cloud) -> None:
    async with receiving() as receiver:
        delivery = Delivery(receiver.url, "secret")
        async with Poster(cloud, delivery) as poster:
            assert await poster.post(UPDATE, Misdelivery(Slip.UNHEARD)) == 0
        await receiver.until(lambda: len(receiver.posts) == 1)
        assert (receiver.posts[0].update, receiver.posts[0].secret) == (UPDATE, "secret")
    assert delivery.delivered == 0
