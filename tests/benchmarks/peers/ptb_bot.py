"""The same intake by python-telegram-bot's ConversationHandler with PicklePersistence.

Given: the Bot API's address, a token, the file of the work, how many conversations are stored, the pickle's file, and
every how many seconds it saves ("stop": only when it stops).
"""

from __future__ import annotations

import logging
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from telegram import CallbackQuery, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.benchmarks.work import Called, Step, Work

Default = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Default, step: Step) -> int:
    """Begin anew."""
    kept(context).update(answers={}, transcript=[])
    return await answered(update, context, step, 0)


async def answered(update: Update, context: Default, step: Step, number: int) -> int:
    """Keep what was said, say what comes next; gives the state that follows."""
    said = await heard(update.callback_query, step) if update.callback_query else words(update)
    kept(context)["answers"][step.act.question] = {"value": said, "said": said}
    note(context, "client", said)
    for call in step.calls:
        await say(update, context, call)
    return number + 1


async def finished(update: Update, context: Default, step: Step) -> int:
    await answered(update, context, step, 0)
    return ConversationHandler.END


async def heard(query: CallbackQuery, step: Step) -> str:
    """Answer a tap, and leave under the message what it has become."""
    await query.answer()
    for call in step.calls:
        if call.method == "editMessageReplyMarkup":
            await query.edit_message_reply_markup(inline(call))
    return query.data or ""


async def say(update: Update, context: Default, call: Called) -> None:
    chat = update.effective_chat
    assert chat is not None
    if call.method == "sendMessage":
        note(context, "bot", call.params["text"])
        await chat.send_message(call.params["text"], reply_markup=markup(call))
    elif call.method == "sendContact":
        note(context, "bot", call.params["phone_number"])
        await chat.send_contact(call.params["phone_number"], call.params["first_name"])


def markup(call: Called) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    shown = call.params.get("reply_markup") or {}
    if "keyboard" in shown:
        return ReplyKeyboardMarkup(shown["keyboard"], resize_keyboard=True, one_time_keyboard=True)
    return ReplyKeyboardRemove() if "remove_keyboard" in shown else inline(call)


def inline(call: Called) -> InlineKeyboardMarkup | None:
    shown = call.params.get("reply_markup")
    return InlineKeyboardMarkup.de_json(shown, None) if shown else None


def words(update: Update) -> str:
    message = update.effective_message
    assert message is not None
    return message.contact.phone_number if message.contact else message.text or ""


def note(context: Default, speaker: str, text: str) -> None:
    kept(context)["transcript"].append({"speaker": speaker, "text": text, "at": time.time()})


def kept(context: Default) -> dict[Any, Any]:
    assert context.user_data is not None
    return context.user_data


def conversation(work: Work) -> ConversationHandler[Default]:
    """One state per question, each answered by a tap or in words."""
    first, *rest = work.steps
    states: dict[object, list[Any]] = {}
    for number, step in enumerate(rest, start=1):
        last = number == len(rest)
        act = partial(finished, step=step) if last else partial(answered, step=step, number=number)
        typed = filters.CONTACT if step.act.by == "contact" else filters.TEXT & ~filters.COMMAND
        states[number] = [CallbackQueryHandler(act), MessageHandler(typed, act)]
    begin: list[Any] = [CommandHandler("start", partial(start, step=first))]
    return ConversationHandler(begin, states, begin, name="intake", persistent=True)


def main(api_url: str, token: str, work: str, _stored: str, pickle: str, saves: str) -> None:
    logging.basicConfig(format="%(asctime)s - %(name)s - %(levelname)s - %(message)s", level=logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    if saves == "stop":
        persistence = PicklePersistence(pickle, on_flush=True)
    else:
        persistence = PicklePersistence(pickle, update_interval=float(saves))
    builder = Application.builder().token(token).base_url(f"{api_url}/bot").persistence(persistence)
    application = builder.build()
    application.add_handler(conversation(Work.load(Path(work))))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(*sys.argv[1:])
