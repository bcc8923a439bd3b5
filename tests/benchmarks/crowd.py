"""Clients at the stand-in who do their intakes one act after the other, and how long each waits for an answer."""

from __future__ import annotations

import asyncio
import random
from collections import Counter, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.standin.accounts import Person
from bot.standin.phone import Phone
from tests.benchmarks.work import EDITS, SENDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud, Request
    from tests.benchmarks.work import Act, Work

PATIENCE = 600.0
"""How long anybody waits for an answer before it counts as dead, in seconds: PTB answers nobody while saving."""
GLANCE = 1.0


class NoAnswer(Exception):
    """A contender has left its clients without an answer."""


@dataclass
class Client:
    """One place in the crowd: a person goes through the whole intake, then the next person takes the place."""

    phone: Phone
    at: int = 0
    """The number of the act that comes next, or that is being answered."""
    since: datetime | None = None
    """When the present act was due; None while nothing is being answered."""
    awaited: Counter[str] = field(default_factory=Counter)
    heard: bool = False


@dataclass
class Tally:
    """What was counted between two moments; `waits` in seconds from act to first answer."""

    acts: int = 0
    finished: int = 0
    """Acts all of whose messages have arrived."""
    intakes: int = 0
    surplus: int = 0
    """Messages and edits that nobody waited for."""
    refused: int = 0
    """Calls that the stand-in answered with an error."""
    calls: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)


class Crowd:
    """Clients of one bot; `first_id` is the account number of the first person, the next ones count up."""

    def __init__(self, cloud: Cloud, bot: Bot, work: Work, size: int, first_id: int) -> None:
        self.cloud, self.bot, self.work, self.people = cloud, bot, work, first_id
        self.tally = Tally()
        self.finished: list[int] = []
        """The chats of those who are through."""
        self.clients: dict[int, Client] = {}
        self._free: deque[Client] = deque()
        self._deaf, self._waiting, self._nobody_waits = False, 0, asyncio.Event()
        self._on_free: Callable[[Client], None] = self._free.append
        for _ in range(size):
            self._free.append(self._somebody())

    def count(self) -> Tally:
        """What was counted since the last time; counting begins anew."""
        tally, self.tally = self.tally, Tally()
        return tally

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Hear what the bot says for as long as the block lasts; what went wrong in hearing comes out of it."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._listen())
            try:
                yield
            finally:
                # Not by cancelling: a bell that rings at that very moment would swallow it.
                self._deaf = True
                self.cloud.changed.ring()

    # --- how they come ----------------------------------------------------------------------------

    async def arrive(self, seconds: float) -> None:
        """Everybody begins, one after the other over so many seconds, so that not all of them do the same at once."""
        self._on_free = self._act
        waiting = len(self._free)
        for _ in range(waiting):
            self._act(self._free.popleft())
            await asyncio.sleep(seconds / waiting)

    async def in_lock_step(self, seconds: float) -> None:
        """Everybody acts as soon as they are answered, for so long."""
        self._on_free = self._act
        while self._free:
            self._act(self._free.popleft())
        await asyncio.sleep(seconds)
        self._on_free = self._free.append

    async def to_the_end(self) -> None:
        """Everybody who has begun goes on until they are through, and nobody begins. Raises NoAnswer."""
        self._on_free = lambda client: self._act(client) if client.at else self._free.append(client)
        for client in [client for client in self._free if client.at]:
            self._free.remove(client)
            self._act(client)
        await self.answered()
        self._on_free = self._free.append

    async def paced(self, per_second: float, seconds: float, seed: int) -> None:
        """So many acts a second at moments left to chance, whether or not the earlier ones are answered."""
        dice, loop = random.Random(seed), asyncio.get_running_loop()
        began, begin = loop.time(), self.cloud.clock()
        due = 0.0
        while (due := due + dice.expovariate(per_second)) < seconds:
            await asyncio.sleep(max(0.0, began + due - loop.time()))
            if not self._free:
                self._free.append(self._somebody())
            self._act(self._free.popleft(), begin + timedelta(seconds=due))

    async def answered(self) -> None:
        """Wait until nobody waits any more. Raises NoAnswer."""
        if self._waiting:
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._nobody_waits.wait()
            except TimeoutError:
                raise NoAnswer(f"{self._waiting} clients wait in vain") from None

    # --- one act, and the answers to it -----------------------------------------------------------

    def _somebody(self) -> Client:
        person = Person(self.people, "Pat", phone="+13145550100")
        self.people += 1
        self.cloud.people[person.id] = person
        client = self.clients[person.id] = Client(Phone(self.cloud, person, self.bot))
        return client

    def _act(self, client: Client, due: datetime | None = None) -> None:
        step = self.work.steps[client.at]
        client.since, client.heard = due or self.cloud.clock(), False
        client.awaited = Counter(step.awaited)
        self.tally.acts += 1
        self._waiting += 1
        self._nobody_waits.clear()
        do(client.phone, step.act)

    async def _listen(self) -> None:
        while not self._deaf:
            heard = self.cloud.changed.rings
            calls, self.cloud.log = self.cloud.log, []
            for call in calls:
                self._hear(call)
            await self.cloud.changed.wait(heard, GLANCE)

    def _hear(self, call: Request) -> None:
        if call.method == "getUpdates":
            return
        self.tally.calls[call.method] += 1
        if call.status != 200:
            self.tally.refused += 1
            return
        if call.method not in SENDS and call.method not in EDITS:
            return
        client = self.clients.get(int(call.params["chat_id"]))
        if client is None or client.since is None:
            self.tally.surplus += 1
        elif client.awaited[call.method]:
            self._answer(client, client.since, call)
        elif call.method in SENDS:
            self.tally.surplus += 1

    def _answer(self, client: Client, since: datetime, call: Request) -> None:
        if not client.heard:
            client.heard = True
            self.tally.waits.append((call.at - since).total_seconds())
        client.awaited[call.method] -= 1
        if client.awaited.total():
            return
        self.tally.finished += 1
        client.since = None
        client.at += 1
        if client.at == len(self.work.steps):
            self.tally.intakes += 1
            client = self._succeeded(client)
        self._waiting -= 1
        self._on_free(client)
        if not self._waiting:
            self._nobody_waits.set()

    def _succeeded(self, client: Client) -> Client:
        """Somebody else takes the place; nothing of the one who is through is kept but the number."""
        person = client.phone.person
        self.finished.append(person.id)
        del self.clients[person.id], self.cloud.people[person.id]
        self.cloud.chats.pop((self.bot.id, person.id))
        return self._somebody()


def do(phone: Phone, act: Act) -> None:
    """One act of a person."""
    match act.by:
        case "text":
            phone.send(act.what)
        case "contact":
            phone.share_contact()
        case _:
            phone.tap(*button(phone, act.what))


def button(phone: Phone, ending: str) -> tuple[int, str]:
    """The newest button whose data ends like this, as the message it is under and its data."""
    shown = (
        (message.message_id, str(button["callback_data"]))
        for message in reversed(phone.answers)
        for row in message.keyboard
        for button in row
    )
    found = next((each for each in shown if each[1].endswith(ending)), None)
    if found is None:
        raise NoAnswer(f"no button {ending!r}: the bot last said {phone.last.text[:200]!r}")
    return found
