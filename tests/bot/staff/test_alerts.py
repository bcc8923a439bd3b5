"""Alerts: which events staff hear about, and how little is said."""

from __future__ import annotations

import pytest

from bot.staff.alerts import ALERTS, alerts
from flows.flow import Flow
from flows.model import Event, Happened, Phrase


@pytest.mark.parametrize("event", Event)
def test_every_event_has_an_alert_or_nobody(event: Event) -> None:
    assert event in ALERTS, f"say in ALERTS which alert {event} calls for, or None"


@pytest.mark.parametrize("key", [key for key in ALERTS.values() if key is not None])
def test_every_alert_has_words_with_a_case_number_and_nothing_else_in_them(key: str, flow: Flow) -> None:
    language = flow.words.by_code["en"]
    assert language.gaps[key] == {"case"}
    assert "K7F3QX" in flow.words.say(Phrase(key, {"case": "K7F3QX"}), "en")


def test_what_an_event_is_about_is_never_told() -> None:
    happened = [Happened(Event.URGENT_WORDS_SEEN, "emergency"), Happened(Event.ANSWER_GIVEN, "health_stop")]
    assert list(alerts(happened, "K7F3QX")) == [Phrase("alert-urgent", {"case": "K7F3QX"})]


def test_a_kind_of_alert_is_given_once_per_turn() -> None:
    asked = Happened(Event.QUESTION_PASSED_ON, "parking"), Happened(Event.QUESTION_PASSED_ON, "price")
    assert len(list(alerts(asked, "K7F3QX"))) == 1
