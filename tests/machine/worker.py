"""One worker of the program, moved on by hand: what it has in hand is in its memory, and is gone when it dies."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.breaker import Breaker
from bot.chat.checked import Unreadable
from bot.scribe import Scribe, commit
from bot.taking_turns import give_back, take
from storage.refusals import Busy

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.chat.gateway import Gateway, Outcome
    from bot.desk import Desk
    from bot.ledger import Ledger
    from bot.scribe import Result
    from storage.inbox import Waiting
    from storage.outbox import Letter
    from storage.presence import Presence
    from storage.work import Work


class Died(Exception):
    """The worker was killed as its transaction took effect."""


@dataclass(eq=False)
class Worker:
    """`dies` at the next thing that it writes: it is written, and nobody hears of it."""

    desk: Desk
    ledger: Ledger
    gateway: Gateway
    presence: Presence
    clock: Callable[[], datetime]
    scribe: Scribe
    updates: list[Waiting] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    sent: list[tuple[Letter, Outcome]] = field(default_factory=list)
    breaker: Breaker = field(default_factory=Breaker)
    new_first: bool = True
    dies: bool = False

    @property
    def holder(self) -> int:
        return self.presence.holder

    async def write(self, job: Callable[[Work], Result]) -> Result:
        if self.dies:
            with suppress(Busy):
                commit(self.desk.database, self.clock(), job)
            raise Died
        return await self.scribe.write(job)

    async def enter(self, number: int) -> None:
        self.presence.enter(await self.write(lambda work: work.workers.join(number, "machine")))

    # --- Turns ------------------------------------------------------------------------------------

    async def takes(self, alone: bool = False) -> bool:
        """Take what is in hand, and claim the next ones with the same commit; `alone`: claim afterwards."""
        taken, self.updates = self.updates, []
        if alone or self.dies:
            for at, each in enumerate(taken):
                self.updates = taken[at + 1 :]
                await self._take(each)
            taken, self.updates = [], []
        turns = [self._take(each) for each in taken]
        *_, claimed = await asyncio.gather(*turns, self._claim())
        self.updates = list(claimed or ())
        return bool(taken or self.updates)

    async def _claim(self) -> list[Waiting]:
        self.new_first = not self.new_first
        most = 1 if self.breaker.is_open else 32
        holder, new_first = self.holder, self.new_first
        return await self.write(lambda work: work.inbox.claim_some(holder, most, new_first))

    def claims_meanwhile(self) -> None:
        """Take in hand what another leaves, which is amid a transaction."""
        room = not self.updates and not self.letters
        with suppress(Busy):
            if room:
                holder = self.holder
                self.updates += commit(self.desk.database, self.clock(), lambda work: work.inbox.claim_some(holder, 32))
                self.letters += commit(self.desk.database, self.clock(), partial(self.ledger.claim, 3, self.holder))

    async def _take(self, waiting: Waiting) -> None:
        try:
            await self.write(partial(take, self.desk, waiting, self.holder))
            self.breaker.went_well()
        except (Busy, Died):
            raise
        except Exception as problem:
            if not isinstance(problem, Unreadable):
                self.breaker.failed(waiting.chat_id)
            if self.breaker.is_open:
                later = timedelta(seconds=self.breaker.wait)
                await self.write(lambda work: work.inbox.put_back(waiting.id, work.now + later, self.holder))
            else:
                await self.write(partial(give_back, self.desk, waiting, self.holder, problem))

    # --- Letters ----------------------------------------------------------------------------------

    async def claims_letters(self, most: int) -> bool:
        """Only what there is room for."""
        room = most - len(self.letters) - len(self.sent)
        claimed = await self.write(partial(self.ledger.claim, room, self.holder)) if room > 0 else []
        self.letters += claimed
        return bool(claimed)

    async def sends(self) -> tuple[Letter, Outcome]:
        """The first that is in hand."""
        letter = self.letters.pop(0)
        self.sent.append((letter, await self.gateway.send(letter)))
        return self.sent[-1]

    async def marks(self) -> None:
        """What became of the first that was sent; in hand until it is known to be written."""
        await self.write(partial(self.ledger.mark, *self.sent[0]))
        del self.sent[0]

    # --- the others -------------------------------------------------------------------------------

    async def takes_over(self) -> int:
        """Be there, and free what the dead have in hand."""
        self.presence.renew()
        others = await self.write(lambda work: work.workers.holders()) - {self.holder}
        dead = [holder for holder in others if self.presence.is_dead(holder)]
        return await self.write(lambda work: sum(work.workers.free(holder) for holder in dead))

    async def takes_stock(self) -> None:
        """What is under our name and not in hand was claimed by a commit of unknown outcome."""
        updates = [each.id for each in self.updates]
        letters = [each.id for each in (*self.letters, *(letter for letter, _ in self.sent))]
        await self.write(lambda work: work.workers.free_updates(self.holder, updates))
        await self.write(lambda work: work.workers.free_letters(self.holder, letters))

    def buried(self) -> None:
        """Its memory is gone; the server sees that it is."""
        self.presence.close()
        self.scribe.close()
