"""Changes that come late: after midnight, after days, after the end; and ages that turn out to be lower."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.model import Event, Interval, Verdict
from tests.journeys.form import USED_ON_MONDAY

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


@pytest.mark.parametrize("way", ["card", "edit"])
async def test_who_turns_out_to_be_17_is_forgotten_all_the_same(clinic: Clinic, way: str) -> None:
    kim = clinic.client("Kim")
    clinic.clients[-1].by = "words"
    await kim.fills_in(name="Zenobia", retinoid="yes", retinoid_product="Altreno", retinoid_last="yesterday")
    if way == "card":
        await kim.taps("✎ Age")
        await kim.taps("choice-age-under_18")
    else:
        await kim.changes("I'm 34", "I'm 17")
        await kim.taps("button-change_to_this")
    assert (kim.state, kim.given, kim.history) == ("minor", {}, [])
    assert kim.sees("farewell-minor")
    assert kim.sees_both_numbers
    await clinic.stop()
    assert not [word for word in ("Zenobia", "Altreno", "I'm 34", "I'm 17") if clinic.holds(word)]


async def test_a_day_tapped_after_midnight_is_the_day_that_was_on_the_button(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-02")
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await clinic.sleep(hours=13)
    assert clinic.today == date(2026, 11, 3)
    await ana.taps("day-today")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))


async def test_the_day_is_the_clinics_and_not_greenwichs(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-02")
    await clinic.sleep(hours=9)
    assert clinic.clock.now.date() == date(2026, 11, 3)
    await ana.gets_a_plan(retinoid="yes", retinoid_product="tretinoin", retinoid_last="Today")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 2))
    assert ana.plan.earliest == date(2026, 11, 8)


async def test_a_card_agreed_with_days_later_gives_that_days_plan(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.fills_in(retinoid="yes", retinoid_product="tretinoin", retinoid_last="still_using")
    await clinic.sleep(days=2)
    await ana.taps("button-looks_right")
    assert ana.plan.earliest == date(2026, 11, 11)
    assert ana.sees("plan-earliest", day=date(2026, 11, 11))


async def test_an_answer_changed_after_the_end_makes_a_new_plan_and_a_new_receipt(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    await ana.gets_a_plan()
    await ana.finishes()
    assert ana.plan.verdict is Verdict.READY
    await ana.says("/edit")
    await ana.taps("✎ Retinoid")
    await ana.gets_a_plan(**USED_ON_MONDAY)
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 8))
    await ana.taps("button-to_booking")
    assert ana.state == "finished"
    assert ana.sees("plan-earliest", day=date(2026, 11, 8))
    assert ana.events.count(Event.INTAKE_FINISHED) == 2


async def test_an_edit_after_the_end_leads_back_through_the_card(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    ana.by = "words"
    await ana.gets_a_plan(series="continuing", series_last="Oct 1")
    await ana.finishes()
    assert ana.plan.verdict is Verdict.READY
    await ana.changes("Oct 1", "Oct 20")
    await ana.taps("button-change_to_this")
    assert ana.state == "review"
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 17))


async def test_an_edit_nobody_can_read_keeps_what_was_there(clinic: Clinic) -> None:
    ana = clinic.client(today="2026-11-03")
    ana.by = "words"
    await ana.fills_in(until="wish", series="continuing", series_last="Oct 1")
    await ana.changes("Oct 1", "around the jacaranda bloom")
    assert ana.sees("edit-not_read")
    assert ana.given["series_last"] == Interval.on(date(2026, 10, 1))
    await ana.taps("button-change_it")
    assert ana.sees("ask-series_last")


@pytest.mark.parametrize(("word", "gone"), [("yes", True), ("no", False)])
async def test_the_question_before_deleting_takes_words_too(clinic: Clinic, word: str, gone: bool) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area", name="Zenobia")
    await ana.says("delete my data")
    await ana.says(word)
    assert ana.sees("deleted" if gone else "nothing-changed")
    await clinic.stop()
    assert clinic.holds("Zenobia") is not gone


async def test_a_second_form_outlives_the_first_ones_end(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area", name="Zenobia")
    await clinic.sleep(days=5)
    await ana.says("start over")
    await ana.fills_in(until="area", name="Quillon")
    await clinic.sleep(days=3)
    assert not clinic.holds("Zenobia")
    assert clinic.holds("Quillon")
    assert ana.state == "area"


async def test_who_is_blocked_out_by_telegram_first_is_written_to_when_they_come_back(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    clinic.cloud.faults.refuse(403, "Forbidden: bot was blocked by the user", method="sendMessage")
    await ana.taps("choice-area-face")
    assert not ana.sees("ask-retinoid")
    await ana.says("no")
    assert ana.sees("ask-retinoid")
    assert ana.given["retinoid"] == "no"
    assert ana.state == "isotretinoin"


async def test_while_staff_are_out_of_reach_clients_are_not(clinic: Clinic) -> None:
    ana = clinic.client()
    clinic.cloud.faults.refuse(403, "Forbidden: bot was kicked", method="sendMessage", chat_id=clinic.staff.id)
    await ana.gets_a_plan()
    await ana.finishes()
    assert ana.sees("receipt")
    assert clinic.alerts == []
