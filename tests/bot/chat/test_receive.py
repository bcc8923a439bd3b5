"""Receiving: what a poll brings becomes inbox rows, whatever it looks like."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.chat.read import read
from bot.chat.receive import batch, chat_of, thing_of
from tests.bot.updates import CLIENT, edit, group, membership, tap, text


def test_the_offset_is_behind_the_last_update_and_not_behind_the_highest() -> None:
    found = batch([{"update_id": 900}, {"update_id": 901}, {"update_id": 5}])
    assert [arrived.update_id for arrived in found.arrived] == [900, 901, 5]
    assert found.next_offset == 6


def test_an_update_is_kept_to_the_letter() -> None:
    update = text("naïve 🌵 \ud800")
    (arrived,) = batch([update]).arrived
    assert json.loads(arrived.raw) == update
    assert arrived.raw.isascii()


def test_an_update_without_a_usable_id_is_kept_all_the_same() -> None:
    found = batch([{"update_id": 7}, {"update_id": "8"}, 5, {"update_id": True}])
    assert [arrived.update_id for arrived in found.arrived] == [7, 0, 0, 0]
    assert found.next_offset == 8
    assert batch([None]).next_offset is None


def test_nothing_new_confirms_nothing() -> None:
    assert batch([]) == batch([])
    assert batch([]).next_offset is None


def test_an_answer_that_is_no_list_is_a_failed_poll() -> None:
    with pytest.raises(TelegramError):
        batch(True)


@pytest.mark.parametrize("update", [text("x"), edit("x", 4), tap("K.1.yes"), membership("kicked")])
def test_order_is_kept_in_the_chat_that_the_turn_will_act_in(update: dict[str, Any]) -> None:
    assert chat_of(update) == read(update).chat_id == CLIENT


def test_a_group_is_a_chat_too() -> None:
    assert chat_of(text("x", chat=group())) == group()["id"]


@pytest.mark.parametrize(
    "update",
    [{}, 5, {"message": 5}, {"message": {"chat": {"id": "5"}}}, {"message": {"chat": {"id": 2**63}}}, {"poll": {}}],
)
def test_what_has_no_chat_is_ordered_with_nothing(update: object) -> None:
    assert chat_of(update) is None


def test_the_same_thing_has_the_same_name_under_another_number_and_in_other_words() -> None:
    said, tapped = text("x", message_id=4), tap("K.1.yes")
    again = {"update_id": 99, "message": {**said["message"], "from": {"id": CLIENT, "first_name": "Patty"}}}
    assert thing_of(said) == thing_of(again) == f"m:{CLIENT}:4:"
    assert thing_of(tapped) == thing_of({**tapped, "update_id": 99}) == f"c:{tapped['callback_query']['id']}"
    assert batch([said]).arrived[0].about == thing_of(said)


def test_every_edit_has_a_name_of_its_own() -> None:
    first, second = edit("x", 4), edit("x", 4)
    second["edited_message"]["edit_date"] += 1
    assert len({thing_of(text("x", message_id=4)), thing_of(first), thing_of(second)}) == 3


def test_two_edits_within_a_second_are_two() -> None:
    assert thing_of(edit("x", 4)) != thing_of(edit("y", 4))
    assert thing_of(edit("x", 4)) == thing_of(edit("x", 4))


@pytest.mark.parametrize("update", [{}, 5, {"message": {"chat": {"id": 5}}}, {"callback_query": {}}])
def test_what_is_nothing_we_know_has_no_name(update: object) -> None:
    assert thing_of(update) is thing_of(membership("kicked")) is None
