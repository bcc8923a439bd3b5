"""Tests of how clients are played and counted, against a bot whose every word is known."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from bot.standin.accounts import Bot
from bot.standin.cloud import Cloud
from bot.standin.door import call
from tests.benchmarks.crowd import Crowd, NoAnswer
from tests.benchmarks.work import Act, Called, Step, Work

TOKEN = "700:fake"
ASKED: dict[str, Any] = {
    "text": "Agree?",
    "reply_markup": {"inline_keyboard": [[{"text": "Yes", "callback_data": "1.agree:yes"}]]},
}
WORK = Work(
    (
        Step(Act("start", "text", "/start"), (Called("sendMessage", ASKED),)),
        Step(
            Act("agree", "tap", "agree:yes"),
            (
                Called("answerCallbackQuery", {}),
                Called("editMessageReplyMarkup", {"reply_markup": {"inline_keyboard": []}}),
                Called("sendMessage", {"text": "Fine."}),
                Called("sendMessage", {"text": "Your number?"}),
            ),
        ),
        Step(Act("phone", "contact"), (Called("sendMessage", {"text": "Thank you."}),)),
    )
)
PEOPLE = 9_000_000_000


@dataclass
class FakeBot:
    """Answers each act of a chat as the work says, and counts; `more` is what it says beside."""

    cloud: Cloud
    account: Bot
    more: tuple[Called, ...] = ()
    mute: bool = False
    answered: int = 0

    async def run(self) -> None:
        offset, steps = 0, dict[int, int]()
        while not self.cloud.closing:
            for update in await self._call("getUpdates", {"offset": offset, "timeout": 30}):
                offset = update["update_id"] + 1
                about = update.get("callback_query", {}).get("message") or update["message"]
                chat_id = about["chat"]["id"]
                if not self.mute:
                    await self._answer(update, chat_id, about["message_id"], WORK.steps[steps.get(chat_id, 0)])
                steps[chat_id] = steps.get(chat_id, 0) + 1

    async def _answer(self, update: dict[str, Any], chat_id: int, message_id: int, step: Step) -> None:
        self.answered += 1
        where = {"chat_id": chat_id, "message_id": message_id}
        tap = {"callback_query_id": update.get("callback_query", {}).get("id")}
        for each in (*step.calls, *self.more):
            await self._call(each.method, {**where, **tap, **each.params})

    async def _call(self, method: str, params: dict[str, Any]) -> Any:
        return json.loads((await call(self.cloud, TOKEN, method, params))[1]).get("result")


@asynccontextmanager
async def crowd(size: int, **fake: Any) -> AsyncIterator[tuple[Crowd, FakeBot]]:
    """A crowd before a bot that answers it."""
    cloud = Cloud()
    account = cloud.add_bot(TOKEN)
    bot, people = FakeBot(cloud, account, **fake), Crowd(cloud, account, WORK, size, PEOPLE)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(bot.run())
        try:
            async with people.listening():
                yield people, bot
        finally:
            cloud.close()


async def test_every_act_is_counted_once_and_so_is_every_answer() -> None:
    async with crowd(3) as (people, bot):
        await people.arrive(0.05)
        await people.in_lock_step(0.3)
        await people.answered()
        tally = people.count()
    assert tally.acts == tally.finished == len(tally.waits) == bot.answered > 9
    assert (tally.surplus, tally.refused) == (0, 0)
    assert tally.calls["answerCallbackQuery"] == tally.calls["editMessageReplyMarkup"]


async def test_who_is_through_makes_room_for_the_next_person() -> None:
    async with crowd(2) as (people, _):
        await people.in_lock_step(0.3)
        await people.answered()
        tally = people.count()
    assert len(set(people.finished)) == len(people.finished) == tally.intakes
    assert tally.intakes > 2
    assert len(people.clients) == 2
    assert set(people.cloud.people) == set(people.clients)


async def test_everybody_comes_to_the_end_and_nobody_begins_anew() -> None:
    async with crowd(3) as (people, _):
        await people.arrive(0.05)
        await people.to_the_end()
        tally = people.count()
    assert tally.finished == tally.intakes * len(WORK.steps)
    assert tally.intakes >= 3
    assert {client.at for client in people.clients.values()} == {0}


async def test_counting_begins_anew_after_each_count() -> None:
    async with crowd(1) as (people, _):
        await people.in_lock_step(0.1)
        await people.answered()
        assert people.count().acts
        assert (people.count().acts, people.tally.waits) == (0, [])


async def test_clients_who_come_by_chance_come_whether_or_not_anybody_answers() -> None:
    async with crowd(1, mute=True) as (people, bot):
        await people.paced(200, 0.2, seed=1)
        tally = people.count()
    assert tally.acts > 10
    assert tally.finished == bot.answered == 0
    assert len(people.clients) == tally.acts


async def test_the_wait_begins_when_the_act_was_due() -> None:
    async with crowd(1) as (people, _):
        await people.paced(100, 0.2, seed=1)
        await people.answered()
        tally = people.count()
    assert len(tally.waits) == tally.acts
    assert min(tally.waits) > 0


async def test_what_nobody_waits_for_is_surplus() -> None:
    async with crowd(1, more=(Called("sendMessage", {"text": "By the way."}),)) as (people, bot):
        await people.paced(50, 0.1, seed=1)
        await people.answered()
        await asyncio.sleep(0.05)
        tally = people.count()
    assert tally.surplus == bot.answered == tally.acts


async def test_what_telegram_refuses_is_counted_apart() -> None:
    async with crowd(1, more=(Called("sendMessage", {"text": ""}),)) as (people, bot):
        await people.paced(50, 0.1, seed=1)
        await people.answered()
        await asyncio.sleep(0.05)
        tally = people.count()
    assert tally.refused == bot.answered == tally.finished


async def test_a_bot_that_shows_no_button_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ASKED, "reply_markup", None)
    with pytest.raises(ExceptionGroup) as raised:
        async with crowd(1) as (people, _):
            await people.in_lock_step(5)
    assert raised.group_contains(NoAnswer)
