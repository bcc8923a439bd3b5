"""Whole intakes on the demo's page in a real browser, with the real bot behind it."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from bot.chat.menu import show_menu
from bot.standin.server import serve
from flows.advance import advance
from flows.commands import MENU
from flows.model import Verdict
from tests.bot.conftest import database
from tests.bot.room import Room
from tests.bot.running import a_cloud, loops
from tests.bot.standin.test_page import CHROMIUM, LAPTOP, PHONE, browser, fits, say
from tests.journeys.form import HARMLESS, IN_ENGLISH

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Page

    from flows.flow import Flow
    from storage.database import Database
    from storage.intakes import IntakeLine
    from tests.journeys.wording import Wording

__all__ = ["browser", "database"]

pytestmark = pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="no chromium here")

Size = dict[str, int]


@dataclass
class Chat:
    """The page, with a bot that answers."""

    page: Page
    room: Room
    wording: Wording

    async def starts(self) -> None:
        await self.page.get_by_role("button", name="START", exact=True).click()

    async def sees(self, key: str) -> None:
        """Wait until the words of a key, up to their first gap, are seen in the chat."""
        await expect(self.page.get_by_role("log").get_by_text(self.wording.opening(key)).last).to_be_visible()

    async def taps(self, key: str) -> None:
        await self.page.get_by_role("button", name=self.wording.say(key), exact=True).last.click()

    async def answers(self, key: str, choice: str) -> None:
        """Wait for a question, then tap one of its choices."""
        await self.sees(f"ask-{key}")
        own = f"choice-{key}-{choice}"
        await self.taps(own if own in self.wording else f"choice-{choice}")

    async def types(self, key: str, text: str) -> None:
        """Wait for a question, then type the answer."""
        await self.sees(f"ask-{key}")
        await say(self.page, text)

    @property
    def line(self) -> IntakeLine:
        with self.room.database.work(self.room.now) as work:
            (line,) = work.intakes.listing()
        return line


@asynccontextmanager
async def chat(flow: Flow, wording: Wording, database: Database, browser: Browser, size: Size) -> AsyncIterator[Chat]:
    """The real bot on a served stand-in, and its page; what the browser complains of fails the test."""
    room, (cloud, phone) = Room(flow, database, advance=advance), a_cloud()
    complaints: list[str] = []
    async with serve(cloud) as standin, loops(room, cloud, phone, standin.url) as program:
        await show_menu(program.workers.delivery.gateway.bot, flow.words, MENU)
        page = await browser.new_page(viewport={"width": size["width"], "height": size["height"]})
        page.on("console", lambda said: complaints.append(said.text) if said.type != "log" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(standin.url)
        yield Chat(page, room, wording)
        await page.close()
        await program.stop()
    assert complaints == []


async def test_a_whole_intake_by_taps_on_a_phone(
    flow: Flow, wording: Wording, database: Database, browser: Browser
) -> None:
    async with chat(flow, wording, database, browser, PHONE) as ana:
        await ana.starts()
        for key, given in HARMLESS.items():
            for choice in (given,) if isinstance(given, str) else given:
                await ana.answers(key, choice)
            if not isinstance(given, str):
                await expect(ana.page.get_by_role("button", name="✓ Acne scars")).to_be_visible()
                await ana.taps("button-done")
        await ana.taps("button-looks_right")
        await ana.sees("plan-ready")
        await ana.taps("button-how")
        for page in ("inflammation", "proliferation"):
            await ana.sees(f"page-{page}")
            await ana.taps("button-next")
        await ana.sees("page-remodeling")
        await ana.taps("button-to_booking")
        await ana.answers("next_step", "call_me")
        await ana.taps("button-share_contact")
        await ana.page.get_by_role("button", name="Share contact").click()
        await ana.answers("best_time", "morning")
        await ana.sees("receipt")
        await expect(ana.page.get_by_role("log").get_by_text(ana.line.case).last).to_be_visible()
        assert (ana.line.state, ana.line.verdict) == ("finished", Verdict.READY)
        assert await fits(ana.page)


async def test_a_whole_intake_in_words_on_a_laptop(
    flow: Flow, wording: Wording, database: Database, browser: Browser
) -> None:
    async with chat(flow, wording, database, browser, LAPTOP) as ana:
        await ana.starts()
        used = {"retinoid": "yes", "retinoid_product": "tretinoin", "retinoid_last": "today"}
        for key in ("consent", "age", "name", "goals", "area", *used):
            await ana.types(key, used.get(key) or str(IN_ENGLISH[key]))
            if key == "retinoid_product":
                await ana.sees("confirm-product")
                await ana.taps("button-confirm")
        for key in list(IN_ENGLISH)[list(IN_ENGLISH).index("isotretinoin") :]:
            await ana.types(key, str(IN_ENGLISH[key]))
        await ana.sees("card")
        await say(ana.page, "looks right")
        await ana.sees("plan-wait")
        assert ana.line.earliest is not None
        day = wording.say("plan-earliest", day=ana.line.earliest)
        await expect(ana.page.get_by_role("log").get_by_text(day)).to_be_visible()
        await say(ana.page, "booking")
        for name, dials in (("Courtney", "tel:+13149607619"), ("Jackie", "tel:+13149090633")):
            link = ana.page.get_by_role("link", name=f"Call {name}").last
            await expect(link).to_have_attribute("href", dials)
        await ana.types("next_step", "I will call")
        await ana.sees("receipt")
        assert (ana.line.state, ana.line.verdict) == ("finished", Verdict.WAIT)
        assert await fits(ana.page)


async def test_who_says_no_finds_both_numbers_to_tap(
    flow: Flow, wording: Wording, database: Database, browser: Browser
) -> None:
    async with chat(flow, wording, database, browser, PHONE) as ana:
        await ana.starts()
        await ana.answers("consent", "no_thanks")
        await ana.sees("farewell-declined")
        for number in ("314.960.7619", "314-909-0633"):
            await expect(ana.page.get_by_role("log").get_by_text(number).last).to_be_visible()
        await expect(ana.page.get_by_role("link", name="Call")).to_have_count(2)
