"""Staff take along what they see: as a file, on paper, and it stands on the trail."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from bot.console.server import console
from storage.cases import Wanted
from storage.tables import Stage
from tests.bot.console.browsing import Browser, here
from tests.bot.console.conftest import COURTNEY
from tests.bot.console.given import STORIES, client_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.console.office import Office
    from flows.flow import Flow
    from storage.audit import AuditLine
    from storage.database import Database
    from tests.bot.console.given import Told

STAGES = ("all", *Stage)


@pytest.fixture
def database_url(told: Told) -> Iterator[str]:
    """A client of every story has come."""
    with told.copied() as url:
        yield url


@pytest.fixture
def desk(office: Office) -> Iterator[Browser]:
    """Courtney's browser, under a name that has to be escaped."""
    office.staff[COURTNEY.id] = replace(COURTNEY, name="=Courtney <b>")  # type: ignore[index] # the test's own dict
    with here(console(office), COURTNEY) as browser:
        yield browser


def table(answer: Any) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def cases(browser: Browser, kind: str, asked: str) -> list[str]:
    """The case numbers that an export of the list holds."""
    answer = browser.get(f"/export/{kind}?{asked}")
    if kind == "csv":
        return [row["case"] for row in table(answer)]
    if kind == "json":
        return [intake["case"] for intake in answer.json()["intakes"]]
    if kind == "fhir":
        return [entry["resource"]["id"] for entry in answer.json()["entry"][1:]]
    return re.findall(r"<h1>Intake (\w{6})", answer.text)


def trail(office: Office) -> AuditLine:
    with office.database.look(office.clock()) as work:
        (newest,) = work.audit.page(size=1)
    return newest


# --- one intake -----------------------------------------------------------------------------------


def test_one_intake_is_a_table_of_one_row(desk: Browser, told: Told) -> None:
    case = told.cases["wait"]
    answer = desk.get(f"/intakes/{case}/export/csv")
    (row,) = table(answer)
    assert (row["case"], row["retinoid_last"], row["phone"]) == (case, "2026-11-02", "'+13145550123")
    assert row["exported_by"] == "'=Courtney <b>"
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="intake-{case}.csv"'
    assert answer.headers["cache-control"] == "no-store"


def test_one_intake_is_json_with_its_transcript(desk: Browser, told: Told) -> None:
    found = desk.get(f"/intakes/{told.cases['review']}/export/json").json()
    (intake,) = found["intakes"]
    assert (found["count"], found["exported_by"]) == (1, "=Courtney <b>")
    assert "chemical peel 5 weeks ago" in [line["text"] for line in intake["transcript"]]
    assert [past["value"] for past in intake["history"] if past["question"] == "area"] == ["face", "both"]
    assert [asked["text"] for asked in intake["passed_on"]] == ["Do you have parking behind the building?"]


@pytest.mark.parametrize("story", STORIES)
def test_one_intake_is_a_valid_response(desk: Browser, told: Told, story: str) -> None:
    answer = desk.get(f"/intakes/{told.cases[story]}/export/fhir")
    found = QuestionnaireResponse.model_validate_json(answer.content)
    assert found.id == told.cases[story]
    assert answer.headers["content-type"] == "application/fhir+json"


@pytest.mark.parametrize(
    ("story", "status"),
    [("ready", "completed"), ("unfinished", "in-progress"), ("declined", "stopped"), ("urgent", "in-progress")],
)
def test_the_status_is_that_of_the_form(desk: Browser, told: Told, story: str, status: str) -> None:
    assert desk.get(f"/intakes/{told.cases[story]}/export/fhir").json()["status"] == status


def test_an_answer_changed_after_the_end_makes_it_amended(
    desk: Browser, office: Office, flow: Flow, database: Database
) -> None:
    client = client_of(flow, database, "ready", office.clock())
    client.say("/edit").tap("change_area", ":neck").fill()
    assert client.state == "finished"
    assert desk.get(f"/intakes/{client.case}/export/fhir").json()["status"] == "amended"


@pytest.mark.parametrize("kind", ["csv", "json", "fhir"])
def test_a_case_that_is_not_there_cannot_be_taken_along(desk: Browser, kind: str) -> None:
    assert desk.get(f"/intakes/AAAAAA/export/{kind}").status_code == 404


@pytest.mark.parametrize("path", ["/export/xml", "/intakes/{case}/export/xml", "/intakes/{case}/export/print"])
def test_a_format_that_is_not_there_is_refused(desk: Browser, told: Told, path: str) -> None:
    assert desk.get(path.format(case=told.cases["ready"])).status_code == 404


# --- a list ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", STAGES)
def test_every_export_of_a_stage_holds_what_the_queue_counts(desk: Browser, stage: str) -> None:
    with desk.office.database.look(desk.office.clock()) as work:
        total = work.cases.total(Wanted(stage=None if stage == "all" else Stage(stage)))
    found = {kind: cases(desk, kind, f"stage={stage}") for kind in ("csv", "json", "fhir", "print")}
    assert {len(each) for each in found.values()} == {total}
    assert len({tuple(each) for each in found.values()}) == 1
    assert len(set(found["csv"])) == total
    assert desk.get(f"/export/json?stage={stage}").json()["count"] == total


def search(browser: Browser, **wanted: str) -> str:
    """The address that a search leads to, without what stands before the question mark."""
    answer = browser.submit("/search", headers=None, stage="all", **wanted)
    return str(answer.headers["location"]).partition("?")[2]


@pytest.mark.parametrize(
    ("wanted", "stories"),
    [
        ({"q": "Jo Ann"}, ["wait"]),
        ({"q": "5550123"}, ["wait"]),
        ({"rule": "isotretinoin_now"}, ["stop"]),
        ({"verdict": "READY"}, ["ready"]),
        ({"q": "nobody by this name"}, []),
    ],
)
def test_every_export_of_a_search_holds_what_was_found(
    desk: Browser, told: Told, wanted: dict[str, str], stories: list[str]
) -> None:
    asked = search(desk, **wanted)
    for kind in ("csv", "json", "fhir", "print"):
        assert cases(desk, kind, asked) == [told.cases[story] for story in stories]


@pytest.mark.parametrize("kind", ["csv", "json", "fhir", "print"])
def test_a_search_that_is_gone_gives_nothing_rather_than_everything(desk: Browser, kind: str) -> None:
    assert desk.get(f"/export/{kind}?search=gone&stage=all").status_code == 404


@pytest.mark.parametrize("kind", ["csv", "json", "fhir", "print"])
def test_a_search_of_somebody_else_gives_nothing(desk: Browser, kind: str) -> None:
    asked = search(desk, q="Jo Ann")
    with here(console(desk.office), desk.office.staff[222]) as other:
        assert other.get(f"/export/{kind}?{asked}").status_code == 404


def test_a_list_is_named_by_the_clinics_day(desk: Browser) -> None:
    named = desk.get("/export/fhir?stage=all").headers["content-disposition"]
    assert named == 'attachment; filename="intakes-2026-11-04.fhir.json"'


def test_a_list_is_a_valid_bundle(desk: Browser) -> None:
    Bundle.model_validate_json(desk.get("/export/fhir?stage=all").content)


# --- the form -------------------------------------------------------------------------------------


def test_the_present_form_is_a_questionnaire_under_the_address_that_responses_name(
    desk: Browser, told: Told, flow: Flow
) -> None:
    named = desk.get(f"/intakes/{told.cases['ready']}/export/fhir").json()["questionnaire"]
    address, _, version = named.removeprefix(desk.office.url).partition("|")
    found = Questionnaire.model_validate_json(desk.get(address).content)
    assert (found.version, found.status) == (version, "active")
    assert len(found.item or ()) == len(flow.by_key)


def test_a_form_of_before_is_retired_and_tells_how_it_read(desk: Browser) -> None:
    with desk.office.database.work(desk.office.clock()) as work:
        work.forms.keep("0123456789ab", "# The flow\x00\nAge?")
        work.commit()
    found = Questionnaire.model_validate_json(desk.get("/forms/0123456789ab/questionnaire").content)
    assert (found.status, found.item) == ("retired", None)
    assert found.description == "# The flow\ufffd\nAge?"


def test_a_form_that_never_was_is_not_there(desk: Browser) -> None:
    assert desk.get("/forms/0123456789ab/questionnaire").status_code == 404


# --- the trail ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["csv", "json", "fhir"])
def test_an_export_stands_on_the_trail_with_its_format_and_count(desk: Browser, told: Told, kind: str) -> None:
    desk.get(f"/export/{kind}?stage=all")
    row = trail(desk.office)
    assert (row.action, row.about, row.case) == ("exported", f"format={kind},count={len(STORIES) + 1}", None)
    desk.get(f"/intakes/{told.cases['ready']}/export/{kind}")
    row = trail(desk.office)
    assert (row.action, row.about, row.case) == ("exported", f"format={kind},count=1", told.cases["ready"])
    assert row.staff_id == COURTNEY.id


def test_printing_stands_on_the_trail_as_well(desk: Browser, told: Told) -> None:
    desk.get("/export/print?stage=all")
    assert (trail(desk.office).action, trail(desk.office).about) == (
        "exported",
        f"format=print,count={len(STORIES) + 1}",
    )
    desk.get(f"/intakes/{told.cases['ready']}/print")
    assert (trail(desk.office).about, trail(desk.office).case) == ("format=print,count=1", told.cases["ready"])


# --- on paper -------------------------------------------------------------------------------------


def test_paper_names_the_case_the_clinic_and_who_printed_it_when(desk: Browser, told: Told, flow: Flow) -> None:
    page = desk.get(f"/intakes/{told.cases['wait']}/print")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for part in (told.cases["wait"], flow.clinic.name, "=Courtney &lt;b&gt;", "Nov 4, 2026", "tretinoin 0.05%"):
        assert part in page.text


def test_the_transcript_is_printed_only_where_it_is_asked_for(desk: Browser, told: Told) -> None:
    path = f"/intakes/{told.cases['review']}/print"
    assert "parking behind" not in desk.get(path).text.partition("passed on")[0]
    assert '<table class="chat">' not in desk.get(path).text
    assert '<table class="chat">' in desk.get(f"{path}?transcript=1").text


def test_paper_has_nothing_to_press_and_loads_nothing_but_its_style(desk: Browser, told: Told) -> None:
    page = desk.get(f"/intakes/{told.cases['ready']}/print?transcript=1").text
    assert not re.findall(r"<(?:nav|form|button|script|style|a)\b|\son\w+=|\sstyle=", page)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', page)) == {"/static/icon.svg", "/static/print.css"}


@pytest.mark.parametrize("story", STORIES)
def test_every_story_can_be_printed(desk: Browser, told: Told, story: str) -> None:
    page = desk.get(f"/intakes/{told.cases[story]}/print?transcript=1")
    assert page.text.count("<article>") == page.text.count("</article>") == 1


def test_an_empty_list_says_so_on_paper(desk: Browser) -> None:
    page = desk.get("/export/print?stage=booked")
    assert "<article>" not in page.text
    assert page.text.rstrip().endswith("</html>")


# --- everything at once ---------------------------------------------------------------------------


def test_no_words_of_a_client_stand_in_an_address_a_file_name_or_on_the_trail(desk: Browser) -> None:
    asked = search(desk, q="Jo Ann")
    for kind in ("csv", "json", "fhir", "print"):
        answer = desk.get(f"/export/{kind}?{asked}")
        places = (str(answer.url), answer.headers.get("content-disposition", ""), json.dumps(trail(desk.office).about))
        assert not [place for place in places if re.search("jo|ann", place.partition("search=")[0], re.IGNORECASE)]
