"""python-telegram-bot against the stand-in: the real library finds a Telegram here."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import telegram
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.standin.attachments import KINDS
from bot.standin.faults import Cut
from bot.standin.groups import Seat
from tests.bot.standin.conftest import TOKEN
from tests.bot.standin.receiver import receiving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.standin.accounts import Bot
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone
    from bot.standin.server import Running


@pytest.fixture
async def ptb(running: Running) -> AsyncIterator[ExtBot[None]]:
    bot: ExtBot[None] = ExtBot(TOKEN, base_url=f"{running.url}/bot", base_file_url=f"{running.url}/file/bot")
    async with bot:
        yield bot


async def test_updates_make_the_round(ptb: ExtBot[None], ana: Phone) -> None:
    ana.start("ad")
    (first,) = await ptb.get_updates(timeout=1)
    assert first.message is not None
    assert (first.message.text, first.message.chat_id) == ("/start ad", ana.person.id)
    ana.edit(1, "/start other")
    (second,) = await ptb.get_updates(offset=first.update_id + 1, timeout=1)
    assert second.edited_message is not None
    assert second.edited_message.text == "/start other"


async def test_every_medium_is_read(ptb: ExtBot[None], ana: Phone) -> None:
    for kind in KINDS:
        ana.attach(kind)
    ana.share_contact()
    messages = [update.message for update in await ptb.get_updates()]
    for kind, message in zip((*KINDS, "contact"), messages, strict=True):
        assert getattr(message, kind), kind


async def test_a_question_is_asked_tapped_answered_and_closed(ptb: ExtBot[None], ana: Phone, chat: int) -> None:
    yes = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    sent = await ptb.send_message(chat, "<b>Well?</b>", parse_mode="HTML", reply_markup=yes)
    assert sent.reply_markup == yes
    ana.tap(sent.message_id, "Yes")
    (update,) = await ptb.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "y"
    assert await ptb.answer_callback_query(update.callback_query.id, "Recorded", show_alert=True)
    edited = await ptb.edit_message_text("Thanks", chat, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert await ptb.delete_message(chat, sent.message_id)
    assert [toast.text for toast in ana.toasts] == ["Recorded"]
    assert ana.answers == []


async def test_keyboards_cards_and_files_arrive(ptb: ExtBot[None], ana: Phone, chat: int) -> None:
    share = ReplyKeyboardMarkup([[KeyboardButton("My number", request_contact=True)]], resize_keyboard=True)
    await ptb.send_message(chat, "May we call?", reply_markup=share)
    assert ana.keyboard == [[{"text": "My number", "request_contact": True}]]
    await ptb.send_contact(chat, "+13149607619", "Courtney", reply_markup=ReplyKeyboardRemove())
    assert [card["first_name"] for card in ana.contacts] == ["Courtney"]
    assert ana.chat.reply_keyboard is None
    sent = await ptb.send_document(chat, b"all of it", filename="answers.txt", caption="Yours")
    assert sent.document is not None
    assert (ana.documents[0].name, ana.documents[0].content) == ("answers.txt", b"all of it")


async def test_the_profile_is_set(ptb: ExtBot[None], ana: Phone, chat: int) -> None:
    scope = BotCommandScopeAllPrivateChats()
    assert await ptb.set_my_commands([BotCommand("help", "Ayuda")], scope, language_code="es")
    assert await ptb.get_my_commands(scope, language_code="es") == (BotCommand("help", "Ayuda"),)
    assert ana.commands == [{"command": "help", "description": "Ayuda"}]
    assert await ptb.set_my_description("About me")
    assert await ptb.set_my_short_description("Short")
    assert await ptb.set_chat_menu_button(chat, MenuButtonCommands())
    assert await ptb.send_chat_action(chat, "typing")
    assert (await ptb.get_webhook_info()).pending_update_count == 0


async def test_a_webhook_is_set_asked_about_and_deleted(ptb: ExtBot[None], ana: Phone) -> None:
    async with receiving() as receiver:
        assert await ptb.set_webhook(receiver.url, secret_token="secret", allowed_updates=["message"])
        ana.send("x")
        await receiver.until(lambda: not ana.bot.feed.waiting)
        (post,) = receiver.posts
        update = telegram.Update.de_json(post.update, ptb)
        assert update.message is not None
        assert (update.message.text, post.secret) == ("x", "secret")
        known = await ptb.get_webhook_info()
        assert (known.url, known.pending_update_count, known.last_error_message) == (receiver.url, 0, None)
        with pytest.raises(Conflict, match="webhook is active"):
            await ptb.get_updates()
        assert await ptb.delete_webhook()
    assert await ptb.get_updates() == ()
    with pytest.raises(BadRequest, match="unallowed characters"):
        await ptb.set_webhook("https://bot.test", secret_token="a b")


async def test_a_group_is_left(ptb: ExtBot[None], cloud: Cloud, ana: Phone) -> None:
    group = cloud.add_group("Skin")
    Seat(ana, group).add_bot()
    change, notice = await ptb.get_updates()
    assert change.my_chat_member is not None
    assert change.my_chat_member.new_chat_member.status == "member"
    assert notice.message is not None
    assert notice.message.chat.type == "supergroup"
    assert await ptb.leave_chat(group.id)


async def test_blocking_is_told_and_forbids(ptb: ExtBot[None], ana: Phone, chat: int) -> None:
    ana.block()
    (update,) = await ptb.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="blocked by the user"):
        await ptb.send_message(chat, "x")


async def test_refusals_become_the_librarys_errors(
    ptb: ExtBot[None], cloud: Cloud, chat: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(9, "x")
    cloud.faults.flood(7)
    with pytest.raises(RetryAfter) as flood:
        await ptb.send_message(chat, "x")
    assert flood.value.retry_after == timedelta(seconds=7)
    cloud.faults.refuse(400, "Bad Request: group chat was upgraded", parameters={"migrate_to_chat_id": -1})
    with pytest.raises(ChatMigrated):
        await ptb.send_message(chat, "x")
    cloud.faults.refuse(502, "Bad Gateway")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await ptb.send_message(chat, "x")


@pytest.mark.parametrize(("when", "stored"), [(Cut.BEFORE, 0), (Cut.AFTER, 1)])
async def test_a_cut_connection_is_a_network_error(
    ptb: ExtBot[None], cloud: Cloud, ana: Phone, chat: int, when: Cut, stored: int
) -> None:
    cloud.faults.hang_up(when)
    with pytest.raises(NetworkError):
        await ptb.send_message(chat, "x")
    assert len(ana.answers) == stored


async def test_two_pollers_are_in_conflict(ptb: ExtBot[None], running: Running, bot: Bot) -> None:
    async with ExtBot(TOKEN, base_url=f"{running.url}/bot") as other:
        heard = bot.bell.rings
        earlier = asyncio.ensure_future(ptb.get_updates(timeout=30))
        assert await bot.bell.wait(heard, 30)
        await other.get_updates(timeout=0)
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await earlier


async def test_a_wrong_token_is_invalid(running: Running) -> None:
    wrong: ExtBot[None] = ExtBot("7001:wrong", base_url=f"{running.url}/bot")
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    await wrong.shutdown()
