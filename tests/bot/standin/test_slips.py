"""Slips in delivering strike the update they were ordered for."""

from __future__ import annotations

from bot.standin.faults import Faults
from bot.standin.slips import Slip


def struck(faults: Faults, *deliveries: tuple[int, int]) -> list[Slip | None]:
    found = [faults.slip(chat_id, waiting) for chat_id, waiting in deliveries]
    return [one.slip if one else None for one in found]


def test_a_slip_strikes_once_and_any_chat() -> None:
    faults = Faults()
    faults.misdeliver(Slip.TWICE)
    assert struck(faults, (1, 1), (1, 1)) == [Slip.TWICE, None]


def test_a_slip_waits_for_its_chat_and_counts_there() -> None:
    faults = Faults()
    faults.misdeliver(Slip.UNHEARD, chat_id=2, nth=2, times=2)
    assert struck(faults, (2, 1), (1, 1), (2, 1), (2, 1), (2, 1)) == [None, None, Slip.UNHEARD, Slip.UNHEARD, None]


def test_a_swap_waits_until_there_are_two() -> None:
    faults = Faults()
    faults.misdeliver(Slip.SWAPPED)
    assert struck(faults, (1, 1), (1, 2), (1, 2)) == [None, Slip.SWAPPED, None]


def test_slips_strike_in_the_order_they_were_ordered_and_can_be_called_off() -> None:
    faults = Faults()
    for slip in (Slip.LATE, Slip.NO_SECRET, Slip.WRONG_SECRET):
        faults.misdeliver(slip)
    assert struck(faults, (1, 1), (1, 1)) == [Slip.LATE, Slip.NO_SECRET]
    faults.clear()
    assert struck(faults, (1, 1)) == [None]
