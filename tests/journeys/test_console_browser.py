"""The team's day at the console in a real browser, with the real bot, the stand-in and clients' phones around it."""

from __future__ import annotations

import json
import os
import re
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from flows.model import Handover
from tests.bot.conftest import database
from tests.bot.standin.test_page import CHROMIUM, LAPTOP, PHONE, browser
from tests.journeys.console_page import at_the_console
from tests.journeys.form import USED_ON_MONDAY
from tests.journeys.open_clinic import open_clinic

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Download

    from flows.flow import Flow
    from storage.database import Database
    from tests.journeys.chat import Client
    from tests.journeys.console_page import Console, Size
    from tests.journeys.open_clinic import OpenClinic
    from tests.journeys.wording import Wording

__all__ = ["browser", "database"]

pytestmark = [
    pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="no chromium here"),
    pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"]),
]


@pytest.fixture
async def clinic(flow: Flow, wording: Wording, database: Database) -> AsyncIterator[OpenClinic]:
    async with open_clinic(flow, wording, database) as clinic:
        yield clinic


@asynccontextmanager
async def courtney_at_work(clinic: OpenClinic, browser: Browser, size: Size) -> AsyncIterator[Console]:
    """Courtney's browser, signed in."""
    async with at_the_console(clinic, browser, size) as console:
        await console.signs_in(clinic.phones["Courtney"])
        yield console


async def a_client_who_waits(clinic: OpenClinic) -> Client:
    """Ana has finished the form; she used tretinoin and has to wait."""
    ana = clinic.client("Ana")
    await ana.gets_a_plan(name="Ana", **USED_ON_MONDAY | {"retinoid_last": "yesterday"})
    await ana.finishes()
    return ana


async def saved(download: Download, folder: Path) -> str:
    file = folder / download.suggested_filename
    await download.save_as(file)
    return file.read_text(encoding="utf-8-sig")


async def test_an_intake_arrives_while_the_queue_is_open(clinic: OpenClinic, browser: Browser, size: Size) -> None:
    async with courtney_at_work(clinic, browser, size) as console:
        await console.goes_to("/?stage=new")
        await console.finds_no_fault()
        search = console.page.get_by_role("searchbox")
        await search.fill("half a na")
        ana = await a_client_who_waits(clinic)
        await expect(console.row("Ana")).to_be_visible()
        # Whoever was typing goes on typing.
        await expect(search).to_have_value("half a na")
        await expect(search).to_be_focused()
        alert = clinic.phones["Courtney"].last.text
        assert f"{clinic.console}/intakes/{ana.intake.case}" in alert
        assert "Ana" not in alert
        await console.row("Ana").click()
        await console.page.wait_for_url(f"**/intakes/{ana.intake.case}")
        await console.reads("WAIT", "tretinoin")
        await console.finds_no_fault()


async def test_an_answer_is_corrected_after_a_look_at_what_follows(
    clinic: OpenClinic, browser: Browser, size: Size
) -> None:
    ana = await a_client_who_waits(clinic)
    before = ana.plan.earliest
    async with courtney_at_work(clinic, browser, size) as console:
        await console.opens(ana.intake.case)
        await console.page.locator("a[href$='/correct/retinoid_last']").click()
        await console.page.wait_for_url("**/correct/retinoid_last")
        await console.finds_no_fault()
        await console.page.get_by_label("in words").fill("today")
        await console.page.get_by_label("Why").fill("She said so on the phone")
        await console.page.get_by_role("button", name="what follows", exact=False).click()
        save = console.page.get_by_role("button", name="save", exact=False)
        await expect(save).to_be_visible()
        await console.finds_no_fault()
        assert ana.plan.earliest == before
        await save.click()
        await console.page.wait_for_url(f"**/intakes/{ana.intake.case}*")
        await expect(console.page.get_by_text("She said so on the phone").first).to_be_attached()
        assert ana.plan.earliest is not None
        assert before is not None
        assert ana.plan.earliest > before
        assert [key for key, _ in ana.history].count("retinoid_last") == 2


async def test_a_reply_reaches_the_client_and_the_bot_is_quiet_until_it_is_handed_back(
    clinic: OpenClinic, browser: Browser, size: Size
) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="area", name="Ana")
    async with courtney_at_work(clinic, browser, size) as console:
        await console.goes_to(f"/intakes/{ana.intake.case}")
        reply = console.page.get_by_label("Message to the client")
        await reply.fill("Hi Ana, may I call you at noon?")
        await console.page.get_by_role("button", name="Send").click()
        await console.reads("Hi Ana, may I call you at noon?")
        await clinic.work()
        assert "Hi Ana, may I call you at noon?" in ana.last
        heard = len(ana.phone.answers)
        await reply.fill("I was about to write more")
        await ana.says("Noon is perfect")
        # It is there without a reload, and what was being written is still there as well.
        await console.reads("Noon is perfect")
        await expect(reply).to_have_value("I was about to write more")
        assert len(ana.phone.answers) == heard
        await console.page.get_by_role("button", name="Hand back").click()
        await expect(console.page.get_by_role("button", name="Take over")).to_be_visible()
        await clinic.work()
        assert ana.intake.handover is Handover.BOT
        assert ana.state == "area"
        assert ana.offers("choice-area-face")
        await console.finds_no_fault()


async def test_a_question_that_the_bot_could_not_answer_is_answered_from_the_list(
    clinic: OpenClinic, browser: Browser, size: Size
) -> None:
    ana = clinic.client("Ana")
    await ana.fills_in(until="area", name="Ana")
    await ana.says("How much does it cost?")
    async with courtney_at_work(clinic, browser, size) as console:
        await console.goes_to("/questions")
        await console.reads("How much does it cost?")
        await console.finds_no_fault()
        await console.page.get_by_role("main").get_by_role("textbox").first.fill("Courtney will tell you on the phone.")
        await console.page.get_by_role("button", name="answer", exact=False).first.click()
        await expect(console.page.get_by_text("How much does it cost?")).to_have_count(0)
        await clinic.work()
        assert any("Courtney will tell you on the phone." in message.text for message in ana.phone.answers)
        assert ana.state == "area"


async def test_what_is_exported_and_printed_is_what_is_stored(
    clinic: OpenClinic, browser: Browser, size: Size, tmp_path: Path
) -> None:
    ana = await a_client_who_waits(clinic)
    case = ana.intake.case
    async with courtney_at_work(clinic, browser, size) as console:
        await console.opens(case)
        for name, holds in {"CSV": case, "JSON": case, "FHIR": "QuestionnaireResponse"}.items():
            async with console.page.expect_download() as download:
                await console.page.get_by_role("link", name=re.compile(name)).first.click()
            text = await saved(await download.value, tmp_path)
            assert holds in text
            assert name == "CSV" or json.loads(text)
        await console.page.get_by_role("link", name="Print").first.click()
        await console.page.emulate_media(media="print")
        await console.reads(case, "tretinoin")
        assert (await console.page.pdf()).startswith(b"%PDF")


async def test_the_numbers_and_every_other_page_have_no_fault(clinic: OpenClinic, browser: Browser, size: Size) -> None:
    await a_client_who_waits(clinic)
    async with at_the_console(clinic, browser, size, color_scheme="dark") as console:
        await console.goes_to("/sign-in")
        await console.finds_no_fault()
        await console.signs_in(clinic.phones["Dana"])
        for path in ("/", "/?stage=all", "/questions", "/numbers", "/sessions", "/trail"):
            await console.goes_to(path)
            await console.finds_no_fault()


async def test_with_the_keyboard_alone_an_intake_is_found_and_claimed(
    clinic: OpenClinic, browser: Browser, size: Size
) -> None:
    ana = await a_client_who_waits(clinic)
    async with courtney_at_work(clinic, browser, size) as console:
        await console.goes_to("/?stage=new")
        await tab_to(console, "link", ana_name := "Ana")
        assert ana_name
        await console.page.keyboard.press("Enter")
        await console.page.wait_for_url(f"**/intakes/{ana.intake.case}")
        await tab_to(console, "button", "Claim")
        await console.page.keyboard.press("Enter")
        await expect(console.page.get_by_role("button", name="Release")).to_be_visible()


async def tab_to(console: Console, role: str, name: str) -> None:
    """Press Tab until this has the focus."""
    wanted = console.page.get_by_role("main").get_by_role("link" if role == "link" else "button", name=name).first
    await expect(wanted).to_be_visible()
    for _ in range(80):
        await console.page.keyboard.press("Tab")
        if await wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the keyboard never reaches {name}")


async def test_without_javascript_an_intake_is_claimed_and_answered(
    clinic: OpenClinic, browser: Browser, size: Size
) -> None:
    ana = await a_client_who_waits(clinic)
    async with at_the_console(clinic, browser, size, java_script_enabled=False) as console:
        await console.signs_in(clinic.phones["Courtney"])
        await console.opens(ana.intake.case)
        await console.page.get_by_role("button", name="Claim").click()
        await expect(console.page.get_by_role("button", name="Release")).to_be_visible()
        await console.page.get_by_label("Message to the client").fill("See you soon")
        await console.page.get_by_role("button", name="Send").click()
        await console.reads("See you soon")
        await clinic.work()
        assert "See you soon" in ana.last


async def test_in_the_demo_a_newcomer_sees_an_intake_arrive_beside_the_phone(
    flow: Flow, wording: Wording, database: Database, browser: Browser, size: Size
) -> None:
    async with open_clinic(flow, wording, database, framed=True) as clinic:
        pat = clinic.client("Pat")
        async with at_the_console(clinic, browser, size) as console:
            await console.page.goto(f"{clinic.phone_page}/?person={pat.phone.person.id}")
            if size is PHONE:
                await console.page.get_by_role("button", name="holds the phone").click()
                await console.page.get_by_role("link", name="staff console").click()
                staff = console.page.main_frame
            else:
                staff = next(frame for frame in console.page.frames if frame.url.startswith(clinic.console))
            await staff.get_by_role("button", name="Come in").first.click()
            await expect(staff.get_by_role("navigation", name="Stages")).to_be_visible()
            await pat.fills_in(until="goals", name="Pat")
            await staff.get_by_role("navigation", name="Stages").get_by_role("link", name="All").click()
            await expect(staff.get_by_role("link", name="Pat").first).to_be_visible()
