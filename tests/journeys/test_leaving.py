"""Who leaves: by saying no, by being too young, by /stop, /delete, by silence; and what is kept of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flows.model import Event, Verdict

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


async def test_who_declines_leaves_with_both_numbers_and_nothing_kept(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.starts()
    await ana.taps("choice-consent-no_thanks")
    assert ana.sees("farewell-declined")
    assert ana.sees_both_numbers
    assert ana.cards == ["+13149607619", "+13149090633"]
    assert (ana.state, ana.given, ana.history) == ("declined", {}, [])
    await ana.taps("button-start_over")
    assert ana.sees("ask-consent")


async def test_of_a_17_year_old_nothing_is_kept_but_the_fact(clinic: Clinic) -> None:
    kim = clinic.client("Kim")
    await kim.starts()
    await kim.says("ok, I agree")
    await kim.says("seventeen but my aunt Zenobia says it is fine")
    await kim.says("I'm 17")
    assert kim.state == "minor"
    assert kim.sees("farewell-minor")
    assert kim.sees_both_numbers
    assert (kim.given, kim.history) == ({}, [])
    await clinic.stop()
    assert not [word for word in ("seventeen", "Zenobia", "I'm 17", "I agree") if clinic.holds(word)]


async def test_who_stops_can_come_back_to_the_same_question(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("/stop")
    assert ana.sees("farewell-stopped")
    assert ana.sees_both_numbers
    assert ana.state == "stopped"
    await ana.starts()
    assert ana.sees("welcome_back")
    assert ana.sees("ask-area")
    assert ana.given["goals"] == ("acne_scars",)


async def test_after_delete_no_word_of_the_client_is_left_in_the_file(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    words = ("Zenobia", "adapalene", "my cousin Quillon", "does it hurt")
    await ana.fills_in(until="note", name=words[0], retinoid="yes", retinoid_product=words[1], retinoid_last="Nov 2")
    await ana.says(words[3] + "?")
    await ana.says(words[2])
    await ana.changes(words[0], "Xanthippe")
    assert all(clinic.holds(word) for word in words)
    await ana.says("/delete")
    assert ana.sees("delete-sure")
    assert clinic.holds(words[0])
    await ana.taps("button-delete")
    assert ana.sees("deleted")
    await clinic.stop()
    assert not [word for word in (*words, "Xanthippe") if clinic.holds(word)]


async def test_after_delete_the_chat_begins_anew(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("/delete")
    await ana.taps("button-delete")
    await ana.starts()
    assert ana.sees("ask-consent")
    assert ana.given == {}
    await ana.taps_old(ana.message("ask-age"), "choice-age-22_or_older")
    assert ana.sees("old-plain")


async def test_who_thinks_twice_about_deleting_goes_on_where_they_were(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("/delete")
    await ana.taps("button-keep")
    assert ana.sees("nothing-changed")
    assert ana.sees("ask-area")
    assert len(ana.given) == 4


async def test_mydata_gives_everything_in_the_chat_and_as_a_file(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(name="Annabel")
    await ana.says("/mydata")
    assert ana.sees("mydata")
    assert "Annabel" in "\n".join(ana.heard)
    (file,) = ana.phone.documents
    record = json.loads(file.content)
    assert record["case"] == ana.intake.case
    assert {answer["question"]: answer["understood"] for answer in record["intakes"][0]["answers"]}["name"] == "Annabel"
    assert "Annabel" in [line["text"] for line in record["conversation"] if line["speaker"] == "client"]


async def test_silence_is_broken_once_and_never_again(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await clinic.sleep(hours=23)
    assert not ana.times_seen("nudge")
    await clinic.sleep(hours=2)
    assert ana.times_seen("nudge") == 1
    assert ana.offers("choice-area-face")
    await clinic.sleep(days=3)
    assert ana.times_seen("nudge") == 1
    await ana.fills_in()
    assert ana.state == "review"


async def test_an_unfinished_form_is_gone_after_seven_days(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area", name="Zenobia")
    await clinic.sleep(days=6, hours=23)
    assert clinic.holds("Zenobia")
    await clinic.sleep(hours=2)
    await clinic.stop()
    assert not clinic.holds("Zenobia")
    await ana.says("hello again")
    assert ana.sees("ask-consent")


async def test_a_finished_form_is_kept_for_sixty_days(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.gets_a_plan(name="Zenobia")
    await ana.finishes()
    await clinic.sleep(days=59)
    assert clinic.holds("Zenobia")
    assert ana.plan.verdict is Verdict.READY
    assert not ana.times_seen("nudge")
    await clinic.sleep(days=2)
    await clinic.stop()
    assert not clinic.holds("Zenobia")


async def test_who_blocks_the_bot_and_comes_back_gets_what_was_waiting(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.does(lambda: ana.phone.send("face"), ana.phone.block)
    assert ana.given["area"] == "face"
    assert not ana.sees("ask-retinoid")
    await clinic.sleep(days=2)
    assert not ana.times_seen("nudge")
    await ana.does(ana.phone.unblock)
    assert ana.sees("ask-retinoid")
    await ana.fills_in()
    assert Event.INTAKE_STARTED in ana.events
    assert ana.events.count(Event.INTAKE_STARTED) == 1
