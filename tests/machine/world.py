"""A Telegram with clients, a database that may fail, and a program of any number of workers that lives between both."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

import pytest

from bot.chat.connect import connect
from bot.chat.gateway import Gateway
from bot.chat.receive import Batch, Receiver, batch
from bot.desk import Desk
from bot.ledger import Ledger
from bot.scribe import Scribe
from bot.standin.cloud import Cloud
from bot.standin.phone import Phone
from bot.webhook import Webhook
from flows.advance import advance
from flows.model import Edited, Typed
from storage.database import open_database
from storage.engine import engine_for
from tests.bot.knocking import PATH, SECRET, post
from tests.journeys.clinic import NOBODY_LISTENS, TOKEN, Clock
from tests.journeys.wire import Wire
from tests.machine.model import Model
from tests.machine.struck import Strikes, StruckDatabase
from tests.machine.watching import Watch, cases_of
from tests.machine.worker import Died, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import date

    from bot.standin.feed import Entry
    from flows.flow import Flow
    from flows.model import Input, Intake, Step

Result = TypeVar("Result")

POISON = "poison"
"""A text on which a Turn fails."""
USERNAME = "IntakeBot"


class Unwell(Exception):
    """What a Turn raises that meets poison, or a program that was deployed badly."""


@dataclass(eq=False)
class World:
    """`bad` while the program that runs fails at every Turn."""

    flow: Flow
    url: str
    clock: Clock = field(default_factory=Clock)
    strikes: Strikes = field(default_factory=Strikes)
    workers: list[Worker] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    bad: bool = False
    meanwhile: Callable[[], object] | None = None
    """What another does while the next Turn is written and not committed."""
    numbers: count[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.runner = asyncio.Runner()
        self.cloud = Cloud(self.clock)
        self.account = self.cloud.add_bot(TOKEN, self.flow.clinic.name, USERNAME)
        self.staff = self.cloud.add_group("Staff")
        self.staff.bots[self.account.id] = "member"
        self.database = open_database(self.url)
        self.model = Model(self.flow, lambda chat_id: cases_of(self.database, self.clock.now, chat_id), USERNAME)
        self.watch = Watch(self.flow, self.database, self.model)
        self.life: AsyncExitStack | None = None

    @property
    def today(self) -> date:
        return self.clock.now.astimezone(self.flow.clinic.zone).date()

    @property
    def is_alone(self) -> bool:
        """On a file there is one process."""
        return self.url.startswith("sqlite")

    def client(self, name: str) -> Phone:
        self.phones.append(Phone(self.cloud, self.cloud.add_person(name), self.account))
        return self.phones[-1]

    def run(self, act: Coroutine[object, object, Result]) -> Result:
        return self.runner.run(act)

    def seen(self) -> None:
        """See what has just happened in the database, and that it is as it must be."""
        self.watch.look(self.clock.now, [phone.person.id for phone in self.phones])

    def close(self) -> None:
        self.crash()
        self.database.close()
        self.runner.close()

    # --- the program ------------------------------------------------------------------------------

    def begin(self, workers: int) -> None:
        """The program starts."""
        self.life = AsyncExitStack()
        engine = engine_for(self.url)
        self.life.callback(engine.dispose)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("bot.chat.connect.AiohttpRequest", lambda **_: Wire(self.cloud))
            bot = self.run(self.life.enter_async_context(connect(TOKEN, NOBODY_LISTENS)))
        opened = StruckDatabase(engine, self.strikes)
        self.desk = Desk(self.flow, opened, self._advance, (self.staff.id,), {}, "", USERNAME, self._passing)
        self.ledger, self.gateway = Ledger(self.desk, bot.id), Gateway(bot)
        self.receiver = Receiver(bot, 0)
        for _ in range(1 if self.is_alone else workers):
            self.joins()

    def joins(self) -> None:
        """One worker more."""
        scribe = Scribe(self.desk.database, self.clock)
        presence = self.desk.database.presence()
        worker = Worker(self.desk, self.ledger, self.gateway, presence, self.clock, scribe)
        self.run(worker.enter(next(self.numbers)))
        self.workers.append(worker)

    def crash(self) -> None:
        """Every object in memory is gone; what was in hand is still in hand in the database."""
        for worker in list(self.workers):
            self.dies(worker)
        life, self.life = self.life, None
        if life is not None:
            self.run(life.aclose())

    def dies(self, worker: Worker) -> None:
        """Whether what it had sent, or was about to, has arrived, nobody knows."""
        self.doubts(worker)
        worker.buried()
        self.workers.remove(worker)

    def doubts(self, worker: Worker) -> None:
        """What the worker has in hand may be sent by another as well."""
        for letter in (*worker.letters, *(letter for letter, _ in worker.sent)):
            self.watch.fates[letter.id].doubts += 1

    def _passing(self, point: str) -> None:
        act, written = self.meanwhile, point == "turn.written"
        if act is not None and written:
            self.meanwhile = None
            act()

    def _advance(self, flow: Flow, intake: Intake, given: Input, today: date) -> Step:
        if self.bad or (isinstance(given, Typed | Edited) and given.text == POISON):
            raise Unwell
        return advance(flow, intake, given, today)

    # --- what arrives -----------------------------------------------------------------------------

    @property
    def waiting(self) -> list[Entry]:
        """What Telegram has for us."""
        return self.account.feed.waiting

    def polls(self, worker: Worker, halves: int | None = None, shuffled: bool = False) -> None:
        """What a poll brings, all of it or in two halves, each in another order."""
        offset = self.run(worker.write(self.ledger.offset))
        found = self.run(self.receiver.fetch(offset, 0))
        if not isinstance(found, Batch):
            self.hears_nothing(worker)
            return
        cut = len(found.arrived) if halves is None else halves % (len(found.arrived) + 1)
        for half in (found.arrived[:cut], found.arrived[cut:]):
            if half:
                following = half[-1].update_id + 1
                arrived = half[::-1] if shuffled else half
                self.run(worker.write(partial(self.ledger.store, Batch(arrived, following), offset)))
                self.watch.acknowledged |= {each.update_id for each in half}
                self.seen()

    def hears_nothing(self, worker: Worker) -> None:
        """Telegram has nothing: after an outage some are told that they may have tapped in vain."""
        told = self.run(worker.write(self.ledger.heard))
        now_told = self.watch.told_to_tap_again(self.clock.now)
        assert len(now_told) >= told
        for chat_id in now_told:
            self.model.interject(chat_id)
        self.seen()

    def brings(self, worker: Worker, most: int, shuffled: bool = False) -> None:
        """Telegram brings up to so many by webhook, each until it is answered well."""

        async def store(found: Batch) -> int:
            return (await worker.write(partial(self.ledger.take_in, found))).new

        app = Webhook(PATH, (SECRET.encode(),), store, lambda outcome: None)
        entries = self.waiting[:most]
        for entry in entries[::-1] if shuffled else entries:
            if self.run(post(app, json.dumps(entry[1]).encode())) == 200:
                self.account.feed.remove(entry)
                self.watch.acknowledged.add(int(entry[1]["update_id"]))
            self.seen()
            if worker.dies:
                return

    def repeats(self, worker: Worker, which: int, another_number: bool) -> None:
        """An Update that was here comes once more: it is known."""
        past = list(self.watch.updates.values())
        if not past:
            return
        update = json.loads(past[which % len(past)].raw)
        if another_number and "my_chat_member" not in update:
            update["update_id"], self.account.feed.next_id = self.account.feed.next_id, self.account.feed.next_id + 1
        stored = self.run(worker.write(partial(self.ledger.take_in, batch([update]))))
        assert stored.new == 0, "a repeat was taken for something new"
        self.seen()

    def guarded(self, worker: Worker, act: Coroutine[object, object, Result]) -> Result | None:
        """What a worker does; it may die of it, and the dead do nothing."""
        if worker not in self.workers:
            act.close()
            return None
        try:
            return self.run(act)
        except Died:
            self.seen()
            self.dies(worker)
            return None
