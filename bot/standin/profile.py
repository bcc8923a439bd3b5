"""Methods about the bot itself: who it is and what its chats offer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.standin.formatting import units
from bot.standin.refusal import JSON, bad_request

if TYPE_CHECKING:
    from bot.standin.accounts import Scope
    from bot.standin.calls import Call

COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")
SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
MOST_COMMANDS = 100


def get_me(call: Call) -> JSON:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": call.bot.reads_groups}
    return call.bot.as_user() | abilities | {"supports_inline_queries": False}


def set_my_commands(call: Call) -> bool:
    commands = call.params.parsed("commands", "commands") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_scope(call), _language(call)] = [_command(command) for command in commands]
    _show(call)
    return True


def get_my_commands(call: Call) -> list[JSON]:
    return call.bot.commands.get((_scope(call), _language(call)), [])


def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop((_scope(call), _language(call)), None)
    _show(call)
    return True


def _show(call: Call) -> None:
    for chat in call.cloud.chats.values():
        if chat.bot is call.bot:
            chat.touch()


def _command(value: Any) -> JSON:
    if not isinstance(value, dict) or not all(isinstance(value.get(key), str) for key in ("command", "description")):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = value["command"].removeprefix("/"), value["description"]
    if not COMMAND_NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(call: Call) -> Scope:
    scope = call.params.parsed("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    if scope.get("type") in SCOPES:
        return str(scope["type"]), 0
    if scope.get("type") != "chat":
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = int(scope.get("chat_id", 0))
    if (call.bot.id, chat_id) not in call.cloud.chats and chat_id not in call.cloud.groups:
        raise bad_request("chat not found")
    return "chat", chat_id


def _language(call: Call) -> str:
    language = call.params.text("language_code")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _describe(call: Call, key: str, longest: int, texts: dict[str, str]) -> bool:
    text = call.params.text(key)
    if units(text) > longest:
        raise bad_request(f"{key.replace('_', ' ')} is too long")
    texts[_language(call)] = text
    _show(call)
    return True


def set_my_description(call: Call) -> bool:
    return _describe(call, "description", LONGEST_DESCRIPTION, call.bot.descriptions)


def set_my_short_description(call: Call) -> bool:
    return _describe(call, "short_description", LONGEST_SHORT_DESCRIPTION, call.bot.short_descriptions)


def get_my_description(call: Call) -> JSON:
    return {"description": call.bot.descriptions.get(_language(call), "")}


def get_my_short_description(call: Call) -> JSON:
    return {"short_description": call.bot.short_descriptions.get(_language(call), "")}


def set_chat_menu_button(call: Call) -> bool:
    button = call.params.parsed("menu_button", "MenuButton") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse MenuButton: Unsupported type specified")
    call.bot.menu_buttons[call.params.integer("chat_id")] = button
    return True


def get_chat_menu_button(call: Call) -> JSON:
    buttons = call.bot.menu_buttons
    return buttons.get(call.params.integer("chat_id")) or buttons.get(0) or {"type": "commands"}
