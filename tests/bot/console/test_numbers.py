"""Tests of the page of numbers, and of the same as a table."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from flows.model import Event, Happened
from storage.cases import Sort, Stage, Wanted
from storage.tables import EventRow
from tests.bot.console.given import clients
from tests.storage.given import stored

if TYPE_CHECKING:
    from flows.flow import Flow
    from storage.database import Database
    from tests.bot.console.browsing import Browser, Clock

HOSTILE = '=1+1"><img src=x onerror=alert(1)>'


def table(browser: Browser, query: str = "") -> dict[tuple[str, str], list[str]]:
    """The cells of each figure, the total last."""
    answer = browser.get(f"/numbers.csv{query}")
    assert answer.status_code == 200
    _, *rows = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    return {(figure, about): cells for figure, about, *cells in rows}


def totals(browser: Browser) -> dict[tuple[str, str], str]:
    return {key: cells[-1] for key, cells in table(browser).items()}


class Tags(HTMLParser):
    """The elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_totals_are_those_of_the_cases(flow: Flow, database: Database, clock: Clock, reviewer: Browser) -> None:
    clients(flow, database, begun=clock() - timedelta(days=3))
    with database.look(clock()) as work:
        lines = list(work.cases.every(Wanted(), Sort.NEWEST))
        every, declined = work.cases.total(Wanted()), work.cases.total(Wanted(stage=Stage.DECLINED))
    finished = [line for line in lines if line.finished_at is not None]
    found = totals(reviewer)
    assert (found["started", ""], found["declined", ""]) == (str(every), str(declined))
    assert found["finished", ""] == str(len(finished)) != "0"
    ends = ("finished", "declined", "minor", "stopped", "going")
    assert sum(int(found[end, ""]) for end in ends) == every
    for verdict in {line.verdict for line in finished if line.verdict is not None}:
        assert found["verdict", verdict.name] == str([line.verdict for line in finished].count(verdict))


def test_who_left_at_a_question_has_stopped_there(
    flow: Flow, database: Database, clock: Clock, reviewer: Browser
) -> None:
    clients(flow, database, "unfinished", "ready", begun=clock() - timedelta(hours=30))
    clients(flow, database, "urgent", begun=clock() - timedelta(hours=2))
    found = totals(reviewer)
    assert (found["going", ""], found["question_stopped", "isotretinoin"]) == ("1", "0")
    assert (found["question_seen", "exfoliant"], found["question_stopped", "exfoliant"]) == ("2", "1")
    assert (found["question_seen", "plan"], found["question_stopped", "plan"]) == ("1", "0")
    assert found["source_started", "instagram"] == found["source_finished", "instagram"] == "1"


def test_erasure_changes_no_number(flow: Flow, database: Database, clock: Clock, reviewer: Browser) -> None:
    come = clients(flow, database)
    before = totals(reviewer)
    with database.work(clock()) as work:
        for client in come.by_story.values():
            work.erase(client.chat_id)
        work.commit()
    assert totals(reviewer) == before
    with database.look(clock()) as work:
        assert {(row["intake_id"], row["turn_id"]) for row in stored(work, EventRow)} == {(None, None)}


def test_weeks_add_up_to_the_total_in_the_table(
    flow: Flow, database: Database, clock: Clock, reviewer: Browser
) -> None:
    clients(flow, database, begun=clock() - timedelta(days=9))
    found = table(reviewer, "?weeks=4")
    for (figure, _), cells in found.items():
        assert len(cells) == 5
        if not figure.startswith("seconds"):
            assert sum(map(int, cells[:-1])) == int(cells[-1])


def test_the_page_shows_what_the_table_holds(flow: Flow, database: Database, reviewer: Browser) -> None:
    clients(flow, database)
    found, page = totals(reviewer), reviewer.get("/numbers").text
    assert re.search(rf"<dt>Started</dt><dd>{found['started', '']}</dd>", page)
    assert f"{found['finished', '']} of {found['started', '']}" in page
    assert f"{found['question_stopped', 'consent']} of {found['question_seen', 'consent']} (" in page


def test_each_chart_has_a_title_and_a_summary_and_nothing_is_styled_inline(
    flow: Flow, database: Database, reviewer: Browser
) -> None:
    come = clients(flow, database)
    with database.work(come.room.now) as work:
        work.events.add(come.by_story["ready"].kept.id, None, Happened(Event.INTAKE_CLAIMED))
        work.commit()
    tags = Tags(reviewer.get("/numbers").text).found
    ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
    charts = [attributes for tag, attributes in tags if tag == "svg" and attributes.get("role") == "img"]
    assert len(charts) == 7
    for chart in charts:
        named = (chart["aria-labelledby"] or "").split()
        assert len(named) == 2
        assert ids.issuperset(named)
    assert not [attributes for tag, attributes in tags if "style" in attributes or tag == "style"]
    assert len(ids) == len([attributes for _, attributes in tags if "id" in attributes])
    assert len([tag for tag, _ in tags if tag == "caption"]) == len([tag for tag, _ in tags if tag == "table"]) == 7


@pytest.mark.parametrize("query", ["", "?weeks=4", "?weeks=52", "?weeks=1e9", "?weeks=%00"])
def test_with_nobody_there_is_a_page_all_the_same(reviewer: Browser, query: str) -> None:
    answer = reviewer.get(f"/numbers{query}")
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text


def test_who_only_called_before_starting_is_seen_as_well(database: Database, clock: Clock, reviewer: Browser) -> None:
    with database.work(clock()) as work:
        kept = work.intakes.begin(1, "form", "en")
        work.events.add(kept.id, None, Happened(Event.URGENT_WORDS_SEEN, "severe"))
        work.commit()
    found, page = totals(reviewer), reviewer.get("/numbers").text
    assert (found["started", ""], found["called_for_the_team", ""], found["team_came", ""]) == ("0", "1", "0")
    assert page.count('class="nothing"') == 6


def test_a_key_that_nobody_knows_breaks_neither_page_nor_table(
    database: Database, clock: Clock, reviewer: Browser
) -> None:
    with database.work(clock()) as work:
        kept = work.intakes.begin(1, "form", "en")
        for event in (Event.INTAKE_STARTED, Event.QUESTION_SHOWN, Event.NEXT_STEP_CHOSEN, Event.INTAKE_FINISHED):
            work.events.add(kept.id, None, Happened(event, HOSTILE))
        work.commit()
    page = reviewer.get("/numbers").text
    assert "<img" not in page
    assert page.count("&lt;img") > 4
    cells = {about for _, about in table(reviewer)}
    assert "'" + HOSTILE in cells
    assert HOSTILE not in cells


def test_the_trail_tells_how_many_weeks_were_looked_at(database: Database, clock: Clock, reviewer: Browser) -> None:
    reviewer.get("/numbers?weeks=13")
    reviewer.get("/numbers.csv?weeks=4")
    with database.look(clock()) as work:
        rows = [(row.action, row.about) for row in work.audit.page(size=2)]
    assert rows == [("numbers_exported", "weeks=4"), ("numbers_viewed", "weeks=13")]
