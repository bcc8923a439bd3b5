"""Tokens, methods, the log, and faults on order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.standin.door import METHODS, call
from bot.standin.faults import Cut
from bot.standin.params import Upload
from bot.standin.refusal import HungUp
from tests.bot.standin.conftest import TOKEN, Api

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone


@pytest.mark.parametrize("token", ["7001:wrong", "7009:secret"])
async def test_an_unknown_token_is_unauthorized(api: Api, token: str) -> None:
    assert await Api(api.cloud, token).refused("getMe") == "401 Unauthorized"


@pytest.mark.parametrize("token", ["", "7001", "seven:secret", "7001:"])
async def test_what_is_no_token_is_not_found(api: Api, token: str) -> None:
    assert await Api(api.cloud, token).refused("getMe") == "404 Not Found"


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    assert await api.refused("sendFlowers") == "404 Not Found: method not found"


async def test_method_names_are_read_in_any_case(api: Api) -> None:
    assert await api("GETME") == await api("getMe")


async def test_every_call_is_logged_with_its_outcome(api: Api, cloud: Cloud, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="x")
    await api.refused("sendMessage", chat_id=chat)
    await api("sendDocument", {"document": Upload("a.txt", b"a")}, chat_id=chat)
    assert [(entry.method, entry.status) for entry in cloud.log] == [
        ("sendMessage", 200),
        ("sendMessage", 400),
        ("sendDocument", 200),
    ]
    first, second = cloud.requests("sendmessage")
    assert (first.params, first.at, second.description) == (
        {"chat_id": chat, "text": "x"},
        cloud.clock(),
        "Bad Request: message text is empty",
    )
    assert cloud.requests()[-1].files == ("a.txt",)


async def test_the_log_can_be_left_out(api: Api, cloud: Cloud, chat: int) -> None:
    cloud.keeps_log = False
    await api("sendMessage", chat_id=chat, text="x")
    await api.refused("sendMessage", chat_id=chat)
    assert cloud.log == []


async def test_a_refusal_on_order_has_no_effect(api: Api, cloud: Cloud, ana: Phone, chat: int) -> None:
    cloud.faults.refuse(502, "Bad Gateway", method="sendMessage")
    assert await api.refused("sendMessage", chat_id=chat, text="x") == "502 Bad Gateway"
    assert ana.answers == []
    await api("sendMessage", chat_id=chat, text="x")


async def test_a_flood_names_its_seconds(api: Api, cloud: Cloud, chat: int) -> None:
    cloud.faults.flood(7, chat_id=chat)
    status, body = await api.answer("sendMessage", chat_id=chat, text="x")
    assert (status, body) == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    )


@pytest.mark.parametrize(("when", "stored"), [(Cut.BEFORE, 0), (Cut.AFTER, 1)])
async def test_a_cut_connection_loses_the_answer(
    api: Api, cloud: Cloud, ana: Phone, chat: int, when: Cut, stored: int
) -> None:
    cloud.faults.hang_up(when, method="sendMessage")
    with pytest.raises(HungUp):
        await api("sendMessage", chat_id=chat, text="x")
    assert len(ana.answers) == stored
    assert (cloud.log[-1].status, cloud.log[-1].description) == (None, f"cut {when}")


async def test_a_garbled_answer_had_its_effect(api: Api, cloud: Cloud, ana: Phone, chat: int) -> None:
    cloud.faults.garble()
    status, body = await call(cloud, TOKEN, "sendMessage", {"chat_id": chat, "text": "x"})
    assert (status, len(ana.answers)) == (200, 1)
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(body)


async def test_a_slow_answer_comes_all_the_same(api: Api, cloud: Cloud, ana: Phone, chat: int) -> None:
    cloud.faults.slow(0.001, method="sendMessage")
    await api("sendMessage", chat_id=chat, text="x")
    assert cloud.faults.planned == []


def test_no_method_is_listed_twice() -> None:
    assert len({name.lower() for name in METHODS}) == len(METHODS)
