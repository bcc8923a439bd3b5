"""A day on which we could not be reached, with a backlog: who is told to tap again, and who is not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.standin.phone import Phone

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic

NEARLY_A_DAY = timedelta(hours=23)
"""Telegram keeps what is sent to us for a day, and no longer."""


@pytest.fixture
def backlog(request: pytest.FixtureRequest) -> int:
    """A tenth of it: each is a whole Turn of the real form, with its answers sent."""
    count = request.config.getoption("backlog")
    assert isinstance(count, int)
    return count // 10


async def test_after_a_day_with_a_backlog_only_who_may_have_tapped_in_vain_hears_so_and_once(
    clinic: Clinic, backlog: int
) -> None:
    tapped, wrote, done = clinic.client("Ana"), clinic.client("Eva"), clinic.client("Don")
    await done.gets_a_plan()
    await done.finishes()
    await tapped.fills_in(until="goals")
    await wrote.fills_in(until="goals")
    await clinic.finds_nothing()
    await clinic.stop()
    people = [Phone(clinic.cloud, clinic.cloud.add_person(f"New {number}"), clinic.account) for number in range(20)]
    for number in range(backlog):
        people[number % len(people)].send(f"/start {number}" if number < len(people) else "yes")
    wrote.phone.send("acne scars")
    clinic.clock.now += NEARLY_A_DAY
    await clinic.receive()
    await clinic.finds_nothing()
    assert tapped.times_seen("tap-again") == 0, "nobody is told while others still wait"
    await clinic.work()
    for _ in range(3):
        await clinic.finds_nothing()
    assert [each.times_seen("tap-again") for each in (tapped, wrote, done)] == [1, 0, 0]
    again = clinic.wording.say("tap-again")
    assert not [message for phone in people for message in phone.answers if again in message.text]
    assert (wrote.state, tapped.state) == ("area", "goals")
    with clinic.look() as work:
        assert (work.inbox.waiting(), work.inbox.quarantined()) == (0, [])
