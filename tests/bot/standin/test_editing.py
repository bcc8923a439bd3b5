"""What a bot changes and answers, once and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.groups import Seat

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api, Clock

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
SAME = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def yes_no(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label.lower()} for label in labels]]}


@pytest.fixture
async def asked(api: Api, chat: int) -> int:
    """A question with two buttons."""
    message = await api("sendMessage", chat_id=chat, text="Well?", reply_markup=yes_no("Yes", "No"))
    return int(message["message_id"])


async def test_new_words_are_shown_and_marked(api: Api, ana: Phone, chat: int, asked: int, clock: Clock) -> None:
    clock.forward(5)
    edited = await api("editMessageText", chat_id=chat, message_id=asked, text="<b>Thanks</b>", parse_mode="HTML")
    assert edited["edit_date"] == edited["date"] + 5
    assert (ana.last.text, ana.last.keyboard, ana.last.reworded) == ("Thanks", [], True)


async def test_buttons_may_go_alone(api: Api, ana: Phone, chat: int, asked: int) -> None:
    edited = await api("editMessageReplyMarkup", chat_id=chat, message_id=asked)
    assert "reply_markup" not in edited
    assert (ana.last.text, ana.last.reworded) == ("Well?", False)


async def test_no_change_is_refused(api: Api, chat: int, asked: int) -> None:
    where: dict[str, Any] = {"chat_id": chat, "message_id": asked}
    same = yes_no("Yes", "No")
    assert await api.refused("editMessageText", **where, text="Well?", reply_markup=same) == SAME
    assert await api.refused("editMessageReplyMarkup", **where, reply_markup=same) == SAME
    await api("editMessageReplyMarkup", **where)
    assert await api.refused("editMessageReplyMarkup", **where) == SAME


async def test_only_own_texts_that_exist_can_be_edited(api: Api, chat: int) -> None:
    gone: dict[str, Any] = {"chat_id": chat, "message_id": 99, "text": "x"}
    assert await api.refused("editMessageText", **gone) == "400 Bad Request: message to edit not found"
    theirs = gone | {"message_id": 1}
    assert await api.refused("editMessageText", **theirs) == "400 Bad Request: message can't be edited"
    card = await api("sendContact", chat_id=chat, phone_number="+1", first_name="C")
    no_text = gone | {"message_id": card["message_id"]}
    assert await api.refused("editMessageText", **no_text) == "400 Bad Request: there is no text in the message to edit"


async def test_a_keyboard_below_the_chat_does_not_fit_under_a_message(api: Api, chat: int, asked: int) -> None:
    wrong: dict[str, Any] = {"chat_id": chat, "message_id": asked, "reply_markup": {"keyboard": [["x"]]}}
    assert await api.refused("editMessageReplyMarkup", **wrong) == "400 Bad Request: inline keyboard expected"


async def test_a_deleted_message_is_gone(api: Api, ana: Phone, chat: int, asked: int) -> None:
    await api("deleteMessage", chat_id=chat, message_id=asked)
    assert ana.answers == []
    gone = "400 Bad Request: message to delete not found"
    assert await api.refused("deleteMessage", chat_id=chat, message_id=asked) == gone


async def test_a_message_can_be_deleted_for_48_hours(api: Api, chat: int, asked: int, clock: Clock) -> None:
    clock.forward(48 * 3600 + 1)
    refusal = await api.refused("deleteMessage", chat_id=chat, message_id=asked)
    assert refusal == "400 Bad Request: message can't be deleted for everyone"


async def test_an_answer_becomes_a_toast(api: Api, ana: Phone, asked: int) -> None:
    tap = ana.tap(asked, "Yes")
    await api("answerCallbackQuery", callback_query_id=tap, text="Recorded", show_alert="true")
    assert [(toast.text, toast.alert, toast.tap) for toast in ana.toasts] == [("Recorded", True, tap)]


async def test_an_empty_answer_only_stops_the_spinner(api: Api, ana: Phone, asked: int) -> None:
    tap = ana.tap(asked, "Yes")
    await api("answerCallbackQuery", callback_query_id=tap)
    assert (ana.toasts, ana.chat.answered) == ([], [tap])


async def test_a_tap_is_answered_once(api: Api, ana: Phone, asked: int) -> None:
    tap = ana.tap(asked, "Yes")
    await api("answerCallbackQuery", callback_query_id=tap)
    assert await api.refused("answerCallbackQuery", callback_query_id=tap) == TOO_OLD


async def test_a_tap_can_be_answered_for_150_seconds(api: Api, ana: Phone, asked: int, clock: Clock) -> None:
    in_time, late = ana.tap(asked, "Yes"), ana.tap(asked, "No")
    clock.forward(149)
    await api("answerCallbackQuery", callback_query_id=in_time)
    clock.forward(1)
    assert await api.refused("answerCallbackQuery", callback_query_id=late) == TOO_OLD


async def test_a_tap_nobody_made_or_meant_for_another_bot_is_invalid(
    api: Api, cloud: Cloud, ana: Phone, asked: int
) -> None:
    assert await api.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD
    cloud.add_bot("7002:other")
    other = type(api)(cloud, "7002:other")
    assert await other.refused("answerCallbackQuery", callback_query_id=ana.tap(asked, "Yes")) == TOO_OLD


async def test_a_toast_has_200_characters(api: Api, ana: Phone, asked: int) -> None:
    tap = ana.tap(asked, "Yes")
    refusal = await api.refused("answerCallbackQuery", callback_query_id=tap, text="x" * 201)
    assert refusal == "400 Bad Request: MESSAGE_TOO_LONG"
    await api("answerCallbackQuery", callback_query_id=tap, text="x" * 200)


async def test_a_bot_leaves_a_group_but_no_private_chat(api: Api, cloud: Cloud, ana: Phone, chat: int) -> None:
    group = cloud.add_group("Skin")
    Seat(ana, group).add_bot()
    await api("leaveChat", chat_id=group.id)
    left = "403 Forbidden: bot is not a member of the supergroup chat"
    assert await api.refused("sendMessage", chat_id=group.id, text="x") == left
    assert (await api.refused("leaveChat", chat_id=chat)).startswith("400")


async def test_a_tap_in_a_group_can_be_answered(api: Api, cloud: Cloud, ana: Phone) -> None:
    group = cloud.add_group("Skin")
    seat = Seat(ana, group)
    seat.add_bot()
    message = await api("sendMessage", chat_id=group.id, text="Well?", reply_markup=yes_no("Yes"))
    tap = seat.tap(message["message_id"], "yes")
    await api("answerCallbackQuery", callback_query_id=tap, text="x")
    assert cloud.taps[tap].answered
