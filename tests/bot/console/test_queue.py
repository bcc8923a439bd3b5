"""The queue: who is there, how they are found, and that no address says whom somebody looked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from flows.model import Verdict
from storage.cases import Outcome
from tests.bot.console.conftest import COURTNEY, JACKIE
from tests.bot.console.page import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.console.office import Office
    from storage.database import Database
    from tests.bot.console.browsing import Browser
    from tests.bot.console.given import Told
    from tests.bot.console.page import Node


@pytest.fixture
def database_url(told: Told) -> Iterator[str]:
    with told.copied() as url:
        yield url


def look(browser: Browser, address: str = "/") -> Node:
    answer = browser.get(address)
    assert answer.status_code == 200
    return read(answer.text)


def cases(page: Node) -> list[str]:
    return [row.attributes["id"].removeprefix("case-") for row in page.all("tr") if "id" in row.attributes]


def found(browser: Browser, **wanted: str) -> Node:
    answer = browser.submit("/search", headers=None, **wanted)
    assert answer.status_code == 303
    return look(browser, answer.headers["location"])


def test_new_ones_come_first_and_the_longest_waiting_first(reviewer: Browser, told: Told) -> None:
    page = look(reviewer)
    waiting = ("ready", "wait", "review", "stop", "unfinished", "urgent", "again", "hostile")
    assert cases(page) == [told.cases[story] for story in waiting]
    assert [link.text for link in page.by_id("queue").all("a", **{"aria-current": "page"})] == ["New 8"]


@pytest.mark.parametrize("address", ["/", "/?stage=booked"])
def test_urgent_words_come_before_everything_until_somebody_has_them(
    reviewer: Browser, told: Told, address: str
) -> None:
    assert look(reviewer, address).one("div", class_="urgent-first").links == [f"/intakes/{told.cases['urgent']}"]
    reviewer.submit(f"/intakes/{told.cases['urgent']}/claim")
    assert look(reviewer, address).all("div", class_="urgent-first") == []


@pytest.mark.parametrize(
    ("story", "verdict"), [("ready", Verdict.READY), ("wait", Verdict.WAIT), ("stop", Verdict.STOP)]
)
def test_a_line_says_who_what_verdict_and_what_they_hope_for(
    reviewer: Browser, told: Told, story: str, verdict: Verdict
) -> None:
    row = look(reviewer).by_id(f"case-{told.cases[story]}")
    assert row.one("span", class_="verdict").text == verdict.name
    assert row.one("td", class_="goals").text not in {"", "–"}
    assert row.links == [f"/intakes/{told.cases[story]}"]


def test_the_earliest_day_is_shown_and_one_that_has_come_is_any_day(reviewer: Browser, told: Told) -> None:
    page = look(reviewer)
    days = [page.by_id(f"case-{told.cases[story]}").all("td")[1].text for story in ("ready", "wait", "stop")]
    assert days == ["any day now", "Sun, Nov 8, 2026", "no day"]


def test_who_stopped_is_listed_with_the_question_in_words(reviewer: Browser, told: Told) -> None:
    assert "“Exfoliant”" in look(reviewer).by_id(f"case-{told.cases['unfinished']}").text


def test_urgent_and_paused_are_said_in_words(reviewer: Browser, told: Told) -> None:
    marks = [mark.text for mark in look(reviewer).by_id(f"case-{told.cases['urgent']}").all("span", class_="mark")]
    assert marks == ["urgent", "paused"]


def test_each_stage_has_its_own_list(reviewer: Browser, told: Told) -> None:
    assert cases(look(reviewer, "/?stage=declined")) == [told.cases["declined"]]
    assert set(told.cases.values()) < set(cases(look(reviewer, "/?stage=all")))


def test_claimed_and_booked_say_by_whom_and_on_what_day(
    reviewer: Browser, database: Database, office: Office, told: Told
) -> None:
    with database.work(office.clock()) as work:
        mine, booked = (work.cases.find(told.cases[story]) for story in ("wait", "ready"))
        assert mine
        assert booked
        work.cases.claim(mine.id, JACKIE.id)
        work.cases.decide(booked.id, booked.staff_version, Outcome.BOOKED, date(2026, 12, 12))
        work.commit()
    assert "Jackie" in look(reviewer, "/?stage=claimed").by_id(f"case-{mine.case}").text
    assert "Sat, Dec 12, 2026" in look(reviewer, "/?stage=booked").by_id(f"case-{booked.case}").text


def test_an_empty_stage_says_what_to_do(reviewer: Browser) -> None:
    page = look(reviewer, "/?stage=claimed")
    assert cases(page) == []
    assert "/?stage=new" in page.one("div", class_="empty").links


# --- searching ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "story"),
    [
        ("Marisol", "review"),
        ("mari", "review"),
        ("jo o'neil", "wait"),
        ("(314) 555-0123", "wait"),
        ("0123", "wait"),
        ("<img", "hostile"),
    ],
)
def test_one_box_finds_by_name_and_phone(reviewer: Browser, told: Told, words: str, story: str) -> None:
    assert cases(found(reviewer, q=words)) == [told.cases[story]]


def test_the_box_finds_a_case_number_as_it_is_typed(reviewer: Browser, told: Told) -> None:
    case = told.cases["stop"]
    assert cases(found(reviewer, q=case.lower())) == [case]
    assert cases(found(reviewer, q=f"#{case}")) == [case]


def test_the_box_finds_by_the_day_somebody_began(reviewer: Browser, told: Told) -> None:
    assert set(told.cases.values()) < set(cases(found(reviewer, q="Nov 3")))
    assert cases(found(reviewer, q="2026-11-02")) == []


def test_words_of_two_kinds_can_be_taken_the_other_way(reviewer: Browser) -> None:
    page = found(reviewer, q="Nov 3")
    form = page.one("div", class_="searched").one("form")
    assert form.fields["read_as"] == "name"
    assert cases(found(reviewer, q="Nov 3", read_as=form.fields["read_as"])) == []


@pytest.mark.parametrize("words", ["!!!", "12", "%", "{{ 7*7 }}{", "' OR 1=1 --", "\u202e"])
def test_words_that_name_nobody_find_nobody(reviewer: Browser, words: str) -> None:
    page = found(reviewer, q=words)
    assert cases(page) == []
    assert "/" in page.one("div", class_="empty").links


def test_filters_narrow_the_list_and_hold_together(
    reviewer: Browser, database: Database, office: Office, told: Told
) -> None:
    with database.work(office.clock()) as work:
        line = work.cases.find(told.cases["wait"])
        assert line
        work.cases.claim(line.id, COURTNEY.id)
        work.notes.tag(line.id, COURTNEY.id, "call back")
        work.commit()
    assert cases(found(reviewer, mine="yes")) == [line.case]
    assert cases(found(reviewer, tag="call back")) == [line.case]
    assert cases(found(reviewer, verdict="STOP")) == [told.cases["urgent"], told.cases["stop"]]
    assert cases(found(reviewer, rule="isotretinoin_now")) == [told.cases["stop"]]
    assert cases(found(reviewer, rule="isotretinoin_now", mine="yes")) == []
    assert cases(found(reviewer, rule="sun", first="2026-11-03", last="2026-11-03")) == [line.case]
    assert cases(found(reviewer, rule="sun", first="2026-11-04")) == []
    assert cases(found(reviewer, rule="sun", last="9999-12-31")) == [line.case]


def test_a_search_for_nothing_is_no_search(reviewer: Browser) -> None:
    answer = reviewer.submit("/search", q="  ", stage="reviewed")
    assert answer.headers["location"] == "/?stage=reviewed"


def test_no_address_says_what_was_looked_for(reviewer: Browser) -> None:
    answer = reviewer.submit("/search", q="Marisol", rule="sun", tag="call back", stage="new", sort="newest")
    asked = parse_qs(urlsplit(answer.headers["location"]).query)
    assert set(asked) == {"stage", "sort", "search"}
    page = look(reviewer, answer.headers["location"])
    assert not [link for link in page.links if "arisol" in link or "sun" in link]
    assert all(f"search={asked['search'][0]}" in link for link in page.links if link.startswith("/export/"))


def test_a_search_of_somebody_elses_finds_as_if_there_were_none(reviewer: Browser, other_reviewer: Browser) -> None:
    address = reviewer.submit("/search", q="Marisol").headers["location"]
    assert len(cases(look(reviewer, address))) == 1
    assert len(cases(look(other_reviewer, address))) > 1


def test_the_trail_has_the_kinds_of_a_search_and_not_its_words(
    reviewer: Browser, database: Database, office: Office
) -> None:
    found(reviewer, q="Marisol", rule="sun")
    with database.look(office.clock()) as work:
        abouts = [line.about for line in work.audit.page(action="searched")]
    assert abouts == ["read_as,rule"]


# --- paging, sorting, refreshing ------------------------------------------------------------------


def test_a_long_list_goes_on_and_back_without_losing_anybody(
    reviewer: Browser, database: Database, office: Office
) -> None:
    with database.work(office.clock()) as work:
        for number in range(60):
            kept = work.intakes.begin(9_000_000 + number, "f", "en")
            work.cases.call_staff(kept.id)
        work.commit()
    page, seen, way = look(reviewer, "/?stage=new&sort=oldest"), [], []
    while True:
        way.append(cases(page))
        seen += cases(page)
        onward = page.all("a", rel="next")
        if not onward:
            break
        page = look(reviewer, onward[0].attributes["href"])
    assert len(seen) == len(set(seen)) == 68
    back = look(reviewer, page.one("a", rel="prev").attributes["href"])
    assert cases(back) == way[-2]


def test_the_list_can_be_sorted_and_keeps_its_place_in_the_address(reviewer: Browser, told: Told) -> None:
    page = look(reviewer, "/?stage=new&sort=verdict")
    assert {told.cases["stop"], told.cases["urgent"]} == set(cases(page)[:2])
    assert page.by_id("queue").attributes["hx-get"] == "/?stage=new&sort=verdict"


@pytest.mark.parametrize("address", ["/?stage=x", "/?sort=x", "/?after=x", "/?search=x", "/?stage=new&after=a99999999"])
def test_an_address_that_was_meddled_with_still_shows_a_list(reviewer: Browser, address: str) -> None:
    assert cases(look(reviewer, address))


def test_a_live_refresh_is_the_same_list(reviewer: Browser) -> None:
    ordinary = look(reviewer, "/?stage=all")
    live = read(reviewer.get("/?stage=all", headers={"X-Live": "1"}).text)
    assert cases(live) == cases(ordinary)


def test_a_question_that_waits_is_told_of_above_the_list(reviewer: Browser) -> None:
    assert "2" in look(reviewer).one("p", class_="asked").text


def test_every_page_of_the_queue_has_one_heading_and_labelled_fields(reviewer: Browser) -> None:
    for address in ("/", "/?stage=all", "/?stage=booked"):
        page = look(reviewer, address)
        assert len(page.all("h1")) == 1
        labelled = {label.attributes["for"] for label in page.all("label") if "for" in label.attributes}
        inside = {id(node) for label in page.all("label") for node in label}
        for one in (*page.all("input"), *page.all("select")):
            hidden = one.attributes.get("type") == "hidden"
            assert hidden or one.attributes.get("id") in labelled or id(one) in inside
