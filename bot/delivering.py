"""The loop from the outbox to Telegram: some chats at once, each in its order, on a timer of its own."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from bot.ledger import counted, tell
from bot.scribe import utc_now
from bot.shift import rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.gateway import Gateway
    from bot.ledger import Ledger
    from bot.shift import Shift
    from storage.outbox import Letter
    from storage.work import Work

IN_FLIGHT = 16
"""How many Letters are under way at once; of a chat it is one, beside answers to its taps."""
GRACE = 10.0
"""How long a stop waits for what is being sent, in seconds."""
STOCK = 5.0
"""How often it is made sure that nothing is in our hand by name only, in seconds."""


class Delivery:
    """One worker's share of the outbox; `per_second` is how many Letters may leave in a second, 0 for any number."""

    def __init__(self, shift: Shift, gateway: Gateway, ledger: Ledger, per_second: float) -> None:
        self._shift, self.gateway, self.ledger = shift, gateway, ledger
        self._gap, self._free_at = (1 / per_second if per_second else 0.0), 0.0
        self._sending: dict[int, asyncio.Task[None]] = {}
        self._under_way = 0
        self._stock_at = 0.0

    async def run(self) -> None:
        """Until we are to stop, and what was begun is sent."""
        shift = self._shift
        async with asyncio.TaskGroup() as sends:
            while not shift.stopping.is_set():
                shift.pulse.beat("letters")
                if self._under_way < IN_FLIGHT:
                    letters = await shift.scribe.write(self._claim)
                    for letter in letters:
                        self._begin(letter, sends)
                await self._take_stock()
                # Whatever could be sent is on its way: a Letter more, or room for one, rings.
                await rest(shift.letters)
            asyncio.get_running_loop().call_later(GRACE, self._cancel)

    def _claim(self, work: Work) -> Sequence[Letter]:
        """As many as there is room for by the time that this is written."""
        room = IN_FLIGHT - self._under_way
        return self.ledger.claim(room, self._shift.holder, work) if room > 0 else ()

    def _begin(self, letter: Letter, sends: asyncio.TaskGroup) -> None:
        task = sends.create_task(self._send(letter))
        self._under_way += 1
        self._sending[letter.id] = task
        task.add_done_callback(lambda _: self._sending.pop(letter.id, None))

    def _cancel(self) -> None:
        for task in self._sending.values():
            task.cancel()

    async def _send(self, letter: Letter) -> None:
        shift = self._shift
        try:
            shift.desk.passing("deliver.claimed")
            await self._keep_pace()
            outcome = await self.gateway.send(letter)
            shift.desk.passing("deliver.sent")
            marking = shift.scribe.ask(partial(self.ledger.mark, letter, outcome))
        finally:
            # Rung before it is marked: so the next one of this chat is claimed with that.
            self._under_way -= 1
            shift.letters.set()
        await marking
        tell(letter, outcome)
        shift.counts.send(counted(outcome), letter.chat_id, letter.put_at, utc_now())
        shift.desk.passing("deliver.marked")

    async def _keep_pace(self) -> None:
        now = asyncio.get_running_loop().time()
        start = max(now, self._free_at)
        self._free_at = start + self._gap
        if start > now:
            await asyncio.sleep(start - now)

    async def _take_stock(self) -> None:
        """What is under our name and not being sent was claimed by a commit of unknown outcome."""
        now = asyncio.get_running_loop().time()
        if now >= self._stock_at:
            self._stock_at = now + STOCK
            sending = tuple(self._sending)
            await self._shift.scribe.write(lambda work: work.workers.free_letters(self._shift.holder, sending))
