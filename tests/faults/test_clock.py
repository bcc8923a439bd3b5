"""A clock that is set, and the two nights of the year that have an hour too few or too many."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine

from flows.model import Interval
from tests.bot.running import a_cloud, program
from tests.faults.resting import heard, is_at_rest

if TYPE_CHECKING:
    from tests.bot.room import Room
    from tests.journeys.clinic import Clinic

NOON = datetime(2026, 11, 4, 18, 0, tzinfo=UTC)
AFTER_TRETINOIN = timedelta(days=6)
FORWARD, BACK, AN_HOUR_BACK = timedelta(days=1), timedelta(days=-1), timedelta(hours=-1)
SETS = pytest.mark.parametrize("by", [FORWARD, BACK, AN_HOUR_BACK], ids=["a day on", "a day back", "an hour back"])


@SETS
async def test_a_clock_that_is_set_holds_up_nothing_and_keeps_the_order(room: Room, by: timedelta) -> None:
    cloud, phone = a_cloud()
    with time_machine.travel(NOON, tick=True) as clock:
        async with program(room, cloud, phone) as running:
            phone.send("a")
            await running.until(lambda: heard(room) == ["a"] and is_at_rest(room))
            cloud.faults.flood(2, method="sendMessage")
            phone.send("b")
            await running.until(lambda: not cloud.faults.planned)
            clock.shift(by)
            phone.send("c")
            await running.until(lambda: heard(room) == ["a", "b", "c"] and is_at_rest(room))
            assert running.said == [room.words("nudge")] * 3


@pytest.mark.parametrize("by", [BACK, AN_HOUR_BACK], ids=["a day back", "an hour back"])
async def test_a_clock_that_is_set_back_between_two_runs_holds_up_nothing(room: Room, by: timedelta) -> None:
    cloud, phone = a_cloud()
    with time_machine.travel(NOON, tick=True) as clock:
        async with program(room, cloud, phone) as running:
            cloud.faults.flood(50, method="sendMessage")
            phone.send("a")
            await running.until(lambda: heard(room) == ["a"] and not cloud.faults.planned)
        clock.shift(by)
        async with program(room, cloud, phone) as running:
            await running.until(lambda: is_at_rest(room))
            assert running.said == [room.words("nudge")]


@SETS
async def test_a_clock_that_is_set_nudges_nobody_twice(clinic: Clinic, by: timedelta) -> None:
    ana = clinic.client()
    await ana.fills_in(until="goals")
    clinic.clock.now += by
    await clinic.work()
    await clinic.sleep(days=1, hours=2)
    clinic.clock.now -= by
    await clinic.work()
    await clinic.sleep(days=2)
    assert ana.times_seen("nudge") == 1
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


@pytest.mark.parametrize(
    ("moment", "yesterday"),
    [
        (datetime(2026, 3, 8, 7, 30, tzinfo=UTC), date(2026, 3, 7)),  # 1:30 in the morning, before the hour is left out
        (datetime(2026, 3, 8, 8, 30, tzinfo=UTC), date(2026, 3, 7)),  # 3:30, half an hour later by the wall
        (datetime(2026, 3, 9, 4, 30, tzinfo=UTC), date(2026, 3, 7)),  # 23:30 of the day of 23 hours
        (datetime(2026, 3, 9, 5, 30, tzinfo=UTC), date(2026, 3, 8)),  # 0:30 of the next
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), date(2026, 10, 31)),  # 1:30 for the first time
        (datetime(2026, 11, 1, 7, 30, tzinfo=UTC), date(2026, 10, 31)),  # 1:30 for the second time
        (datetime(2026, 11, 2, 5, 30, tzinfo=UTC), date(2026, 10, 31)),  # 23:30 of the day of 25 hours
        (datetime(2026, 11, 2, 6, 30, tzinfo=UTC), date(2026, 11, 1)),  # 0:30 of the next
        (datetime(2028, 3, 1, 18, 0, tzinfo=UTC), date(2028, 2, 29)),  # a leap day
        (datetime(2028, 2, 29, 18, 0, tzinfo=UTC), date(2028, 2, 28)),
    ],
)
async def test_yesterday_is_the_clinics_whatever_the_night_was_like(
    clinic: Clinic, moment: datetime, yesterday: date
) -> None:
    ana = clinic.client()
    clinic.clock.now = moment
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await ana.taps("day-yesterday")
    given = ana.given["retinoid_last"]
    assert isinstance(given, Interval)
    assert (given.earliest, given.latest) == (yesterday, yesterday)
    await ana.gets_a_plan()
    assert ana.plan.earliest == yesterday + AFTER_TRETINOIN


@pytest.mark.parametrize("moment", [datetime(2026, 3, 7, 23, 0, tzinfo=UTC), datetime(2026, 10, 31, 23, 0, tzinfo=UTC)])
async def test_a_nudge_comes_after_as_many_hours_as_have_passed(clinic: Clinic, moment: datetime) -> None:
    ana = clinic.client()
    clinic.clock.now = moment
    await ana.fills_in(until="goals")
    await clinic.sleep(hours=clinic.flow.clinic.nudge_hours, minutes=-1)
    assert ana.times_seen("nudge") == 0
    await clinic.sleep(minutes=2)
    assert ana.times_seen("nudge") == 1
