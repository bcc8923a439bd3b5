"""The loop that minds Telegram's end of the webhook, in the worker that leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.monitor import EVERY
from bot.shift import TICK

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.chat.monitor import Monitor
    from bot.shift import Shift


class MindingWebhook:
    """`caught_up` is called at each look that finds us reachable, with nothing left behind at Telegram."""

    def __init__(self, shift: Shift, monitor: Monitor, caught_up: Callable[[], Awaitable[None]]) -> None:
        self._shift, self._monitor, self._caught_up = shift, monitor, caught_up

    async def run(self) -> None:
        """Until we are to stop. Raises TelegramRefuses where Telegram does not take the address."""
        shift, is_begun = self._shift, False
        while not shift.stopping.is_set():
            if not shift.presence.leads:
                is_begun = False
                await shift.pause(TICK)
                continue
            if not is_begun:
                await shift.unless_stopping(self._monitor.begin())
                is_begun = True
            facts = await shift.unless_stopping(self._monitor.look())
            if facts is not None and facts.is_caught_up:
                await self._caught_up()
            await shift.pause(EVERY)
