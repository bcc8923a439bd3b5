"""The Bot API over a real port: every form of body, every kind of break."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import aiohttp
import pytest
from starlette.requests import Request

from bot.standin.faults import Cut
from bot.standin.refusal import HungUp
from bot.standin.web import bot_api, stand_in
from tests.bot.standin.conftest import TOKEN

if TYPE_CHECKING:
    from starlette.types import Message

    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone

SEND = f"/bot{TOKEN}/sendMessage"
YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_parameters_may_come_in_four_forms(http: aiohttp.ClientSession, ana: Phone, chat: int) -> None:
    form = {"chat_id": str(chat), "text": "form", "reply_markup": json.dumps(YES)}
    parts = aiohttp.FormData(form | {"text": "multipart"}, default_to_multipart=True)
    for request in (
        http.get(SEND, params={"chat_id": chat, "text": "query", "reply_markup": json.dumps(YES)}),
        http.post(SEND, data=form),
        http.post(SEND, data=parts),
        http.post(SEND, json={"chat_id": chat, "text": "json", "reply_markup": YES}),
    ):
        async with request as answer:
            assert (answer.status, (await answer.json())["ok"]) == (200, True)
    assert [message.text for message in ana.answers] == ["query", "form", "multipart", "json"]
    assert all(message.keyboard == YES["inline_keyboard"] for message in ana.answers)


async def test_a_file_comes_by_multipart(http: aiohttp.ClientSession, ana: Phone, chat: int) -> None:
    parts = aiohttp.FormData({"chat_id": str(chat)})
    parts.add_field("document", b"\x00\r\n\xff", filename="a.bin", content_type="application/x-a")
    async with http.post(f"/bot{TOKEN}/sendDocument", data=parts) as answer:
        assert answer.status == 200
    (upload,) = ana.documents
    assert (upload.name, upload.content, upload.mime_type) == ("a.bin", b"\x00\r\n\xff", "application/x-a")


@pytest.mark.parametrize("body", ["[1]", "{"])
async def test_a_body_that_is_no_object_is_refused(http: aiohttp.ClientSession, body: str) -> None:
    async with http.post(SEND, data=body, headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"] == "Bad Request: can't parse request body as JSON object"


async def test_refusals_have_their_status(http: aiohttp.ClientSession, cloud: Cloud, chat: int) -> None:
    cloud.faults.flood(3)
    async with http.post(SEND, json={"chat_id": chat, "text": "x"}) as answer:
        assert (answer.status, (await answer.json())["parameters"]) == (429, {"retry_after": 3})
    async with http.get("/bot7001:wrong/getMe") as answer:
        assert answer.status == 401


@pytest.mark.parametrize(("when", "stored"), [(Cut.BEFORE, 0), (Cut.AFTER, 1)])
async def test_a_cut_connection_gives_no_answer(
    http: aiohttp.ClientSession, cloud: Cloud, ana: Phone, chat: int, when: Cut, stored: int
) -> None:
    cloud.faults.hang_up(when)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await http.post(SEND, json={"chat_id": chat, "text": "x"})
    assert len(ana.answers) == stored
    async with http.get(f"/bot{TOKEN}/getMe") as answer:
        assert answer.status == 200


async def test_only_the_connection_in_question_is_cut(http: aiohttp.ClientSession, cloud: Cloud, chat: int) -> None:
    async with http.get(f"/bot{TOKEN}/getMe"):
        cloud.faults.hang_up(Cut.BEFORE, method="sendMessage")
        async with aiohttp.ClientSession(str(http._base_url)) as other:
            with pytest.raises(aiohttp.ServerDisconnectedError):
                await other.post(SEND, json={"chat_id": chat, "text": "x"})
    async with http.get(f"/bot{TOKEN}/getMe") as answer:
        assert answer.status == 200


async def test_without_a_socket_the_break_is_raised(cloud: Cloud, chat: int) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    cloud.faults.hang_up(Cut.BEFORE)
    query = f"chat_id={chat}&text=x".encode()
    scope = {
        "type": "http",
        "method": "GET",
        "headers": [],
        "query_string": query,
        "path_params": {"token": TOKEN, "method": "sendMessage"},
        "app": stand_in(cloud),
    }
    with pytest.raises(HungUp):
        await bot_api(Request(scope, receive))


async def test_the_page_allows_nothing_foreign_and_nothing_inline(http: aiohttp.ClientSession) -> None:
    async with http.get("/") as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert "frame-src" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert "style=" not in page
    assert "://" not in page
    assert "<iframe" not in page
    assert 'id="beside"' in page


async def test_every_part_of_the_page_is_served(http: aiohttp.ClientSession) -> None:
    for name in ("phone.js", "chat.css", "icons.svg"):
        async with http.get(f"/static/{name}") as answer:
            assert answer.status == 200


async def test_a_foreign_host_name_is_refused(http: aiohttp.ClientSession) -> None:
    async with http.get("/people", headers={"Host": "evil.test"}) as answer:
        assert answer.status == 400
