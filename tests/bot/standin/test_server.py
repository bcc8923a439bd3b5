"""Serving: on loopback only, on any free port, in the loop or in a thread."""

from __future__ import annotations

import asyncio
import json
import socket
import urllib.request

import aiohttp
import pytest

from bot.standin.cloud import Cloud
from bot.standin.door import call
from bot.standin.phone import Phone
from bot.standin.server import NotLoopback, serve, serve_in_thread
from tests.bot.standin.receiver import Post, receiving


def ipv6() -> bool:
    with socket.socket(socket.AF_INET6) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            return False
        return True


async def test_port_0_takes_a_free_one() -> None:
    cloud = Cloud()
    cloud.add_bot("7001:secret")
    async with serve(cloud) as first, serve(cloud) as second, aiohttp.ClientSession(second.url) as http:
        assert first.port != second.port != 0
        async with http.get("/bot7001:secret/getMe") as answer:
            assert answer.status == 200


def test_a_thread_of_its_own_serves_too() -> None:
    cloud = Cloud()
    cloud.add_bot("7001:secret")
    with serve_in_thread(cloud) as running, urllib.request.urlopen(f"{running.url}/bot7001:secret/getMe") as answer:
        assert json.load(answer)["result"]["id"] == 7001


async def test_a_telegram_that_was_closed_can_open_again() -> None:
    cloud = Cloud()
    phone = Phone(cloud, cloud.add_person("Ana"), cloud.add_bot("7001:secret"))
    async with serve(cloud):
        pass
    async with serve(cloud) as running, aiohttp.ClientSession(running.url) as http:
        heard = phone.bot.bell.rings
        poll = asyncio.ensure_future(http.get("/bot7001:secret/getUpdates", params={"timeout": 30}))
        assert await phone.bot.bell.wait(heard, 30)
        phone.send("x")
        async with await poll as answer:
            assert len((await answer.json())["result"]) == 1


def test_a_thread_of_its_own_delivers_too() -> None:
    got: list[Post] = []

    async def run(url: str) -> None:
        async with receiving() as receiver, aiohttp.ClientSession(url) as http:
            async with http.post("/bot7001:secret/setWebhook", json={"url": receiver.url}) as answer:
                assert answer.status == 200
            await asyncio.to_thread(phone.send, "x")
            await receiver.until(lambda: not phone.bot.feed.waiting)
            got.extend(receiver.posts)

    cloud = Cloud()
    phone = Phone(cloud, cloud.add_person("Ana"), cloud.add_bot("7001:secret"))
    with serve_in_thread(cloud) as running:
        asyncio.run(run(running.url))
    assert [post.text for post in got] == ["x"]


async def test_a_delivery_under_way_is_left_when_serving_ends() -> None:
    cloud = Cloud()
    phone = Phone(cloud, cloud.add_person("Ana"), cloud.add_bot("7001:secret"))
    async with receiving() as receiver:
        async with serve(cloud):
            receiver.open_door.clear()
            await call(cloud, "7001:secret", "setWebhook", {"url": receiver.url})
            phone.send("x")
            await receiver.until(lambda: bool(receiver.within))
        assert len(phone.bot.feed.waiting) == 1
        receiver.open_door.set()
        async with serve(cloud):
            await receiver.until(lambda: not phone.bot.feed.waiting)
        assert receiver.texts == ["x", "x"]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1"])
async def test_only_loopback_is_served(host: str) -> None:
    with pytest.raises(NotLoopback, match=host):
        async with serve(Cloud(), host):
            raise AssertionError


async def test_a_taken_port_is_an_error() -> None:
    async with serve(Cloud()) as running:
        with pytest.raises(OSError, match="in use"):
            async with serve(Cloud(), port=running.port):
                raise AssertionError


async def test_a_page_beside_the_phone_may_be_framed() -> None:
    beside = "http://127.0.0.1:9/staff"
    async with (
        serve(Cloud(), beside=beside) as running,
        aiohttp.ClientSession(running.url) as http,
        http.get("/") as answer,
    ):
        assert f'<iframe src="{beside}"' in await answer.text()
        assert answer.headers["Content-Security-Policy"].endswith("; frame-src 'self' http://127.0.0.1:9")


@pytest.mark.skipif(not ipv6(), reason="no IPv6 loopback here")
async def test_ipv6_loopback_is_served() -> None:
    async with (
        serve(Cloud(), "::1") as running,
        aiohttp.ClientSession(running.url) as http,
        http.get("/people") as answer,
    ):
        assert answer.status == 200
