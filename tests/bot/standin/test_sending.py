"""What a bot puts into a chat, and what is refused on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.params import Upload
from bot.standin.phone import Phone

if TYPE_CHECKING:
    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud
    from tests.bot.standin.conftest import Api

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_a_message_is_stored_and_answered_in_full(api: Api, ana: Phone, chat: int) -> None:
    sent = await api("sendMessage", chat_id=chat, text="Hello", reply_markup=YES)
    assert sent["message_id"] == 2
    assert sent["chat"] == {"id": chat, "first_name": "Ana", "type": "private"}
    assert sent["from"]["is_bot"] is True
    assert sent["reply_markup"] == YES
    assert (ana.last.text, ana.buttons()) == ("Hello", [["Yes"]])


async def test_the_text_is_trimmed(api: Api, ana: Phone, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="\n Hello \n")
    assert ana.last.text == "Hello"


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({}, "400 Bad Request: message text is empty"),
        ({"text": ""}, "400 Bad Request: message text is empty"),
        ({"text": " \n"}, "400 Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "400 Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "\N{WAVING HAND SIGN}" * 2049}, "400 Bad Request: message is too long"),
        ({"text": "x", "parse_mode": "Word"}, "400 Bad Request: unsupported parse_mode"),
        (
            {"text": "a.", "parse_mode": "MarkdownV2"},
            "400 Bad Request: can't parse entities: Character '.' is reserved",
        ),
        ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, "400 Bad Request: can't parse"),
        ({"text": "x", "entities": [{"type": "bold", "offset": -1, "length": 1}]}, "400 Bad Request: can't parse"),
        ({"text": "x", "reply_markup": "{"}, "400 Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "400 Bad Request: message to be replied not found"),
    ],
)
async def test_a_wrong_message_is_refused(api: Api, ana: Phone, chat: int, params: Any, refusal: str) -> None:
    assert (await api.refused("sendMessage", chat_id=chat, **params)).startswith(refusal)
    assert ana.answers == []


async def test_4096_units_after_parsing_are_enough(api: Api, ana: Phone, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    assert len(ana.last.text) == 4096


async def test_entities_given_by_offset_are_kept(api: Api, chat: int) -> None:
    bold = [{"type": "bold", "offset": 0, "length": 1}]
    assert (await api("sendMessage", chat_id=chat, text="x", entities=bold))["entities"] == bold


async def test_a_reply_carries_the_earlier_message(api: Api, chat: int) -> None:
    sent = await api("sendMessage", chat_id=chat, text="x", reply_parameters='{"message_id": 1}')
    assert sent["reply_to_message"]["text"] == "/start"


async def test_a_reply_to_nothing_may_be_allowed(api: Api, chat: int) -> None:
    lenient = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api("sendMessage", chat_id=chat, text="x", reply_parameters=lenient)


async def test_a_keyboard_below_the_chat_stays_until_removed(api: Api, ana: Phone, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="x", reply_markup={"keyboard": [["Morning"]]})
    await api("sendMessage", chat_id=chat, text="x")
    assert ana.keyboard == [[{"text": "Morning"}]]
    await api("sendMessage", chat_id=chat, text="x", reply_markup={"remove_keyboard": True})
    assert ana.keyboard is None


async def test_a_contact_card_arrives(api: Api, ana: Phone, chat: int) -> None:
    await api("sendContact", chat_id=chat, phone_number="+13149607619", first_name="Courtney")
    assert ana.contacts == [{"phone_number": "+13149607619", "first_name": "Courtney"}]


@pytest.mark.parametrize("card", [{"first_name": "Courtney"}, {"phone_number": "+1", "first_name": " "}])
async def test_a_contact_needs_number_and_name(api: Api, chat: int, card: dict[str, Any]) -> None:
    assert (await api.refused("sendContact", chat_id=chat, **card)).startswith("400")


async def test_a_document_arrives_with_name_and_bytes(api: Api, ana: Phone, chat: int) -> None:
    upload = Upload("answers.txt", b"all of it", "text/plain")
    sent = await api("sendDocument", {"document": upload}, chat_id=chat, caption="<i>Yours</i>", parse_mode="HTML")
    assert sent["document"]["file_name"] == "answers.txt"
    assert sent["caption"] == "Yours"
    assert sent["caption_entities"][0]["type"] == "italic"
    assert ana.documents == [upload]


async def test_a_document_may_be_attached_by_reference(api: Api, ana: Phone, chat: int) -> None:
    await api("sendDocument", {"f": Upload("a", b"a")}, chat_id=chat, document="attach://f")
    assert [upload.name for upload in ana.documents] == ["a"]


async def test_a_wrong_document_is_refused(api: Api, chat: int) -> None:
    full, empty = {"document": Upload("a", b"a")}, {"document": Upload("a", b"")}
    assert await api.refused("sendDocument", chat_id=chat) == "400 Bad Request: there is no document in the request"
    assert await api.refused("sendDocument", empty, chat_id=chat) == "400 Bad Request: file must be non-empty"
    long = await api.refused("sendDocument", full, chat_id=chat, caption="x" * 1025)
    assert long == "400 Bad Request: message caption is too long"


async def test_typing_shows_until_the_next_message(api: Api, ana: Phone, chat: int) -> None:
    await api("sendChatAction", chat_id=chat, action="typing")
    assert ana.chat.action == "typing"
    await api("sendMessage", chat_id=chat, text="x")
    assert ana.chat.action == ""
    wrong = await api.refused("sendChatAction", chat_id=chat, action="dancing")
    assert wrong == "400 Bad Request: wrong parameter action in request"


async def test_every_chat_counts_its_messages_from_one(api: Api, cloud: Cloud, bot: Bot, chat: int) -> None:
    ben = Phone(cloud, cloud.add_person("Ben"), bot)
    ben.start()
    first = await api("sendMessage", chat_id=chat, text="x")
    second = await api("sendMessage", chat_id=ben.person.id, text="x")
    assert first["message_id"] == second["message_id"] == 2
