"""What the page is told of a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.standin.params import Upload
from bot.standin.view import total, view

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone
    from tests.bot.standin.conftest import Api


def shown(ana: Phone) -> dict[str, Any]:
    message: dict[str, Any] = view(ana, 0)["messages"][-1]
    return message


def test_a_new_chat_is_closed_and_empty(ana: Phone) -> None:
    seen = view(ana, 0)
    assert (seen["opened"], seen["blocked"], seen["messages"]) == (False, False, [])
    assert (seen["keyboard"], seen["one_time"], seen["placeholder"]) == (None, False, "")


async def test_the_bots_words_card_and_file_are_told_apart(api: Api, ana: Phone, chat: int) -> None:
    await api("sendMessage", chat_id=chat, text="<b>x</b>", parse_mode="HTML")
    assert (shown(ana)["mine"], shown(ana)["entities"][0]["type"]) == (False, "bold")
    await api("sendContact", chat_id=chat, phone_number="+1", first_name="C")
    assert shown(ana)["contact"] == {"phone_number": "+1", "first_name": "C"}
    await api("sendDocument", {"document": Upload("a.txt", b"abc")}, chat_id=chat)
    assert {key: shown(ana)["document"][key] for key in ("name", "size")} == {"name": "a.txt", "size": 3}


def test_own_media_are_named(ana: Phone) -> None:
    ana.attach("sticker", name="\N{SPARKLES}")
    assert (shown(ana)["mine"], shown(ana)["media"]) == (True, {"kind": "sticker", "emoji": "\N{SPARKLES}"})
    ana.attach("document")
    assert shown(ana)["media"] == {"kind": "document", "emoji": ""}
    ana.album(1)
    assert shown(ana)["album"]


def test_edited_and_deleted_messages_are_marked(ana: Phone) -> None:
    sent = ana.send("x")
    assert not shown(ana)["edited"]
    ana.edit(sent, "y")
    assert shown(ana)["edited"]
    ana.delete(sent)
    assert shown(ana) == {"id": sent, "deleted": True}


async def test_a_keyboard_tells_its_options(api: Api, ana: Phone, chat: int) -> None:
    keyboard = {"keyboard": [["Morning"]], "one_time_keyboard": True, "input_field_placeholder": "When?"}
    await api("sendMessage", chat_id=chat, text="x", reply_markup=keyboard)
    seen = view(ana, 0)
    assert (seen["one_time"], seen["placeholder"]) == (True, "When?")


async def test_toasts_are_numbered(api: Api, ana: Phone, chat: int) -> None:
    yes = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    message = await api("sendMessage", chat_id=chat, text="x", reply_markup=yes)
    for text in ("one", "two"):
        tap = ana.tap(message["message_id"], "y")
        await api("answerCallbackQuery", callback_query_id=tap, text=text)
    assert [(toast["number"], toast["text"]) for toast in view(ana, 0)["toasts"]] == [(0, "one"), (1, "two")]
    assert view(ana, 0)["answered"][-1] == tap


def test_the_total_grows_with_anything(cloud: Cloud, ana: Phone) -> None:
    before = total(cloud)
    ana.send("x")
    then = total(cloud)
    cloud.add_person("Ben")
    assert before < then < total(cloud)
