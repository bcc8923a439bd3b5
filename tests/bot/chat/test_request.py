"""The request class: what is not known to have arrived is a timeout or a network error, without the address in it."""

from __future__ import annotations

import pytest
from telegram.error import NetworkError, TimedOut

from bot.chat.connect import connect, make_bot
from bot.chat.gateway import Gateway, RetryAt, Sent
from bot.chat.request import AiohttpRequest
from bot.scribe import utc_now
from bot.standin.server import serve
from storage.outbox import File, Letter
from tests.bot.running import TOKEN, a_cloud


def letter(chat_id: int, file: File | None = None) -> Letter:
    method, text = ("sendDocument", "caption") if file else ("sendMessage", "text")
    return Letter(1, chat_id, method, {"chat_id": chat_id, text: "hi"}, file, 1, utc_now())


async def test_an_answer_that_takes_too_long_is_a_timeout() -> None:
    cloud, _ = a_cloud()
    cloud.faults.slow(1.0, method="getMe", times=9)
    async with serve(cloud) as standin:
        with pytest.raises(TimedOut):
            async with make_bot(TOKEN, standin.url) as bot:
                await bot.get_me(read_timeout=0.05)


async def test_a_refused_connection_is_a_network_error_that_names_no_address() -> None:
    request = AiohttpRequest()
    async with request:
        with pytest.raises(NetworkError) as failed:
            await request.post("http://127.0.0.1:9/bot700:secret/getMe")
    assert "secret" not in str(failed.value)
    assert failed.value.__suppress_context__


async def test_a_request_that_was_never_opened_says_so_and_closes_twice() -> None:
    request = AiohttpRequest()
    with pytest.raises(NetworkError, match="not initialized"):
        await request.do_request("http://127.0.0.1:9", "POST")
    await request.initialize()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    assert request.read_timeout == 20.0


async def test_a_letter_gets_the_number_of_its_message_and_a_file_arrives_whole() -> None:
    cloud, phone = a_cloud()
    phone.start()
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        outcome = await Gateway(bot).send(letter(phone.person.id, File("naïve.json", '{"said": "¿sí? 🌵"}')))
        assert outcome == Sent(phone.last.message_id)
    assert phone.documents[0].content.decode() == '{"said": "¿sí? 🌵"}'


async def test_a_group_that_has_moved_is_followed() -> None:
    cloud, phone = a_cloud()
    phone.start()
    moved = {"migrate_to_chat_id": phone.person.id}
    cloud.faults.refuse(400, "Bad Request: group chat was upgraded", method="sendMessage", parameters=moved)
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        assert await Gateway(bot).send(letter(-5)) == Sent(phone.last.message_id)
        cloud.faults.refuse(400, "Bad Request: group chat was upgraded", method="sendMessage", parameters=moved)
        cloud.faults.refuse(502, "Bad Gateway", method="sendMessage")
        assert await Gateway(bot).send(letter(-5)) == RetryAt(1.0)
