"""Reading Updates: every kind Telegram sends, and what Telegram never would."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.chat.checked import Unreadable
from bot.chat.read import MEDIA, Arrival, Place, read
from flows.model import CameBack, Command, ContactShared, Edited, MediaSent, Tapped, Typed
from tests.bot.updates import BOT, CLIENT, edit, group, membership, message, person, private, tap, text

FILE = {"file_id": "a", "file_unique_id": "b"}
SIZED = {**FILE, "width": 1, "height": 1}
WHERE = {"latitude": 38.6, "longitude": -90.2}
SENT: dict[str, dict[str, Any]] = {
    "photo": {"photo": [SIZED]},
    "voice": {"voice": {**FILE, "duration": 3}},
    "video": {"video": {**SIZED, "duration": 3}},
    "video_note": {"video_note": {**FILE, "length": 1, "duration": 3}},
    "audio": {"audio": {**FILE, "duration": 3}},
    "document": {"document": FILE},
    "animation": {"animation": {**SIZED, "duration": 1}, "document": FILE},
    "sticker": {"sticker": {**SIZED, "is_animated": False, "is_video": False, "type": "regular"}},
    "location": {"location": WHERE},
    "venue": {"venue": {"location": WHERE, "title": "t", "address": "a"}, "location": WHERE},
    "dice": {"dice": {"value": 3, "emoji": "🎲"}},
}
SERVICE: dict[str, dict[str, Any]] = {
    "pinned": {"pinned_message": {"message_id": 1, "date": 0, "chat": private()}},
    "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "write access": {"write_access_allowed": {}},
    "payment": {
        "successful_payment": {
            "currency": "USD", "total_amount": 1, "invoice_payload": "p",
            "telegram_payment_charge_id": "t", "provider_payment_charge_id": "q",
        }
    },
}  # fmt: skip


def test_a_text_is_what_was_typed() -> None:
    arrival = read(text("tretinoin  0.05%", message_id=9))
    assert arrival == Arrival(
        CLIENT, Place.PRIVATE, Typed("tretinoin  0.05%", 9), language="en-US", said="tretinoin  0.05%", sender=CLIENT
    )


@pytest.mark.parametrize(
    ("words", "name", "argument"),
    [
        ("/start", "start", ""),
        ("/start spring-offer", "start", "spring-offer"),
        ("/Help@IntakeBot", "help", ""),
        ("/back  please ", "back", "please"),
    ],
)
def test_a_command_is_read_with_what_stands_behind_it(words: str, name: str, argument: str) -> None:
    arrival = read(text(words, message_id=4), "IntakeBot")
    assert arrival.given == Command(name, argument, 4)
    assert arrival.said == words


def test_a_slash_in_the_middle_is_no_command() -> None:
    entity = {"type": "bot_command", "offset": 4, "length": 5}
    assert read(text("see /help", entities=[entity], message_id=4)).given == Typed("see /help", 4)


def test_a_tap_says_which_prompt_it_was_made_for_and_what_stood_on_the_button() -> None:
    arrival = read(tap("K7F3QX.12.18_to_21", label="18–21", message_id=31))
    assert arrival.given == Tapped("K7F3QX", 12, "18_to_21", 31)
    assert arrival.said == "18–21"
    assert arrival.callback_id is not None


def test_a_choice_may_hold_dots() -> None:
    assert read(tap("K7F3QX.1.day.2026-11-02", message_id=3)).given == Tapped("K7F3QX", 1, "day.2026-11-02", 3)


@pytest.mark.parametrize(
    "data", ["", "yes", "K7F3QX.yes", "K7F3QX.-1.yes", "K7F3QX.².yes", "..", "K.1.", "K.1" + "0" * 30 + ".a"]
)
def test_callback_data_that_is_not_ours_has_no_case(data: str) -> None:
    assert read(tap(data, message_id=5)).given == Tapped("", 0, "", 5)


def test_a_tap_on_a_message_that_telegram_no_longer_shows_is_still_a_tap() -> None:
    gone: dict[str, Any] = {"message_id": 5, "date": 0, "chat": private()}
    arrival = read(tap("K7F3QX.1.yes", message=gone))
    assert arrival.given == Tapped("K7F3QX", 1, "yes", 5)
    assert arrival.said == "[button]"


def test_a_tap_without_a_message_is_only_to_be_answered() -> None:
    update = tap("K7F3QX.1.yes")
    del update["callback_query"]["message"]
    arrival = read(update)
    assert (arrival.chat_id, arrival.place, arrival.given) == (CLIENT, Place.OTHER, None)
    assert arrival.callback_id is not None


def test_an_edited_text_is_an_edit() -> None:
    assert read(edit("Nov 3", 9)).given == Edited("Nov 3", 9)


def test_an_edit_of_something_that_is_no_text_is_let_pass() -> None:
    update = {"update_id": 1, "edited_message": message(photo=[SIZED], caption="x")["message"]}
    assert read(update).given is None


@pytest.mark.parametrize(("user_id", "own"), [(CLIENT, True), (CLIENT + 1, False), (None, False)])
def test_a_contact_is_the_senders_own_only_with_the_senders_id(user_id: int | None, own: bool) -> None:
    contact = {"phone_number": "+13145550100", "first_name": "Pat", "user_id": user_id}
    arrival = read(message(contact=contact, message_id=6))
    assert arrival.given == ContactShared("+13145550100", own, 6)
    assert arrival.said == "[contact] +13145550100"


@pytest.mark.parametrize("what", SENT)
def test_media_are_named_and_never_opened(what: str) -> None:
    arrival = read(message(CLIENT, 8, media_group_id="44", caption="look", **SENT[what]))
    assert arrival.given == MediaSent(what, "44", 8, "look")
    assert arrival.said == f"[{what}] look"


def test_a_kind_of_message_nobody_knows_yet_is_media_too() -> None:
    arrival = read(message(message_id=8, hologram={"depth": 3}))
    assert arrival.given == MediaSent("other", None, 8)


def test_every_medium_we_name_is_one_that_the_library_knows() -> None:
    known = read.__globals__["Message"].__slots__
    assert set(MEDIA) <= set(known)


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("content", SERVICE.values(), ids=SERVICE)
def test_service_messages_are_let_pass(content: dict[str, Any]) -> None:
    arrival = read(message(**content))
    assert (arrival.place, arrival.given) == (Place.OTHER, None)


def test_an_empty_text_and_another_bot_are_let_pass() -> None:
    assert read(message(text="")).given is None
    assert read(message(text="hi", sender=BOT)).given is None


def test_blocking_and_coming_back() -> None:
    gone = read(membership("kicked"))
    assert (gone.place, gone.blocked, gone.given) == (Place.MEMBERSHIP, True, None)
    back = read(membership("member", before="kicked"))
    assert (back.place, back.blocked, back.given) == (Place.MEMBERSHIP, False, CameBack())


@pytest.mark.parametrize("status", ["member", "administrator"])
def test_being_added_to_a_group_is_elsewhere(status: str) -> None:
    arrival = read(membership(status, group(), before="left"))
    assert (arrival.place, arrival.given, arrival.blocked) == (Place.ELSEWHERE, None, False)


def test_being_thrown_out_of_a_group_closes_it() -> None:
    assert read(membership("left", group())).blocked is True


def test_fewer_rights_in_a_group_are_no_news() -> None:
    assert read(membership("restricted", group())) == Arrival(-100_500, Place.OTHER)


@pytest.mark.parametrize(
    ("words", "kind", "length", "place"),
    [
        ("/start", "bot_command", 6, Place.ELSEWHERE),
        ("/start@IntakeBot", "bot_command", 16, Place.ELSEWHERE),
        ("/start@OtherBot", "bot_command", 15, Place.OTHER),
        ("@intakebot hi", "mention", 10, Place.ELSEWHERE),
        ("@somebody hi", "mention", 9, Place.OTHER),
        ("good morning", "bold", 4, Place.OTHER),
    ],
)
def test_in_a_group_we_listen_only_when_addressed(words: str, kind: str, length: int, place: Place) -> None:
    entity = {"type": kind, "offset": 0, "length": length}
    arrival = read(message(text=words, entities=[entity], chat=group()), "IntakeBot")
    assert arrival.place is place
    assert isinstance(arrival.given, Command) is (kind == "bot_command" and place is Place.ELSEWHERE)


def test_of_a_group_only_a_command_to_us_is_heard_and_who_gave_it() -> None:
    arrival = read(text("/Claim@IntakeBot  7F3K2Q ", chat=group(), message_id=9), "IntakeBot")
    assert (arrival.given, arrival.sender) == (Command("claim", "7F3K2Q", 9), CLIENT)
    assert read(text("hello /claim 7F3K2Q", chat=group()), "IntakeBot").given is None
    assert read(text("/claim@OtherBot 7F3K2Q", chat=group()), "IntakeBot").given is None


def test_in_a_group_an_answer_to_us_addresses_us() -> None:
    ours = {"message_id": 1, "date": 0, "chat": group(), "from": BOT}
    theirs = {**ours, "from": person(8)}
    assert read(message(text="ok", chat=group(), reply_to_message=ours), "IntakeBot").place is Place.ELSEWHERE
    assert read(message(text="ok", chat=group(), reply_to_message=theirs), "IntakeBot").place is Place.OTHER


def test_in_a_group_another_bot_is_not_listened_to() -> None:
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    assert read(message(text="/start", entities=[entity], chat=group(), sender=BOT)).place is Place.OTHER


def test_a_tap_in_a_group_is_answered_and_nothing_else() -> None:
    shown: dict[str, Any] = {"message_id": 1, "date": 1, "chat": group(), "from": BOT}
    arrival = read(tap("K7F3QX.1.yes", message=shown))
    assert (arrival.place, arrival.given) == (Place.OTHER, None)
    assert arrival.callback_id is not None


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "hologram": {"a": 1}},
        {"update_id": 1, "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -1, "type": "channel"}}},
        {"update_id": 1, "inline_query": {"id": "1", "from": person(), "query": "x", "offset": ""}},
    ],
)  # fmt: skip
def test_kinds_we_have_no_use_for_are_let_pass(update: dict[str, Any]) -> None:
    assert read(update) == Arrival(None, Place.OTHER)


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"update_id": 1, "message": 5},
        {"update_id": 1, "message": {}},
        {"update_id": 1, "callback_query": {"id": "1"}},
        message(text=["not", "words"]),
        message(text="x", message_id=2**70),
        message(text="x", chat={"id": "7", "type": "private"}),
        message(text="x", chat={"id": True, "type": "private"}),
        message(text="x", date=10**20),
        message(contact={"phone_number": "5"}),
    ],
)
def test_what_telegram_never_sends_is_unreadable(update: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        read(update)


@pytest.mark.parametrize("nonsense", ["[]", '"text"', "7", "null", "[[1]]"])
def test_something_that_is_no_update_at_all_is_unreadable(nonsense: str) -> None:
    with pytest.raises(Unreadable):
        read(json.loads(nonsense))


def test_words_are_made_fit_for_every_database() -> None:
    assert read(text("a\x00b\ud800c", message_id=1)).given == Typed("ab?c", 1)
