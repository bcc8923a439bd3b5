"""Reply markup: what Telegram takes as a keyboard, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.standin.refusal import JSON, bad_request

MOST_BUTTONS = 100
LONGEST_DATA = 64
"""Bytes, not characters."""

Reader = Callable[[Any, bool], JSON]


def read_markup(value: Any, private: bool) -> JSON:
    """Check and normalise a reply markup; empty when there is none. `private` says where it will be shown."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if keyboard := _rows(value, "keyboard", _reply_button, private):
        options = ("resize_keyboard", "one_time_keyboard", "is_persistent", "input_field_placeholder")
        return {"keyboard": keyboard, **{key: value[key] for key in options if value.get(key)}}
    if inline := _rows(value, "inline_keyboard", _inline_button, private):
        return {"inline_keyboard": inline}
    return {key: True for key in ("remove_keyboard", "force_reply") if value.get(key)}


def _rows(markup: JSON, field: str, read: Reader, private: bool) -> list[list[JSON]]:
    rows = markup.get(field) or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [[read(button, private) for button in row] for row in rows if row]


def _reply_button(button: Any, private: bool) -> JSON:
    button = {"text": button} if isinstance(button, str) else button
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    if button.get("request_contact") and not private:
        raise bad_request("phone number can be requested in private chats only")
    return {"text": button["text"], **({"request_contact": True} if button.get("request_contact") else {})}


def _inline_button(button: Any, _private: bool) -> JSON:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text, data, url = button.get("text"), button.get("callback_data"), button.get("url")
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if url:
        return {"text": text, "url": _web_address(str(url))}
    if not data:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not isinstance(data, str) or len(data.encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return {"text": text, "callback_data": data}


def _web_address(url: str) -> str:
    if not url.startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    return url
