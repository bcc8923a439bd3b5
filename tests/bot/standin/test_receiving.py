"""Updates by long poll: confirmed by offset, one poll at a time, none while a webhook is set."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api

LONG = 30
WHILE_WEBHOOK = (
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def begun(poll: Awaitable[Any]) -> asyncio.Task[Any]:
    """A poll that is waiting by now."""
    task = asyncio.ensure_future(poll)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return task


async def test_a_poll_without_news_returns_at_its_timeout(api: Api) -> None:
    assert await api("getUpdates", timeout=0) == []


async def test_a_waiting_poll_wakes_with_the_update(api: Api, ana: Phone) -> None:
    poll = await begun(api("getUpdates", timeout=LONG))
    ana.start("ad")
    assert [update["message"]["text"] for update in await poll] == ["/start ad"]


async def test_an_update_comes_again_until_it_is_confirmed(api: Api, ana: Phone) -> None:
    ana.start()
    first = await api("getUpdates")
    assert await api("getUpdates", offset=first[0]["update_id"]) == first
    assert await api("getUpdates", offset=str(first[0]["update_id"] + 1)) == []


async def test_a_limit_counts_and_a_senseless_one_does_not(api: Api, ana: Phone) -> None:
    for text in ("1", "2", "3"):
        ana.send(text)
    assert len(await api("getUpdates", limit=2)) == 2
    assert len(await api("getUpdates", limit=0)) == 3
    assert len(await api("getUpdates", limit="many")) == 3


async def test_of_two_polls_the_earlier_is_refused(api: Api, ana: Phone) -> None:
    earlier = await begun(api.refused("getUpdates", timeout=LONG))
    later = await begun(api("getUpdates", timeout=LONG))
    assert await earlier == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    ana.start()
    assert len(await later) == 1


async def test_a_webhook_ends_and_forbids_polling(api: Api) -> None:
    poll = await begun(api.refused("getUpdates", timeout=LONG))
    await api("setWebhook", url="https://bot.test/hook", allowed_updates='["message"]')
    assert await poll == "409 Conflict: terminated by setWebhook request"
    assert await api.refused("getUpdates") == WHILE_WEBHOOK
    assert (await api("getWebhookInfo"))["url"] == "https://bot.test/hook"
    assert (await api("getWebhookInfo"))["allowed_updates"] == ["message"]
    await api("deleteWebhook")
    assert await api("getUpdates") == []


@pytest.mark.parametrize(("drop", "left"), [(True, 0), (False, 1)])
async def test_pending_updates_are_dropped_on_request(api: Api, ana: Phone, drop: bool, left: int) -> None:
    ana.start()
    await api("deleteWebhook", drop_pending_updates=drop)
    assert (await api("getWebhookInfo"))["pending_update_count"] == left


async def test_allowed_updates_are_remembered(api: Api, ana: Phone) -> None:
    await api("getUpdates", allowed_updates=["callback_query"])
    ana.start()
    assert await api("getUpdates") == []
    await api("getUpdates", allowed_updates=[])
    ana.send("x")
    assert len(await api("getUpdates")) == 1


async def test_a_closing_telegram_lets_polls_go(api: Api, cloud: Cloud) -> None:
    poll = await begun(api("getUpdates", timeout=LONG))
    cloud.close()
    assert await poll == []
