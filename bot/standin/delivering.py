"""Brings updates to the bots' webhooks as Telegram does: in order within a chat, again until they are taken."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from bot.standin.feed import Entry, forgotten_at
from bot.standin.posting import Poster
from bot.standin.slips import Slip

if TYPE_CHECKING:
    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud
    from bot.standin.refusal import JSON
    from bot.standin.slips import Misdelivery
    from bot.standin.webhooks import Delivery

LONGEST_PAUSE = 60.0
"""Seconds between two attempts, where the bot does not ask for more."""


async def deliver(cloud: Cloud) -> None:
    """Keep a courier at work for each bot with a webhook until the cloud closes."""
    at_work: dict[int, tuple[Delivery, asyncio.Task[None]]] = {}
    async with asyncio.TaskGroup() as tasks:
        while True:
            heard = cloud.rerouted.rings
            wanted = {} if cloud.closing else {bot.id: bot for bot in list(cloud.bots.values()) if bot.delivery}
            for bot_id, (delivery, task) in list(at_work.items()):
                if bot_id not in wanted or wanted[bot_id].delivery is not delivery:
                    task.cancel()
                    await asyncio.wait({task})
                    del at_work[bot_id]
            if cloud.closing:
                return
            for bot in wanted.values():
                if bot.delivery and bot.id not in at_work:
                    at_work[bot.id] = bot.delivery, tasks.create_task(Courier(cloud, bot, bot.delivery).run())
            await cloud.rerouted.wait(heard)


def chat_of(update: JSON) -> int:
    """The id of the chat an update is about; 0 where there is none."""
    for kind, payload in update.items():
        if kind != "update_id":
            within = payload.get("message", payload)
            return int(within.get("chat", {}).get("id", 0))
    return 0


class Courier:
    """Brings one bot's updates to one webhook: chats side by side, the updates of a chat one after the other."""

    def __init__(self, cloud: Cloud, bot: Bot, delivery: Delivery) -> None:
        self._cloud, self._bot, self._delivery = cloud, bot, delivery
        self._lines: dict[int, deque[Entry]] = {}
        """What is still to be brought, by chat; a chat is here as long as a task serves it."""
        self._places = asyncio.Semaphore(delivery.max_connections)

    async def run(self) -> None:
        """Bring whatever comes until cancelled; what was not taken by then stays in the feed."""
        arrived, feed = 0, self._bot.feed
        async with Poster(self._cloud, self._delivery) as poster, asyncio.TaskGroup() as chats:
            while True:
                heard = self._bot.bell.rings
                with self._cloud.lock:
                    fresh, arrived = feed.since(arrived), feed.arrived
                for entry in fresh:
                    chat_id = chat_of(entry[1])
                    if chat_id in self._lines:
                        self._lines[chat_id].append(entry)
                    else:
                        self._lines[chat_id] = deque([entry])
                        chats.create_task(self._serve(chat_id, poster))
                await self._bot.bell.wait(heard)

    async def _serve(self, chat_id: int, poster: Poster) -> None:
        line = self._lines[chat_id]
        while line:
            await self._bring(chat_id, line, poster)
            with self._cloud.lock:
                self._bot.feed.remove(line.popleft())
        del self._lines[chat_id]

    async def _bring(self, chat_id: int, line: deque[Entry], poster: Poster) -> None:
        """Try with the head of the line until it is taken or too old."""
        attempts = 0
        while True:
            slip = self._cloud.faults.slip(chat_id, len(line))
            await self._prepare(slip, line)
            async with self._places:
                await self._still_mine()
                if not self._waits(line[0]):
                    return
                asked = await poster.post(line[0][1], slip)
                if asked is None and slip and slip.slip is Slip.TWICE:
                    asked = await poster.post(line[0][1], None)
            if asked is None:
                return
            await asyncio.sleep(_pause(attempts, asked) * self._cloud.patience.second)
            attempts += 1

    def _waits(self, entry: Entry) -> bool:
        with self._cloud.lock:
            return self._cloud.clock() < forgotten_at(entry) and self._bot.feed.holds(entry)

    async def _still_mine(self) -> None:
        """Once the webhook is another one there is nothing to do but to wait for being cancelled."""
        if self._bot.delivery is not self._delivery:
            await asyncio.Event().wait()

    async def _prepare(self, slip: Misdelivery | None, line: deque[Entry]) -> None:
        if slip and slip.slip is Slip.LATE:
            await asyncio.sleep(slip.seconds)
        if slip and slip.slip is Slip.SWAPPED:
            line[0], line[1] = line[1], line[0]


def _pause(attempts: int, asked: float) -> float:
    """Seconds until the next attempt: what the bot asked for, else none at first, then twice as long each time."""
    return asked or (min(2.0**attempts, LONGEST_PAUSE) if attempts else 0.0)
