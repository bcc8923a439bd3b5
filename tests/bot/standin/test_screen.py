"""What a test reads off a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}], [{"text": "No", "callback_data": "n"}]]}


async def test_buttons_are_those_of_the_newest_message_that_has_any(api: Api, ana: Phone, chat: int) -> None:
    asked = await api("sendMessage", chat_id=chat, text="Well?", reply_markup=YES)
    plain = await api("sendMessage", chat_id=chat, text="Take your time.")
    assert ana.buttons() == ana.buttons(asked["message_id"]) == [["Yes"], ["No"]]
    assert ana.buttons(plain["message_id"]) == []


async def test_without_any_buttons_there_are_none(api: Api, ana: Phone, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="Hello")
    assert ana.buttons() == []


async def test_both_sides_are_seen_in_order(api: Api, ana: Phone, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="Hello")
    ana.send("hi")
    assert [(message.from_bot, message.text) for message in ana.messages] == [
        (False, "/start"),
        (True, "Hello"),
        (False, "hi"),
    ]
    assert [message.text for message in ana.answers] == ["Hello"]
    assert ana.last.text == "Hello"
