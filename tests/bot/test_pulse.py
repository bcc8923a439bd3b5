"""The pulse: what is silent for too long is noticed, and what is at an end is not missed."""

from __future__ import annotations

import pytest

from bot.pulse import PATIENCE, Pulse


class Seconds:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


def test_what_never_beat_is_not_missed(clock: Seconds) -> None:
    assert Pulse(clock).silent() == ()


def test_a_part_is_missed_once_its_time_is_over(clock: Seconds) -> None:
    pulse = Pulse(clock)
    pulse.beat("scribe")
    pulse.beat("poll", within=10)
    clock.now += 10
    assert pulse.silent() == ()
    clock.now += 1
    assert pulse.silent() == ("poll",)
    clock.now += PATIENCE
    assert pulse.silent() == ("poll", "scribe")


def test_a_part_that_beats_again_is_back(clock: Seconds) -> None:
    pulse = Pulse(clock)
    pulse.beat("poll", within=10)
    clock.now += 11
    pulse.beat("poll", within=10)
    assert pulse.silent() == ()


def test_a_part_that_is_at_an_end_is_not_missed(clock: Seconds) -> None:
    pulse = Pulse(clock)
    pulse.beat("poll", within=10)
    pulse.end("poll")
    pulse.end("never there")
    clock.now += 11
    assert pulse.silent() == ()


def test_nobody_is_missed_while_what_they_wait_for_is_away(clock: Seconds) -> None:
    pulse = Pulse(clock)
    pulse.beat("turns", within=10)
    pulse.beat("poll", within=PATIENCE * 2)
    clock.now += 11
    pulse.excuse()
    assert pulse.silent() == ()
    clock.now += PATIENCE + 1
    assert pulse.silent() == ("turns",)
