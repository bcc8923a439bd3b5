"""The routes behind the phone's page."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.standin.cloud import Cloud
from bot.standin.people import ACTS
from bot.standin.server import serve

if TYPE_CHECKING:
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def read(http: aiohttp.ClientSession, path: str, **query: Any) -> Any:
    async with http.get(path, params=query) as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()


async def do(http: aiohttp.ClientSession, person: int, act: str, **body: Any) -> tuple[int, Any]:
    async with http.post(f"/people/{person}/{act}", json=body) as answer:
        return answer.status, (await answer.json()) if answer.content_type == "application/json" else None


async def test_a_person_can_be_added_and_is_listed(http: aiohttp.ClientSession, cloud: Cloud) -> None:
    async with http.post("/people", json={"first_name": " Ben ", "language_code": "de"}) as answer:
        assert answer.status == 201
        number = (await answer.json())["id"]
    (person,) = (await read(http, "/people"))["people"]
    assert (person["id"], person["name"], person["language_code"]) == (number, "Ben", "de")
    assert cloud.people[number].phone.startswith("+1314555")


async def test_a_person_needs_a_name(http: aiohttp.ClientSession) -> None:
    async with http.post("/people", json={"first_name": " "}) as answer:
        assert answer.status == 400


async def test_acts_need_json_so_that_no_foreign_form_can_post_them(http: aiohttp.ClientSession, ana: Phone) -> None:
    async with http.post(f"/people/{ana.person.id}/start", data={"x": "y"}) as answer:
        assert answer.status == 415
    async with http.post("/people", data="[]", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
    assert ana.messages == []


@pytest.mark.parametrize("act", sorted(ACTS))
async def test_every_act_is_an_act_of_the_phone(http: aiohttp.ClientSession, api: Api, ana: Phone, act: str) -> None:
    ana.start()
    keyboard = {"keyboard": [["Morning"]]}
    message = await api("sendMessage", chat_id=ana.person.id, text="Well?", reply_markup=YES)
    await api("sendMessage", chat_id=ana.person.id, text="When?", reply_markup=keyboard)
    about = 1 if act in {"edit", "delete"} else message["message_id"]
    particulars = {"message_id": about, "what": "y", "text": "hello", "label": "Morning", "kind": "photo", "count": 2}
    card = {"first_name": "Ben", "phone_number": "+1"}
    before = ana.chat.version
    if act == "unblock":
        ana.block()
    status, _ = await do(http, ana.person.id, act, **particulars, **card)
    assert status == 200
    assert act == "tap" or ana.chat.version > before


async def test_what_a_phone_cannot_do_is_a_conflict(http: aiohttp.ClientSession, ana: Phone) -> None:
    assert await do(http, ana.person.id, "send", text=" ") == (409, {"error": "an empty message cannot be sent"})
    assert (await do(http, ana.person.id, "tap"))[0] == 400
    assert (await do(http, ana.person.id, "attach", kind="smell"))[0] == 400
    assert (await do(http, ana.person.id, "fly"))[0] == 404
    assert (await do(http, 9, "start"))[0] == 404


async def test_the_news_are_what_changed_since(http: aiohttp.ClientSession, api: Api, ana: Phone, chat: int) -> None:
    all_of_it = await read(http, f"/people/{chat}")
    assert [message["id"] for message in all_of_it["messages"]] == [1]
    await api("sendMessage", chat_id=chat, text="x")
    news = await read(http, f"/people/{chat}", after=all_of_it["version"])
    assert [message["id"] for message in news["messages"]] == [2]
    assert news["version"] > all_of_it["version"]
    assert (await read(http, f"/people/{chat}", after=news["version"], total=news["total"]))["messages"] == []


async def test_the_news_wait_for_a_change(http: aiohttp.ClientSession, api: Api, ana: Phone, chat: int) -> None:
    now = await read(http, f"/people/{chat}")
    waiting = asyncio.ensure_future(read(http, f"/people/{chat}", after=now["version"], total=now["total"], wait=25))
    await read(http, "/people")
    assert not waiting.done()
    await api("sendMessage", chat_id=chat, text="x")
    assert [message["text"] for message in (await waiting)["messages"]] == ["x"]


async def test_the_news_stop_waiting_when_telegram_closes(
    http: aiohttp.ClientSession, cloud: Cloud, ana: Phone, chat: int
) -> None:
    now = await read(http, f"/people/{chat}")
    waiting = asyncio.ensure_future(read(http, f"/people/{chat}", after=now["version"], total=now["total"], wait=25))
    await read(http, "/people")
    cloud.close()
    assert (await waiting)["messages"] == []


async def test_a_person_talks_to_the_first_bot_or_the_one_named(
    http: aiohttp.ClientSession, cloud: Cloud, ana: Phone
) -> None:
    other = cloud.add_bot("7002:other", "Other")
    assert (await read(http, f"/people/{ana.person.id}"))["bot"]["name"] == "Pur-One"
    assert (await read(http, f"/people/{ana.person.id}", bot=other.id))["bot"]["name"] == "Other"
    async with http.get(f"/people/{ana.person.id}", params={"bot": 9}) as answer:
        assert answer.status == 404


async def test_without_a_bot_there_is_nobody_to_talk_to() -> None:
    cloud = Cloud()
    person = cloud.add_person("Ana")
    async with (
        serve(cloud) as running,
        aiohttp.ClientSession(running.url) as http,
        http.get(f"/people/{person.id}") as answer,
    ):
        assert answer.status == 404


async def test_a_file_is_a_download(http: aiohttp.ClientSession, ana: Phone) -> None:
    ana.attach("document", name="r\u00e9sum\u00e9.pdf")
    (number,) = ana.cloud.files
    async with http.get(f"/files/{number}") as answer:
        assert await answer.read() == b"made up"
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf"
    async with http.get("/files/nothing") as answer:
        assert answer.status == 404
