"""What staff do with an intake: it happens, it is on the trail, and two at once do not undo each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.model import Event, Handover
from storage.cases import Outcome
from storage.tables import Stage
from tests.bot.console.conftest import COURTNEY, JACKIE
from tests.bot.console.given import client_of
from tests.bot.console.page import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from bot.console.office import Office
    from flows.flow import Flow
    from storage.cases import CaseLine
    from storage.database import Database
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


@pytest.fixture
def line(office: Office, case: str) -> CaseLine:
    return line_of(office, case)


def line_of(office: Office, case: str) -> CaseLine:
    with office.database.look(office.clock()) as work:
        line = work.cases.find(case)
    assert line is not None
    return line


def events(office: Office, line: CaseLine) -> list[Event]:
    with office.database.look(office.clock()) as work:
        return [past.happened.event for past in work.events.of(line.id)]


def trail(office: Office, case: str) -> list[tuple[str, int | None, str, str]]:
    with office.database.look(office.clock()) as work:
        lines = work.audit.page(case=case)
    return [(one.action, one.staff_id, one.about, one.outcome) for one in lines if one.action != "intake_viewed"]


def do(browser: Browser, case: str, what: str, **fields: str) -> Any:
    given = {name: words for name, words in fields.items() if name != "token"}
    return browser.submit(f"/intakes/{case}/{what}", headers=None, **given)


def done(answer: Any) -> str:
    """The notice of what was done."""
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"].partition("notice=")[2].partition("#")[0])


def version(office: Office, case: str) -> str:
    return str(line_of(office, case).staff_version)


def form(page: Node, action: str) -> Node:
    return page.one("form", action=action)


# --- claims ---------------------------------------------------------------------------------------


def test_a_claim_is_told_of_on_the_page_and_on_the_trail(reviewer: Browser, office: Office, case: str) -> None:
    assert done(do(reviewer, case, "claim")) == "claimed"
    line = line_of(office, case)
    assert (line.stage, line.claimed_by) == (Stage.CLAIMED, COURTNEY.id)
    assert events(office, line)[-1] is Event.INTAKE_CLAIMED
    assert trail(office, case) == [("claimed", COURTNEY.id, "", "done")]
    page = read(reviewer.get(f"/intakes/{case}?notice=claimed").text)
    assert page.one("p", class_="notice", role="status").text
    assert "Courtney" in page.by_id("status").text


def test_a_second_claim_of_ones_own_changes_nothing(reviewer: Browser, office: Office, case: str) -> None:
    do(reviewer, case, "claim")
    before = events(office, line_of(office, case))
    assert done(do(reviewer, case, "claim")) == "claimed"
    assert events(office, line_of(office, case)) == before


def test_of_two_who_claim_one_has_it_and_the_other_is_told_who(
    reviewer: Browser, other_reviewer: Browser, office: Office, case: str
) -> None:
    do(reviewer, case, "claim")
    answer = do(other_reviewer, case, "claim")
    assert answer.status_code == 409
    assert "Courtney has it" in read(answer.text).text
    assert line_of(office, case).claimed_by == COURTNEY.id
    assert trail(office, case)[0] == ("claimed", JACKIE.id, "", "refused")


def test_whoever_is_ill_can_be_relieved_of_a_claim(
    reviewer: Browser, other_reviewer: Browser, office: Office, case: str
) -> None:
    do(reviewer, case, "claim")
    fields = form(read(other_reviewer.get(f"/intakes/{case}").text), f"/intakes/{case}/release").fields
    assert done(do(other_reviewer, case, "release", staff_version=fields["staff_version"])) == "released"
    line = line_of(office, case)
    assert (line.stage, line.claimed_by) == (Stage.NEW, None)
    assert events(office, line)[-1] is Event.INTAKE_RELEASED


def test_a_release_from_a_page_that_is_out_of_date_releases_nobody(
    reviewer: Browser, other_reviewer: Browser, office: Office, case: str
) -> None:
    do(reviewer, case, "claim")
    old = version(office, case)
    do(reviewer, case, "release", staff_version=old)
    do(other_reviewer, case, "claim")
    assert do(reviewer, case, "release", staff_version=old).status_code == 409
    assert line_of(office, case).claimed_by == JACKIE.id


# --- notes and tags -------------------------------------------------------------------------------


def test_a_note_is_kept_with_who_wrote_it(reviewer: Browser, office: Office, case: str) -> None:
    assert done(do(reviewer, case, "note", note="  Called;\n no answer. ")) == "noted"
    (note,) = read(reviewer.get(f"/intakes/{case}").text).by_id("notes").all("li")
    assert note.one("p", class_="text").text == "Called; no answer."
    assert note.one("p", class_="meta").text.startswith("Courtney, ")


@pytest.mark.parametrize("note", ["", "   ", "x" * 4001])
def test_a_note_that_can_not_be_kept_says_so_and_loses_nothing(reviewer: Browser, case: str, note: str) -> None:
    answer = do(reviewer, case, "note", note=note)
    page = read(answer.text)
    assert answer.status_code == 422
    assert len(page.all("p", class_="problem")) == 1
    assert page.by_id("note").text == note.strip()
    assert page.by_id("note").attributes["aria-describedby"] in page.ids


def test_tags_are_put_on_and_taken_off(reviewer: Browser, office: Office, case: str) -> None:
    assert done(do(reviewer, case, "tag", tag=" call  back ")) == "tagged"
    assert line_of(office, case).tags == ("call back",)
    assert done(do(reviewer, case, "untag", tag="call back")) == "untagged"
    assert line_of(office, case).tags == ()
    assert [entry[0] for entry in trail(office, case)] == ["untagged", "tagged"]


@pytest.mark.parametrize("tag", ["", "x" * 41])
def test_a_tag_that_is_none_says_so(reviewer: Browser, case: str, tag: str) -> None:
    answer = do(reviewer, case, "tag", tag=tag)
    assert answer.status_code == 422
    assert read(answer.text).by_id("tag").attributes["value"] == tag


# --- what becomes of it ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "fields", "stage", "event"),
    [
        (Outcome.REVIEWED, {}, Stage.REVIEWED, Event.INTAKE_REVIEWED),
        (Outcome.BOOKED, {"booked_on": "2026-12-12"}, Stage.BOOKED, Event.INTAKE_BOOKED),
        (Outcome.DECLINED, {}, Stage.DECLINED, Event.INTAKE_DECLINED),
    ],
)
def test_what_is_decided_stands_and_can_be_taken_back(
    reviewer: Browser, office: Office, case: str, outcome: Outcome, fields: dict[str, str], stage: Stage, event: Event
) -> None:
    version_then = version(office, case)
    assert done(do(reviewer, case, "outcome", outcome=outcome, staff_version=version_then, **fields)) == outcome
    line = line_of(office, case)
    assert (line.stage, line.booked_on) == (stage, date(2026, 12, 12) if fields else None)
    assert events(office, line)[-1] is event
    assert trail(office, case)[0] == ("decided", COURTNEY.id, outcome.value, "done")
    assert done(do(reviewer, case, "outcome", outcome="reopen", staff_version=version(office, case))) == "reopened"
    line = line_of(office, case)
    assert (line.stage, line.outcome, line.booked_on) == (Stage.NEW, None, None)
    assert events(office, line)[-1] is Event.INTAKE_REOPENED


def test_a_booking_before_the_earliest_day_is_kept_and_pointed_out(
    reviewer: Browser, office: Office, case: str
) -> None:
    fields = {"outcome": "booked", "booked_on": "2026-11-05", "staff_version": version(office, case)}
    assert done(do(reviewer, case, "outcome", **fields)) == "booked-early"
    assert line_of(office, case).booked_on == date(2026, 11, 5)


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-13-40", "0001-01-01"])
def test_a_booking_without_a_day_is_asked_for_one(reviewer: Browser, office: Office, case: str, day: str) -> None:
    answer = do(reviewer, case, "outcome", outcome="booked", booked_on=day, staff_version=version(office, case))
    page = read(answer.text)
    assert answer.status_code == 422
    assert page.by_id("booked_on").attributes["value"] == day
    assert "open" in page.one("details", class_="decide").attributes
    assert line_of(office, case).outcome is None


@pytest.mark.parametrize("outcome", ["", "married"])
def test_an_outcome_that_there_is_not_is_refused(reviewer: Browser, office: Office, case: str, outcome: str) -> None:
    answer = do(reviewer, case, "outcome", outcome=outcome, staff_version=version(office, case))
    assert answer.status_code == 422
    assert line_of(office, case).outcome is None


def test_two_who_decide_at_once_are_told_and_what_was_typed_is_still_there(
    reviewer: Browser, other_reviewer: Browser, office: Office, case: str
) -> None:
    seen = version(office, case)
    do(reviewer, case, "outcome", outcome="declined", staff_version=seen)
    answer = do(other_reviewer, case, "outcome", outcome="booked", booked_on="2026-12-12", staff_version=seen)
    page = read(answer.text)
    assert answer.status_code == 409
    assert line_of(office, case).outcome is Outcome.DECLINED
    assert "Courtney declined it" in page.text
    again = form(page, f"/intakes/{case}/outcome").fields
    assert (again["outcome"], again["booked_on"]) == ("booked", "2026-12-12")
    assert done(do(other_reviewer, case, "outcome", **again)) == "booked"
    assert line_of(office, case).outcome is Outcome.BOOKED


@pytest.mark.parametrize("given", ["", "x", "-1", "9" * 30])
def test_a_version_that_is_none_conflicts(reviewer: Browser, case: str, given: str) -> None:
    assert do(reviewer, case, "outcome", outcome="reviewed", staff_version=given).status_code == 409


def test_a_client_who_answers_meanwhile_is_in_nobodys_way(
    reviewer: Browser, office: Office, flow: Flow, database: Database, clock: Clock, told: Told
) -> None:
    case = told.cases["unfinished"]
    seen = version(office, case)
    client_of(flow, database, "unfinished", clock()).say("no")
    assert done(do(reviewer, case, "note", note="Fine so far")) == "noted"
    assert done(do(reviewer, case, "outcome", outcome="reviewed", staff_version=seen)) == "reviewed"
    with database.look(clock()) as work:
        kept = work.intakes.find(case)
    assert kept
    assert kept.intake.answers["exfoliant"].said == "no"


# --- the chat -------------------------------------------------------------------------------------


def test_a_reply_reaches_the_client_and_stands_in_the_chat(reviewer: Browser, office: Office, case: str) -> None:
    fields = form(read(reviewer.get(f"/intakes/{case}").text), f"/intakes/{case}/reply").fields
    assert done(do(reviewer, case, "reply", **{**fields, "reply": "Hello Jo Ann"})) == "replied"
    line = line_of(office, case)
    assert line.handover is Handover.AWAITED
    assert events(office, line)[-2:] == [Event.TEAM_TOOK_OVER, Event.TEAM_WROTE]
    page = read(reviewer.get(f"/intakes/{case}").text)
    assert [bubble.one("strong").text for bubble in page.by_id("chat").all("li", class_="team")] == ["Courtney"]
    with office.database.work(office.clock()) as work:
        letters = []
        while letter := work.outbox.claim():
            letters.append(letter)
            work.outbox.sent(letter.id, None)
    assert any("Hello Jo Ann" in str(letter.params.get("text")) for letter in letters)


def test_taking_over_and_handing_back_change_who_speaks(reviewer: Browser, office: Office, case: str) -> None:
    assert done(do(reviewer, case, "take-over")) == "taken-over"
    assert line_of(office, case).handover is Handover.TEAM
    assert done(do(reviewer, case, "hand-back")) == "handed-back"
    assert line_of(office, case).handover is Handover.BOT
    assert [entry[0] for entry in trail(office, case)] == ["handed_back", "taken_over"]


def test_two_who_write_at_once_read_each_other_first(
    reviewer: Browser, other_reviewer: Browser, office: Office, case: str
) -> None:
    fields = form(read(other_reviewer.get(f"/intakes/{case}").text), f"/intakes/{case}/reply").fields
    assert done(do(reviewer, case, "reply", **{**fields, "reply": "Come on Monday"})) == "replied"
    answer = do(other_reviewer, case, "reply", **{**fields, "reply": "Come on Tuesday"})
    page = read(answer.text)
    assert answer.status_code == 409
    assert "Come on Monday" in page.text
    again = form(page, f"/intakes/{case}/reply").fields
    assert again["reply"] == "Come on Tuesday"
    assert done(do(other_reviewer, case, "reply", **again)) == "replied"


@pytest.mark.parametrize("text", ["", "  ", "x" * 5000])
def test_a_reply_that_can_not_be_sent_says_so_and_loses_nothing(
    reviewer: Browser, office: Office, case: str, text: str
) -> None:
    answer = do(reviewer, case, "reply", reply=text, seen="0")
    page = read(answer.text)
    assert answer.status_code == 422
    assert page.by_id("reply-text").text == text.strip()
    assert line_of(office, case).handover is Handover.BOT


def test_nobody_writes_to_who_declined(reviewer: Browser, told: Told) -> None:
    for what in ("take-over", "hand-back", "reply"):
        answer = do(reviewer, told.cases["declined"], what, reply="Hello", seen="0")
        assert answer.status_code == 422


def test_nothing_can_be_done_with_a_case_that_is_not_there(reviewer: Browser) -> None:
    for what in ("claim", "release", "note", "tag", "untag", "outcome", "take-over", "reply", "hand-back"):
        assert do(reviewer, "NOSUCH", what).status_code == 404


def test_every_change_rings_the_bell_and_a_refused_one_does_not(reviewer: Browser, office: Office, case: str) -> None:
    rings = office.changed.rings
    do(reviewer, case, "note", note="")
    assert office.changed.rings == rings
    do(reviewer, case, "note", note="yes")
    assert office.changed.rings == rings + 1


def test_what_nobody_has_can_not_be_released(reviewer: Browser, office: Office, case: str) -> None:
    answer = do(reviewer, case, "release", staff_version=version(office, case))
    page = read(answer.text)
    assert answer.status_code == 409
    assert not page.by_id("main").all("button")


def test_a_decided_case_says_how_long_ago(reviewer: Browser, office: Office, case: str, clock: Clock) -> None:
    do(reviewer, case, "outcome", outcome="reviewed", staff_version=version(office, case))
    clock.forward(minutes=7)
    row = read(reviewer.get("/?stage=reviewed").text).by_id(f"case-{case}")
    assert "7 min ago" in row.text
