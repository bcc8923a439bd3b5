"""Two hundred hostile strings go through the chat as name, product and note: none runs, none breaks what staff see."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from bot.bell import Bell
from bot.console.office import Office
from bot.console.server import console, serve
from bot.desk import Desk
from bot.members import Member, Role
from flows.advance import advance
from storage.database import open_database
from tests.bot.console.browsing import Browser, Codes, here
from tests.bot.console.given import Client
from tests.bot.console.page import Node, read
from tests.bot.room import Room
from tests.bot.standin.test_page import CHROMIUM, PHONE, browser
from tests.folders import quick_folder
from tests.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.async_api import Browser as Chromium

    from flows.flow import Flow
    from storage.database import Database

__all__ = ["browser"]

COURTNEY = Member(111, "Courtney", Role.REVIEWER)
NOW = datetime(2026, 11, 6, 18, 0, tzinfo=UTC)
WHOLE_FORMS = 12
"""How many of the clients go on to the end; the others stop at the product."""
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
UNSEEN = " \t\r\n\x00\u00a0\u00ad\u200b\u2028\u2029\u3000\ufeff"


@dataclass(frozen=True)
class Told:
    """The database with every string in it, and the cases that hold them."""

    database: Database
    cases: tuple[str, ...]


@pytest.fixture(scope="module")
def told(flow: Flow, empty_file: Path) -> Iterator[Told]:
    """One client for each string, who gives it as name, as product, and as a question in the middle."""
    with quick_folder() as folder:
        file = folder / "intake.sqlite3"
        file.write_bytes(empty_file.read_bytes())
        database = open_database(f"sqlite:///{file}")
        room = Room(flow, database, advance=advance)
        yield Told(database, tuple(_case(room, number, words) for number, words in enumerate(hostile())))
        database.close()


def _case(room: Room, number: int, words: str) -> str:
    client = Client(room, 5_000_000_100 + number)
    client.fill("name").say(words)
    client.fill("retinoid_product", name=":skip" if client.state == "name" else "skip", retinoid=":yes")
    client.say(words, words, f"is it {words}?")
    if number < WHOLE_FORMS:
        client.fill(procedure=":yes", procedure_note=f"note {words}", note=f"note {words}")
    return client.case


@pytest.fixture
def office(flow: Flow, told: Told) -> Office:
    desk = Desk(flow, told.database, advance, username="IntakeBot")
    url = "http://127.0.0.1:8081"
    return Office(flow, told.database, {111: COURTNEY}, url, lambda: NOW, desk, Bell(), Codes())


@pytest.fixture
def courtney(office: Office) -> Iterator[Browser]:
    with here(console(office), COURTNEY) as browsing:
        yield browsing


def faults(page: Node) -> list[str]:
    """What in a page could run, load or send something that is not ours."""
    found = []
    for node in page:
        for name, value in node.attributes.items():
            runs = name.startswith("on") or name in {"style", "srcdoc"}
            leads_away = name in {"href", "src", "action", "formaction", "data"} and not value.startswith(
                ("/", "#", "tel:", "?")
            )
            if runs or leads_away:
                found.append(f"<{node.tag} {name}={value!r}>")
        if node.tag in {"img", "iframe", "object", "embed", "base", "style", "template", "math", "video", "audio"}:
            found.append(f"<{node.tag}>")
        if node.tag == "script" and (node.text or not node.attributes["src"].startswith("/static/")):
            found.append("<script>")
    return found


def test_every_string_reached_the_database(told: Told) -> None:
    with told.database.look(NOW) as work:
        kept = [work.intakes.find(case) for case in told.cases]
        said = {line.text for one in kept if one for line in work.transcript.of(one.id) if line.speaker == "client"}
    assert len(kept) >= 200
    readable = [words for words in hostile() if words.isprintable()]
    assert [words for words in readable if words not in said] == []


def test_no_page_holds_anything_that_is_not_ours(courtney: Browser, told: Told) -> None:
    paths = [f"/intakes/{case}{page}" for case in told.cases for page in ("", "/print")]
    paths += ["/?stage=all", "/questions", "/export/print?stage=all", "/numbers"]
    for path in paths:
        answer = courtney.get(path)
        assert answer.status_code == 200, path
        assert faults(read(answer.text)) == [], path


def test_every_question_that_was_kept_can_be_answered(courtney: Browser) -> None:
    page = read(courtney.get("/questions").text)
    forms = [form for form in page.all("form") if form.attributes["action"].endswith("/answer")]
    assert forms
    for form in forms[:5]:
        fields = {**form.fields, "answer": "<b>Yes</b>"}
        answer = courtney.submit(form.attributes["action"], headers=None, **fields)
        assert answer.status_code == 303, answer.text


def test_no_cell_of_the_spreadsheet_starts_a_formula(courtney: Browser, told: Told) -> None:
    text = courtney.get("/export/csv?stage=all").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {row[rows[0].index("case")] for row in rows[1:]} == set(told.cases)
    assert {len(row) for row in rows} == {len(rows[0])}
    starts = {cell for row in rows for cell in row if cell.lstrip(UNSEEN).startswith(FORMULA) or cell[:1] in FORMULA}
    assert starts == set()


def test_json_and_fhir_hold_every_intake(courtney: Browser, told: Told) -> None:
    document = json.loads(courtney.get("/export/json?stage=all").content)
    assert document["count"] == len(told.cases)
    assert {intake["case"] for intake in document["intakes"]} == set(told.cases)
    bundle = courtney.get("/export/fhir?stage=all").content
    Bundle.model_validate_json(bundle)
    kinds = [entry["resource"]["resourceType"] for entry in json.loads(bundle)["entry"]]
    assert kinds.count("QuestionnaireResponse") == len(told.cases)


def test_each_string_is_found_by_what_is_left_of_it_as_a_name_or_nothing_is(courtney: Browser) -> None:
    for words in hostile():
        typed = words.encode("utf-8", "ignore").decode().replace("\0", "")[:90]
        answer = courtney.submit("/search", q=typed)
        assert answer.status_code == 303, words
        assert courtney.get(answer.headers["location"]).status_code == 200, words


@pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="no chromium here")
async def test_in_a_browser_none_of_them_runs(office: Office, told: Told, browser: Chromium) -> None:
    complaints: list[str] = []
    async with serve(office) as running:
        context = await browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
        page = await context.new_page()
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("console", lambda entry: complaints.append(entry.text))
        page.on("request", lambda sent: complaints.append(sent.url) if running.url not in sent.url else None)
        with told.database.work(NOW) as work:
            key = work.sessions.open(COURTNEY.id, "Chromium").key
            work.commit()
        await context.add_cookies([{"name": "session", "value": key, "url": running.url}])
        whole = told.cases[:WHOLE_FORMS]
        for path in ("/?stage=all", "/questions", "/export/print?stage=all", *(f"/intakes/{case}" for case in whole)):
            answer: Any = await page.goto(running.url + path)
            assert answer.status == 200, path
            assert await page.evaluate("document.querySelectorAll('main img, main iframe, main script').length") == 0
            wider = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wider <= 0, f"{path} is {wider} px wider than the screen"
        await context.close()
        await asyncio.sleep(0)
    assert not complaints, complaints
