"""The main stories in Spanish, from the first word to the receipt, by tap and in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.model import HandedBack, Interval, Mention, TeamWrote, Verdict

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic
    from tests.journeys.form import By

MONDAY = date(2026, 11, 2)
USED_ON_MONDAY = {"retinoid": "yes", "retinoid_product": "tretinoína", "retinoid_last": "el lunes"}


async def test_a_whole_intake_in_spanish(clinic: Clinic, both_ways: By) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.gets_a_plan()
    assert ana.language == "es"
    assert (ana.plan.verdict, ana.plan.earliest, ana.rules) == (Verdict.READY, date(2026, 11, 3), {})
    assert ana.sees("plan-ready")
    assert ana.sees("plan-final_word")
    assert "Según sus respuestas" in ana.heard[0]
    await ana.finishes()
    assert ana.sees("receipt", case=ana.intake.case)
    assert ana.sees_both_numbers
    assert clinic.alerts == [("finished", ana.intake.case)]
    spanish = clinic.wording.spoken("es")
    assert ana.state == "finished"
    assert [spanish.say("button-review")] in ana.phone.buttons()


async def test_what_was_typed_in_spanish_is_what_was_tapped(clinic: Clinic) -> None:
    tapper, typer = clinic.client("Tapper", language="es"), clinic.client("Typer", language="es")
    typer.by = "words"
    for client in (tapper, typer):
        await client.gets_a_plan()
    assert typer.given == {**tapper.given, "name": "Ana", "note": "eso es todo, gracias"}


async def test_a_client_from_mexico_is_spoken_to_in_spanish(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es-MX")
    await ana.starts()
    assert ana.sees("ask-consent")
    assert "asistente automático" in ana.last
    assert "Sí, de acuerdo" in ana.buttons


async def test_who_speaks_a_third_language_is_spoken_to_in_the_first(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="pt-br")
    await ana.starts()
    assert "automated assistant" in ana.last


async def test_who_used_tretinoin_on_monday_waits_until_sunday(clinic: Clinic, both_ways: By) -> None:
    ana = clinic.client("Ana", today="2026-11-03", language="es")
    await ana.gets_a_plan(**USED_ON_MONDAY)
    assert ana.given["retinoid_last"] == Interval.on(MONDAY)
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.WAIT, date(2026, 11, 8))
    assert ana.sees("plan-wait")
    assert ana.sees("plan-earliest", day=date(2026, 11, 8))
    assert "dom, 8 de nov de 2026" in "\n".join(ana.heard)


async def test_who_takes_isotretinoin_is_stopped(clinic: Clinic, both_ways: By) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.gets_a_plan(isotretinoin="now")
    assert (ana.plan.verdict, ana.plan.earliest) == (Verdict.STOP, None)
    assert ana.sees("plan-stop")
    assert ana.sees("reason-isotretinoin_now")


async def test_a_pill_named_at_another_question_is_never_a_matter_of_five_days(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="retinoid_product", retinoid="yes")
    await ana.says("isotretinoína en pastillas")
    await ana.taps("button-confirm")
    await ana.gets_a_plan(retinoid_last="el lunes")
    assert ana.plan.verdict is Verdict.REVIEW
    assert ana.plan.earliest == date(2027, 5, 2)
    assert "isotretinoin_recent" in ana.rules


async def test_something_on_the_health_list_needs_no_naming(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="health_stop")
    await ana.taps("choice-health_stop-something")
    await ana.gets_a_plan()
    assert ana.plan.verdict is Verdict.STOP
    assert ana.sees("reason-health_stop")


# --- questions, alarms, leaving -------------------------------------------------------------------


async def test_a_question_in_spanish_is_passed_on_and_the_form_goes_on(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="exfoliant")
    await ana.says("¿duele?")
    assert ana.sees("passed_on")
    assert ana.sees_both_numbers
    assert ana.sees("ask-exfoliant")
    assert "exfoliant" not in ana.given
    with clinic.look() as work:
        assert [(each.topic, each.text) for each in work.passed_on.open()] == [("pain", "¿duele?")]


async def test_a_question_in_spanish_is_answered_from_the_clinics_text(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="area")
    await ana.says("¿cuántas sesiones necesito?")
    assert ana.sees("topic-sessions")
    assert ana.sees("ask-area")
    assert clinic.alerts == []


async def test_trouble_breathing_comes_before_everything_else(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="exfoliant")
    await ana.says("se me hinchó la cara y no puedo respirar")
    assert ana.sees("urgent-emergency")
    assert "911" in ana.heard[0]
    assert ana.sees_both_numbers
    assert (ana.intake.paused, ana.state) == (True, "exfoliant")
    assert clinic.alerts == [("urgent", ana.intake.case)]
    await ana.taps("button-resume")
    assert ana.sees("ask-exfoliant")


async def test_words_of_despair_in_the_english_chat_are_answered_in_spanish(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="area")
    await ana.says("ya no quiero vivir, me quiero morir")
    assert (ana.language, ana.intake.paused) == ("es", True)
    assert ana.sees("urgent-crisis")
    assert "988" in ana.heard[0]
    assert Mention.CRISIS in ana.intake.mentions
    await ana.taps("English instead?")
    assert ana.sees("paused")
    assert (ana.language, ana.intake.paused) == ("en", True)


@pytest.mark.parametrize("words", ["/delete", "borrar"])
async def test_after_delete_no_word_of_the_client_is_left(clinic: Clinic, words: str) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="note", name="Zenobia")
    await ana.says("mi prima Quillón me recomendó")
    await ana.says(words)
    assert ana.sees("delete-sure")
    await ana.says("sí")
    assert "quedó borrado" in ana.last
    await clinic.stop()
    assert not [word for word in ("Zenobia", "Quillón", "recomend") if clinic.holds(word)]


async def test_who_stops_can_come_back(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="area")
    await ana.says("ya no quiero seguir")
    assert ana.sees("farewell-stopped")
    await ana.starts()
    assert ana.sees("welcome_back")
    assert ana.sees("ask-area")


async def test_who_is_under_18_leaves_with_both_numbers(clinic: Clinic) -> None:
    kim = clinic.client("Kim", language="es")
    await kim.starts()
    await kim.says("sí, acepto")
    await kim.says("tengo 17 años")
    assert kim.state == "minor"
    assert "18 años o más" in "\n".join(kim.heard)
    assert kim.sees_both_numbers


async def test_a_number_typed_in_a_sentence_is_the_one_to_call(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.gets_a_plan()
    await ana.finishes(next_step="call_me")
    await ana.says("mi cel es el 314 555 0123, después de las 5")
    assert ana.given["phone"] == "+13145550123"
    assert ana.sees("ask-best_time")
    await ana.says("por la tarde")
    assert ana.state == "finished"


async def test_what_is_not_understood_twice_is_kept_and_the_form_goes_on(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="pigment")
    await ana.says("qwerty zxcv")
    assert ana.sees("again-not_understood")
    await ana.says("qwerty zxcv")
    assert ana.sees("kept_as_said")
    await ana.gets_a_plan(sun_last="not_sure")
    assert ana.plan.verdict is Verdict.REVIEW


# --- the team -------------------------------------------------------------------------------------


async def test_the_team_writes_and_the_bot_comes_back_in_spanish(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="retinoid_product", retinoid="yes")
    await clinic.team(ana, TeamWrote("Hola, le escribe Courtney. ¿Qué crema es?"))
    assert ana.sees("team-took_over")
    assert ana.last.endswith("¿Qué crema es?")
    await ana.says("la del tubo azul")
    assert ana.heard == []
    assert clinic.alerts == [("replied", ana.intake.case)]
    await clinic.team(ana, HandedBack())
    assert ana.sees("team-handed_back")
    assert ana.sees("ask-retinoid_product")
