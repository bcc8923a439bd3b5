"""Telegram's end of the webhook: set, asked for, taken away; and each refusal as a sentence."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.calling import Malformed
from bot.chat.connect import connect
from bot.chat.gateway import TelegramRefuses
from bot.chat.hook import CONNECTIONS, Told, ask, delete_hook, read, saying_why, set_hook
from bot.chat.receive import KINDS
from bot.standin.server import serve
from tests.bot.running import TOKEN, a_cloud

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.chat.calling import Bot
    from bot.standin.phone import Phone

# No packet leaves for it: the stand-in delivers on this machine only.
URL = "https://bot.example.org/updates"
SECRET = "the-secret-of-the-tests"


@pytest.fixture
def phone() -> Phone:
    return a_cloud()[1]


@pytest.fixture
async def bot(phone: Phone) -> AsyncIterator[Bot]:
    async with serve(phone.cloud) as standin, connect(TOKEN, standin.url, polling=False) as bot:
        yield bot


async def test_a_webhook_is_set_with_its_secret_and_all_kinds_we_read(bot: Bot, phone: Phone) -> None:
    await set_hook(bot, URL, SECRET)
    delivery = phone.bot.delivery
    assert delivery is not None
    assert (delivery.url, delivery.secret, delivery.max_connections) == (URL, SECRET, CONNECTIONS)
    assert phone.bot.feed.allowed == KINDS


async def test_what_waits_is_kept_whatever_is_set(bot: Bot, phone: Phone) -> None:
    phone.send("wait for me")
    await set_hook(bot, URL, SECRET)
    assert (await ask(bot)).waiting == 1
    await delete_hook(bot)
    assert await ask(bot) == Told("", waiting=1, kinds=KINDS)


async def test_telegram_is_asked_what_it_has(bot: Bot, phone: Phone) -> None:
    assert await ask(bot) == Told("")
    await set_hook(bot, URL, SECRET)
    at = datetime(2026, 11, 4, 18, tzinfo=UTC)
    assert phone.bot.delivery is not None
    phone.bot.delivery.failed("Connection\nrefused\x1b[2J", at)
    assert await ask(bot) == Told(URL, 0, CONNECTIONS, KINDS, at, "Connection refused [2J")


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        {},
        {"url": 5},
        {"url": "", "pending_update_count": "3"},
        {"url": "", "last_error_date": 2**60},
        {"url": "", "last_error_date": 1.5},
        {"url": "", "allowed_updates": [5]},
        {"url": "", "allowed_updates": 5},
        {"url": "", "max_connections": "x"},
        {"url": "", "last_error_message": None},
    ],
)
async def test_an_answer_that_makes_no_sense_is_an_error_of_the_line(
    found: object, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(*_: object) -> object:
        return found

    monkeypatch.setattr("bot.chat.hook.call", answer)
    with pytest.raises(Malformed):
        await ask(bot)


def test_what_telegram_says_is_cut_to_what_fits_a_line() -> None:
    assert len(read({"url": "", "last_error_message": "x" * 5000}).failure) == 200


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize(
    ("kind", "says", "named"),
    [
        (BadRequest, "bad webhook: IP address 10.0.0.1 is reserved", "WEBHOOK_URL .*reserved"),
        (RetryAfter, 3, "again in a minute"),
        (InvalidToken, "", "BOT_TOKEN"),
        (NetworkError, "x", "BOT_API_URL"),
        (TimedOut, "x", "BOT_API_URL"),
        (Malformed, "x", "BOT_API_URL"),
    ],
)
def test_every_error_is_a_sentence_that_names_what_to_look_at(kind: type[TelegramError], says: Any, named: str) -> None:
    with pytest.raises(TelegramRefuses, match=named), saying_why():
        raise kind(says)


async def test_an_address_that_telegram_does_not_take_is_refused_with_its_reason(bot: Bot) -> None:
    with pytest.raises(TelegramRefuses, match=r"WEBHOOK_URL .*https"), saying_why():
        await set_hook(bot, "http://bot.example.org/updates", SECRET)
