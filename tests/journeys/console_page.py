"""A member of the team at the console in a real browser: what they see and do, and what the page complains of."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.async_api import expect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Locator, Page

    from bot.standin.phone import Phone
    from tests.journeys.open_clinic import OpenClinic

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
SERIOUS = {"serious", "critical"}
CODE = re.compile(r"\b[A-Z0-9]{4}[ -]?[A-Z0-9]{4}\b")
Size = dict[str, int]


@dataclass
class Console:
    """One browser tab; `complaints` is what its console said, which is to be nothing at all."""

    clinic: OpenClinic
    page: Page
    complaints: list[str] = field(default_factory=list)

    async def goes_to(self, path: str) -> None:
        await self.page.goto(f"{self.clinic.console}{path}")

    async def signs_in(self, phone: Phone) -> None:
        """Ask as the owner of this phone, read the code there, and type it here."""
        await self.goes_to("/")
        await self.page.get_by_label("number", exact=False).fill(str(phone.person.id))
        heard = len(phone.answers)
        await self.page.get_by_role("button", name="code", exact=False).click()
        await self.page.wait_for_url("**/sign-in/code**")
        await self.clinic.work()
        code = CODE.search(phone.answers[heard].text)
        assert code is not None, "no code came"
        await self.page.get_by_label("code", exact=False).fill(code[0])
        await self.page.get_by_role("main").get_by_role("button").first.click()
        await expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def row(self, name: str) -> Locator:
        """The way to the intake of somebody of this name in the queue."""
        return self.page.locator("#queue").get_by_role("link", name=name).first

    async def opens(self, case: str) -> None:
        await self.goes_to("/")
        await self.page.locator(f"#case-{case} a").first.click()
        await self.page.wait_for_url(f"**/intakes/{case}")

    async def reads(self, *texts: str | re.Pattern[str]) -> None:
        """Wait until each stands in the main part of the page."""
        for text in texts:
            await expect(self.page.get_by_role("main").get_by_text(text).first).to_be_visible()

    async def finds_no_fault(self) -> None:
        """No serious finding of axe's, nothing wider than the screen, one heading above all.

        Wait for the page first: one that is being left is looked at instead of the next, or breaks off.
        """
        # Evaluated by the debugger, which the page's policy does not bind.
        await self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = await self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        serious = {
            each["id"]: [node["html"][:200] for node in each["nodes"]]
            for each in found["violations"]
            if each["impact"] in SERIOUS
        }
        assert serious == {}, self.page.url
        wider = await self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{self.page.url} is {wider} px wider than the screen"
        assert await self.page.locator("h1").count() == 1, self.page.url


@asynccontextmanager
async def at_the_console(clinic: OpenClinic, browser: Browser, size: Size, **options: Any) -> AsyncIterator[Console]:
    """A browser of one's own, with no cookies yet; whatever it complains of fails the test."""
    context = await browser.new_context(viewport={"width": size["width"], "height": size["height"]}, **options)
    page = await context.new_page()
    console = Console(clinic, page)
    page.on("console", lambda said: console.complaints.append(said.text) if said.type != "log" else None)
    page.on("pageerror", lambda error: console.complaints.append(str(error)))
    try:
        yield console
    finally:
        await context.close()
    assert not console.complaints, console.complaints
