"""The phone's page in a real browser, with a small bot behind it."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.standin.cloud import Cloud
from bot.standin.params import Upload
from bot.standin.server import serve
from tests.bot.standin.conftest import TOKEN, Api

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser

    from bot.standin.refusal import JSON

CHROMIUM = shutil.which("chromium") or ""
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
YES_NO: JSON = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}, {"text": "No", "callback_data": "no"}]]}
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}

pytestmark = pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="no chromium here")


async def greet(api: Api, chat: int, language: str) -> None:
    welcome = "Hola <b>" if language == "es" else "Hello <b>"
    await api("sendMessage", chat_id=chat, text=f"{welcome}\nShall we?", reply_markup=YES_NO)


async def answer_message(api: Api, message: JSON) -> None:
    chat, text = message["chat"]["id"], message.get("text", "")
    if text.startswith("/start"):
        await greet(api, chat, message["from"]["language_code"])
    elif text == "/book":
        await api("sendContact", chat_id=chat, phone_number="+13149607619", first_name="Courtney")
        share = {"keyboard": [[{"text": "Share my number", "request_contact": True}]]}
        await api("sendMessage", chat_id=chat, text="Or may we call?", reply_markup=share)
        await api("sendDocument", {"document": Upload("answers.txt", b"all")}, chat_id=chat)
    elif text == "/long":
        for line in range(1, 6):
            await api("sendMessage", chat_id=chat, text=f"Page {line}" + "\n|" * 30, reply_markup=YES_NO)
            await asyncio.sleep(0.12)  # long enough for a smooth scroll to begin, too short for it to end
    elif "contact" in message:
        await api("sendMessage", chat_id=chat, text="Thank you", reply_markup={"remove_keyboard": True})
    else:
        await api("sendMessage", chat_id=chat, text=f"You said: {text or 'nothing'}")


async def answer_tap(api: Api, query: JSON) -> None:
    message = query["message"]
    where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
    toast: dict[str, Any] = {"text": f"Recorded: {query['data']}", "show_alert": query["data"] == "no"}
    await api("answerCallbackQuery", callback_query_id=query["id"], **toast)
    await api.answer("editMessageText", None, **where, text=f"Answered {query['data']}", reply_markup=YES_NO)


async def echo(api: Api) -> None:
    """The bot: it greets, asks, toasts and repeats."""
    await api("setMyCommands", commands=[{"command": "start", "description": "Begin"}])
    offset = 0
    while not api.cloud.closing:
        for update in await api("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if "callback_query" in update:
                await answer_tap(api, update["callback_query"])
            elif "my_chat_member" not in update:
                await answer_message(api, update.get("message") or update["edited_message"])


@asynccontextmanager
async def phone(browser: Browser, size: dict[str, int], scheme: str = "light") -> AsyncIterator[Page]:
    """A page of this size, its first person Ana; what the browser complains of fails the test."""
    cloud = Cloud()
    cloud.add_bot(TOKEN, "Pur-One")
    cloud.add_person("Ana")
    complaints: list[str] = []
    bot = asyncio.create_task(echo(Api(cloud)))
    async with serve(cloud) as running:
        context = await browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce" if scheme == "dark" else "no-preference",
        )
        page = await context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type != "log" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: complaints.append(asked.url) if running.url not in asked.url else None)
        await page.goto(running.url)
        yield page
        await context.close()
    await bot
    assert complaints == []


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    # As long as a click waits: another browser may be at work beside this one.
    expect.set_options(timeout=30_000)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM or None, args=QUIET)
        yield browser
        await browser.close()


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def edit_last(page: Page, text: str) -> None:
    own = page.locator(".message.mine").last
    await own.hover()
    await own.get_by_role("button", name="Change").click()
    await page.get_by_role("menuitem", name="Edit").click()
    await say(page, text)


async def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
async def test_a_chat_from_start_to_blocking(browser: Browser, size: dict[str, int]) -> None:
    async with phone(browser, size) as page:
        log = page.get_by_role("log")
        await page.get_by_role("button", name="START", exact=True).click()
        await expect(log.get_by_text("Hello <b>")).to_be_visible()
        await page.get_by_role("button", name="Yes").click()
        await expect(page.locator("#toast")).to_have_text("Recorded: yes")
        await expect(log.get_by_text("Answered yes")).to_be_visible()
        await expect(log.locator(".message").last.locator(".edited")).to_be_visible()
        await say(page, "about a month")
        await expect(log.get_by_text("You said: about a month")).to_be_visible()
        await edit_last(page, "two months")
        await expect(log.get_by_text("You said: two months")).to_be_visible()
        assert await fits(page)
        await page.get_by_role("button", name="More", exact=True).click()
        await page.get_by_role("menuitem", name="Block the bot").click()
        await page.get_by_role("button", name="Restart bot").click()
        await expect(log.get_by_text("Hello <b>")).to_have_count(1)


async def test_cards_files_and_the_own_number(browser: Browser) -> None:
    async with phone(browser, PHONE, "dark") as page:
        await page.get_by_role("button", name="START", exact=True).click()
        await say(page, "/book")
        await expect(page.get_by_role("link", name="Call Courtney")).to_have_attribute("href", "tel:+13149607619")
        async with page.expect_download() as download:
            await page.get_by_role("link", name="answers.txt").click()
        assert (await download.value).suggested_filename == "answers.txt"
        await page.get_by_role("button", name="Share my number").click()
        await page.get_by_role("button", name="Share contact").click()
        await expect(page.get_by_role("log").get_by_text("Thank you")).to_be_visible()
        await expect(page.get_by_role("button", name="Share my number")).to_be_hidden()


async def test_the_newest_message_stays_in_sight_until_one_looks_back(browser: Browser) -> None:
    async with phone(browser, PHONE) as page:
        log, newest = page.get_by_role("log"), page.get_by_role("button", name="To the newest message")
        await page.get_by_role("button", name="START", exact=True).click()
        await say(page, "/long")
        await expect(log.get_by_text("Page 5")).to_be_attached()
        await expect(log.locator(".message").last.get_by_role("button", name="No")).to_be_in_viewport()
        await log.hover()
        await page.mouse.wheel(0, -3000)
        await expect(newest).to_be_visible()
        await log.locator(".message", has_text="Page 2").get_by_role("button", name="Yes").click()
        await expect(log.get_by_text("Answered yes")).to_be_attached()
        await expect(log.locator(".message").last).not_to_be_in_viewport()
        await newest.click()
        await expect(log.locator(".message").last.get_by_role("button", name="No")).to_be_in_viewport()
        await expect(newest).to_be_hidden()


async def test_alerts_attachments_and_the_menu_of_commands(browser: Browser) -> None:
    async with phone(browser, LAPTOP) as page:
        log = page.get_by_role("log")
        await page.get_by_role("button", name="START", exact=True).click()
        await page.get_by_role("button", name="No").click()
        await expect(page.get_by_role("dialog")).to_contain_text("Recorded: no")
        await page.get_by_role("button", name="OK").click()
        await page.get_by_role("button", name="Attach").click()
        await page.get_by_role("menuitem", name="Album of three").click()
        await expect(log.get_by_text("You said: nothing")).to_have_count(3)
        await page.get_by_role("button", name="Menu", exact=True).click()
        await page.get_by_role("option", name="Begin").click()
        await expect(log.get_by_text("Hello <b>")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
async def test_two_people_keep_their_chats_apart(browser: Browser, size: dict[str, int]) -> None:
    async with phone(browser, size) as page:
        log = page.get_by_role("log")
        await page.get_by_role("button", name="START", exact=True).click()
        await say(page, "I am Ana")
        if size is PHONE:
            await page.get_by_role("button", name="Ana holds the phone").click()
        await page.get_by_label("Name").fill("Eva")
        await page.get_by_label("Language").select_option("es")
        await page.get_by_role("button", name="Add this person").click()
        await page.get_by_role("button", name="START", exact=True).click()
        await expect(log.get_by_text("Hola <b>")).to_be_visible()
        await expect(log.get_by_text("I am Ana")).to_have_count(0)
        if size is PHONE:
            await page.get_by_role("button", name="Eva holds the phone").click()
        await page.get_by_role("button", name="Ana").click()
        await expect(log.locator(".mine").get_by_text("I am Ana")).to_be_visible()
