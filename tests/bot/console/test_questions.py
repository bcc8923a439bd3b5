"""The questions that the bot could not answer: each is answered once, and the answer reaches the client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.model import Event
from tests.bot.console.conftest import COURTNEY
from tests.bot.console.given import chat_of, client_of
from tests.bot.console.page import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from bot.console.office import Office
    from flows.flow import Flow
    from storage.database import Database
    from storage.passed_on import PassedOn
    from tests.bot.console.browsing import Browser, Clock
    from tests.bot.console.given import Told
    from tests.bot.console.page import Node


@pytest.fixture
def database_url(told: Told) -> Iterator[str]:
    with told.copied() as url:
        yield url


def open_ones(office: Office) -> list[PassedOn]:
    with office.database.look(office.clock()) as work:
        return work.passed_on.open()


def look(browser: Browser) -> Node:
    answer = browser.get("/questions")
    assert answer.status_code == 200
    return read(answer.text)


def do(browser: Browser, question: PassedOn, what: str, **fields: str) -> Any:
    return browser.submit(f"/questions/{question.id}/{what}", headers=None, **fields)


def letters(office: Office, story: str) -> list[str]:
    found = []
    with office.database.work(office.clock()) as work:
        while letter := work.outbox.claim():
            work.outbox.sent(letter.id, None)
            if letter.chat_id == chat_of(story):
                found.append(str(letter.params.get("text")))
        work.commit()
    return found


def test_they_stand_oldest_first_with_case_topic_words_and_place(reviewer: Browser, told: Told) -> None:
    page = look(reviewer)
    items = page.one("ul", class_="asked").all("li")
    assert ["parking" in items[0].text, "How much is it?" in items[1].text] == [True, True]
    assert told.cases["review"] in items[0].text
    (place,) = items[0].links
    case_page = read(reviewer.get(place).text)
    assert "parking" in case_page.by_id(place.partition("#")[2]).text


def test_an_answer_reaches_the_client_and_leaves_the_list(reviewer: Browser, office: Office) -> None:
    question, other = open_ones(office)
    answer = do(reviewer, question, "answer", answer="Yes, behind the house.")
    assert (answer.status_code, answer.headers["location"]) == (303, "/questions?notice=question-answered")
    assert any("Yes, behind the house." in text and question.text in text for text in letters(office, "review"))
    assert open_ones(office) == [other]
    with office.database.look(office.clock()) as work:
        settled = work.passed_on.find(question.id)
        happened = [past.happened.event for past in work.events.of(question.intake_id)]
    assert settled
    assert settled.answered_by == COURTNEY.id
    assert happened[-1] is Event.QUESTION_REPLIED


def test_the_bot_goes_on_with_the_form(reviewer: Browser, office: Office, told: Told) -> None:
    _, price = open_ones(office)
    do(reviewer, price, "answer", answer="We tell you on the phone.")
    with office.database.look(office.clock()) as work:
        line = work.cases.find(told.cases["unfinished"])
    assert line
    assert (line.state, line.handover) == ("exfoliant", "bot")


def test_a_question_can_be_closed_without_an_answer(reviewer: Browser, office: Office) -> None:
    question, other = open_ones(office)
    assert do(reviewer, question, "close").headers["location"] == "/questions?notice=question-closed"
    assert open_ones(office) == [other]
    assert letters(office, "review") == []
    with office.database.look(office.clock()) as work:
        past = work.events.of(question.intake_id)[-1].happened
        (line,) = work.audit.page(action="question_closed")
    assert (past.event, past.about) == (Event.QUESTION_CLOSED, question.topic)
    assert line.staff_id == COURTNEY.id


@pytest.mark.parametrize("text", ["", "   ", "x" * 5000])
def test_an_answer_that_can_not_be_sent_says_so_and_loses_nothing(reviewer: Browser, office: Office, text: str) -> None:
    question, _ = open_ones(office)
    answer = do(reviewer, question, "answer", answer=text)
    page = read(answer.text)
    assert answer.status_code == 422
    assert len(page.all("p", class_="problem")) == 1
    assert page.by_id(f"answer-{question.id}").text == text.strip()
    assert len(open_ones(office)) == 2


def test_of_two_who_answer_one_is_heard_and_the_other_keeps_the_words(
    reviewer: Browser, other_reviewer: Browser, office: Office
) -> None:
    question, _ = open_ones(office)
    do(reviewer, question, "answer", answer="Yes.")
    answer = do(other_reviewer, question, "answer", answer="Yes, of course.")
    page = read(answer.text)
    assert answer.status_code == 409
    assert page.by_id("typed").text == "Yes, of course."
    assert len([text for text in letters(office, "review") if "Yes" in text]) == 1
    with office.database.look(office.clock()) as work:
        lines = [line.outcome for line in work.audit.page(action="question_answered")]
    assert lines == ["refused", "done"]


def test_who_began_anew_is_answered_in_the_new_form(
    reviewer: Browser, office: Office, flow: Flow, database: Database, clock: Clock, told: Told
) -> None:
    _, price = open_ones(office)
    client = client_of(flow, database, "unfinished", clock()).say("/start")
    client.tap("start_over")
    assert client.case != told.cases["unfinished"]
    assert do(reviewer, price, "answer", answer="We tell you on the phone.").status_code == 303
    assert any("on the phone" in text for text in letters(office, "unfinished"))


def test_of_who_then_declined_nothing_can_be_answered_but_closed(
    reviewer: Browser, office: Office, flow: Flow, database: Database, clock: Clock
) -> None:
    _, price = open_ones(office)
    client = client_of(flow, database, "unfinished", clock()).say("/start")
    client.tap("start_over", ":no_thanks")
    item = look(reviewer).by_id(f"question-{price.id}")
    assert not item.all("textarea")
    assert do(reviewer, price, "answer", answer="Hello").status_code == 422
    assert do(reviewer, price, "close").status_code == 303


def test_who_deleted_everything_has_no_question_left(
    reviewer: Browser, office: Office, flow: Flow, database: Database, clock: Clock
) -> None:
    question, _ = open_ones(office)
    client_of(flow, database, "review", clock()).say("/delete", "yes")
    assert f"question-{question.id}" not in look(reviewer).ids
    assert do(reviewer, question, "answer", answer="Yes").status_code == 409


@pytest.mark.parametrize("number", ["0", "x", "-1", "9" * 30, "²"])
def test_a_number_that_is_none_leads_nowhere(reviewer: Browser, number: str) -> None:
    answer = reviewer.submit(f"/questions/{number}/answer", answer="Yes")
    assert answer.status_code in {404, 409}


def test_an_empty_list_says_so(reviewer: Browser, office: Office) -> None:
    for question in open_ones(office):
        do(reviewer, question, "close")
    page = look(reviewer)
    assert page.all("div", class_="empty")
    assert not page.all("textarea")
