"""A clock beside another: how far apart is worth a look, and how far is wrong."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.doctor.on_clock import MUCH, SOME, clock
from tests.bot.doctor.levels import levels
from tests.bot.room import NOW

ZONE = ZoneInfo("America/Chicago")


def test_the_clinics_day_and_zone_are_told() -> None:
    (found,) = clock(NOW, ZONE, {})
    assert "2026-11-04 12:00" in found.says
    assert "America/Chicago" in found.says


@pytest.mark.parametrize(
    ("ahead", "level"),
    [(0, "ok"), (SOME - 1, "ok"), (-SOME, "look"), (MUCH - 1, "look"), (MUCH, "wrong"), (-86_400, "wrong")],
)
def test_two_clocks_may_be_a_little_apart(ahead: float, level: str) -> None:
    assert levels(clock(NOW, ZONE, {"Telegram": ahead})) == ["ok", level]


def test_the_way_in_which_it_is_wrong_is_told() -> None:
    says = [found.says for found in clock(NOW, ZONE, {"Telegram": 400, "the database": -400})]
    assert ("ahead" in says[1], "behind" in says[2]) == (True, True)


def test_who_does_not_tell_the_time_is_worth_a_look() -> None:
    assert levels(clock(NOW, ZONE, {"Telegram": None})) == ["ok", "look"]
