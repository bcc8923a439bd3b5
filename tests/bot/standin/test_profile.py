"""What a bot says about itself, within Telegram's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.phone import Phone

if TYPE_CHECKING:
    from tests.bot.standin.conftest import Api


def command(name: str, description: str = "x") -> dict[str, str]:
    return {"command": name, "description": description}


async def test_a_bot_knows_itself(api: Api) -> None:
    me = await api("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (7001, True, "purone_bot")


async def test_the_menu_follows_language_and_scope(api: Api, ana: Phone, chat: int) -> None:
    await api("setMyCommands", commands=[command("start")])
    assert ana.commands == [command("start")]
    await api("setMyCommands", commands=[command("empezar")], language_code="es")
    assert ana.commands == [command("empezar")]
    await api("setMyCommands", commands=[command("private")], scope={"type": "all_private_chats"})
    assert ana.commands == [command("private")]
    await api("setMyCommands", commands=[command("staff")], scope={"type": "chat", "chat_id": chat})
    assert ana.commands == [command("staff")]
    await api("deleteMyCommands", scope={"type": "chat", "chat_id": chat})
    assert ana.commands == [command("private")]


async def test_a_new_menu_shows_in_the_chats_of_its_bot_alone(api: Api, ana: Phone, chat: int) -> None:
    other = Phone(ana.cloud, ana.person, ana.cloud.add_bot("7002:other"))
    other.start()
    before = ana.chat.version, other.chat.version
    await api("setMyCommands", commands=[command("start")])
    assert ana.chat.version > before[0]
    assert other.chat.version == before[1]


async def test_commands_are_kept_per_scope_and_language(api: Api) -> None:
    await api("setMyCommands", commands='[{"command": "/start", "description": "x"}]', language_code="es")
    assert await api("getMyCommands", language_code="es") == [command("start")]
    assert await api("getMyCommands") == []


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"commands": [command("Start")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("x" * 33)]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("start", " ")]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [command("start", "x" * 257)]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [command("start")] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": ["start"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "start"}]}, "can't parse BotCommand: expected an Object"),
        ({"commands": {"a": 1}}, "expected an Array of BotCommand"),
        ({"commands": "["}, "can't parse commands JSON object"),
        ({"language_code": "spanish"}, "invalid language code specified"),
        ({"scope": {"type": "planet"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": ["chat"]}, "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"scope": {"type": "chat", "chat_id": 9}}, "chat not found"),
    ],
)
async def test_wrong_commands_are_refused(api: Api, params: dict[str, Any], refusal: str) -> None:
    assert await api.refused("setMyCommands", **params) == f"400 Bad Request: {refusal}"


async def test_descriptions_are_kept_per_language(api: Api, ana: Phone, chat: int) -> None:
    await api("setMyDescription", description="About me")
    await api("setMyDescription", description="Sobre", language_code="es")
    await api("setMyShortDescription", short_description="Short")
    assert await api("getMyDescription") == {"description": "About me"}
    assert await api("getMyDescription", language_code="de") == {"description": ""}
    assert await api("getMyShortDescription") == {"short_description": "Short"}
    assert (ana.bot.description("es-MX"), ana.bot.description("de")) == ("Sobre", "About me")


async def test_descriptions_have_limits(api: Api) -> None:
    await api("setMyDescription", description="x" * 512)
    await api("setMyShortDescription", short_description="x" * 120)
    long = await api.refused("setMyDescription", description="x" * 513)
    assert long == "400 Bad Request: description is too long"
    short = await api.refused("setMyShortDescription", short_description="x" * 121)
    assert short == "400 Bad Request: short description is too long"


async def test_the_menu_button_is_kept_per_chat(api: Api, chat: int) -> None:
    assert await api("getChatMenuButton") == {"type": "commands"}
    await api("setChatMenuButton", menu_button={"type": "default"})
    await api("setChatMenuButton", chat_id=chat, menu_button='{"type": "commands"}')
    assert await api("getChatMenuButton") == {"type": "default"}
    assert await api("getChatMenuButton", chat_id=chat) == {"type": "commands"}
    wrong = await api.refused("setChatMenuButton", menu_button={"type": "door"})
    assert wrong == "400 Bad Request: can't parse MenuButton: Unsupported type specified"
