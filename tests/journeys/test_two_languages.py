"""Chats that change their language or mix two: nothing is lost, and the place is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.model import Event, Interval

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic

MONDAY = date(2026, 11, 2)


async def test_the_language_changes_in_the_middle_and_the_place_is_kept(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="exfoliant", name="Ana", retinoid="no")
    before = ana.given
    await ana.says("/language")
    await ana.taps("Español")
    assert ana.sees("language-now")
    assert ana.sees("ask-exfoliant")
    assert (ana.language, ana.given, ana.state) == ("es", before, "exfoliant")
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")
    await ana.says("english")
    assert (ana.language, ana.state) == ("en", "plan")
    await ana.finishes()
    assert ana.sees("receipt")


async def test_a_day_being_narrowed_down_survives_the_change(clinic: Clinic) -> None:
    ana = clinic.client("Ana", today="2026-11-07")
    await ana.fills_in(until="retinoid_last", retinoid="yes", retinoid_product="tretinoin")
    await ana.says("between Nov 2 and Nov 6")
    if not ana.sees("narrow"):
        await ana.taps("button-confirm")
    assert ana.sees("narrow")
    await ana.says("español")
    assert ana.sees("narrow")
    await ana.taps("mié 4 de nov")
    assert ana.given["retinoid_last"] == Interval.on(date(2026, 11, 4))


async def test_the_card_and_the_end_change_language_where_they_are(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in()
    await ana.says("español")
    assert ana.sees("card")
    assert "Zona: Cara" in ana.last
    await ana.says("cambiar zona")
    await ana.says("cuello")
    assert (ana.state, ana.given["area"]) == ("review", "neck")
    await ana.taps("button-looks_right")
    await ana.finishes()
    await ana.says("english please")
    assert ana.sees("at-finished")
    assert (ana.state, ana.language) == ("finished", "en")


async def test_a_page_opened_from_the_menu_is_in_the_language_of_the_chat(clinic: Clinic) -> None:
    ana = clinic.client("Ana", language="es")
    await ana.fills_in(until="area")
    await ana.says("/aftercare")
    assert "SkinFuse" in ana.last
    assert "72 horas" in ana.last
    await ana.taps("button-to_form")
    assert ana.sees("ask-area")


async def test_who_types_spanish_into_the_english_chat_is_understood_and_offered_it_once(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="isotretinoin")
    await ana.says("nunca he tomado eso")
    assert ana.given["isotretinoin"] == "never"
    assert ana.buttons[-1] == "¿Prefiere español?"
    assert ana.state == "exfoliant"
    await ana.says("no uso nada de eso")
    assert "¿Prefiere español?" not in ana.buttons


async def test_the_offer_is_taken_and_the_place_kept(clinic: Clinic) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="name")
    await ana.says("hola, me llamo Lupita")
    assert (ana.given["name"], ana.state) == ("Lupita", "goals")
    await ana.taps("¿Prefiere español?")
    assert (ana.language, ana.state) == ("es", "goals")
    assert ana.sees("ask-goals")
    await ana.gets_a_plan()
    assert ana.sees("plan-ready")


async def test_one_chat_in_both_languages_is_one_intake(clinic: Clinic) -> None:
    ana = clinic.client("Ana", today="2026-11-03", language="es")
    mixed = {
        "consent": "yes I agree",
        "goals": "acne scars y manchas",
        "area": "face",
        "retinoid": "yes",
    }
    ana.by = "words"
    await ana.gets_a_plan(**mixed, retinoid_product="tretinoin cream", retinoid_last="yesterday", sun_last="never")
    assert ana.given["goals"] == ("acne_scars", "tone")
    assert ana.given["retinoid_last"] == Interval.on(MONDAY)
    assert ana.plan.earliest == date(2026, 11, 8)
    assert Event.INTAKE_FINISHED not in ana.events


async def test_the_menu_and_the_profile_are_in_the_language_of_the_phone(clinic: Clinic) -> None:
    ana, ben = clinic.client("Ana", language="es"), clinic.client("Ben")
    await clinic.work()
    menus = [{line["command"]: line["description"] for line in who.phone.commands} for who in (ana, ben)]
    assert menus[0]["start"] == clinic.wording.spoken("es").say("menu-start")
    assert menus[1]["start"] == clinic.wording.say("menu-start")
    assert ana.phone.bot.description("es") == clinic.wording.spoken("es").say("bot-description")
