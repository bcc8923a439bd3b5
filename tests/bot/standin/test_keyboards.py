"""Keyboards are checked button by button."""

from __future__ import annotations

from typing import Any

import pytest

from bot.standin.keyboards import read_markup
from bot.standin.refusal import Refused


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def test_no_markup_is_empty() -> None:
    assert read_markup(None, private=True) == {}


def test_empty_rows_are_dropped() -> None:
    button = {"text": "Yes", "callback_data": "y"}
    assert read_markup({"inline_keyboard": [[], [button]]}, private=True) == {"inline_keyboard": [[button]]}


def test_data_may_be_64_bytes_long() -> None:
    button = {"text": "Yes", "callback_data": "\u00e9" * 32}
    assert read_markup(inline(button), private=True) == {"inline_keyboard": [[button]]}


def test_reply_buttons_may_be_bare_strings() -> None:
    assert read_markup({"keyboard": [["Yes"]], "resize_keyboard": True}, private=True) == {
        "keyboard": [[{"text": "Yes"}]],
        "resize_keyboard": True,
    }


def test_a_contact_button_stays_one() -> None:
    read = read_markup({"keyboard": [[{"text": "Share", "request_contact": True}]]}, private=True)
    assert read["keyboard"] == [[{"text": "Share", "request_contact": True}]]


def test_removing_and_forcing_are_understood() -> None:
    assert read_markup({"remove_keyboard": True}, private=True) == {"remove_keyboard": True}
    assert read_markup({"force_reply": True}, private=True) == {"force_reply": True}


def test_a_web_button_needs_no_data() -> None:
    button = {"text": "Site", "url": "https://x.test"}
    assert read_markup(inline(button), private=True) == {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"inline_keyboard": [{"text": "x"}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        (inline("x"), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (inline({"callback_data": "x"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (inline({"text": " ", "callback_data": "x"}), "inline keyboard button text must be non-empty"),
        (
            inline({"text": "x", "callback_data": ""}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (inline({"text": "x", "callback_data": "\u00e9" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "callback_data": 7}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "x", "url": "x.test"}),
            "inline keyboard button URL 'x.test' is invalid: Unsupported URL protocol",
        ),
        (inline(*[{"text": "x", "callback_data": "x"}] * 101), "reply markup is too long"),
        ({"keyboard": [[7]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"keyboard": [[{}]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
    ],
)
def test_what_telegram_refuses_is_refused(markup: Any, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        read_markup(markup, private=True)
    assert refused.value.description == f"Bad Request: {complaint}"


def test_a_contact_cannot_be_asked_for_in_a_group() -> None:
    with pytest.raises(Refused, match="private chats only"):
        read_markup({"keyboard": [[{"text": "Share", "request_contact": True}]]}, private=False)
