"""Rendering Replies: what the Bot API is asked to do, within its limits."""

from __future__ import annotations

import pytest

from bot.chat.render import Message, Renderer, shorten, split
from flows.model import Button, Card, Intake, Keyboard, Phrase, Reply
from storage.outbox import File
from tests.bot.updates import CLIENT


class Keys:
    """Says every phrase as its key, or as the text it is given."""

    def say(self, phrase: Phrase, language: str) -> str:
        return str(phrase.values.get("text", f"{language}:{phrase.key}"))


INTAKE = Intake(case="K7F3QX", round=4)
YES_NO = ((Button(Phrase("yes"), "yes"), Button(Phrase("no"), "no")),)
MARKUP = {
    "inline_keyboard": [
        [{"text": "en:yes", "callback_data": "K7F3QX.4.yes"}, {"text": "en:no", "callback_data": "K7F3QX.4.no"}]
    ]
}


def render(*replies: Reply, callback_id: str | None = None, record: File | None = None) -> list[Message]:
    return Renderer(Keys(), CLIENT, INTAKE, record).messages(replies, callback_id)


def long(paragraph: str, times: int) -> Phrase:
    return Phrase("long", {"text": paragraph * times})


def test_phrases_are_joined_by_a_blank_line_as_plain_text() -> None:
    (message,) = render(Reply((Phrase("a"), Phrase("b"))))
    assert message.method == "sendMessage"
    assert message.params["text"] == message.text == "en:a\n\nen:b"
    assert message.params["chat_id"] == CLIENT
    assert message.params["link_preview_options"] == {"is_disabled": True}
    assert not {"parse_mode", "reply_markup"} & set(message.params)


def test_a_button_carries_case_round_and_choice() -> None:
    (message,) = render(Reply((Phrase("a"),), buttons=YES_NO))
    assert message.params["reply_markup"] == MARKUP
    assert message.buttons == [["en:yes", "en:no"]]


def test_a_button_over_telegrams_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        render(Reply((Phrase("a"),), buttons=((Button(Phrase("b"), "ü" * 30),),)))


def test_a_tap_is_answered_first_and_once_even_when_nothing_is_said() -> None:
    assert render(callback_id="c1") == [Message("answerCallbackQuery", {"callback_query_id": "c1"})]
    first, second = render(Reply((Phrase("a"),)), Reply((Phrase("t"),), toast=True), callback_id="c1")
    assert first.params == {"callback_query_id": "c1", "text": "en:t"}
    assert second.method == "sendMessage"


def test_two_toasts_answer_a_tap_once() -> None:
    toast = Reply((Phrase("t"),), toast=True)
    (answer,) = render(toast, toast, callback_id="c1")
    assert answer.params["text"] == "en:t\nen:t"


def test_a_toast_is_cut_to_what_fits() -> None:
    (answer,) = render(Reply((long("word ", 100),), toast=True), callback_id="c1")
    assert len(str(answer.params["text"])) <= 200
    assert str(answer.params["text"]).endswith("word…")


def test_a_toast_without_a_tap_is_said_as_a_message() -> None:
    (message,) = render(Reply((Phrase("t"),), toast=True))
    assert (message.method, message.text) == ("sendMessage", "en:t")


def test_changing_a_message_without_words_changes_its_buttons_alone() -> None:
    (message,) = render(Reply(onto=31, buttons=YES_NO))
    assert message == Message(
        "editMessageReplyMarkup",
        {"chat_id": CLIENT, "message_id": 31, "reply_markup": MARKUP},
        buttons=[["en:yes", "en:no"]],
    )


def test_changing_a_message_with_words_changes_its_text_and_takes_its_old_buttons_away() -> None:
    (message,) = render(Reply((Phrase("a"),), onto=31))
    assert message.method == "editMessageText"
    assert message.params["message_id"] == 31
    assert message.params["reply_markup"] == {"inline_keyboard": []}


def test_a_change_that_grew_too_long_goes_on_in_a_message_of_its_own() -> None:
    first, second = render(Reply((long("word " * 200 + "\n\n", 8),), buttons=YES_NO, onto=31))
    assert (first.method, second.method) == ("editMessageText", "sendMessage")
    assert "reply_markup" not in first.params
    assert second.params["reply_markup"] == MARKUP


def test_a_long_text_is_split_between_paragraphs_with_the_buttons_at_the_end() -> None:
    first, second = render(Reply((long("word " * 200 + "\n\n", 8),), buttons=YES_NO))
    assert first.text.endswith("word")
    assert second.text.startswith("word")
    assert "reply_markup" not in first.params
    assert second.params["reply_markup"] == MARKUP


@pytest.mark.parametrize("text", ["x" * 9000, "🌵" * 5000, ("line " * 30 + "\n") * 60, "a\n\n" * 4000])
def test_no_part_is_longer_than_telegram_takes_and_none_is_lost(text: str) -> None:
    parts = split(text)
    assert all(0 < len(part.encode("utf-16-le")) <= 2 * 4096 for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_that_fits_is_left_alone() -> None:
    assert split(" x\n") == [" x\n"]
    assert shorten("x" * 200, 200) == "x" * 200


def test_a_contact_card_dials() -> None:
    (message,) = render(Reply(card=Card("Courtney", "+13149607619")))
    assert message.method == "sendContact"
    assert message.params == {"chat_id": CLIENT, "phone_number": "+13149607619", "first_name": "Courtney"}
    assert message.text == "Courtney +13149607619"


def test_words_with_a_card_come_before_it_and_keep_the_buttons() -> None:
    words, card = render(Reply((Phrase("a"),), buttons=YES_NO, card=Card("Courtney", "+1")))
    assert words.params["reply_markup"] == MARKUP
    assert "reply_markup" not in card.params


def test_the_keyboard_for_sharing_a_contact_asks_for_it_once() -> None:
    (message,) = render(Reply((Phrase("a"),), keyboard=Keyboard.SHARE_CONTACT))
    button = {"text": "en:button-share_contact", "request_contact": True}
    assert message.params["reply_markup"] == {
        "keyboard": [[button]], "one_time_keyboard": True, "resize_keyboard": True,
    }  # fmt: skip
    assert message.buttons == [["en:button-share_contact"]]


def test_the_keyboard_can_be_taken_away() -> None:
    (message,) = render(Reply((Phrase("a"),), keyboard=Keyboard.REMOVE))
    assert message.params["reply_markup"] == {"remove_keyboard": True}


def test_the_clients_record_goes_along_as_a_document() -> None:
    record = File("my-intake-K7F3QX.json", "{}")
    (message,) = render(Reply((Phrase("a"),), file=True, buttons=YES_NO), record=record)
    assert (message.method, message.file) == ("sendDocument", record)
    assert message.params == {"chat_id": CLIENT, "caption": "en:a", "reply_markup": MARKUP}
    assert message.text == "en:a\n[my-intake-K7F3QX.json]"


def test_a_caption_that_is_too_long_goes_on_below_the_document() -> None:
    document, rest = render(Reply((long("word ", 300),), file=True, buttons=YES_NO), record=File("r.json", "{}"))
    assert len(str(document.params["caption"])) <= 1024
    assert rest.params["reply_markup"] == MARKUP


def test_a_reply_with_nothing_in_it_says_nothing() -> None:
    assert render(Reply()) == []


def test_each_message_is_said_by_whoever_says_the_reply() -> None:
    messages = render(Reply((Phrase("a"),)), Reply((long("word ", 1000),), speaker="staff"), Reply((Phrase("b"),)))
    assert [message.speaker for message in messages] == ["bot", "staff", "staff", "bot"]
