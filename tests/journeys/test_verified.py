"""Whatever happened to a clinic, every invariant of its database holds."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from bot.verifying import invariants
from flows.model import HandedBack, TeamWrote
from storage.database import open_database

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


async def is_whole(clinic: Clinic) -> bool:
    await clinic.stop()
    with closing(open_database(clinic.url)) as database:
        return invariants(database, clinic.flow) == []


async def test_after_changes_of_mind_and_a_second_form(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.gets_a_plan(name="Annabel", retinoid="yes", retinoid_product="Differin", retinoid_last="Nov 2")
    await ana.finishes("call_me")
    await ana.says("/edit")
    await ana.changes("Annabel", "Bella")
    await clinic.restart()
    await ana.says("/start")
    await ana.taps("button-start_over")
    await ana.fills_in(until="area")
    assert await is_whole(clinic)


async def test_after_silence_and_the_end_of_retention(clinic: Clinic) -> None:
    ana, bea = clinic.client("Ana"), clinic.client("Bea")
    await ana.gets_a_plan()
    await ana.finishes()
    await bea.fills_in(until="area")
    await clinic.sleep(days=2)
    assert await is_whole(clinic)
    await clinic.sleep(days=70)
    assert await is_whole(clinic)


async def test_after_the_team_and_the_client_have_written_at_once(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="retinoid_product", retinoid="yes")
    await clinic.team(ana, TeamWrote("Which cream is it?"))
    await ana.says("the one in the blue tube", "my face is swelling and I can't breathe")
    await clinic.team(ana, HandedBack())
    await ana.does(ana.phone.block)
    assert await is_whole(clinic)


async def test_after_a_repeat_of_everything(clinic: Clinic) -> None:
    clinic.repeats = 3
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("face", "no", "/delete")
    await ana.taps("button-delete")
    await ana.starts()
    assert await is_whole(clinic)
