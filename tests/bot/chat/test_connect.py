"""Connecting: a start that cannot go well is refused with a sentence."""

from __future__ import annotations

import pytest

from bot.chat import connect as connecting
from bot.chat.connect import WebhookSet, connect
from bot.chat.gateway import TelegramRefuses
from bot.chat.menu import StaffMenu, show_menu
from bot.staff.commands import STAFF_MENU
from bot.standin.phone import Phone
from bot.standin.server import serve
from flows.commands import MENU
from flows.flow import Flow
from flows.model import Phrase
from tests.bot.running import TOKEN, a_cloud


async def test_the_bot_knows_who_it_is() -> None:
    cloud, _ = a_cloud()
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        assert (bot.id, bot.username) == (700, "IntakeBot")


async def test_a_wrong_token_is_refused_without_being_shown() -> None:
    cloud, _ = a_cloud()
    async with serve(cloud) as standin:
        with pytest.raises(TelegramRefuses, match="BOT_TOKEN") as refused:
            async with connect("700:another", standin.url):
                pass
    assert "another" not in str(refused.value)
    assert refused.value.__suppress_context__


async def test_a_webhook_is_refused() -> None:
    cloud, phone = a_cloud()
    phone.bot.webhook = "https://example.org/hook"
    async with serve(cloud) as standin:
        with pytest.raises(WebhookSet, match="delete-webhook"):
            async with connect(TOKEN, standin.url):
                pass


async def test_a_webhook_is_no_hindrance_to_whoever_does_not_poll() -> None:
    cloud, phone = a_cloud()
    phone.bot.webhook = "https://example.org/hook"
    async with serve(cloud) as standin, connect(TOKEN, standin.url, polling=False) as bot:
        assert bot.id == 700
    assert not cloud.requests("getWebhookInfo")


async def test_a_server_that_is_slow_to_come_up_is_waited_for() -> None:
    cloud, _ = a_cloud()
    cloud.faults.refuse(502, "Bad Gateway", method="getMe")
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        assert bot.id == 700


async def test_a_server_that_never_answers_is_given_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "TRIES", 1)
    with pytest.raises(TelegramRefuses, match="BOT_API_URL"):
        async with connect(TOKEN, "http://127.0.0.1:9"):
            pass


async def test_the_menu_lists_every_command_and_the_chat_says_what_the_bot_is_for(flow: Flow) -> None:
    cloud, phone = a_cloud()
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        await show_menu(bot, flow.words, MENU)
    assert [line["command"] for line in phone.commands] == list(MENU)
    assert phone.bot.descriptions
    assert phone.bot.short_descriptions


async def test_menu_and_descriptions_are_set_in_each_language_that_is_offered(flow: Flow) -> None:
    cloud, phone = a_cloud()
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        await show_menu(bot, flow.words, MENU)
    for language, code in ((flow.words.languages[0], ""), *((each, each) for each in flow.words.languages[1:])):
        menu = phone.bot.menu(phone.person.id, code)
        assert [line["command"] for line in menu] == list(MENU)
        assert menu[0]["description"] == flow.words.say(Phrase("menu-start"), language)
        assert phone.bot.descriptions[code] == flow.words.say(Phrase("bot-description"), language)
        assert phone.bot.short_descriptions[code] == flow.words.say(Phrase("bot-short_description"), language)
    assert len(set(phone.bot.descriptions.values())) == len(flow.words.languages)


async def test_a_menu_that_is_refused_keeps_nobody_from_starting(flow: Flow) -> None:
    cloud, phone = a_cloud()
    cloud.faults.refuse(400, "Bad Request: no", method="setMyCommands")
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        await show_menu(bot, flow.words, MENU)
    assert phone.commands == []
    assert phone.bot.descriptions


async def test_the_teams_commands_are_in_the_menu_of_the_teams_own_chats_only(flow: Flow) -> None:
    cloud, phone = a_cloud()
    group, nobody = cloud.add_group("Staff"), 6_000_000_009
    phone.start()
    own, stranger = phone.person.id, Phone(cloud, cloud.add_person("Ana"), phone.bot)
    async with serve(cloud) as standin, connect(TOKEN, standin.url) as bot:
        await show_menu(bot, flow.words, MENU, StaffMenu(STAFF_MENU, (nobody, group.id, own, own)))
    menus = {scope: [line["command"] for line in lines] for (scope, _), lines in phone.bot.commands.items()}
    assert menus["chat", group.id] == list(STAFF_MENU)
    assert menus["chat", own] == [*STAFF_MENU, *MENU]
    assert ("chat", nobody) not in menus
    assert [line["command"] for line in stranger.commands] == list(MENU)
