"""Calling: whatever comes back, the program goes on; one odd answer neither stops it nor ends a Letter."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from telegram.error import NetworkError

from bot.chat.calling import Malformed, call
from bot.chat.connect import connect, make_bot
from bot.chat.gateway import DOUBTS, LONGEST, Dead, Gateway, Outcome, RetryAt, Sent, TelegramRefuses
from bot.chat.receive import Pause, Receiver
from bot.scribe import utc_now
from storage.outbox import File, Letter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.chat.calling import Bot

ME = '{"ok": true, "result": {"id": 700, "is_bot": true, "first_name": "Intake", "username": "IntakeBot"}}'
REFUSED = '{"ok": false, "error_code": %d, "description": "no"}'
ODD = [
    (200, "{}"),
    (200, '{"ok": true}'),
    (200, "[]"),
    (200, "null"),
    (200, "<html>"),
    (400, "[]"),
    (401, "<html>"),
    (403, "7"),
    (404, "nginx"),
    (429, '{"ok": false, "parameters": {"retry_after": "a"}}'),
    (429, '{"ok": false, "parameters": [1]}'),
    (500, "[]"),
    (502, "<html>"),
    (999, "\x00"),
]


@dataclass
class Telegram:
    """Answers every method with the same; getMe may be told to answer otherwise."""

    status: int = 200
    body: str = ME
    me: tuple[int, str] = (200, ME)
    methods: list[str] = field(default_factory=list)
    bodies: list[tuple[str, bytes]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        self.methods.append(method)
        self.bodies.append((request.content_type, await request.read()))
        status, body = self.me if method == "getMe" else (self.status, self.body)
        return web.Response(status=status, text=body, content_type="application/json")


@asynccontextmanager
async def talking_to(telegram: Telegram) -> AsyncIterator[Bot]:
    server = web.Application()
    server.router.add_route("*", "/{path:.*}", telegram.answer)
    runner = web.AppRunner(server)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        async with make_bot("700:stand-in", f"http://127.0.0.1:{port}") as bot:
            yield bot
    finally:
        await runner.cleanup()


def letter(attempts: int = 1) -> Letter:
    return Letter(1, 5, "sendMessage", {"chat_id": 5, "text": "hi"}, None, attempts, utc_now())


async def sent(telegram: Telegram, attempts: int = 1) -> Outcome:
    async with talking_to(telegram) as bot:
        return await Gateway(bot).send(letter(attempts))


@pytest.mark.parametrize(("status", "body"), ODD)
async def test_an_odd_answer_makes_a_letter_and_a_poll_wait(status: int, body: str) -> None:
    telegram = Telegram(status, body)
    assert isinstance(await sent(telegram), RetryAt | Sent)
    async with talking_to(telegram) as bot:
        assert isinstance(await Receiver(bot, 1).fetch(None, 0), Pause)


async def test_a_letter_goes_out_as_json_and_one_with_a_file_as_a_form() -> None:
    telegram = Telegram()
    async with talking_to(telegram) as bot:
        await Gateway(bot).send(letter())
        await Gateway(bot).send(Letter(1, 5, "sendDocument", {"chat_id": 5}, File("record.json", "{}"), 1, utc_now()))
    (kind, body), (form, _) = telegram.bodies[-2:]
    assert (kind, json.loads(body)) == ("application/json", {"chat_id": 5, "text": "hi"})
    assert form == "multipart/form-data"


async def test_what_the_library_stumbles_over_keeps_its_cause() -> None:
    async with talking_to(Telegram(200, "[]")) as bot:
        with pytest.raises(NetworkError) as failed:
            await call(bot, "getUpdates", {})
    assert isinstance(failed.value, Malformed)
    assert failed.value.__cause__ is not None


async def test_a_letter_that_only_gets_odd_answers_ends_when_telegram_is_well() -> None:
    odd = Telegram(200, "{}")
    assert await sent(odd, DOUBTS - 1) == RetryAt(60.0)
    assert await sent(odd, DOUBTS) == Dead("Malformed")


async def test_a_letter_outlives_any_time_in_which_telegram_itself_makes_no_sense() -> None:
    telegram = Telegram()
    async with talking_to(telegram) as bot:
        telegram.body, telegram.me = "{}", (200, "{}")
        assert await Gateway(bot).send(letter(DOUBTS + 1)) == RetryAt(60.0)


@pytest.mark.parametrize("status", [401, 404])
async def test_one_refused_token_is_not_believed_and_asked_about(status: int) -> None:
    telegram = Telegram(status, REFUSED % status)
    assert await sent(telegram) == RetryAt(1.0)
    assert telegram.methods[-1] == "getMe"
    assert await sent(telegram, DOUBTS) == Dead("EndPointNotFound")
    async with talking_to(telegram) as bot:
        assert await Receiver(bot, 1).fetch(None, 0) == Pause(1.0)


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_is_believed_when_it_is_confirmed(status: int) -> None:
    telegram = Telegram(status, REFUSED % status)
    async with talking_to(telegram) as bot:
        telegram.me = (status, REFUSED % status)
        with pytest.raises(TelegramRefuses, match="BOT_TOKEN"):
            await Gateway(bot).send(letter())
        with pytest.raises(TelegramRefuses, match="BOT_TOKEN"):
            await Receiver(bot, 1).fetch(None, 0)


@pytest.mark.parametrize("me", [(404, "nginx"), (502, "Bad Gateway"), (200, "[]")])
async def test_a_proxy_that_refuses_everything_is_waited_out(me: tuple[int, str]) -> None:
    telegram = Telegram(401, REFUSED % 401)
    async with talking_to(telegram) as bot:
        telegram.me = me
        assert await Gateway(bot).send(letter()) == RetryAt(1.0)


@pytest.mark.parametrize(("told", "seconds"), [(-5, 1.0), (17, 17.0), (10**9, LONGEST)])
async def test_a_wait_is_taken_at_its_word_within_reason(told: int, seconds: float) -> None:
    flood = json.dumps({"ok": False, "parameters": {"retry_after": told}})
    assert await sent(Telegram(429, flood)) == RetryAt(seconds, counts=False)


@pytest.mark.parametrize("number", [1e3, "7", 2**63, True])
async def test_a_message_whose_number_cannot_be_one_was_sent_all_the_same(number: object) -> None:
    assert await sent(Telegram(200, json.dumps({"ok": True, "result": {"message_id": number}}))) == Sent(None)


async def test_a_start_that_gets_no_sense_is_given_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.connect.TRIES", 1)
    telegram = Telegram()
    async with talking_to(telegram) as bot:
        telegram.me = (200, '{"ok": true, "result": []}')
        with pytest.raises(TelegramRefuses, match="BOT_API_URL"):
            async with connect("700:stand-in", bot.base_url.removesuffix("/bot700:stand-in")):
                pass
