"""The door through which bots call: token, method, fault, effect, answer, log."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from bot.standin import editing, profile, receiving, sending, webhooks
from bot.standin.calls import Call
from bot.standin.cloud import Cloud, Request
from bot.standin.faults import Cut, Fault
from bot.standin.params import Params, Upload
from bot.standin.refusal import JSON, HungUp, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.standin.accounts import Bot

METHODS: Mapping[str, Callable[[Call], Any]] = {
    "getMe": profile.get_me,
    "getWebhookInfo": webhooks.get_webhook_info,
    "setWebhook": webhooks.set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "sendMessage": sending.send_message,
    "sendContact": sending.send_contact,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "leaveChat": editing.leave_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}
_BY_LOWER = {name.lower(): method for name, method in METHODS.items()}


async def call(
    cloud: Cloud, token: str, method: str, params: Mapping[str, Any], files: Mapping[str, Upload] | None = None
) -> tuple[int, bytes]:
    """One Bot API call without a socket: HTTP status and body. Raises HungUp where the connection is cut."""
    try:
        bot = cloud.bot_of(token)
    except Refused as refused:
        return refused.status, _body(refused.as_json())
    read = Params(params, files or {})
    fault = cloud.faults.strike(method, read)
    try:
        result = await _with_fault(Call(cloud, bot, read), method, fault)
    except HungUp:
        _log(cloud, bot, method, read, None, f"cut {fault.cut if fault else ''}")
        raise
    except Refused as refused:
        _log(cloud, bot, method, read, refused.status, refused.description)
        return refused.status, _body(refused.as_json())
    _log(cloud, bot, method, read, 200, "garbled" if fault and fault.garbled else "")
    body = _body({"ok": True, "result": result})
    return 200, body[: len(body) // 2] if fault and fault.garbled else body


async def _with_fault(call: Call, method: str, fault: Fault | None) -> Any:
    if fault is None:
        return await _perform(call, method)
    await asyncio.sleep(fault.seconds)
    if fault.refusal and not fault.late:
        raise fault.refusal
    if fault.cut is Cut.BEFORE:
        raise HungUp
    result = await _perform(call, method)
    if fault.refusal:
        raise fault.refusal
    if fault.cut is Cut.AFTER:
        raise HungUp
    return result


async def _perform(call: Call, method: str) -> Any:
    if method.lower() == "getupdates":
        return await receiving.get_updates(call)
    perform = _BY_LOWER.get(method.lower())
    if perform is None:
        raise Refused(404, "Not Found: method not found")
    with call.cloud.lock:
        result = perform(call)
    call.cloud.changed.ring()
    return result


def _body(answer: JSON) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode()


def _log(cloud: Cloud, bot: Bot, method: str, params: Params, status: int | None, description: str) -> None:
    if not cloud.keeps_log:
        return
    files = tuple(upload.name for upload in params.files.values())
    cloud.log.append(Request(bot.id, method, params.values, files, status, description, cloud.clock()))
