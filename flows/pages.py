"""Moving between the parts: review, plan, explainer, booking; by button or by word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import machine
from flows.answers.wording import plain
from flows.asking import ask, button
from flows.flow import Flow
from flows.model import Event, Facts, Happened, Intake, Phrase, Reply, Step
from flows.taking import arrive

WORDS_AT = {
    machine.REVIEW: {"looks_right": "looks_right"},
    machine.PLAN: {"next": "go_on", "to_booking": "to_booking"},
    machine.FINISHED: {"review": "review"},
    machine.STOPPED: {"next": "go_on"},
    **{page: {"next": "go_on", "to_booking": "to_booking"} for page in machine.EXPLAIN},
}


def go(flow: Flow, intake: Intake, trigger: str, today: date, *before: Phrase, event: Event | None = None) -> Step:
    """Follow `trigger` to where the machine leads; where it leads nowhere, show the same state again."""
    state = machine.move(flow.machine, trigger, intake.state, Facts(intake.answers, intake.mentions))
    if state == intake.state:
        return Step(replace(intake, pending=None), (ask(flow, replace(intake, pending=None), today, *before),))
    moved = replace(intake, state=state, round=intake.round + 1, picked=(), pending=None, tries=0)
    events = (Happened(event, state),) if event else ()
    return arrive(flow, moved, today, *before, came_from=intake.state, events=events)


def begin(flow: Flow, intake: Intake, today: date, source: str = "") -> Step:
    """The first prompt of a form; `source` is what the deep link carried."""
    started = replace(intake, source=intake.source or source)
    step = go(flow, started, "go_on", today)
    return replace(step, events=(Happened(Event.INTAKE_STARTED, flow.clinic.source_of(started.source)), *step.events))


def again(flow: Flow, intake: Intake, today: date, *before: Phrase) -> Step:
    """Say a line, and show again where the client is: at the very start that is the first prompt."""
    if intake.paused:
        return Step(intake, (pause(*before),))
    if intake.state == machine.START:
        step = begin(flow, intake, today)
        return replace(step, replies=(Reply(before), *step.replies))
    return Step(intake, (ask(flow, intake, today, *before),))


def pause(*before: Phrase) -> Reply:
    """The form stands still after urgent words, until a tap."""
    return Reply((*before, Phrase("paused")), buttons=((button("button-resume", "resume"),),))


def change(flow: Flow, intake: Intake, key: str, today: date) -> Step:
    """Back to one question; its answer stands until another one is given."""
    trigger = f"change_{key}"
    if trigger not in flow.machine.events:
        return Step(intake, (ask(flow, intake, today),))
    return go(flow, intake, trigger, today)


def at_page(flow: Flow, intake: Intake, text: str, today: date) -> Step | None:
    """What words mean at a page: on, skip, or which answer to change. None when they mean nothing there."""
    for word, trigger in WORDS_AT.get(intake.state, {}).items():
        if said_as(flow, text, word):
            return go(flow, intake, trigger, today)
    if intake.state == machine.REVIEW and (key := _named_answer(flow, intake, text)):
        return change(flow, intake, key, today)
    return None


def _named_answer(flow: Flow, intake: Intake, text: str) -> str | None:
    """The longest question name that the words hold, so that "retinoid product" is not taken for "retinoid"."""
    said = plain(text)
    named = {
        name: key
        for key in intake.answers
        if key in flow.by_key
        for code in flow.words.languages
        if (name := plain(flow.words.say(Phrase(f"short-{key}"), code))) in said
    }
    return named[max(named, key=len)] if named else None


def said_as(flow: Flow, text: str, word: str) -> bool:
    """Whether `text` is one of the ways to say `word`, as listed in any language: people type whichever they like."""
    return plain(text) in flow.ways[word]
