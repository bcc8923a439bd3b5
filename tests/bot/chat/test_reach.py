"""What Telegram says when the owner asks whether all is well, and that nobody gets a message by it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from bot.chat.reach import Standing, reach
from bot.serving import Running, being_served
from bot.standin.phone import Phone
from bot.standin.server import serve
from tests.bot.running import TOKEN, a_cloud

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOON = datetime(2026, 11, 4, 12, 0, tzinfo=UTC)


class Dated:
    """Has every answer tell the time."""

    def __init__(self, app: ASGIApp, date: str) -> None:
        self.app, self.date = app, date

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"date", self.date.encode())]
            await send(message)

        await self.app(scope, receive, tell)


@asynccontextmanager
async def telling_the_time(date: str) -> AsyncIterator[str]:
    running = Running(Starlette(middleware=[Middleware(Dated, date=date)]), "127.0.0.1", 0)
    async with being_served(running):
        yield running.url


async def test_a_bot_that_is_taken_for_who_it_is_knows_its_name() -> None:
    cloud, _ = a_cloud()
    async with serve(cloud) as standin:
        found = await reach(TOKEN, standin.url, ())
    assert (found.bot_id, found.username, found.problem) == (700, "IntakeBot", "")
    assert found.hook is not None
    assert found.hook.url == ""


async def test_a_wrong_token_is_named_and_not_shown() -> None:
    cloud, _ = a_cloud()
    async with serve(cloud) as standin:
        found = await reach("700:another", standin.url, (1,))
    assert "BOT_TOKEN" in found.problem
    assert "another" not in found.problem
    assert (found.bot_id, found.hook, dict(found.chats)) == (0, None, {})


async def test_a_telegram_that_is_not_there_is_named_by_its_setting() -> None:
    found = await reach(TOKEN, "http://127.0.0.1:9", (1,))
    assert "BOT_API_URL" in found.problem
    assert found.ahead is None


async def test_each_chat_of_the_teams_is_asked_and_nobody_gets_a_message() -> None:
    cloud, phone = a_cloud()
    stranger, blocker = cloud.add_person("Sam"), cloud.add_person("Kim")
    phone.start()
    shut = Phone(cloud, blocker, phone.bot)
    shut.start()
    shut.block()
    people = (phone.chat.person.id, stranger.id, blocker.id)
    async with serve(cloud) as standin:
        found = await reach(TOKEN, standin.url, (*people, people[0]))
    assert [found.chats[person] for person in people] == [Standing.OPEN, Standing.UNKNOWN, Standing.SHUT]
    assert {request.method for request in cloud.requests()} == {"getMe", "getWebhookInfo", "sendChatAction"}
    assert len(cloud.requests("sendChatAction")) == 3


@pytest.mark.parametrize(
    ("status", "says", "more", "standing"),
    [
        (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1005}, Standing.MOVED),
        (400, "Bad Request: not enough rights to send text messages to the chat", None, Standing.SHUT),
        (500, "Internal Server Error", None, Standing.UNSURE),
    ],
)
async def test_what_telegram_says_of_a_chat_is_told_apart(
    status: int, says: str, more: dict[str, int] | None, standing: Standing
) -> None:
    cloud, phone = a_cloud()
    phone.start()
    cloud.faults.refuse(status, says, method="sendChatAction", parameters=more)
    async with serve(cloud) as standin:
        found = await reach(TOKEN, standin.url, (phone.chat.person.id,))
    assert list(found.chats.values()) == [standing]


async def test_a_webhook_that_cannot_be_asked_for_leaves_the_rest_known() -> None:
    cloud, _ = a_cloud()
    cloud.faults.refuse(500, "Internal Server Error", method="getWebhookInfo")
    async with serve(cloud) as standin:
        found = await reach(TOKEN, standin.url, ())
    assert (found.hook, found.username) == (None, "IntakeBot")


async def test_our_clock_is_measured_by_telegrams() -> None:
    async with telling_the_time("Wed, 04 Nov 2026 12:00:00 GMT") as url:
        found = await reach(TOKEN, url, (), lambda: NOON + timedelta(minutes=7))
    assert found.ahead == 420


@pytest.mark.parametrize("date", ["noon or so", ""])
async def test_a_time_that_makes_no_sense_is_no_time(date: str) -> None:
    async with telling_the_time(date) as url:
        assert (await reach(TOKEN, url, ())).ahead is None
