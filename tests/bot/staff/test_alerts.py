"""Alerts: which events staff hear about, when, and how little is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.render import TEXT_LIMIT, units
from bot.staff.alerts import ALERTS, MINUTE, MOST, alone, are_due, kinds_of, noted, together
from flows.flow import Flow
from flows.model import Event, Happened, Phrase
from storage.alerts import Alert, AlertKind
from storage.database import Database
from tests.bot.room import NOW

FINISHED, URGENT = (AlertKind.FINISHED,), (AlertKind.URGENT,)


def said(flow: Flow, phrases: tuple[Phrase, ...]) -> str:
    return "\n\n".join(flow.words.say(phrase, "en") for phrase in phrases)


def link(case: str) -> str:
    return f"https://staff.example.org/intakes/{case}"


@pytest.mark.parametrize("event", Event)
def test_every_event_has_an_alert_or_nobody(event: Event) -> None:
    assert event in ALERTS, f"say in ALERTS which alert {event} calls for, or None"


@pytest.mark.parametrize("kind", AlertKind)
def test_an_alert_says_number_case_kind_and_link_and_nothing_else(kind: AlertKind, flow: Flow) -> None:
    assert flow.words.by_code["en"].gaps[f"alert-{kind}"] == set()
    text = said(flow, alone(Alert(1234, kind, "K7F3QX", NOW), link("K7F3QX")))
    words = flow.words.say(Phrase(f"alert-{kind}"), "en")
    assert text == f"#1234 · Case K7F3QX: {words}\n\n{link('K7F3QX')}"


def test_without_a_console_there_is_no_link(flow: Flow) -> None:
    assert "\n" not in said(flow, alone(Alert(1, AlertKind.FINISHED, "K7F3QX", NOW), ""))


def test_what_an_event_is_about_is_never_told() -> None:
    happened = [Happened(Event.URGENT_WORDS_SEEN, "emergency"), Happened(Event.ANSWER_GIVEN, "health_stop")]
    assert kinds_of(happened) == URGENT


def test_a_kind_of_alert_is_given_once_per_turn() -> None:
    asked = Happened(Event.QUESTION_PASSED_ON, "parking"), Happened(Event.QUESTION_PASSED_ON, "price")
    assert kinds_of(asked) == (AlertKind.QUESTION,)


# --- when -----------------------------------------------------------------------------------------


def test_five_go_at_once_and_the_sixth_waits_for_its_minute(database: Database) -> None:
    with database.work(NOW) as work:
        told = [noted(work.alerts, FINISHED, f"CASE{number}") for number in range(MOST + 2)]
        assert [len(alerts) for alerts in told] == [1] * MOST + [0, 0]
        assert [alert.case for alert in work.alerts.waiting()] == ["CASE5", "CASE6"]
        assert not are_due(work.alerts)
        work.commit()
    for passed, due in ((MINUTE - timedelta(seconds=1), False), (MINUTE, True), (-MINUTE, True)):
        with database.work(NOW + passed) as work:
            assert are_due(work.alerts) is due


def test_while_some_wait_another_one_waits_with_them(database: Database) -> None:
    with database.work(NOW) as work:
        for number in range(MOST + 1):
            noted(work.alerts, FINISHED, f"CASE{number}")
        work.commit()
    with database.work(NOW + MINUTE) as work:
        assert noted(work.alerts, FINISHED, "LATE") == ()
        work.alerts.told(work.alerts.waiting())
        assert not are_due(work.alerts)
        work.commit()
    with database.work(NOW + 2 * MINUTE) as work:
        assert len(noted(work.alerts, FINISHED, "LATER")) == 1


def test_urgent_words_never_wait_but_for_a_second_time_in_a_minute(database: Database) -> None:
    with database.work(NOW) as work:
        for number in range(MOST + 1):
            noted(work.alerts, FINISHED, f"CASE{number}")
        assert len(noted(work.alerts, URGENT, "K7F3QX")) == 1
        assert noted(work.alerts, URGENT, "K7F3QX") == ()
        assert len(noted(work.alerts, URGENT, "7F3K2Q")) == 1
        work.commit()
    with database.work(NOW + MINUTE) as work:
        assert len(noted(work.alerts, URGENT, "K7F3QX")) == 1


# --- together -------------------------------------------------------------------------------------


def test_a_digest_counts_by_kind_and_names_each_case_once(flow: Flow) -> None:
    one = Alert(7, AlertKind.FINISHED, "7F3K2Q", NOW)
    two = replace(one, id=8, kind=AlertKind.QUESTION)
    three = replace(one, id=9, case="K7F3QX")
    text = said(flow, together([one, two, three], link))
    assert "#7" in text
    assert "#9" in text
    assert flow.words.say(Phrase("alert-count", {"count": 2, "kind": Phrase("alert-finished")}), "en") in text
    assert flow.words.say(Phrase("alert-count", {"count": 1, "kind": Phrase("alert-question")}), "en") in text
    assert (text.count(link("7F3K2Q")), text.count(link("K7F3QX"))) == (1, 1)


def test_a_digest_of_a_thousand_fits_one_message_and_says_how_many_more(flow: Flow) -> None:
    kinds = list(AlertKind)
    waiting = [Alert(number, kinds[number % 5], f"C{number % 400:05}", NOW) for number in range(1, 1001)]
    text = said(flow, together(waiting, link))
    named = text.count(link(""))
    assert units(text) <= TEXT_LIMIT
    assert 20 <= named < 400
    assert text.endswith(flow.words.say(Phrase("alert-more", {"count": 400 - named}), "en"))
