"""Tells Telegram, at start-up, what its users see before they write: the command menu and the descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from telegram.error import TelegramError

from bot.chat.calling import call
from flows.model import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.chat.calling import Bot
    from flows.words import Words


async def show_menu(bot: Bot, words: Words, commands: Sequence[str]) -> None:
    """Set menu and descriptions in every offered language; what fails is logged, for the bot works without."""
    for method, params in calls(words, commands):
        try:
            await call(bot, method, params)
        except TelegramError as problem:
            structlog.get_logger().warning("menu.failed", method=method, error=type(problem).__name__)


def calls(words: Words, commands: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls to make; the first language is the one for everybody without a language of their own."""
    for number, language in enumerate(words.languages):
        only = {"language_code": language} if number else {}
        menu = [{"command": name, "description": words.say(Phrase(f"menu-{name}"), language)} for name in commands]
        yield "setMyCommands", {"commands": menu, **only}
        yield "setMyDescription", {"description": words.say(Phrase("bot-description"), language), **only}
        short = words.say(Phrase("bot-short_description"), language)
        yield "setMyShortDescription", {"short_description": short, **only}
