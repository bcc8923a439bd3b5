"""After an outage: who may have tapped in vain hears so, once; who wrote is answered, and nobody else is bothered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flows.model import TakenOver
from storage.marks import Mark

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


async def away(clinic: Clinic, **much: float) -> None:
    """The program is down for so long."""
    await clinic.stop()
    clinic.clock.now += timedelta(**much)


async def back(clinic: Clinic) -> None:
    """The program is there again: it takes what waits, and finds that nothing more does."""
    await clinic.work()
    await clinic.finds_nothing()


async def test_a_tap_that_never_arrived_is_asked_for_again(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await clinic.finds_nothing()
    before, buttons = ana.intake, ana.buttons
    await away(clinic, minutes=1)
    ana.phone.tap(ana.phone.last.message_id, buttons[0])
    clinic.clock.now += timedelta(minutes=9)
    await back(clinic)
    assert ana.times_seen("tap-again") == 1
    assert ana.intake.answers == before.answers
    await ana.answers("no")
    assert ana.state != "retinoid"


async def test_it_is_said_once_for_each_outage(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await clinic.finds_nothing()
    await away(clinic, minutes=10)
    await back(clinic)
    await clinic.restart()
    await clinic.finds_nothing()
    assert ana.times_seen("tap-again") == 1


async def test_who_wrote_meanwhile_is_answered_and_hears_nothing_else(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await clinic.finds_nothing()
    await away(clinic, minutes=10)
    ana.phone.send("no")
    await back(clinic)
    assert ana.state != "retinoid"
    assert ana.times_seen("tap-again") == 0


async def test_nobody_is_told_while_updates_still_wait(clinic: Clinic) -> None:
    ana, ben = clinic.client(), clinic.client("Ben")
    await ana.fills_in(until="retinoid")
    await ben.fills_in(until="retinoid")
    await clinic.finds_nothing()
    await away(clinic, minutes=10)
    ben.phone.send("no")
    await clinic.receive()
    await clinic.finds_nothing()
    with clinic.look() as work:
        assert work.marks.get(Mark.OUTAGE) is not None
    await back(clinic)
    assert (ana.times_seen("tap-again"), ben.times_seen("tap-again")) == (1, 0)


async def test_a_short_restart_is_no_outage(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid")
    await clinic.finds_nothing()
    await away(clinic, seconds=100)
    await back(clinic)
    assert ana.times_seen("tap-again") == 0


async def test_who_was_silent_before_has_finished_or_is_with_the_team_is_left_in_peace(clinic: Clinic) -> None:
    early, done, with_team = clinic.client("Eve"), clinic.client("Don"), clinic.client("Tea")
    await early.fills_in(until="retinoid")
    for _ in range(30):
        clinic.clock.now += timedelta(minutes=2)
        await clinic.finds_nothing()
    await done.gets_a_plan()
    await done.finishes()
    await with_team.fills_in(until="retinoid")
    await clinic.team(with_team, TakenOver())
    await clinic.finds_nothing()
    await away(clinic, minutes=10)
    await back(clinic)
    assert [client.times_seen("tap-again") for client in (early, done, with_team)] == [0, 0, 0]
