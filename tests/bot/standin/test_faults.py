"""Faults strike the call they were ordered for."""

from __future__ import annotations

import pytest

from bot.standin.faults import Cut, Faults
from bot.standin.params import Params


def struck(faults: Faults, *calls: tuple[str, int]) -> list[bool]:
    return [faults.strike(method, Params({"chat_id": chat_id}, {})) is not None for method, chat_id in calls]


@pytest.fixture
def faults() -> Faults:
    return Faults()


def test_a_fault_strikes_once_and_any_call(faults: Faults) -> None:
    faults.refuse(500, "x")
    assert struck(faults, ("getMe", 1), ("getMe", 1)) == [True, False]


def test_a_fault_waits_for_its_method_and_chat(faults: Faults) -> None:
    faults.flood(3, method="sendMessage", chat_id=2)
    assert struck(faults, ("getMe", 2), ("sendMessage", 1), ("sendmessage", 2)) == [False, False, True]


def test_the_nth_call_is_counted_among_those_that_match(faults: Faults) -> None:
    faults.hang_up(Cut.AFTER, method="sendMessage", nth=2, times=2)
    calls = [("sendMessage", 1), ("getMe", 1), ("sendMessage", 1), ("sendMessage", 1), ("sendMessage", 1)]
    assert struck(faults, *calls) == [False, False, True, True, False]


def test_faults_strike_in_the_order_they_were_ordered(faults: Faults) -> None:
    slow, garbled = faults.slow(1), faults.garble()
    assert faults.strike("getMe", Params({}, {})) is slow
    assert faults.strike("getMe", Params({}, {})) is garbled


def test_faults_can_be_called_off(faults: Faults) -> None:
    faults.garble()
    faults.clear()
    assert struck(faults, ("getMe", 1)) == [False]


def test_a_refusal_may_carry_parameters(faults: Faults) -> None:
    fault = faults.refuse(400, "moved", parameters={"migrate_to_chat_id": -100})
    assert fault.refusal is not None
    assert fault.refusal.as_json()["parameters"] == {"migrate_to_chat_id": -100}


def test_a_refusal_may_come_after_the_effect(faults: Faults) -> None:
    assert faults.refuse(504, "x", late=True).late
    assert not faults.refuse(504, "x").late
