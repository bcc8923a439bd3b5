"""Methods that change or answer what is already in a chat."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.standin.chats import Message, PrivateChat, Toast
from bot.standin.formatting import units
from bot.standin.refusal import JSON, bad_request

if TYPE_CHECKING:
    from bot.standin.calls import Call

TAP_LIVES = timedelta(seconds=150)
LONGEST_TOAST = 200
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(call: Call) -> JSON:
    chat = call.chat()
    message, text = call.message(chat, "edit"), call.required_text().as_json()
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    kept = {key: value for key, value in message.content.items() if key not in {"text", "entities"}}
    return _change(call, message, kept | text)


def edit_message_reply_markup(call: Call) -> JSON:
    message = call.message(call.chat(), "edit")
    return _change(call, message, message.content)


def _change(call: Call, message: Message, content: JSON) -> JSON:
    markup = call.markup(call.chat())
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    if content == message.content and markup.get("inline_keyboard", []) == message.keyboard:
        raise bad_request(NOT_MODIFIED)
    message.reworded = message.reworded or content != message.content
    message.content = content
    message.keyboards.append(markup)
    message.edit_date = int(call.cloud.clock().timestamp())
    message.changed = message.chat.touch()
    return message.as_json()


def delete_message(call: Call) -> bool:
    message = call.message(call.chat(), "delete")
    if call.cloud.clock().timestamp() - message.date > timedelta(hours=48).total_seconds():
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    message.changed = message.chat.touch()
    return True


def answer_callback_query(call: Call) -> bool:
    text = call.params.text("text")
    if units(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = call.cloud.taps.get(call.params.text("callback_query_id"))
    if tap is None or tap.bot is not call.bot or tap.answered or call.cloud.clock() - tap.at >= TAP_LIVES:
        raise bad_request(TOO_OLD)
    tap.answered = True
    if isinstance(tap.chat, PrivateChat):
        tap.chat.answered.append(tap.id)
        if text:
            tap.chat.toasts.append(Toast(text, call.params.flag("show_alert"), tap.id))
        tap.chat.touch()
    return True


def leave_chat(call: Call) -> bool:
    chat = call.chat()
    if isinstance(chat, PrivateChat):
        raise bad_request("chat member status can't be changed in private chats")
    chat.bots[call.bot.id] = "left"
    chat.touch()
    return True
