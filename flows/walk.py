"""Walking the whole flow: every distinct way through the form, by values that make a difference to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from flows import machine
from flows.conditions import All, AnyOf, Dated, Not, OneOf
from flows.flow import Flow
from flows.model import (
    Answer,
    Answers,
    Condition,
    Facts,
    How,
    Interval,
    Kind,
    Mention,
    Product,
    ProductClass,
    Products,
    Question,
    Value,
)

WALKED_ON = date(2026, 11, 23)


@dataclass(frozen=True)
class Walk:
    """What was met: the states, and the steps from one to the next with the answers that led there."""

    states: frozenset[str]
    steps: Mapping[tuple[str, str], Answers]
    ended: frozenset[str]
    stuck: frozenset[str]


def walk(flow: Flow) -> Walk:
    """Go on from the start by every answer that makes a difference, until no new place is met."""
    met: set[str] = set()
    steps: dict[tuple[str, str], Answers] = {}
    stuck: set[str] = set()
    seen: set[tuple[str, frozenset[tuple[str, str]]]] = set()
    waiting = [
        (machine.START, Facts({}, mentions)) for mentions in (frozenset[Mention](), frozenset({Mention.MELASMA}))
    ]
    while waiting:
        state, facts = waiting.pop()
        place = (state, frozenset((key, str(answer.value)) for key, answer in facts.answers.items()))
        if place in seen or state in machine.ENDINGS:
            continue
        seen.add(place)
        for answered in _answers_at(flow, state, facts):
            onward = _onward(flow, state, answered)
            met |= {state, onward}
            steps.setdefault((state, onward), answered.answers)
            if onward == state:
                stuck.add(state)
            waiting.append((onward, answered))
    return Walk(frozenset(met), steps, frozenset(met & machine.ENDINGS), frozenset(stuck))


def _onward(flow: Flow, state: str, facts: Facts) -> str:
    trigger = "looks_right" if state == machine.REVIEW else "go_on"
    return machine.move(flow.machine, trigger, state, facts)


def _answers_at(flow: Flow, state: str, facts: Facts) -> Iterator[Facts]:
    question = flow.by_key.get(state)
    if question is None:
        yield facts
        return
    for value in telling_values(flow, question):
        yield replace(facts, answers={**facts.answers, state: answer(value)})


def telling_values(flow: Flow, question: Question) -> list[Value]:
    """One value for each way in which this question's answer can decide where the form goes."""
    tests = [test for test in _tests(flow) if test.key == question.key]
    telling: dict[tuple[bool, ...], Value] = {}
    for value in possible_values(question):
        facts = Facts({question.key: answer(value)})
        telling.setdefault(tuple(test.causes(facts) is not None for test in tests), value)
    return list(telling.values())


def possible_values(question: Question) -> list[Value]:
    """Values that stand for everything this question can be answered with."""
    if question.kind is Kind.SEVERAL:
        return [(choice,) for choice in question.choices]
    values: list[Value] = list(question.choices)
    if question.kind in {Kind.PAST_DATE, Kind.FUTURE_DATE}:
        values.append(Interval.on(WALKED_ON))
    if question.kind is Kind.PRODUCT:
        values += [Products(each, (Product(each, each),)) for each in ProductClass] + [Products("", ())]
    return values or ["words"]


def answer(value: Value) -> Answer:
    return Answer(value, "", How.TAP)


def _tests(flow: Flow) -> Iterator[OneOf]:
    for question in flow.by_key.values():
        if question.when is not None:
            yield from tests_in(question.when)
    yield from (OneOf(way_out.question, (way_out.choice,)) for way_out in flow.exits)


def tests_in(condition: Condition) -> Iterator[OneOf]:
    """The tests of a single answer that a condition is made of."""
    if isinstance(condition, OneOf):
        yield condition
    elif isinstance(condition, Not | Dated):
        yield from tests_in(condition.part)
    elif isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from tests_in(part)
