"""A clinic that has lived a little: a database with everything in it that an invariant is about."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.standin.cloud import Cloud
from flows.model import TeamWrote
from storage.database import open_database
from storage.inbox import Arrived
from tests.journeys.clinic import Clinic, Clock
from tests.journeys.wire import Wire
from tests.journeys.wording import Wording

if TYPE_CHECKING:
    from flows.flow import Flow

NAME = "Zenobia Quillaine"


async def live(url: str, flow: Flow) -> None:
    """One who finishes, one who begins anew, one who says no, a minor, one who leaves, one who blocks us."""
    clock = Clock()
    cloud = Cloud(clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.chat.connect.AiohttpRequest", lambda **_: Wire(cloud))
        clinic = Clinic(flow, Wording(flow.words), url, cloud, clock)
        clinic.by = "words"
        await _finish(clinic)
        await _leave(clinic)
        await _go_on(clinic)
        await clinic.stop()
    _left_by_the_team_and_by_telegram(url, clock)


async def _finish(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="note", name=NAME, retinoid="yes", retinoid_product="Differin", retinoid_last="Nov 2")
    await ana.changes(NAME, "Xanthippe")
    await ana.says("yes")
    await ana.says("is there parking behind the house?")
    await ana.gets_a_plan()
    await ana.finishes()


async def _leave(clinic: Clinic) -> None:
    dora = clinic.client("Dora")
    await dora.starts()
    await dora.taps("choice-consent-no_thanks")
    kim = clinic.client("Kim")
    await kim.fills_in(until="area")
    await kim.starts()
    await kim.taps("button-start_over")
    await kim.says("I agree")
    await kim.says("I'm 17")
    eve = clinic.client("Eve")
    await eve.fills_in(until="area")
    await eve.says("/delete")
    await eve.taps("button-delete")


async def _go_on(clinic: Clinic) -> None:
    bea = clinic.client("Bea")
    await bea.fills_in(until="area")
    await bea.starts()
    await bea.taps("button-start_over")
    fay = clinic.client("Fay")
    await fay.fills_in(until="area")
    await clinic.team(fay, TeamWrote("Hello!"))
    gil = clinic.client("Gil")
    await gil.fills_in(until="area")
    await gil.does(lambda: gil.phone.send("face"), lambda: gil.phone.send("no"), gil.phone.block)


def _left_by_the_team_and_by_telegram(url: str, clock: Clock) -> None:
    with closing(open_database(url)) as database, database.work(clock.now) as work:
        finished = next(line for line in work.intakes.listing() if line.state == "finished")
        work.notes.tag(finished.id, 111, "Friend of Zoë")
        for action in ("signed_in", "queue"):
            work.audit.add(action, staff_id=111)
        work.inbox.ingest(700, [Arrived(90_001, 90_001, "{}"), Arrived(90_002, 90_002, "{}")], 90_003)
        waiting = work.inbox.connection.exec_driver_sql(
            "SELECT min(id) FROM inbox WHERE state = 'waiting'"
        ).scalar_one()
        work.inbox.quarantine(waiting, "KeyError")
        work.commit()
