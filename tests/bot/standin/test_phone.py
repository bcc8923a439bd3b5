"""What a person does becomes the update Telegram would send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.phone import NotPossible

if TYPE_CHECKING:
    from bot.standin.accounts import Bot
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api, Clock

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}, {"text": "Site", "url": "https://x.test"}]]}


def updates(bot: Bot) -> list[dict[str, Any]]:
    return [update for _, update in bot.feed.waiting]


def newest(bot: Bot, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = updates(bot)[-1][kind]
    return found


def test_start_carries_its_payload(bot: Bot, ana: Phone) -> None:
    assert ana.start("spring ad") == 1
    message = newest(bot, "message")
    assert message["text"] == "/start spring ad"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": ana.person.id,
        "is_bot": False,
        "first_name": "Ana",
        "language_code": "es",
    }
    assert message["chat"]["id"] == ana.person.id > 2**32


def test_update_ids_grow_by_one(bot: Bot, ana: Phone) -> None:
    ana.send("1")
    ana.send("2")
    first, second = (update["update_id"] for update in updates(bot))
    assert second == first + 1


def test_an_update_shows_the_message_as_it_was(bot: Bot, ana: Phone) -> None:
    sent = ana.send("about a month")
    ana.edit(sent, "two months")
    first, second = updates(bot)
    assert first["message"]["text"] == "about a month"
    assert second["edited_message"]["text"] == "two months"


def test_an_edit_has_its_date(bot: Bot, ana: Phone, clock: Clock) -> None:
    sent = ana.send("x")
    clock.forward(60)
    ana.edit(sent, "y")
    edited = newest(bot, "edited_message")
    assert (edited["message_id"], edited["edit_date"] - edited["date"]) == (sent, 60)


def test_nobody_is_told_of_an_edit_that_changes_nothing(bot: Bot, ana: Phone) -> None:
    number = ana.send("hello")
    ana.edit(number, "hello ")
    assert [kind for _, update in bot.feed.waiting for kind in update if kind != "update_id"] == ["message"]
    assert ana.chat.messages[number].edit_date is None


async def test_only_own_texts_can_be_edited(api: Api, ana: Phone, chat: int) -> None:
    theirs = await api("sendMessage", chat_id=chat, text="x")
    for message_id in (theirs["message_id"], ana.attach("photo"), 99):
        with pytest.raises(NotPossible):
            ana.edit(message_id, "y")


def test_a_long_text_goes_out_in_pieces(bot: Bot, ana: Phone) -> None:
    ana.send("x" * 5000)
    assert [len(update["message"]["text"]) for update in updates(bot)] == [4096, 904]


def test_an_empty_text_cannot_be_sent(ana: Phone) -> None:
    with pytest.raises(NotPossible):
        ana.send(" \n")


async def test_a_tap_names_message_and_data(api: Api, bot: Bot, ana: Phone, chat: int) -> None:
    message = await api("sendMessage", chat_id=chat, text="Well?", reply_markup=YES)
    by_label, by_data = ana.tap(message["message_id"], "Yes"), ana.tap(message["message_id"], "y")
    queries = [update["callback_query"] for update in updates(bot)]
    assert [(query["id"], query["data"]) for query in queries] == [(by_label, "y"), (by_data, "y")]
    assert by_label != by_data
    assert queries[0]["message"]["reply_markup"] == YES
    assert queries[0]["from"]["id"] == chat


async def test_only_buttons_that_are_there_can_be_tapped(api: Api, ana: Phone, chat: int) -> None:
    message = (await api("sendMessage", chat_id=chat, text="Well?", reply_markup=YES))["message_id"]
    for message_id, what in ((message, "No"), (message, "Site"), (99, "Yes")):
        with pytest.raises(NotPossible):
            ana.tap(message_id, what)
    ana.block()
    with pytest.raises(NotPossible):
        ana.tap(message, "Yes")


async def test_a_stale_screen_taps_what_is_gone(api: Api, bot: Bot, ana: Phone, chat: int) -> None:
    message = (await api("sendMessage", chat_id=chat, text="Well?", reply_markup=YES))["message_id"]
    await api("editMessageReplyMarkup", chat_id=chat, message_id=message)
    with pytest.raises(NotPossible):
        ana.tap(message, "Yes")
    ana.tap_stale(message, "Yes")
    assert "reply_markup" not in newest(bot, "callback_query")["message"]
    await api("deleteMessage", chat_id=chat, message_id=message)
    ana.tap_stale(message, "Yes")
    assert newest(bot, "callback_query")["message"]["date"] == 0
    with pytest.raises(NotPossible):
        ana.tap_stale(99, "Yes")


async def test_the_keyboard_below_sends_its_label_or_the_own_contact(api: Api, bot: Bot, ana: Phone, chat: int) -> None:
    keyboard = {"keyboard": [["Morning"], [{"text": "My number", "request_contact": True}]]}
    with pytest.raises(NotPossible):
        ana.press("Morning")
    await api("sendMessage", chat_id=chat, text="x", reply_markup=keyboard)
    ana.press("Morning")
    assert newest(bot, "message")["text"] == "Morning"
    ana.press("My number")
    assert newest(bot, "message")["contact"] == {
        "phone_number": ana.person.phone,
        "first_name": "Ana",
        "user_id": chat,
    }


def test_a_card_of_somebody_else_names_no_own_id(bot: Bot, ana: Phone) -> None:
    ana.send_contact("Ben", "+13145550199")
    assert newest(bot, "message")["contact"] == {"phone_number": "+13145550199", "first_name": "Ben"}


def test_an_album_is_several_messages_of_one_group(bot: Bot, ana: Phone) -> None:
    ids = ana.album(3, caption="my skin")
    messages = [update["message"] for update in updates(bot)]
    assert [message["message_id"] for message in messages] == ids
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["my skin", None, None]


def test_two_albums_are_two_groups(bot: Bot, ana: Phone) -> None:
    ana.album(1)
    ana.album(1)
    assert len({update["message"]["media_group_id"] for update in updates(bot)}) == 2


def test_blocking_is_told_once(bot: Bot, ana: Phone) -> None:
    ana.start()
    ana.block()
    ana.block()
    changes = [update["my_chat_member"] for update in updates(bot) if "my_chat_member" in update]
    assert len(changes) == 1
    assert (changes[0]["old_chat_member"]["status"], changes[0]["new_chat_member"]["status"]) == ("member", "kicked")
    with pytest.raises(NotPossible):
        ana.send("x")


def test_starting_again_unblocks(bot: Bot, ana: Phone) -> None:
    ana.start()
    ana.block()
    ana.start()
    change, message = updates(bot)[-2:]
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["text"] == "/start"


def test_a_deleted_message_is_gone_without_an_update(bot: Bot, ana: Phone) -> None:
    sent = ana.send("x")
    ana.delete(sent)
    assert (ana.messages, len(updates(bot))) == ([], 1)
