"""The hand-off asks how to go on, and a number only of those who want to be called."""

from __future__ import annotations

import pytest

from flows import machine
from flows.booking import HANDOFF
from flows.model import Card
from tests.flows.given import PHONES, Chat


@pytest.mark.parametrize(
    ("choice", "asked"),
    [
        ("i_call", {"next_step"}),
        ("write_here", {"next_step"}),
        ("call_me", {"next_step", "phone", "best_time"}),
    ],
)
def test_a_number_is_asked_only_of_those_who_want_to_be_called(chat: Chat, choice: str, asked: set[str]) -> None:
    chat.fill(until=machine.FINISHED, next_step=f":{choice}")
    assert {question.key for question in HANDOFF} & set(chat.values()) == asked
    assert f"receipt-{choice}" in chat.said


def test_the_hand_off_begins_with_both_contacts_as_text_and_cards(chat: Chat) -> None:
    chat.fill(until="next_step")
    assert all(phone in chat.words for phone in PHONES)
    cards = [reply.card for reply in chat.step.replies if isinstance(reply.card, Card)]
    assert [card.phone for card in cards] == ["+13149607619", "+13149090633"]


@pytest.mark.parametrize("typed", ["314-555-0123", "(314) 555 0123", "+1 314 555 0123"])
def test_a_typed_number_is_understood(chat: Chat, typed: str) -> None:
    chat.fill(until="phone", next_step="please call me").do(typed)
    assert (chat.value("phone"), chat.state) == ("+13145550123", "best_time")


def test_a_number_nobody_can_read_is_kept_word_for_word(chat: Chat) -> None:
    chat.fill(until="phone", next_step=":call_me").say("ask my mum", "really, ask her")
    assert (chat.value("phone"), chat.state) == ("really, ask her", "best_time")
    assert not chat.intake.answers["phone"].understood
