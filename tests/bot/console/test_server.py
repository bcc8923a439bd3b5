"""Serving the console on a real port."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.console.server import serve
from storage.sessions import Opened
from tests.bot.console.conftest import COURTNEY

if TYPE_CHECKING:
    from bot.console.office import Office


def let_in(office: Office) -> Opened:
    with office.database.work(office.clock()) as work:
        opened = work.sessions.open(COURTNEY.id, "")
        work.commit()
    return opened


async def test_port_0_takes_a_free_one(office: Office) -> None:
    async with serve(office) as one, serve(office) as other, aiohttp.ClientSession(other.url) as http:
        assert one.port != other.port != 0
        async with http.get("/sign-in") as answer:
            assert answer.status == 200
            assert "server" not in answer.headers


async def test_a_taken_port_is_an_error(office: Office) -> None:
    async with serve(office) as running:
        with pytest.raises(OSError, match="in use"):
            async with serve(office, port=running.port):
                raise AssertionError


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
async def test_the_demos_click_is_for_nobody_whose_request_was_passed_on(office: Office, header: str) -> None:
    demo = replace(office, demo=True)
    async with serve(demo) as running, aiohttp.ClientSession(running.url) as http:
        async with http.get("/sign-in") as answer:
            assert "/sign-in/demo" in await answer.text()
        async with http.get("/sign-in", headers={header: "127.0.0.1"}) as answer:
            assert "/sign-in/demo" not in await answer.text()


async def test_stopping_waits_for_no_page_that_waits_for_news(office: Office) -> None:
    cookie = {"Cookie": f"session={let_in(office).key}"}
    async with aiohttp.ClientSession() as http:
        async with serve(office) as running:
            news = await http.get(f"{running.url}/live", headers=cookie)
            assert news.headers["content-type"].startswith("text/event-stream")
            await news.content.readline()
        async with asyncio.timeout(30):
            assert await news.content.read() is not None
