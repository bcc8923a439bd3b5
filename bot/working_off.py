"""The loop from the inbox to Turns: as many chats together as wait, each chat in its order."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from bot.breaker import REST, Breaker
from bot.chat.checked import Unreadable
from bot.shift import rest
from bot.taking_turns import give_back, take
from storage.presence import News
from storage.refusals import Busy, Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.counts import Turned
    from bot.shift import Shift
    from storage.inbox import Waiting
    from storage.work import Work

TOGETHER = 32
"""How many Turns are taken in one transaction at most, each of another chat."""
SHARE = 12
"""The same where there are other workers: who takes all leaves them with nothing to do, who takes few commits often."""
STOCK = 5.0
"""How often it is made sure that nothing is in our hand by name only, in seconds."""


class TakingTurns:
    """One worker's share of the inbox; `breaker` is open while it is not the Updates' fault that Turns fail.

    `is_alone` is asked whether there are no other workers.
    """

    def __init__(self, shift: Shift, is_alone: Callable[[], bool] = lambda: True) -> None:
        self._shift, self._is_alone, self.breaker = shift, is_alone, Breaker()
        self._new_first, self._stock_at = True, 0.0

    async def run(self) -> None:
        """Until we are to stop and nothing is in hand."""
        waiting: Sequence[Waiting] = ()
        while waiting or not self._shift.stopping.is_set():
            self._shift.pulse.beat("turns")
            waiting = await self._take_all(waiting)
            await self._take_stock(waiting)
            if not waiting:
                await rest(self._shift.updates)

    async def _take_all(self, waiting: Sequence[Waiting]) -> Sequence[Waiting]:
        """Take these, and claim the next ones with the same commit."""
        if waiting and self.breaker.is_open:
            await self._shift.pause(REST)
        async with asyncio.TaskGroup() as turns:
            for each in waiting:
                turns.create_task(self._take(each))
            # Begun last, so that it is written last: the next ones of these chats can be claimed with it.
            claiming = turns.create_task(self._claim())
        return claiming.result()

    async def _claim(self) -> Sequence[Waiting]:
        if self._shift.stopping.is_set():
            return ()
        self._new_first = not self._new_first
        is_alone = self._is_alone()
        most = 1 if self.breaker.is_open else TOGETHER if is_alone else SHARE
        holder, new_first = self._shift.holder, self._new_first

        def claim(work: Work) -> Sequence[Waiting]:
            claimed = work.inbox.claim_some(holder, most, new_first)
            if len(claimed) == most and not is_alone:
                work.tell_others(News.WAITING, holder)
            return claimed

        return await self._shift.scribe.write(claim)

    async def _take(self, waiting: Waiting) -> None:
        shift, began = self._shift, perf_counter()
        shift.desk.passing("turn.claimed")
        outcome: Turned = "taken"
        try:
            taking = shift.scribe.ask(partial(take, shift.desk, waiting, shift.holder))
            # Rung before it is written: so what it says is claimed with it.
            shift.letters.set()
            put_at = await taking
            self.breaker.went_well()
            shift.counts.answers(waiting.chat_id, put_at, waiting.received_at)
        except (Busy, Unusable):
            # We are to stop, or nothing can be written any more: whoever works next frees it.
            raise
        except Exception as problem:
            outcome = await self._failed(waiting, problem)
        shift.desk.passing("turn.committed")
        shift.counts.turn(outcome, perf_counter() - began)
        shift.changed.ring(seen_to=True)

    async def _failed(self, waiting: Waiting, problem: Exception) -> Turned:
        if not isinstance(problem, Unreadable):
            self.breaker.failed(waiting.chat_id)
        holder = self._shift.holder
        if self.breaker.is_open:
            later = timedelta(seconds=self.breaker.wait)
            await self._shift.scribe.write(lambda work: work.inbox.put_back(waiting.id, work.now + later, holder))
            return "retried"
        given_up = await self._shift.scribe.write(partial(give_back, self._shift.desk, waiting, holder, problem))
        # What waited behind it can be claimed only now, and what is said of it sent.
        self._shift.updates.set()
        self._shift.letters.set()
        return "quarantined" if given_up else "retried"

    async def _take_stock(self, waiting: Sequence[Waiting]) -> None:
        """These are in hand; what is under our name beside them was claimed by a commit of unknown outcome."""
        now = asyncio.get_running_loop().time()
        if now >= self._stock_at:
            self._stock_at = now + STOCK
            still = [each.id for each in waiting]
            await self._shift.scribe.write(lambda work: work.workers.free_updates(self._shift.holder, still))
