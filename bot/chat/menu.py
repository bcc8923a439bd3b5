"""Tells Telegram, at start-up, what its users see before they write: the command menu and the descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog
from telegram.error import TelegramError

from bot.chat.calling import call
from flows.model import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.chat.calling import Bot
    from flows.words import Words


@dataclass(frozen=True, slots=True)
class StaffMenu:
    """The team's own commands, and the chats whose menu shows them: somebody's own has the clients' as well."""

    commands: Sequence[str] = ()
    chats: Sequence[int] = ()


async def show_menu(bot: Bot, words: Words, commands: Sequence[str], staff: StaffMenu | None = None) -> None:
    """Set menu and descriptions in every offered language; what fails is logged, for the bot works without.

    A chat of the team's that is not there yet is one of the things that may fail.
    """
    for method, params in (*calls(words, commands), *staff_calls(words, commands, staff or StaffMenu())):
        try:
            await call(bot, method, params)
        except TelegramError as problem:
            structlog.get_logger().warning("menu.failed", method=method, error=type(problem).__name__)


def calls(words: Words, commands: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls to make; the first language is the one for everybody without a language of their own."""
    for number, language in enumerate(words.languages):
        only = {"language_code": language} if number else {}
        yield "setMyCommands", {"commands": _menu(words, commands, language), **only}
        yield "setMyDescription", {"description": words.say(Phrase("bot-description"), language), **only}
        short = words.say(Phrase("bot-short_description"), language)
        yield "setMyShortDescription", {"short_description": short, **only}


def staff_calls(words: Words, commands: Sequence[str], staff: StaffMenu) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls for the team's own chats; a group's number is below zero."""
    for chat_id in dict.fromkeys(staff.chats):
        shown = staff.commands if chat_id < 0 else (*staff.commands, *commands)
        menu = _menu(words, shown, words.languages[0])
        yield "setMyCommands", {"commands": menu, "scope": {"type": "chat", "chat_id": chat_id}}


def _menu(words: Words, commands: Sequence[str], language: str) -> list[dict[str, str]]:
    return [{"command": name, "description": words.say(Phrase(f"menu-{name}"), language)} for name in commands]
