"""From questions to one state machine: every state, trigger and transition is derived here, none is wired by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from transitions import EventData, Machine, Transition

from flows.conditions import holds
from flows.explainer import PAGES
from flows.model import Exit, Facts, Question

START, REVIEW, PLAN = "start", "review", "plan"
EXPLAIN = tuple(f"explain_{page}" for page in PAGES)
FINISHED, DECLINED, MINOR, STOPPED = "finished", "declined", "minor", "stopped"
ENDINGS = frozenset({FINISHED, DECLINED, MINOR, STOPPED})
FORGOTTEN = frozenset({DECLINED, MINOR})
"""The endings of which nothing is kept but the fact."""
SHOWN = (REVIEW, PLAN, *EXPLAIN)

Declared = dict[str, Any]
"""A transition, as the library wants it declared."""


@dataclass(slots=True)
class Cursor:
    """Carries the state through one step."""

    state: str
    facts: Facts


class Move(Transition):
    """A transition with guards and no callbacks: a step tries many, and the library looks for ten of each."""

    def execute(self, event_data: EventData) -> bool:
        """Take it if every guard holds; whether it was taken."""
        for guard in self.conditions:
            if not guard.check(event_data):
                return False
        cursor = _cursor(event_data)
        cursor.state = self.dest or cursor.state
        return True


class FormMachine(Machine):
    """A machine of such transitions."""

    transition_cls = Move


def build(questions: Sequence[Question], handoff: Sequence[Question], exits: Sequence[Exit]) -> Machine:
    """The machine of the form. One rule of movement: take an exit if one holds, else go to the first question that
    applies and has no answer, else on to the next part (review, plan, explainer, booking, finished).
    """
    states = [START, *SHOWN, *(question.key for question in (*questions, *handoff)), *sorted(ENDINGS)]
    return FormMachine(
        model=None,
        states=states,
        initial=START,
        transitions=list(_transitions(questions, handoff, exits)),
        auto_transitions=False,
        queued=False,
        send_event=True,
    )


def move(machine: Machine, trigger: str, state: str, facts: Facts) -> str:
    """The state after `trigger`; the same state when nothing leads on from it."""
    if state not in machine.states:
        state, trigger = START, "go_on"
    cursor = Cursor(state, facts)
    event = machine.events[trigger]
    if state in event.transitions:
        event.trigger(cursor)
    return cursor.state


def _transitions(
    questions: Sequence[Question], handoff: Sequence[Question], exits: Sequence[Exit]
) -> Iterator[Declared]:
    for source in (START, STOPPED, *(question.key for question in questions)):
        yield from _exits("go_on", source, exits)
        yield from _first_open("go_on", source, questions, REVIEW)
    yield from _first_open("looks_right", REVIEW, questions, PLAN)
    for source, dest in zip((PLAN, *EXPLAIN), EXPLAIN, strict=False):
        yield {"trigger": "go_on", "source": source, "dest": dest}
    for source in (PLAN, *EXPLAIN):
        yield from _first_open("to_booking", source, handoff, FINISHED)
    for source in (EXPLAIN[-1], *(question.key for question in handoff)):
        yield from _first_open("go_on", source, handoff, FINISHED)
    yield from _backs(questions, handoff)
    yield from _anytime(questions, handoff)


def _exits(trigger: str, source: str, exits: Sequence[Exit]) -> Iterator[Declared]:
    for way_out in exits:
        yield {"trigger": trigger, "source": source, "dest": way_out.ending, "conditions": partial(_taken, way_out)}


def _first_open(trigger: str, source: str, questions: Sequence[Question], then: str) -> Iterator[Declared]:
    for question in questions:
        yield {"trigger": trigger, "source": source, "dest": question.key, "conditions": partial(_open, question)}
    yield {"trigger": trigger, "source": source, "dest": then}


def _backs(questions: Sequence[Question], handoff: Sequence[Question]) -> Iterator[Declared]:
    for place, question in enumerate(questions):
        yield from _last_answered(question.key, questions[:place])
    yield from _last_answered(REVIEW, questions)
    for source, dest in zip((PLAN, *EXPLAIN), (REVIEW, PLAN, *EXPLAIN), strict=False):
        yield {"trigger": "back", "source": source, "dest": dest}
    for place, question in enumerate(handoff):
        yield from _last_answered(question.key, handoff[:place])
        yield {"trigger": "back", "source": question.key, "dest": PLAN}


def _last_answered(source: str, earlier: Sequence[Question]) -> Iterator[Declared]:
    for question in reversed(earlier):
        yield {"trigger": "back", "source": source, "dest": question.key, "conditions": partial(_answered, question)}


def _anytime(questions: Sequence[Question], handoff: Sequence[Question]) -> Iterator[Declared]:
    asked = [question.key for question in (*questions, *handoff)]
    form = [*asked, *SHOWN]
    for question in (*questions, *handoff):
        yield {
            "trigger": f"change_{question.key}",
            "source": [*form, FINISHED],
            "dest": question.key,
            "conditions": partial(_answered, question),
        }
    yield {"trigger": "review", "source": [*form, FINISHED], "dest": REVIEW}
    yield {"trigger": "stop", "source": [START, *form], "dest": STOPPED}


def _taken(way_out: Exit, event: EventData) -> bool:
    return way_out.choice in _facts(event).values(way_out.question)


def _open(question: Question, event: EventData) -> bool:
    facts = _facts(event)
    return question.key not in facts.answers and holds(question.when, facts)


def _answered(question: Question, event: EventData) -> bool:
    return question.key in _facts(event).answers


def _facts(event: EventData) -> Facts:
    return _cursor(event).facts


def _cursor(event: EventData) -> Cursor:
    cursor = event.model
    if not isinstance(cursor, Cursor):
        raise TypeError(f"a {Cursor.__name__} carries the state, not a {type(cursor).__name__}")
    return cursor
