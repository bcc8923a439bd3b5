"""The numbers once more, in the plainest way, from what happened; it shares nothing with `storage.reports`."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any

from flows.model import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.storage.reports.histories import Happening

NEEDS_STAFF = {Event.INTAKE_FINISHED, Event.PERSON_WANTED, Event.URGENT_WORDS_SEEN, Event.QUESTION_PASSED_ON}
STAFF_CAME = {
    Event.TEAM_TOOK_OVER, Event.TEAM_WROTE, Event.QUESTION_REPLIED, Event.QUESTION_CLOSED, Event.ANSWER_CORRECTED,
    Event.INTAKE_CLAIMED, Event.INTAKE_REVIEWED, Event.INTAKE_BOOKED, Event.INTAKE_DECLINED,
}  # fmt: skip

Told = dict[str, Any]


def recount(history: Sequence[Happening], bounds: Sequence[datetime], now: datetime) -> list[Told]:
    """What is to be told of each week, and at last of all of them."""
    weeks: list[list[list[Happening]]] = [[] for _ in bounds[1:]]
    for run in sorted({happening.run for happening in history if happening.run is not None}):
        events = [happening for happening in history if happening.run == run]
        for number, week in enumerate(weeks):
            if bounds[number] <= begun(events) < bounds[number + 1]:
                week.append(events)
    return [told(week, now) for week in [*weeks, [events for week in weeks for events in week]]]


def begun(events: list[Happening]) -> datetime:
    for wanted in ({Event.INTAKE_STARTED}, NEEDS_STAFF):
        times = [each.at for each in events if each.event in wanted]
        if times:
            return times[0]
    return datetime.max.replace(tzinfo=events[0].at.tzinfo)


def ending(events: list[Happening], now: datetime) -> str:
    word = "open"
    for each in events:
        if each.event is Event.INTAKE_FINISHED:
            word = "finished"
        elif each.event is Event.CONSENT_DECLINED:
            word = "declined"
        elif each.event is Event.MINOR_TURNED_AWAY:
            word = "minor"
        elif each.event is Event.INTAKE_STOPPED and word == "open":
            word = "stopped"
        elif each.event is Event.INTAKE_RESUMED and word == "stopped":
            word = "open"
    if word == "open":
        return "stopped" if now >= begun(events) + timedelta(hours=24) else "going"
    return word


def told(every: list[list[Happening]], now: datetime) -> Told:
    started = [events for events in every if any(each.event is Event.INTAKE_STARTED for each in events)]
    finished = [events for events in started if ending(events, now) == "finished"]
    return {
        "started": len(started),
        "endings": Counter(ending(events, now) for events in started),
        "booked": sum(is_booked(events) for events in started),
        "took": middle([seconds_between(events[0], events[1]) for events in map(start_and_finish, finished)]),
        "verdicts": Counter(abouts(events, Event.INTAKE_FINISHED)[-1] for events in finished),
        "next_steps": Counter(steps[-1] for events in started if (steps := abouts(events, Event.NEXT_STEP_CHOSEN))),
        "sources": sources(started, finished),
        "questions": questions(started, now),
        "response": response(every, now),
    }


def abouts(events: list[Happening], event: Event) -> list[str]:
    return [each.about for each in events if each.event is event]


def is_booked(events: list[Happening]) -> bool:
    booked = False
    for each in events:
        if each.event is Event.INTAKE_BOOKED:
            booked = True
        if each.event in {Event.INTAKE_REVIEWED, Event.INTAKE_DECLINED, Event.INTAKE_REOPENED}:
            booked = False
    return booked


def start_and_finish(events: list[Happening]) -> tuple[Happening, Happening]:
    starts = [each for each in events if each.event is Event.INTAKE_STARTED]
    finishes = [each for each in events if each.event is Event.INTAKE_FINISHED]
    return starts[0], finishes[0]


def seconds_between(first: Happening, second: Happening) -> int:
    return max(0, int((second.at - first.at).total_seconds()))


def middle(seconds: list[int]) -> timedelta | None:
    return timedelta(seconds=median(seconds)) if seconds else None


def sources(started: list[list[Happening]], finished: list[list[Happening]]) -> dict[str, tuple[int, int]]:
    of_started = [abouts(events, Event.INTAKE_STARTED)[0] for events in started]
    of_finished = [abouts(events, Event.INTAKE_STARTED)[0] for events in finished]
    return {source: (of_started.count(source), of_finished.count(source)) for source in of_started}


def questions(started: list[list[Happening]], now: datetime) -> dict[str, tuple[int, ...]]:
    """For each key: who saw it, who of them stopped at it; then how often it was put again, not read, gone back to."""
    kinds = (Event.ASKED_AGAIN, Event.ANSWER_NOT_READ, Event.WENT_BACK)
    asked = {Event.QUESTION_SHOWN, *kinds}
    keys = {each.about for events in started for each in events if each.event in asked}
    found = {}
    for key in keys:
        saw = [events for events in started if key in abouts(events, Event.QUESTION_SHOWN)]
        left = [events for events in saw if ending(events, now) == "stopped" and got_no_further(events, key)]
        often = [sum(abouts(events, kind).count(key) for events in started) for kind in kinds]
        found[key] = (len(saw), len(left), *often)
    return found


def got_no_further(events: list[Happening], key: str) -> bool:
    places = [place for place, each in enumerate(events) if each.event is Event.QUESTION_SHOWN and each.about == key]
    return not any(each.event is Event.QUESTION_SHOWN for each in events[places[-1] + 1 :])


def response(every: list[list[Happening]], now: datetime) -> tuple[int, int, timedelta | None, timedelta | None]:
    called, waited = 0, []
    for events in every:
        needs = [place for place, each in enumerate(events) if each.event in NEEDS_STAFF]
        is_started = any(each.event is Event.INTAKE_STARTED for each in events)
        if not needs or (is_started and ending(events, now) in {"declined", "minor"}):
            continue
        called += 1
        came = [each for each in events[needs[0] :] if each.event in STAFF_CAME]
        waited += [seconds_between(events[needs[0]], came[0])] if came else []
    return called, len(waited), middle(waited), slowest(waited)


def slowest(waited: list[int]) -> timedelta | None:
    """The shortest time that no more than a tenth waited longer than."""
    enough = [time for time in waited if sum(other > time for other in waited) * 10 <= len(waited)]
    return timedelta(seconds=min(enough)) if enough else None
