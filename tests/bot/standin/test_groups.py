"""A group: who is in it, and what a bot hears there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin.groups import Seat
from bot.standin.phone import NotPossible

if TYPE_CHECKING:
    from bot.standin.cloud import Cloud
    from bot.standin.phone import Phone


@pytest.fixture
def seat(cloud: Cloud, ana: Phone) -> Seat:
    return Seat(ana, cloud.add_group("Skin talk"))


def told(seat: Seat) -> list[dict[str, Any]]:
    waiting, seat.phone.bot.feed.waiting = seat.phone.bot.feed.waiting, []
    return [update for _, update in waiting]


def test_a_bot_learns_that_it_was_added_and_thrown_out(seat: Seat) -> None:
    seat.add_bot()
    added, notice = told(seat)
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert added["my_chat_member"]["chat"] == {"id": seat.group.id, "title": "Skin talk", "type": "supergroup"}
    assert notice["message"]["new_chat_members"][0]["is_bot"]
    seat.remove_bot()
    (removed,) = told(seat)
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"


def test_a_bot_outside_hears_nothing(seat: Seat) -> None:
    seat.join()
    seat.write("/start")
    assert told(seat) == []


def test_a_private_bot_hears_commands_and_its_name(seat: Seat) -> None:
    seat.add_bot()
    told(seat)
    for text in ("hello", "/start", "hey @purone_bot"):
        seat.write(text)
    assert [update["message"]["text"] for update in told(seat)] == ["/start", "hey @purone_bot"]


def test_a_bot_without_privacy_hears_all(seat: Seat) -> None:
    seat.phone.bot.reads_groups = True
    seat.add_bot()
    seat.join()
    told(seat)
    seat.write("hello")
    (heard,) = told(seat)
    assert heard["message"]["chat"]["id"] == seat.group.id < 0
    assert heard["message"]["from"]["first_name"] == "Ana"


def test_a_button_that_is_not_there_cannot_be_tapped(seat: Seat) -> None:
    with pytest.raises(NotPossible):
        seat.tap(1, "y")
