"""Updates as Telegram sends them, for tests."""

from __future__ import annotations

from itertools import count
from typing import Any

BOT = {"id": 700, "is_bot": True, "first_name": "Intake", "username": "IntakeBot"}
CLIENT = 5_000_000_001
numbers = count(1)


def person(chat_id: int = CLIENT, **more: Any) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": "Pat", "language_code": "en-US", **more}


def private(chat_id: int = CLIENT) -> dict[str, Any]:
    return {"id": chat_id, "type": "private", "first_name": "Pat"}


def group(chat_id: int = -100_500) -> dict[str, Any]:
    return {"id": chat_id, "type": "supergroup", "title": "Staff"}


def message(chat_id: int = CLIENT, message_id: int | None = None, **content: Any) -> dict[str, Any]:
    number = next(numbers)
    sender = content.pop("sender", person(chat_id))
    body = {"message_id": message_id or number, "date": 1_790_000_000, "chat": private(chat_id)}
    return {"update_id": number, "message": {**body, "from": sender, **content}}


def text(words: str, chat_id: int = CLIENT, **more: Any) -> dict[str, Any]:
    if words.startswith("/") and "entities" not in more:
        more["entities"] = [{"type": "bot_command", "offset": 0, "length": len(words.split()[0])}]
    return message(chat_id, text=words, **more)


def edit(words: str, message_id: int, chat_id: int = CLIENT) -> dict[str, Any]:
    update = message(chat_id, message_id=message_id, text=words, edit_date=1_790_000_100)
    return {"update_id": update["update_id"], "edited_message": update["message"]}


def tap(data: str, chat_id: int = CLIENT, *, label: str = "Yes", message_id: int = 77, **more: Any) -> dict[str, Any]:
    number = next(numbers)
    markup = {"inline_keyboard": [[{"text": "Other", "callback_data": "x"}, {"text": label, "callback_data": data}]]}
    shown = {"message_id": message_id, "date": 1_790_000_000, "chat": private(chat_id), "from": BOT, "text": "?"}
    query = {"id": str(number), "from": person(chat_id), "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": {**query, "message": {**shown, "reply_markup": markup}, **more}}


def membership(status: str, chat: dict[str, Any] | None = None, before: str = "member") -> dict[str, Any]:
    chat = chat or private()
    change = {"chat": chat, "from": person(), "date": 1_790_000_000}
    old, new = {"user": BOT, **_standing(before)}, {"user": BOT, **_standing(status)}
    return {"update_id": next(numbers), "my_chat_member": {**change, "old_chat_member": old, "new_chat_member": new}}


RIGHTS = {
    "administrator": (
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
        "can_edit_stories", "can_delete_stories",
    ),
    "restricted": (
        "is_member", "can_change_info", "can_invite_users", "can_pin_messages", "can_send_messages", "can_send_polls",
        "can_send_other_messages", "can_add_web_page_previews", "can_manage_topics", "can_send_audios",
        "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
        "can_edit_tag", "can_react_to_messages",
    ),
}  # fmt: skip


def _standing(status: str) -> dict[str, Any]:
    until = {"until_date": 0} if status in {"kicked", "restricted"} else {}
    return {"status": status, **until, **dict.fromkeys(RIGHTS.get(status, ()), False)}
