"""Sends a Letter through the Bot API; every error Telegram can give is one row of one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import structlog
from telegram import InputFile, error

from bot.chat.calling import Malformed, call, understood
from bot.chat.checked import Unreadable, whole

if TYPE_CHECKING:
    from bot.chat.calling import Bot
    from storage.outbox import Letter

PATIENCE = 60.0
"""The longest wait between two attempts, in seconds."""
GIVE_UP = 5000
"""Attempts after which a Letter that Telegram's servers keep failing on is dead: about three days."""
DOUBTS = 20
"""The same for one that gets answers without sense while Telegram answers other calls well: about a quarter hour."""
LONGEST = 86_400.0
"""The longest wait that Telegram is taken at its word for, in seconds."""


class TelegramRefuses(Exception):
    """Going on makes no sense; the message is one sentence for the owner."""


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; `message_id` is its own where it is a message."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Send it again after `seconds`; `counts` when it was an attempt."""

    seconds: float
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Dead:
    """It never will arrive; `quiet` when nobody misses it."""

    reason: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Parked:
    """The chat is closed to us; its Letters wait until the client comes back."""


Outcome = Sent | RetryAt | Dead | Parked
Treatment: TypeAlias = Callable[[error.TelegramError, int], Outcome]


def _wait(problem: error.TelegramError, _attempts: int) -> Outcome:
    after = problem.retry_after if isinstance(problem, error.RetryAfter) else 1
    seconds = float(after if isinstance(after, int) else after.total_seconds())
    return RetryAt(min(max(seconds, 1.0), LONGEST), counts=False)


def _again(_problem: error.TelegramError, attempts: int) -> Outcome:
    if attempts >= GIVE_UP:
        return Dead("no answer")
    return RetryAt(min(2.0 ** min(attempts, 10) / 2, PATIENCE))


def _park(_problem: error.TelegramError, _attempts: int) -> Outcome:
    return Parked()


def _dead(problem: error.TelegramError, _attempts: int) -> Outcome:
    return Dead(type(problem).__name__)


def _over(problem: error.TelegramError, _attempts: int) -> Outcome:
    return Dead(type(problem).__name__, quiet=True)


def _bad_token(_problem: error.TelegramError, _attempts: int) -> Outcome:
    raise TelegramRefuses("Telegram does not accept BOT_TOKEN: ask @BotFather for the bot's present token.") from None


def _conflict(_problem: error.TelegramError, _attempts: int) -> Outcome:
    raise TelegramRefuses("Another program polls with this BOT_TOKEN: stop it, then start again.") from None


@dataclass(frozen=True, slots=True)
class Row:
    """An error, a part of its text in lower case (empty: any), and what is done about it."""

    kind: type[error.TelegramError]
    says: str
    treatment: Treatment


TABLE: tuple[Row, ...] = (
    Row(error.RetryAfter, "", _wait),
    Row(error.Forbidden, "", _park),
    Row(error.BadRequest, "message is not modified", _over),
    Row(error.BadRequest, "query is too old", _over),
    Row(error.BadRequest, "message to edit not found", _over),
    Row(error.BadRequest, "message can't be edited", _over),
    Row(error.BadRequest, "chat not found", _park),
    Row(error.BadRequest, "peer_id_invalid", _park),
    Row(error.BadRequest, "not enough rights", _park),
    Row(error.BadRequest, "have no rights", _park),
    Row(error.BadRequest, "", _dead),
    Row(error.TimedOut, "", _again),
    Row(error.NetworkError, "", _again),
    Row(error.InvalidToken, "", _bad_token),
    Row(error.EndPointNotFound, "", _bad_token),
    Row(error.Conflict, "", _conflict),
    Row(error.ChatMigrated, "", _dead),
    Row(error.PassportDecryptionError, "", _dead),
    Row(error.TelegramError, "", _again),
)
DOUBTFUL = (Malformed, error.InvalidToken, error.EndPointNotFound)


def judge(problem: error.TelegramError, attempts: int) -> Outcome:
    """What to do about an error after so many attempts; the first row that fits. Raises TelegramRefuses."""
    text = str(problem).lower()
    row = next(row for row in TABLE if isinstance(problem, row.kind) and row.says in text)
    return row.treatment(problem, attempts)


async def judge_surely(bot: Bot, problem: error.TelegramError, attempts: int) -> Outcome:
    """Like `judge`, but what one hiccup of a proxy may look like is believed only when getMe says the same."""
    if not isinstance(problem, DOUBTFUL) or (isinstance(problem, Malformed) and attempts < DOUBTS):
        return judge(problem, attempts)
    try:
        with understood():
            await bot.get_me()
    except error.TelegramError as confirmed:
        return judge(confirmed, attempts)
    return Dead(type(problem).__name__) if attempts >= DOUBTS else _again(problem, attempts)


@dataclass(frozen=True, slots=True)
class Gateway:
    """The one door to Telegram for everything that is said."""

    bot: Bot

    async def send(self, letter: Letter) -> Outcome:
        """Send it once; an error becomes what to do about it. Raises TelegramRefuses."""
        try:
            return _sent(await self._call(letter, {}))
        except error.ChatMigrated as moved:
            structlog.get_logger().warning("chat.migrated", outbox_id=letter.id)
            return await self._resend(letter, moved.new_chat_id)
        except error.TelegramError as problem:
            return await judge_surely(self.bot, problem, letter.attempts)

    async def _resend(self, letter: Letter, chat_id: int) -> Outcome:
        try:
            return _sent(await self._call(letter, {"chat_id": chat_id}))
        except error.TelegramError as problem:
            return await judge_surely(self.bot, problem, letter.attempts)

    async def _call(self, letter: Letter, changes: dict[str, object]) -> Any:
        params: dict[str, Any] = {**letter.params, **changes}
        if letter.file is not None:
            params["document"] = InputFile(letter.file.text.encode(), filename=letter.file.name)
        return await call(self.bot, letter.method, params)


def _sent(result: object) -> Sent:
    message_id = result.get("message_id") if isinstance(result, dict) else None
    try:
        return Sent(whole(message_id))
    except Unreadable:
        return Sent()
