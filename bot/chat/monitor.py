"""Watches Telegram's end of the webhook: one that is gone or changed is set again, one that fails is told of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest, TelegramError

from bot.chat.hook import CONNECTIONS, Told, ask, refused, set_hook
from bot.chat.receive import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.chat.calling import Bot

EVERY = 60.0
"""How often to look, in seconds."""
RECENT = timedelta(minutes=2)
"""How long ago Telegram's last failure may be and still count: longer than two looks are apart."""
MANY = 100
"""More Updates than this, and more at each look, are a backlog that grows."""


class Trouble(StrEnum):
    """What is wrong; the names are those of the log and of the metrics."""

    GONE = "gone"
    """No webhook is set."""
    CHANGED = "changed"
    """Updates go somewhere else, or not all kinds of them come."""
    FAILING = "failing"
    """Telegram could not bring an Update a short while ago."""
    BACKLOG = "backlog"
    UNREACHABLE = "unreachable"
    """Telegram does not say how it is."""


LASTING: Mapping[Trouble, int] = {
    Trouble.GONE: 1,
    Trouble.CHANGED: 1,
    Trouble.BACKLOG: 2,
    Trouble.FAILING: 3,
    Trouble.UNREACHABLE: 5,
}
"""At how many looks in a row a person is told: a restart makes Telegram fail for a moment, and that is no trouble."""


ADVICE: Mapping[Trouble, str] = {
    Trouble.GONE: "No webhook is set, though there is a WEBHOOK_URL: run `python3 -m bot set-webhook`.",
    Trouble.CHANGED: "The webhook is not the one of WEBHOOK_URL: run `python3 -m bot set-webhook`.",
    Trouble.FAILING: "Telegram could not bring an update a short while ago: look at what it says above.",
    Trouble.BACKLOG: "Many updates wait: see that the program runs and that WEBHOOK_URL leads to it.",
}
LEFT_OVER = "A webhook is set, but there is no WEBHOOK_URL: run `python3 -m bot delete-webhook` before polling."


@dataclass(frozen=True, slots=True)
class Facts:
    """What one look found; `lasting` counts for each trouble the looks in a row that found it."""

    told: Told | None = None
    lasting: Mapping[Trouble, int] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        """How many Updates are still with Telegram; 0 where it does not say."""
        return self.told.waiting if self.told else 0

    @property
    def is_caught_up(self) -> bool:
        """Whether we can be reached, and no more waits than may be on its way at this moment."""
        cut_off = {Trouble.GONE, Trouble.CHANGED, Trouble.UNREACHABLE} & set(self.lasting)
        return self.told is not None and not cut_off and self.told.waiting <= CONNECTIONS

    @property
    def to_tell(self) -> tuple[Trouble, ...]:
        """What a person should hear of now, once for each time that it begins."""
        return tuple(trouble for trouble, looks in self.lasting.items() if looks == LASTING[trouble])


def judge(told: Told, url: str, before: Facts, now: datetime) -> tuple[Trouble, ...]:
    """What is wrong with a webhook that should lead to `url`; `before` is the last look."""
    found = {
        Trouble.GONE: not told.url,
        Trouble.CHANGED: bool(told.url) and (told.url != url or set(told.kinds) != set(KINDS)),
        Trouble.FAILING: told.failed_at is not None and now - told.failed_at < RECENT,
        Trouble.BACKLOG: told.waiting > MANY and (_grew(told, before) or Trouble.BACKLOG in before.lasting),
    }
    return tuple(trouble for trouble, is_so in found.items() if is_so)


def _grew(told: Told, before: Facts) -> bool:
    return before.told is not None and told.waiting > before.told.waiting


def following(before: Facts, told: Told | None, troubles: tuple[Trouble, ...]) -> Facts:
    """The facts after one more look."""
    return Facts(told or before.told, {trouble: before.lasting.get(trouble, 0) + 1 for trouble in troubles})


def complaints(told: Told, url: str, now: datetime) -> tuple[str, ...]:
    """What is wrong at this moment, each with what to do about it; `url` is empty where Updates are polled."""
    if not url:
        return (LEFT_OVER,) if told.url else ()
    # With nothing to compare with, whatever waits counts as come just now.
    return tuple(ADVICE[trouble] for trouble in judge(told, url, Facts(Told(url)), now))


class Monitor:
    """One bot's webhook, which should lead to `url` under `secret`; `tell` hears what each look found."""

    def __init__(
        self,
        bot: Bot,
        url: str,
        secret: str,
        tell: Callable[[Facts], None] = lambda facts: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._bot, self._url, self._secret, self._tell, self._clock = bot, url, secret, tell, clock
        self._facts = Facts()
        self._is_ours = False

    async def begin(self) -> None:
        """Set the webhook, with the present secret: Telegram never says which one it has.

        To be called once we listen. Raises TelegramRefuses where Telegram refuses an address that it does not have yet;
        where it is only out of reach, the looks go on trying.
        """
        try:
            await self._set()
        except BadRequest as problem:
            if not await self._leads_here():
                raise refused(problem) from None
            _could_not_set(problem)
        except TelegramError as problem:
            _could_not_set(problem)

    async def look(self) -> Facts:
        """Look once, mend what can be mended, and tell. Never raises an error of Telegram's."""
        try:
            told = await ask(self._bot)
        except TelegramError as problem:
            structlog.get_logger().warning("webhook.unknown", error=type(problem).__name__)
            self._facts = following(self._facts, None, (Trouble.UNREACHABLE,))
        else:
            troubles = judge(told, self._url, self._facts, self._clock())
            self._facts = following(self._facts, told, troubles)
            await self._mend(troubles)
        self._log()
        self._tell(self._facts)
        return self._facts

    async def _mend(self, troubles: tuple[Trouble, ...]) -> None:
        if self._is_ours and not {Trouble.GONE, Trouble.CHANGED} & set(troubles):
            return
        try:
            await self._set()
        except TelegramError as problem:
            _could_not_set(problem)

    async def _leads_here(self) -> bool:
        try:
            return (await ask(self._bot)).url == self._url
        except TelegramError:
            return False

    async def _set(self) -> None:
        await set_hook(self._bot, self._url, self._secret)
        self._is_ours = True
        structlog.get_logger().info("webhook.set")

    def _log(self) -> None:
        for trouble, looks in self._facts.lasting.items():
            structlog.get_logger().warning(
                "webhook.trouble", kind=trouble.value, count=looks, waiting=self._facts.waiting
            )


def _could_not_set(problem: TelegramError) -> None:
    structlog.get_logger().warning("webhook.not_set", error=type(problem).__name__)
