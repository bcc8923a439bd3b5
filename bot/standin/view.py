"""What a phone's page is told: the chat's state and the messages that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.attachments import KINDS

if TYPE_CHECKING:
    from bot.standin.chats import Message
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone
    from bot.standin.refusal import JSON

LATEST_TOASTS = 20


def view(phone: Phone, after: int) -> JSON:
    """The chat as its page needs it; messages only if they changed since version `after`."""
    chat, cloud = phone.chat, phone.cloud
    toasts = [{"number": number, "text": toast.text, "alert": toast.alert} for number, toast in enumerate(chat.toasts)]
    return {
        "version": chat.version,
        "total": total(cloud),
        "person": _person(phone),
        "people": people(cloud),
        "bot": {"name": phone.bot.name, "username": phone.bot.username, "description": _description(phone)},
        "opened": chat.opened,
        "blocked": chat.blocked,
        "keyboard": phone.keyboard,
        "one_time": bool((chat.reply_keyboard or {}).get("one_time_keyboard")),
        "placeholder": (chat.reply_keyboard or {}).get("input_field_placeholder", ""),
        "commands": phone.commands,
        "toasts": toasts[-LATEST_TOASTS:],
        "answered": chat.answered[-LATEST_TOASTS:],
        "action": chat.action,
        "messages": [_message(cloud, message) for message in chat.messages.values() if message.changed > after],
    }


def total(cloud: Cloud) -> int:
    """A number that grows with every change anywhere."""
    return len(cloud.people) + sum(chat.version for chat in cloud.chats.values())


def people(cloud: Cloud) -> list[JSON]:
    """Everybody, with the version of their chats."""
    return [
        {
            "id": person.id,
            "name": f"{person.first_name} {person.last_name}".strip(),
            "language_code": person.language_code,
            "version": sum(chat.version for (_, owner), chat in cloud.chats.items() if owner == person.id),
        }
        for person in cloud.people.values()
    ]


def _person(phone: Phone) -> JSON:
    person = phone.person
    return {"id": person.id, "name": person.first_name, "language_code": person.language_code, "phone": person.phone}


def _description(phone: Phone) -> str:
    return phone.bot.description(phone.person.language_code)


def _message(cloud: Cloud, message: Message) -> JSON:
    if message.deleted:
        return {"id": message.message_id, "deleted": True}
    content = message.content
    seen: JSON = {
        "id": message.message_id,
        "mine": not message.from_bot,
        "date": message.date,
        "edited": message.reworded,
        "text": message.text,
        "entities": content.get("entities", content.get("caption_entities", [])),
        "buttons": message.keyboard,
        "album": content.get("media_group_id", ""),
    }
    if contact := content.get("contact"):
        seen["contact"] = contact
    if message.from_bot and (document := content.get("document")):
        seen["document"] = {"name": document["file_name"], "size": document["file_size"], "id": document["file_id"]}
    elif kind := next((kind for kind in KINDS if kind in content), ""):
        seen["media"] = {"kind": kind, "emoji": content["sticker"]["emoji"] if kind == "sticker" else ""}
    return seen
