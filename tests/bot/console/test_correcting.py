"""Correcting an answer: what follows is shown first, and neither a colleague nor the client is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.model import Event, How, Interval, Verdict
from tests.bot.console.conftest import COURTNEY
from tests.bot.console.given import client_of
from tests.bot.console.page import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from bot.console.office import Office
    from flows.flow import Flow
    from storage.database import Database
    from storage.intakes import Kept
    from tests.bot.console.browsing import Browser, Clock
    from tests.bot.console.given import Told
    from tests.bot.console.page import Node


@pytest.fixture
def database_url(told: Told) -> Iterator[str]:
    with told.copied() as url:
        yield url


@pytest.fixture
def case(told: Told) -> str:
    return told.cases["wait"]


def kept_of(office: Office, case: str) -> Kept:
    with office.database.look(office.clock()) as work:
        kept = work.intakes.find(case)
    assert kept is not None
    return kept


def opened(browser: Browser, case: str, key: str) -> dict[str, str]:
    """The fields of the form as it opens."""
    answer = browser.get(f"/intakes/{case}/correct/{key}")
    assert answer.status_code == 200
    return the_form(read(answer.text))


def the_form(page: Node) -> dict[str, str]:
    (form,) = [one for one in page.by_id("main").all("form") if "version" in one.fields]
    return {name: words for name, words in form.fields.items() if name not in {"token", "step"}}


def give(browser: Browser, case: str, key: str, step: str, **fields: str) -> Any:
    return browser.submit(f"/intakes/{case}/correct/{key}", headers=None, step=step, **fields)


def corrected(browser: Browser, case: str, key: str, **fields: str) -> Any:
    """Through the preview, as the page leads."""
    first = {**opened(browser, case, key), "reason": "told me on the phone", **fields}
    preview = give(browser, case, key, "preview", **first)
    assert preview.status_code == 200
    return give(browser, case, key, "save", **the_form(read(preview.text)))


def outlooks(page: Node) -> list[str]:
    return [one.one("span", class_="verdict").text for one in page.all("section", class_="outlook")]


# --- the form -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("age", {"radio"}),
        ("retinoid", {"radio"}),
        ("goals", {"checkbox"}),
        ("retinoid_last", {"radio", "date", "words"}),
        ("wish", {"radio", "date", "words"}),
        ("retinoid_product", {"radio", "words"}),
        ("phone", {"words"}),
        ("name", {"radio", "words"}),
    ],
)
def test_each_kind_of_question_has_its_own_fields(reviewer: Browser, case: str, key: str, fields: set[str]) -> None:
    page = read(reviewer.get(f"/intakes/{case}/correct/{key}").text)
    inputs = page.by_id("main").all("input")
    kinds = {one.attributes.get("type", one.attributes["name"]) for one in inputs}
    assert kinds - {"hidden", "reason"} == fields


@pytest.mark.parametrize("key", ["consent", "exfoliant_last", "shoe_size"])
def test_what_does_not_apply_can_not_be_corrected(reviewer: Browser, case: str, key: str) -> None:
    assert reviewer.get(f"/intakes/{case}/correct/{key}").status_code == 404
    assert give(reviewer, case, key, "save", words="x", reason="y").status_code == 404


def test_nothing_of_who_declined_can_be_corrected(reviewer: Browser, told: Told) -> None:
    assert reviewer.get(f"/intakes/{told.cases['declined']}/correct/age").status_code == 404


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("retinoid_last", {}),
        ("retinoid_last", {"words": "when the moon was blue"}),
        ("retinoid_last", {"day": "2026-11-30"}),
        ("retinoid_last", {"day": "2026-11-01", "words": "Nov 1"}),
        ("retinoid_last", {"choice": "still_using", "words": "Nov 1"}),
        ("retinoid_last", {"choice": "purple"}),
        ("retinoid_last", {"words": "Nov 2"}),
        ("phone", {"words": "12"}),
        ("name", {"words": "x" * 1500}),
        ("wish", {"words": "Nov 1"}),
    ],
)
def test_bad_input_has_one_sentence_and_loses_nothing(
    reviewer: Browser, office: Office, case: str, key: str, fields: dict[str, str]
) -> None:
    before = kept_of(office, case)
    answer = give(reviewer, case, key, "preview", **{**opened(reviewer, case, key), "reason": "so they said", **fields})
    page = read(answer.text)
    assert answer.status_code == 422
    assert len(page.all("p", class_="problem")) == 1
    filled = the_form(page)
    assert {name: filled.get(name, "") for name in fields if name != "choice"} == {
        name: words for name, words in fields.items() if name != "choice"
    }
    ticked = [one.attributes["value"] for one in page.all("input") if "checked" in one.attributes]
    assert ticked == (["still_using"] if fields.get("choice") == "still_using" else [])
    assert filled["reason"] == "so they said"
    assert kept_of(office, case) == before


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_without_a_reason_nothing_is_saved(reviewer: Browser, office: Office, case: str, reason: str) -> None:
    before = kept_of(office, case)
    fields = {**opened(reviewer, case, "retinoid_last"), "words": "Nov 1", "reason": reason}
    answer = give(reviewer, case, "retinoid_last", "save", **fields)
    page = read(answer.text)
    assert answer.status_code == 422
    assert page.by_id("words").attributes["value"] == "Nov 1"
    assert page.by_id("reason").attributes["aria-describedby"] == "problem-reason"
    assert kept_of(office, case) == before


# --- what follows ---------------------------------------------------------------------------------


def test_what_follows_is_shown_before_anything_is_saved(reviewer: Browser, office: Office, told: Told) -> None:
    case = told.cases["stop"]
    before = kept_of(office, case)
    fields = {**opened(reviewer, case, "retinoid"), "choice": "no", "reason": "mixed it up"}
    page = read(give(reviewer, case, "retinoid", "preview", **fields).text)
    assert outlooks(page) == ["STOP", "STOP"]
    notes = " ".join(note.text for note in page.all("p", class_="note"))
    assert "Retinoid product, Retinoid last used" in notes
    assert kept_of(office, case) == before


def test_a_change_of_verdict_is_shown_and_that_the_client_was_told_otherwise(reviewer: Browser, told: Told) -> None:
    case = told.cases["ready"]
    fields = {**opened(reviewer, case, "skin_now"), "choice": "yes", "reason": "saw it"}
    page = read(give(reviewer, case, "skin_now", "preview", **fields).text)
    assert outlooks(page) == ["READY", "REVIEW"]
    assert len(page.all("p", class_="note")) == 1


def test_what_is_asked_as_well_is_named(reviewer: Browser, told: Told) -> None:
    case = told.cases["ready"]
    fields = {**opened(reviewer, case, "exfoliant"), "choice": "yes", "reason": "uses a scrub"}
    page = read(give(reviewer, case, "exfoliant", "preview", **fields).text)
    assert "Exfoliating product, Exfoliant last used" in page.all("p", class_="note")[0].text


def test_the_preview_can_be_taken_up_again_with_everything_in_it(reviewer: Browser, case: str) -> None:
    fields = {**opened(reviewer, case, "goals"), "choice": "acne_scars", "reason": "because"}
    preview = the_form(read(give(reviewer, case, "goals", "preview", **fields).text))
    page = read(give(reviewer, case, "goals", "edit", **preview).text)
    assert [one.attributes["value"] for one in page.all("input") if "checked" in one.attributes] == ["acne_scars"]
    assert page.by_id("reason").attributes["value"] == "because"


# --- saving ---------------------------------------------------------------------------------------


def test_a_correction_counts_and_the_answer_before_it_stays(reviewer: Browser, office: Office, case: str) -> None:
    answer = corrected(reviewer, case, "retinoid_last", words="Nov 3")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/intakes/{case}?notice=corrected#answer-retinoid_last"
    kept = kept_of(office, case)
    now = kept.intake.answers["retinoid_last"]
    assert (now.said, now.how) == ("Nov 3", How.STAFF)
    with office.database.look(office.clock()) as work:
        told = [given for given in work.intakes.history(kept) if given.question == "retinoid_last"]
        line = work.cases.find(case)
        past = work.events.of(kept.id)[-1].happened
    assert [given.answer.said for given in told] == ["Nov 2", "Nov 3"]
    assert told[1].corrected
    assert (told[1].corrected.staff_id, told[1].corrected.reason) == (COURTNEY.id, "told me on the phone")
    assert (past.event, past.about) == (Event.ANSWER_CORRECTED, "retinoid_last")
    assert line
    assert (line.verdict, str(line.earliest)) == (Verdict.WAIT, "2026-11-09")


def test_the_page_says_who_corrected_what_and_why(reviewer: Browser, case: str) -> None:
    corrected(reviewer, case, "retinoid_last", day="2026-11-03")
    page = read(reviewer.get(f"/intakes/{case}").text)
    row = page.by_id("answer-retinoid_last")
    assert row.one("span", class_="by").text == "corrected by Courtney"
    assert "told me on the phone" in row.text
    assert "Nov 2" in page.one("tr", class_="history").text


def test_a_question_that_was_not_answered_can_be_filled_in(reviewer: Browser, office: Office, told: Told) -> None:
    case = told.cases["unfinished"]
    assert corrected(reviewer, case, "exfoliant", choice="no").status_code == 303
    assert kept_of(office, case).intake.answers["exfoliant"].value == "no"


def test_several_can_be_ticked_at_once(reviewer: Browser, office: Office, case: str) -> None:
    first = opened(reviewer, case, "goals")
    given: list[tuple[str, str]] = [*first.items(), ("choice", "texture"), ("choice", "acne_scars")]
    body = {"token": reviewer.token, "step": "save", **dict(given), "choice": ["texture", "acne_scars"], "reason": "r"}
    assert reviewer.post(f"/intakes/{case}/correct/goals", data=body).status_code == 303
    assert kept_of(office, case).intake.answers["goals"].value == ("acne_scars", "texture")


def test_the_trail_tells_a_correction_from_one_that_was_only_considered(
    reviewer: Browser, office: Office, case: str
) -> None:
    corrected(reviewer, case, "retinoid_last", words="Nov 3")
    with office.database.look(office.clock()) as work:
        lines = [(line.action, line.about) for line in work.audit.page(case=case)]
    assert [line for line in lines if line[0] == "corrected"] == [("corrected", "retinoid_last")]
    assert ("correction_considered", "retinoid_last") in lines


def test_the_correction_can_be_found_by_what_it_says(reviewer: Browser, office: Office, case: str) -> None:
    corrected(reviewer, case, "name", words="Zebulon")
    address = reviewer.submit("/search", q="zebu").headers["location"]
    assert f"case-{case}" in read(reviewer.get(address).text).ids


# --- two at once ----------------------------------------------------------------------------------


def test_a_colleagues_correction_meanwhile_is_shown_and_not_overwritten(
    reviewer: Browser, other_reviewer: Browser, office: Office, case: str
) -> None:
    mine = {**opened(reviewer, case, "retinoid_last"), "words": "Nov 1", "reason": "wrote it down"}
    corrected(other_reviewer, case, "retinoid_last", words="Nov 3")
    answer = give(reviewer, case, "retinoid_last", "save", **mine)
    page = read(answer.text)
    assert answer.status_code == 409
    assert kept_of(office, case).intake.answers["retinoid_last"].said == "Nov 3"
    assert "corrected by Jackie" in page.one("section", class_="notice-box").text
    again = the_form(page)
    assert (again["words"], again["reason"]) == ("Nov 1", "wrote it down")
    assert give(reviewer, case, "retinoid_last", "save", **again).status_code == 303
    assert kept_of(office, case).intake.answers["retinoid_last"].said == "Nov 1"


def test_a_client_who_answers_meanwhile_is_never_overwritten(
    reviewer: Browser, office: Office, flow: Flow, database: Database, clock: Clock, told: Told
) -> None:
    case = told.cases["unfinished"]
    mine = {**opened(reviewer, case, "exfoliant"), "choice": "no", "reason": "told me"}
    client_of(flow, database, "unfinished", clock()).say("yes")
    answer = give(reviewer, case, "exfoliant", "save", **mine)
    page = read(answer.text)
    assert answer.status_code == 409
    assert kept_of(office, case).intake.answers["exfoliant"].value == "yes"
    assert "Exfoliant" in page.one("section", class_="notice-box").text
    assert the_form(page)["choice"] == "no"


def test_a_client_goes_on_after_a_correction(
    reviewer: Browser, office: Office, flow: Flow, database: Database, clock: Clock, told: Told
) -> None:
    case = told.cases["unfinished"]
    corrected(reviewer, case, "area", choice="neck")
    client = client_of(flow, database, "unfinished", clock())
    client.say("no")
    assert client.state == "procedure"
    assert kept_of(office, case).intake.answers["area"].value == "neck"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{ 7*7 }}", '"><img src=x>', "\u202ecba"])
def test_hostile_corrections_stand_there_as_words(reviewer: Browser, case: str, words: str) -> None:
    answer = corrected(reviewer, case, "note", words=words, reason=words)
    assert answer.status_code == 303
    page = read(reviewer.get(f"/intakes/{case}").text)
    assert words in page.by_id("answer-note").text
    assert not page.all("img")


def test_an_interval_given_in_words_is_kept_as_one(reviewer: Browser, office: Office, case: str) -> None:
    corrected(reviewer, case, "sun_last", words="2 weeks ago")
    value = kept_of(office, case).intake.answers["sun_last"].value
    assert isinstance(value, Interval)
    assert not value.exact
