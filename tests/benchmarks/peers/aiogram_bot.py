"""The same intake by aiogram's states, in memory or in Redis.

Given: the Bot API's address, a token, the file of the work, how many conversations are stored, and where: an address
of Redis, or "" for memory. With "fill" as a last word it only stores the conversations.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove

from tests.benchmarks.work import CONVERSATION, Called, Step, Work

FIRST_STORED = 6_000_000_000


class Questions:
    """The handlers of the states; `number` is the place of a question in the work."""

    def __init__(self, work: Work) -> None:
        self.steps = work.steps

    async def start(self, message: Message, state: FSMContext) -> None:
        """Begin anew."""
        await state.set_data({"answers": {}, "transcript": []})
        await self._answered(message, state, self.steps[0], "1", message.text or "")

    async def typed(self, message: Message, state: FSMContext, raw_state: str) -> None:
        said = message.contact.phone_number if message.contact else message.text or ""
        await self._answered(message, state, self.steps[int(raw_state)], self._after(raw_state), said)

    async def tapped(self, query: CallbackQuery, state: FSMContext, raw_state: str) -> None:
        await query.answer()
        step = self.steps[int(raw_state)]
        await self._answered(query.message, state, step, self._after(raw_state), query.data or "")

    def _after(self, raw_state: str) -> str | None:
        following = int(raw_state) + 1
        return str(following) if following < len(self.steps) else None

    async def _answered(self, message: Message, state: FSMContext, step: Step, after: str | None, said: str) -> None:
        """Keep what was said and move on, then say what comes next: whoever sees an answer may go on at once."""
        found = await state.get_data()
        answers, transcript = found.get("answers", {}), found.get("transcript", [])
        answers[step.act.question] = {"value": said, "said": said}
        transcript.append({"speaker": "client", "text": said, "at": time.time()})
        for call in step.calls:
            if call.method in ("sendMessage", "sendContact"):
                text = call.params.get("text") or call.params["phone_number"]
                transcript.append({"speaker": "bot", "text": text, "at": time.time()})
        await state.update_data(answers=answers, transcript=transcript)
        await state.set_state(after)
        for call in step.calls:
            if call.method == "editMessageReplyMarkup":
                await message.edit_reply_markup(reply_markup=inline(call))
            elif call.method == "sendMessage":
                await message.answer(call.params["text"], reply_markup=markup(call))
            elif call.method == "sendContact":
                await message.answer_contact(call.params["phone_number"], call.params["first_name"])


def markup(call: Called) -> Any:
    shown = call.params.get("reply_markup") or {}
    if "keyboard" in shown:
        return ReplyKeyboardMarkup.model_validate(shown)
    return ReplyKeyboardRemove() if "remove_keyboard" in shown else inline(call)


def inline(call: Called) -> Any:
    shown = call.params.get("reply_markup")
    return InlineKeyboardMarkup.model_validate(shown) if shown else None


async def fill(storage: Any, bot_id: int, stored: int) -> None:
    conversation = json.dumps(CONVERSATION)
    for number in range(FIRST_STORED, FIRST_STORED + stored):
        key = StorageKey(bot_id=bot_id, chat_id=number, user_id=number)
        await storage.set_data(key, json.loads(conversation))


async def main(api_url: str, token: str, work: str, stored: str, redis: str, only: str = "") -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))
    storage = RedisStorage.from_url(redis) if redis else MemoryStorage()
    if only or not redis:
        await fill(storage, bot.id, int(stored))
    if not only:
        await serve(bot, storage, Questions(Work.load(Path(work))))
    await storage.close()


async def serve(bot: Any, storage: Any, questions: Questions) -> None:
    dispatcher = Dispatcher(storage=storage)
    dispatcher.message.register(questions.start, CommandStart())
    for number, step in enumerate(questions.steps[1:], start=1):
        here = StateFilter(str(number))
        dispatcher.callback_query.register(questions.tapped, here)
        dispatcher.message.register(questions.typed, here, F.contact if step.act.by == "contact" else F.text)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
