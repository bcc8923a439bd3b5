"""One intake on one screen: each reason leads to the words that caused it, and nothing that was said is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.team import team_turn
from flows.model import TeamWrote
from tests.bot.console.conftest import COURTNEY, JACKIE
from tests.bot.console.given import RIGHT_TO_LEFT, STORIES, client_of
from tests.bot.console.page import read
from tests.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.console.office import Office
    from flows.flow import Flow
    from storage.database import Database
    from tests.bot.console.browsing import Browser, Clock
    from tests.bot.console.given import Told
    from tests.bot.console.page import Node


@pytest.fixture
def database_url(told: Told) -> Iterator[str]:
    with told.copied() as url:
        yield url


def look(browser: Browser, case: str, rest: str = "") -> Node:
    answer = browser.get(f"/intakes/{case}{rest}")
    assert answer.status_code == 200
    return read(answer.text)


@pytest.mark.parametrize("story", STORIES)
def test_every_link_on_the_page_leads_to_something_on_it(reviewer: Browser, told: Told, story: str) -> None:
    page = look(reviewer, told.cases[story])
    inner = [link.removeprefix("#") for link in page.links if link.startswith("#") and link != "#main"]
    assert inner
    assert set(inner) <= set(page.ids)


@pytest.mark.parametrize("story", [each for each in STORIES if each != "declined"])
def test_every_reason_leads_to_an_answer_or_to_the_clients_own_words(reviewer: Browser, told: Told, story: str) -> None:
    page = look(reviewer, told.cases[story])
    for reason in (item for item in page.by_id("verdict").all("li") if item.all("p", class_="source")):
        links = [link.removeprefix("#") for link in reason.links]
        assert links, reason.text
        assert [link for link in links if link.startswith("turn-") and "client" in classes(page, link)], reason.text


def classes(page: Node, anchor: str) -> list[str]:
    return page.by_id(anchor).attributes.get("class", "").split()


def test_the_words_behind_a_product_are_those_typed_and_not_the_tap_that_confirmed_them(
    reviewer: Browser, told: Told
) -> None:
    page = look(reviewer, told.cases["wait"])
    said = page.by_id("answer-retinoid_product").one("a", class_="said")
    assert page.by_id(said.attributes["href"].removeprefix("#")).one("p", class_="text").text == "tretinoin 0.05%"


def test_words_outside_of_any_answer_are_what_an_urgent_reason_leads_to(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, told.cases["urgent"])
    (said,) = page.by_id("verdict").all("a", class_="said")
    assert "breathe" in page.by_id(said.attributes["href"].removeprefix("#")).text


def test_the_verdict_stands_on_top_with_the_day_and_what_is_missing(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, told.cases["wait"]).by_id("verdict")
    assert page.one("p", class_="sum").one("span", class_="verdict").text == "WAIT"
    assert "Sun, Nov 8, 2026" in page.one("p", class_="sum").text
    assert "Exfoliant" in look(reviewer, told.cases["unfinished"]).by_id("verdict").one("p", class_="note").text


def test_a_verdict_that_time_has_changed_is_shown_beside_the_one_of_then(
    reviewer: Browser, told: Told, clock: Clock
) -> None:
    assert not look(reviewer, told.cases["wait"]).by_id("verdict").all("p", class_="note")
    clock.forward(days=8)
    reviewer.come_in(COURTNEY)
    verdict = look(reviewer, told.cases["wait"]).by_id("verdict")
    assert verdict.one("p", class_="sum").one("span", class_="verdict").text == "READY"
    assert verdict.one("p", class_="note").one("span", class_="verdict").text == "WAIT"


def test_as_said_stands_beside_as_understood_with_how_and_when(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, told.cases["wait"])
    row = {cell.attributes.get("data-label"): cell.text for cell in page.by_id("answer-retinoid_last").all("td")}
    assert (row["As said"], row["As understood"]) == ("Nov 2", "Mon, Nov 2, 2026")
    assert row["How"].startswith("typed Nov 3, ")
    assert "Tretinoin" in page.by_id("answer-retinoid_product").text


def test_what_was_not_understood_is_flagged_and_says_what_it_counts_as(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, told.cases["hostile"])
    row = page.by_id("answer-retinoid_last")
    assert row.attributes["class"] == "flagged"
    assert row.all("strong", class_="unread")
    assert "#answer-retinoid_last" in page.by_id("verdict").links


def test_an_answer_that_was_replaced_stays_as_history(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, told.cases["review"])
    histories = [row.text for row in page.all("tr", class_="history")]
    assert len(histories) == 2
    assert "chemical peel 3 weeks ago" in histories[1]
    assert "until" in histories[0]


# --- the chat -------------------------------------------------------------------------------------


def test_the_chat_tells_taps_edits_commands_and_media_apart(reviewer: Browser, told: Told) -> None:
    chat = look(reviewer, told.cases["review"]).by_id("chat")
    edited = next(bubble for bubble in chat.all("li", class_="client") if bubble.all("p", class_="was"))
    assert edited.one("del").text == "chemical peel 3 weeks ago"
    how = [bubble.one("p", class_="meta").text for bubble in chat.all("li", class_="client")]
    assert any("command" in one for one in how)
    assert any("tapped" in one for one in how)
    media = look(reviewer, told.cases["unfinished"]).by_id("chat").all("li", class_="client")
    assert "[photo]" in [bubble.one("p", class_="text").text for bubble in media]


def test_who_speaks_is_said_in_words_and_buttons_are_no_buttons(
    reviewer: Browser, told: Told, database: Database, office: Office
) -> None:
    with database.work(office.clock()) as work:
        team_turn(office.desk, work, office.clock(), told.cases["review"], TeamWrote("Hello Marisol"), JACKIE.id)
        work.commit()
    chat = look(reviewer, told.cases["review"]).by_id("chat")
    speakers = {side: chat.all("li", class_=side)[0].all("strong")[0].text for side in ("client", "bot", "team")}
    assert speakers == {"client": "Client", "bot": "Bot", "team": "Jackie"}
    assert "Hello Marisol" in chat.all("li", class_="team")[0].text
    assert chat.all("ul", class_="buttons")
    assert not chat.all("button")
    assert len(chat.all("h3", class_="day")) == 2


def test_the_live_parts_are_parts_of_the_page(reviewer: Browser, told: Told) -> None:
    case = told.cases["wait"]
    page = look(reviewer, case)
    for part in ("status", "chat"):
        (alone,) = [node for node in look(reviewer, case, f"/{part}").parts if not isinstance(node, str)]
        assert alone.attributes["id"] == part
        assert alone.text == page.by_id(part).text


def test_news_of_the_client_is_told_to_whoever_has_the_page_open(
    reviewer: Browser, told: Told, flow: Flow, database: Database, clock: Clock
) -> None:
    address = look(reviewer, told.cases["unfinished"]).by_id("status").attributes["hx-get"]
    assert not read(reviewer.get(address).text).all("p", class_="notice")
    client_of(flow, database, "unfinished", clock()).say("no")
    fresh = read(reviewer.get(address).text)
    assert fresh.one("p", class_="notice").links == [f"/intakes/{told.cases['unfinished']}"]
    assert fresh.by_id("status").attributes["hx-get"] == address


# --- around it ------------------------------------------------------------------------------------


def test_earlier_intakes_of_the_same_person_are_a_link_away(
    reviewer: Browser, told: Told, database: Database, office: Office
) -> None:
    with database.look(office.clock()) as work:
        line = work.cases.find(told.cases["again"])
        assert line
        other = next(one for one in work.cases.of_person(line.chat_id) if one.case != line.case)
    assert f"/intakes/{other.case}" in look(reviewer, line.case).by_id("more").links
    page = look(reviewer, other.case)
    assert f"/intakes/{line.case}" in page.by_id("more").links
    assert "reply" not in page.ids


def test_how_the_client_wants_to_go_on_and_their_number_stand_on_top(reviewer: Browser, told: Told) -> None:
    contact = look(reviewer, told.cases["wait"]).one("dl", class_="contact")
    assert "tel:+13145550123" in contact.links
    assert "morning" in contact.text


def test_of_who_declined_nothing_is_shown_because_nothing_is_kept(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, told.cases["declined"])
    assert "answers" not in page.ids
    assert "reply" not in page.ids
    assert not page.by_id("chat").all("li")


def test_the_form_can_be_read_as_it_was(reviewer: Browser, told: Told, database: Database, office: Office) -> None:
    with database.work(office.clock()) as work:
        kept = work.intakes.find(told.cases["wait"])
        assert kept
        work.forms.keep(kept.form, "How old are you? <b>")
        work.commit()
    address = f"/forms/{kept.form}"
    assert address in look(reviewer, told.cases["wait"]).links
    assert read(reviewer.get(address).text).one("pre").text == "How old are you? <b>"
    assert reviewer.get("/forms/nothing").status_code == 404


def test_a_case_number_may_be_typed_in_small_letters_and_one_that_is_none_is_not_found(
    reviewer: Browser, told: Told
) -> None:
    assert look(reviewer, told.cases["wait"].lower()).by_id("answers")
    assert reviewer.get("/intakes/NOSUCH").status_code == 404


def test_a_page_that_was_looked_at_is_on_the_trail(
    reviewer: Browser, told: Told, database: Database, office: Office
) -> None:
    look(reviewer, told.cases["wait"])
    with database.look(office.clock()) as work:
        (line,) = work.audit.page(case=told.cases["wait"])
    assert (line.action, line.staff_id, line.about) == ("intake_viewed", COURTNEY.id, "")


# --- hostile words --------------------------------------------------------------------------------


def test_hostile_words_stand_there_as_words(reviewer: Browser, told: Told) -> None:
    answer = reviewer.get(f"/intakes/{told.cases['hostile']}")
    page = read(answer.text)
    assert page.one("h1").text.startswith('<img src=x onerror="alert(1)">')
    assert "{{ 7*7 }}" in page.by_id("answer-retinoid_product").text
    assert RIGHT_TO_LEFT in page.by_id("answer-procedure_note").text
    assert not page.all("img")
    assert len(page.all("script")) == 4


def test_no_hostile_note_adds_an_element_or_is_lost(reviewer: Browser, told: Told) -> None:
    case = told.cases["wait"]
    before, sent = look(reviewer, case), [words for words in map(sendable, hostile()) if words.strip()]
    for words in sent:
        assert reviewer.submit(f"/intakes/{case}/note", note=words).status_code == 303
    after = look(reviewer, case)
    shown = [note.text for note in after.by_id("notes").all("p", class_="text")]
    assert shown == [" ".join(words.split()) for words in sent]
    for tag in ("script", "img", "iframe", "form", "style", "svg"):
        assert len(after.all(tag)) == len(before.all(tag)), tag


def sendable(words: str) -> str:
    """What of them a browser can send, and a page can hold."""
    return words.encode("utf-8", "ignore").decode().replace("\0", "").replace("\r", "\n")


@pytest.mark.parametrize(
    ("words", "rule"), [("I took Accutane last spring", "isotretinoin recent"), ("My melasma is back", "melasma")]
)
def test_what_was_only_mentioned_is_a_reason_that_leads_to_the_very_words(
    reviewer: Browser, told: Told, flow: Flow, database: Database, clock: Clock, words: str, rule: str
) -> None:
    client_of(flow, database, "ready", clock()).say(words)
    page = look(reviewer, told.cases["ready"])
    reason = next(item for item in page.by_id("verdict").all("li") if f"Rule {rule}," in item.text)
    (link,) = reason.one("ul", class_="causes").links
    assert page.by_id(link.removeprefix("#")).one("p", class_="text").text == words
