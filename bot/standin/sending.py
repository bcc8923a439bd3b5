"""Methods that put something into a chat."""

from __future__ import annotations

from typing import Any

from bot.standin.calls import LONGEST_CAPTION, Call
from bot.standin.chats import Group, Message, PrivateChat
from bot.standin.refusal import JSON, bad_request

ACTIONS = ("typing", "upload_photo", "upload_voice", "upload_document", "choose_sticker", "find_location")


def send_message(call: Call) -> JSON:
    chat = call.chat()
    return _deliver(call, chat, call.required_text().as_json())


def send_contact(call: Call) -> JSON:
    chat = call.chat()
    contact = {key: call.params.text(key) for key in ("phone_number", "first_name", "last_name", "vcard")}
    for required in ("phone_number", "first_name"):
        if not contact[required].strip():
            raise bad_request(f"{required} is empty" if required == "phone_number" else "CONTACT_NAME_EMPTY")
    return _deliver(call, chat, {"contact": {key: value for key, value in contact.items() if value}})


def send_document(call: Call) -> JSON:
    chat, upload = call.chat(), call.params.upload("document")
    if upload is None:
        raise bad_request("there is no document in the request")
    if not upload.content:
        raise bad_request("file must be non-empty")
    document = {**call.cloud.store(upload), "file_name": upload.name, "mime_type": upload.mime_type}
    caption = call.text("caption", LONGEST_CAPTION)
    content = {"document": document} | (caption.as_json("caption") if caption.shown else {})
    return _deliver(call, chat, content)


def send_chat_action(call: Call) -> bool:
    chat, action = call.chat(), call.params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    if isinstance(chat, PrivateChat):
        chat.action = action
        chat.touch()
    return True


def _deliver(call: Call, chat: PrivateChat | Group, content: JSON) -> JSON:
    markup, earlier = call.markup(chat), _replied_to(call, chat)
    message = chat.add(call.bot.as_user(), content | earlier, call.cloud.clock(), _inline(markup))
    if isinstance(chat, PrivateChat):
        chat.action = ""
        _below(chat, markup)
    return message.as_json()


def _inline(markup: JSON) -> JSON | None:
    return markup if "inline_keyboard" in markup else None


def _below(chat: PrivateChat, markup: JSON) -> None:
    if "keyboard" in markup:
        chat.reply_keyboard = markup
    elif "remove_keyboard" in markup:
        chat.reply_keyboard = None


def _replied_to(call: Call, chat: PrivateChat | Group) -> JSON:
    reply: Any = call.params.parsed("reply_parameters", "reply parameters") or {}
    message_id = int(reply.get("message_id", 0)) or call.params.integer("reply_to_message_id")
    found: Message | None = chat.find(message_id)
    if message_id and found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return {"reply_to_message": found.as_json()} if found else {}
