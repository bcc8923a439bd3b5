"""Taking an answer: read back, narrowed down, kept word for word, or accepted; and arriving where that leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from flows import machine
from flows.asking import ask
from flows.conditions import holds
from flows.fitting import SKIPPED
from flows.flow import Flow
from flows.model import (
    Answer,
    Answers,
    Asking,
    Event,
    Facts,
    Happened,
    Intake,
    Interval,
    Keyboard,
    Kind,
    Pending,
    Phrase,
    Product,
    ProductClass,
    Products,
    Question,
    Reply,
    Step,
    Value,
)
from flows.plan import plan, receipt
from flows.telling import answered, cards, contacts

TRIES = 2
LONG_AGO = timedelta(days=3650)


def consider(flow: Flow, intake: Intake, key: str, answer: Answer, today: date, *before: Phrase) -> Step:
    """Accept `answer`, unless a more exact day is needed first because it would change the result."""
    if day_matters(flow, intake, key, answer, today):
        return wait(flow, intake, Pending(Asking.NARROW, key, answer), today, *before)
    return accept(flow, intake, key, answer, today, *before)


def wait(flow: Flow, intake: Intake, pending: Pending, today: date, *before: Phrase) -> Step:
    """Hold a value until a tap (or a word) says what to do with it."""
    waiting = replace(intake, pending=pending, round=intake.round + 1)
    return Step(waiting, (ask(flow, waiting, today, *before),))


def accept(flow: Flow, intake: Intake, key: str, answer: Answer, today: date, *before: Phrase) -> Step:
    """Record `answer`, let go of what depended on another one, and move on by the machine's rule."""
    old = intake.answers.get(key)
    answers = settled(flow, intake, {**intake.answers, key: answer}, changed=key if _differs(old, answer) else None)
    facts = Facts(answers, intake.mentions)
    state = machine.move(flow.machine, "go_on", _from(flow, intake, key), facts)
    arrived = replace(intake, state=state, answers=answers, round=intake.round + 1, picked=(), pending=None, tries=0)
    return arrive(flow, arrived, today, *before, came_from=key, events=_told(key, old, answer))


def pass_over(flow: Flow, intake: Intake, question: Question, skipped: Answer, today: date) -> Step:
    """Skip a question: an answer that it already has stays."""
    return accept(flow, intake, question.key, intake.answers.get(question.key, skipped), today)


def _from(flow: Flow, intake: Intake, key: str) -> str:
    """A screening answer that is changed late leads back through the review card; the plan may have changed."""
    screened = {question.key for question in flow.questions}
    return key if key in screened or intake.state == key else intake.state


def _told(key: str, old: Answer | None, answer: Answer) -> tuple[Happened, ...]:
    events = [Happened(Event.ANSWER_CHANGED if _differs(old, answer) and old else Event.ANSWER_GIVEN, key)]
    if not answer.understood:
        events.append(Happened(Event.ANSWER_NOT_READ, key))
    if key == "consent" and answer.value == "agree":
        events.append(Happened(Event.CONSENT_GIVEN))
    if key == "next_step":
        events.append(Happened(Event.NEXT_STEP_CHOSEN, str(answer.value)))
    if answer.value == "tell_a_person":
        events.append(Happened(Event.PERSON_WANTED, key))
    return tuple(events)


def _differs(old: Answer | None, new: Answer) -> bool:
    return old is None or old.value != new.value or old.understood != new.understood


def settled(flow: Flow, intake: Intake, answers: Answers, changed: str | None) -> Answers:
    """`answers` without those that hung on the `changed` one, and without those that no longer apply."""
    kept = dict(answers)
    for question in flow.by_key.values():
        if changed and question.again_with == changed and question.key in kept and question.key != changed:
            del kept[question.key]
            kept = dict(settled(flow, intake, kept, changed=question.key))
    for question in flow.by_key.values():
        if question.key in kept and not holds(question.when, Facts(kept, intake.mentions)):
            del kept[question.key]
    return kept


def day_matters(flow: Flow, intake: Intake, key: str, answer: Answer, today: date) -> bool:
    """Whether a more exact day than this interval would change the verdict or the earliest day."""
    if flow.by_key[key].kind is not Kind.PAST_DATE or not isinstance(answer.value, Interval) or answer.value.exact:
        return False
    first = answer.value.earliest or answer.value.latest - LONG_AGO
    early = replace(answer, value=Interval.on(first))
    late, soon = (flow.screen(replace(intake, answers={**intake.answers, key: day}), today) for day in (answer, early))
    return (late.verdict, late.earliest) != (soon.verdict, soon.earliest)


# --- not understood -------------------------------------------------------------------------------


def not_understood(flow: Flow, intake: Intake, question: Question, answer: Answer, reason: str, today: date) -> Step:
    """Ask again with an example; after two tries keep the words as they are, flagged, and go on."""
    tried = replace(intake, tries=intake.tries + 1, pending=None)
    careful = careful_value(question, answer.said)
    if tried.tries < TRIES or careful is None:
        key = "again-tap" if careful is None and tried.tries >= TRIES else f"again-{reason}"
        lines = (Phrase(key, {"example": Phrase(f"example-{question.kind}")}), *_rescue(flow, tried))
        return Step(tried, (ask(flow, tried, today, *lines),), (Happened(Event.ASKED_AGAIN, question.key),))
    kept = replace(answer, value=careful, understood=False)
    return accept(flow, tried, question.key, kept, today, Phrase("kept_as_said"))


def _rescue(flow: Flow, tried: Intake) -> tuple[Phrase, ...]:
    return (Phrase("or_call", {"contacts": contacts(flow)}),) if tried.tries >= TRIES else ()


def careful_value(question: Question, said: str) -> Value | None:
    """What an answer nobody could read counts as; None where only a clear answer will do (consent and age)."""
    if question.kind is Kind.PRODUCT:
        return Products(said, (Product(said[:60], ProductClass.UNCLEAR),))
    if question.kind in {Kind.TEXT, Kind.NAME, Kind.PHONE}:
        return said
    return (question.careful,) if question.kind is Kind.SEVERAL and question.careful else question.careful


def skipped_value(question: Question) -> Value:
    """What a skipped question counts as."""
    return SKIPPED.get(question.kind, "")


# --- arriving -------------------------------------------------------------------------------------


def arrive(
    flow: Flow,
    intake: Intake,
    today: date,
    *before: Phrase,
    came_from: str = "",
    events: tuple[Happened, ...] = (),
) -> Step:
    """What is said on reaching the state that `intake` is at."""
    before_it = _keyboard_away(flow, came_from, before)
    said = () if before_it else before
    replies, happened = _arrivals(flow, intake, today, said)
    return Step(intake, (*before_it, *replies), (*events, *happened))


def _keyboard_away(flow: Flow, came_from: str, before: tuple[Phrase, ...]) -> tuple[Reply, ...]:
    asked = flow.by_key.get(came_from)
    if asked is None or asked.kind is not Kind.PHONE:
        return ()
    return (Reply(before or (Phrase("thanks"),), keyboard=Keyboard.REMOVE),)


def _arrivals(
    flow: Flow, intake: Intake, today: date, before: tuple[Phrase, ...]
) -> tuple[tuple[Reply, ...], tuple[Happened, ...]]:
    state = intake.state
    # The card and the plan count as well: whoever leaves there has not stopped at the last question.
    counts = state in flow.by_key or state in {machine.REVIEW, machine.PLAN}
    shown = (Happened(Event.QUESTION_SHOWN, state),) if counts else ()
    if state == machine.PLAN:
        return (Reply((*before, *plan(flow, intake, today))), ask(flow, intake, today)), shown
    if state == machine.FINISHED:
        body = (*before, *receipt(flow, intake, today))
        finished = Happened(Event.INTAKE_FINISHED, flow.screen(intake, today).verdict.name)
        return (Reply(body), ask(flow, intake, today)), (finished,)
    if state in {machine.DECLINED, machine.MINOR, machine.STOPPED}:
        return _farewell(flow, intake, today, before), (Happened(FAREWELLS[state]),)
    if flow.handoff and state == flow.handoff[0].key:
        hand_off = Reply((*before, Phrase("hand_off", {"contacts": contacts(flow)})))
        return (hand_off, *cards(flow), ask(flow, intake, today)), shown
    return (ask(flow, intake, today, *before),), shown


FAREWELLS: Mapping[str, Event] = {
    machine.DECLINED: Event.CONSENT_DECLINED,
    machine.MINOR: Event.MINOR_TURNED_AWAY,
    machine.STOPPED: Event.INTAKE_STOPPED,
}


def _farewell(flow: Flow, intake: Intake, today: date, before: tuple[Phrase, ...]) -> tuple[Reply, ...]:
    farewell = Reply((*before, Phrase(f"farewell-{intake.state}", {"contacts": contacts(flow)})))
    return (farewell, *cards(flow), ask(flow, intake, today))


def noted(key: str, answer: Answer) -> Phrase:
    """The line that reads a typed answer back."""
    return Phrase("noted", {"value": answered(key, answer)})
