"""Which events staff hear about, and in which words: a case number and a kind, never a name or a health fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.model import Event, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.model import Happened

ALERTS: Mapping[Event, str | None] = {
    Event.INTAKE_STARTED: None,
    Event.CONSENT_GIVEN: None,
    Event.CONSENT_DECLINED: None,
    Event.MINOR_TURNED_AWAY: None,
    Event.QUESTION_SHOWN: None,
    Event.ANSWER_GIVEN: None,
    Event.ANSWER_CHANGED: None,
    Event.ANSWER_NOT_READ: None,
    Event.WENT_BACK: None,
    Event.QUESTION_ANSWERED: None,
    Event.QUESTION_PASSED_ON: "alert-question",
    Event.URGENT_WORDS_SEEN: "alert-urgent",
    Event.PERSON_WANTED: "alert-person",
    Event.INTAKE_STOPPED: None,
    Event.INTAKE_RESUMED: None,
    Event.INTAKE_FINISHED: "alert-finished",
    Event.NUDGED: None,
    Event.CONSENT_WITHDRAWN: None,
}


def alerts(events: Iterable[Happened], case: str) -> Iterator[Phrase]:
    """The alerts that these events call for, each kind once."""
    keys = dict.fromkeys(ALERTS[happened.event] for happened in events)
    return (Phrase(key, {"case": case}) for key in keys if key is not None)
