"""Tests of events."""

from flows.model import Event, Happened
from storage.events import Past
from storage.work import Work
from tests.storage.given import CHAT, NOW, OTHER_CHAT


def test_the_events_of_an_intake_come_back_in_order(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    turn = work.transcript.turn(CHAT, kept.id, "tapped", "Yes", 1)
    shown, given = Happened(Event.QUESTION_SHOWN, "goals"), Happened(Event.ANSWER_GIVEN, "goals")
    work.events.add(kept.id, turn, shown)
    work.events.add(kept.id, None, given)
    assert work.events.of(kept.id) == [Past(shown, turn, NOW), Past(given, None, NOW)]


def test_an_intake_has_its_own_events_only(work: Work) -> None:
    mine, other = work.intakes.begin(CHAT, "form", "en"), work.intakes.begin(OTHER_CHAT, "form", "en")
    work.events.add(other.id, None, Happened(Event.NUDGED))
    work.events.add(None, None, Happened(Event.NUDGED))
    assert work.events.of(mine.id) == []


def test_every_event_can_be_stored(work: Work) -> None:
    kept = work.intakes.begin(CHAT, "form", "en")
    for event in Event:
        work.events.add(kept.id, None, Happened(event))
    assert [past.happened.event for past in work.events.of(kept.id)] == list(Event)
