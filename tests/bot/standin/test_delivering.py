"""Updates reach a webhook over real HTTP: in order within a chat, again until they are taken."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.standin.accounts import Bot
from bot.standin.cloud import Cloud, Patience
from bot.standin.delivering import chat_of
from bot.standin.groups import Seat
from bot.standin.phone import Phone
from bot.standin.server import serve
from bot.standin.slips import Slip
from tests.bot.standin.receiver import Receiver, receiving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.bot.standin.conftest import Api, Clock

SECRET = "s3cret-of_ours"


@pytest.fixture
async def receiver(cloud: Cloud) -> AsyncIterator[Receiver]:
    """A webhook beside the served stand-in, not set yet."""
    cloud.patience = Patience(second=0.001)
    async with receiving() as receiver, serve(cloud):
        yield receiver


@pytest.fixture
async def hook(receiver: Receiver, api: Api) -> Receiver:
    """The same, set."""
    await api("setWebhook", url=receiver.url, secret_token=SECRET)
    return receiver


def another(ana: Phone, name: str) -> Phone:
    return Phone(ana.cloud, ana.cloud.add_person(name), ana.bot)


async def taken(receiver: Receiver, ana: Phone) -> None:
    """Wait until nothing is left to be delivered."""
    await receiver.until(lambda: not ana.bot.feed.waiting)


async def test_an_update_arrives_with_the_secret_and_is_gone(hook: Receiver, ana: Phone, api: Api) -> None:
    ana.start("ad")
    await taken(hook, ana)
    (post,) = hook.posts
    assert (post.text, post.chat_id, post.secret) == ("/start ad", ana.person.id, SECRET)
    assert (await api("getWebhookInfo"))["pending_update_count"] == 0


async def test_what_waited_before_is_delivered_too(receiver: Receiver, ana: Phone, api: Api) -> None:
    ana.send("before")
    await api("setWebhook", url=receiver.url)
    await taken(receiver, ana)
    assert [(post.text, post.secret) for post in receiver.posts] == [("before", None)]


async def test_a_chat_is_told_one_thing_at_a_time_and_in_order(hook: Receiver, ana: Phone) -> None:
    hook.open_door.clear()
    for number in range(20):
        ana.send(str(number))
    await hook.until(lambda: bool(hook.posts))
    await asyncio.sleep(0.05)
    assert hook.texts == ["0"]
    hook.open_door.set()
    await taken(hook, ana)
    assert hook.texts == [str(number) for number in range(20)]
    assert hook.most_within == 1


async def test_chats_are_served_side_by_side_up_to_the_limit(receiver: Receiver, ana: Phone, api: Api) -> None:
    await api("setWebhook", url=receiver.url, max_connections=3)
    receiver.open_door.clear()
    for name in "abcde":
        another(ana, name).send("x")
    await receiver.until(lambda: len(receiver.within) == 3)
    await asyncio.sleep(0.05)
    receiver.open_door.set()
    await taken(receiver, ana)
    assert (len(receiver.posts), receiver.most_within) == (5, 3)


@pytest.mark.parametrize("status", [302, 401, 404, 500, 503])
async def test_what_is_refused_comes_again_before_anything_else_of_its_chat(
    hook: Receiver, ana: Phone, api: Api, clock: Clock, status: int
) -> None:
    hook.planned += [web.Response(status=status, headers={"Location": "/hook"}) for _ in range(3)]
    ana.send("first")
    ana.send("second")
    await taken(hook, ana)
    assert hook.texts == ["first"] * 4 + ["second"]
    told = await api("getWebhookInfo")
    assert told["last_error_message"].startswith(f"Wrong response from the webhook: {status} ")
    assert told["last_error_date"] == int(clock().timestamp())


async def test_one_chat_in_trouble_holds_up_no_other(hook: Receiver, cloud: Cloud, ana: Phone) -> None:
    cloud.patience = Patience(second=1)
    hook.planned.append(web.Response(status=503, headers={"Retry-After": "3600"}))
    ana.send("never mind")
    await hook.until(lambda: not hook.planned and not hook.within)
    ben = another(ana, "Ben")
    ben.send("hello")
    await hook.until(lambda: len(ana.bot.feed.waiting) == 1)
    assert hook.texts == ["never mind", "hello"]


async def test_an_answer_that_takes_too_long_is_none(receiver: Receiver, cloud: Cloud, ana: Phone, api: Api) -> None:
    cloud.patience = Patience(answer=0.05, second=0.001)
    await api("setWebhook", url=receiver.url)
    receiver.open_door.clear()
    ana.send("x")
    await receiver.until(lambda: len(receiver.posts) > 1)
    receiver.open_door.set()
    await taken(receiver, ana)
    assert (await api("getWebhookInfo"))["last_error_message"] == "Read timeout expired"


async def test_a_bot_that_is_down_gets_everything_when_it_is_back(cloud: Cloud, ana: Phone, api: Api) -> None:
    cloud.patience = Patience(second=0.001)
    async with receiving() as gone:
        url = gone.url
    async with serve(cloud):
        await api("setWebhook", url=url)
        ana.send("1")
        ana.send("2")
        delivery = ana.bot.delivery
        assert delivery is not None
        await gone.until(lambda: delivery.failures > 2)
        told = await api("getWebhookInfo")
        assert (told["last_error_message"], told["pending_update_count"]) == ("Connection refused", 2)
        async with receiving(int(url.split(":")[2].split("/")[0])) as back:
            await taken(back, ana)
            assert back.texts == ["1", "2"]


async def test_what_telegram_would_have_forgotten_is_dropped(
    hook: Receiver, api: Api, ana: Phone, clock: Clock, chat: int
) -> None:
    sent = await api(
        "sendMessage",
        chat_id=chat,
        text="?",
        reply_markup={"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]},
    )
    await taken(hook, ana)
    hook.posts.clear()
    hook.open_door.clear()
    ana.send("kept a day")
    await hook.until(lambda: bool(hook.within))
    ana.tap(sent["message_id"], "y")
    ana.send("kept a day too")
    clock.forward(150)
    hook.open_door.set()
    await taken(hook, ana)
    assert hook.texts == ["kept a day", "kept a day too"]


async def test_an_update_that_is_refused_for_a_day_is_given_up(hook: Receiver, ana: Phone, clock: Clock) -> None:
    hook.planned += [web.Response(status=500)]
    hook.open_door.clear()
    ana.send("x")
    await hook.until(lambda: bool(hook.within))
    clock.forward(24 * 60 * 60)
    hook.open_door.set()
    await taken(hook, ana)
    assert hook.texts == ["x"]


async def test_polling_takes_over_what_the_webhook_did_not_take(hook: Receiver, ana: Phone, api: Api) -> None:
    hook.open_door.clear()
    ana.send("in the air")
    await hook.until(lambda: bool(hook.within))
    assert (await api.refused("getUpdates")).startswith("409 Conflict: can't use getUpdates method while webhook")
    await api("deleteWebhook")
    ana.send("after")
    assert [update["message"]["text"] for update in await api("getUpdates")] == ["in the air", "after"]
    hook.open_door.set()
    await api("getUpdates", offset=-1)
    assert hook.texts == ["in the air"]


async def test_another_webhook_takes_the_place_of_the_first(hook: Receiver, ana: Phone, api: Api) -> None:
    ana.send("to the first")
    await taken(hook, ana)
    async with receiving() as other:
        await api("setWebhook", url=other.url)
        ana.send("to the other")
        await taken(other, ana)
        assert (hook.texts, other.texts) == (["to the first"], ["to the other"])
        await api("deleteWebhook")


async def test_dropped_updates_are_not_delivered(receiver: Receiver, ana: Phone, api: Api) -> None:
    ana.send("dropped")
    await api("setWebhook", url=receiver.url, drop_pending_updates=True)
    ana.send("kept")
    await taken(receiver, ana)
    assert receiver.texts == ["kept"]


async def test_what_is_taken_out_of_the_feed_meanwhile_is_not_brought(hook: Receiver, ana: Phone) -> None:
    hook.open_door.clear()
    ana.send("under way")
    ana.send("taken out")
    await hook.until(lambda: bool(hook.within))
    ana.bot.feed.waiting.clear()
    hook.open_door.set()
    ana.send("last")
    await taken(hook, ana)
    assert hook.texts == ["under way", "last"]


async def test_answers_with_a_body_are_counted_and_not_executed(hook: Receiver, ana: Phone) -> None:
    hook.planned.append(web.json_response({"method": "sendMessage", "chat_id": ana.person.id, "text": "no"}))
    ana.send("1")
    ana.send("2")
    await taken(hook, ana)
    delivery = ana.bot.delivery
    assert delivery is not None
    assert (delivery.delivered, delivery.bodies, ana.answers) == (2, 1, [])


async def test_a_slip_sends_an_update_twice(hook: Receiver, cloud: Cloud, ana: Phone) -> None:
    cloud.faults.misdeliver(Slip.TWICE, chat_id=ana.person.id)
    ana.send("1")
    ana.send("2")
    await taken(hook, ana)
    assert hook.texts == ["1", "1", "2"]
    assert hook.posts[0].number == hook.posts[1].number


async def test_a_slip_swaps_two_updates_of_a_chat(hook: Receiver, cloud: Cloud, ana: Phone) -> None:
    cloud.faults.misdeliver(Slip.SWAPPED)
    ana.send("alone")
    await taken(hook, ana)
    for text in ("1", "2", "3"):
        ana.send(text)
    await taken(hook, ana)
    assert hook.texts == ["alone", "2", "1", "3"]


async def test_a_slip_drops_the_connection_and_sends_the_update_again(hook: Receiver, cloud: Cloud, ana: Phone) -> None:
    cloud.faults.misdeliver(Slip.UNHEARD, times=2)
    ana.send("x")
    await taken(hook, ana)
    await hook.until(lambda: len(hook.posts) == 3)
    assert {(post.text, post.secret) for post in hook.posts} == {("x", SECRET)}
    delivery = ana.bot.delivery
    assert delivery is not None
    assert (delivery.delivered, delivery.failures, delivery.last_error) == (1, 2, "Webhook connection closed")


@pytest.mark.parametrize(("slip", "secret"), [(Slip.WRONG_SECRET, f"not-{SECRET}"), (Slip.NO_SECRET, None)])
async def test_a_slip_sends_another_secret_or_none(
    hook: Receiver, cloud: Cloud, ana: Phone, slip: Slip, secret: str | None
) -> None:
    hook.planned.append(web.Response(status=403))
    cloud.faults.misdeliver(slip)
    ana.send("x")
    await taken(hook, ana)
    assert [post.secret for post in hook.posts] == [secret, SECRET]


async def test_a_slip_holds_an_update_back(hook: Receiver, cloud: Cloud, ana: Phone) -> None:
    cloud.faults.misdeliver(Slip.LATE, chat_id=ana.person.id, seconds=0.2)
    ana.send("late")
    another(ana, "Ben").send("in time")
    await taken(hook, ana)
    assert hook.texts == ["in time", "late"]


async def test_nothing_leaves_the_machine(receiver: Receiver, ana: Phone, api: Api) -> None:
    await api("setWebhook", url="https://192.0.2.1/hook")
    ana.send("x")
    delivery = ana.bot.delivery
    assert delivery is not None
    await receiver.until(lambda: bool(delivery.failures))
    assert "loopback" in delivery.last_error
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1


async def test_each_bot_has_a_webhook_of_its_own(receiver: Receiver, cloud: Cloud, ana: Phone, api: Api) -> None:
    other = Phone(cloud, ana.person, cloud.add_bot("7002:secret"))
    await api("setWebhook", url=receiver.url)
    other.send("to a bot that polls")
    ana.send("to a bot with a webhook")
    await taken(receiver, ana)
    assert receiver.texts == ["to a bot with a webhook"]
    assert len(other.bot.feed.waiting) == 1


async def test_a_busy_day_loses_doubles_and_swaps_nothing(hook: Receiver, cloud: Cloud, ana: Phone) -> None:
    hook.planned += [web.Response(status=500 if at % 3 else 200) for at in range(60)]
    phones = [ana, *(another(ana, f"P{number}") for number in range(30))]
    for number in range(10):
        for phone in phones:
            phone.send(str(number))
        await asyncio.sleep(0)
    await taken(hook, ana)
    assert len({post.number for post in hook.posts}) == len(phones) * 10
    for phone in phones:
        said = [int(post.text) for post in hook.posts if post.chat_id == phone.person.id]
        assert set(said) == set(range(10))
        assert all(later - earlier in {0, 1} for earlier, later in pairwise(said))
    assert hook.most_within <= 40


def test_the_chat_of_an_update_is_found_wherever_it_stands(cloud: Cloud, bot: Bot, ana: Phone) -> None:
    group = cloud.add_group("Skin")
    ana.edit(ana.send("x"), "y")
    ana.block()
    Seat(ana, group).add_bot()
    chats = [chat_of(update) for _, update in bot.feed.waiting]
    assert chats == [ana.person.id] * 3 + [group.id] * 2
    assert chat_of({"update_id": 1, "callback_query": {"message": {"chat": {"id": 7}}}}) == 7
    assert chat_of({"update_id": 1, "poll": {}}) == 0
