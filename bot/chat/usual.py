"""Reads the Updates that nearly all are, a tap and a text of a client's, without the library: a tenth of the work.

Only one whose every field is known and of its kind is read here; all others are left to the library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.chat.arrival import Arrival, Place, tapped
from bot.chat.checked import plain, whole
from flows.model import Typed

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT: Final = {"update_id": int, "message": dict}
SAID: Final = {"message_id": int, "date": int, "chat": dict, "from": dict, "text": str}
TAP: Final = {"update_id": int, "callback_query": dict}
QUERY: Final = {"id": str, "from": dict, "message": dict, "chat_instance": str, "data": str}
SHOWN: Final = {**SAID, "reply_markup": dict}
SHOWN_MAY: Final = {"edit_date": int, "entities": list, "link_preview_options": dict}
CHAT: Final = {"id": int, "type": str}
CHAT_MAY: Final = {"first_name": str, "last_name": str, "username": str}
PERSON: Final = {"id": int, "is_bot": bool, "first_name": str}
PERSON_MAY: Final = {
    "last_name": str,
    "username": str,
    "language_code": str,
    "is_premium": bool,
    "added_to_attachment_menu": bool,
}
KEYBOARD: Final = {"inline_keyboard": list}
BUTTON: Final = {"text": str, "callback_data": str}
ENTITY: Final = {"type": str, "offset": int, "length": int}
PREVIEW_MAY: Final = {"is_disabled": bool}
NOTHING: Final[dict[str, type]] = {}
LATEST: Final = 2**32
"""Seconds; whatever is dated later is left to the library."""


def usual(update: Mapping[str, Any]) -> Arrival | None:
    """What a plain text or a tap in a client's chat means; None for everything else. Raises Unreadable."""
    if _fits(update, TEXT):
        return _text(update["message"])
    if _fits(update, TAP):
        return _tap(update["callback_query"])
    return None


def _text(message: dict[str, Any]) -> Arrival | None:
    if not (_fits(message, SAID) and _is_private(message) and message["text"]) or message["from"]["is_bot"]:
        return None
    text, sender = plain(message["text"]), message["from"]
    given = Typed(text, whole(message["message_id"]))
    chat_id, language = whole(message["chat"]["id"]), sender.get("language_code")
    return Arrival(chat_id, Place.PRIVATE, given, language=_language(language), said=text, sender=whole(sender["id"]))


def _tap(query: dict[str, Any]) -> Arrival | None:
    if not (_fits(query, QUERY) and _is_person(query["from"])):
        return None
    message = query["message"]
    if not (_fits(message, SHOWN, SHOWN_MAY) and _is_private(message) and _is_shown(message)):
        return None
    given = tapped(plain(query["data"]), whole(message["message_id"]))
    chat_id, language = whole(message["chat"]["id"]), query["from"].get("language_code")
    return Arrival(chat_id, Place.PRIVATE, given, plain(query["id"]), _language(language), said=_label(query))


def _language(code: str | None) -> str | None:
    return plain(code) if code else None


def _label(query: dict[str, Any]) -> str:
    rows = query["message"]["reply_markup"]["inline_keyboard"]
    texts = (button["text"] for row in rows for button in row if button["callback_data"] == query["data"])
    return plain(next(texts, "[button]"))


def _is_private(message: dict[str, Any]) -> bool:
    chat = message["chat"]
    dated = 0 < message["date"] < LATEST and 0 < message.get("edit_date", 1) < LATEST
    return dated and _fits(chat, CHAT, CHAT_MAY) and chat["type"] == "private" and _is_person(message["from"])


def _is_person(sender: dict[str, Any]) -> bool:
    return _fits(sender, PERSON, PERSON_MAY)


def _is_shown(message: dict[str, Any]) -> bool:
    """Whether what hangs on a message with buttons is of the usual kind as well."""
    if not (
        _fits(message["reply_markup"], KEYBOARD)
        and _fits(message.get("link_preview_options", {}), NOTHING, PREVIEW_MAY)
    ):
        return False
    rows = message["reply_markup"]["inline_keyboard"]
    buttons = all(type(row) is list and all(_fits(button, BUTTON) for button in row) for row in rows)
    return buttons and all(_fits(entity, ENTITY) for entity in message.get("entities", ()))


def _fits(value: Any, needed: Mapping[str, type], may: Mapping[str, type] = NOTHING) -> bool:
    """Whether it holds all that is needed, nothing but what may be there, and each of its very kind."""
    if type(value) is not dict or not needed.keys() <= value.keys():
        return False
    return all(type(each) is (needed.get(key) or may.get(key)) for key, each in value.items())
