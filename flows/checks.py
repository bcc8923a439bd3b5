"""What is wrong with a flow: one sentence per problem, naming the place. An empty list means that it may go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from flows import machine
from flows.answers import catalogue_problems
from flows.commands import COMMANDS
from flows.conditions import Dated, Not
from flows.flow import Flow, may_be_off
from flows.intake import ALWAYS_ASKED, QUESTIONS
from flows.model import Condition, Facts, Kind, Mention, Question, Verdict
from flows.screening import Rule, Unit, screen
from flows.walk import WALKED_ON, answer, possible_values, tests_in, walk
from flows.wording import word_problems

CHOOSING = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
BUTTON_BYTES = 64
LONGEST_PREFIX = "7F3K2Q.99999."


def problems(flow: Flow) -> list[str]:
    """Everything that must be mended first, in the order in which to mend it."""
    structure = [*_question_problems(flow), *_rule_problems(flow), *_clinic_problems(flow)]
    further = [] if structure else [*_walk_problems(flow), *_silent_rules(flow)]
    return [*structure, *further, *_button_problems(flow), *word_problems(flow), *catalogue_problems(flow.catalogue)]


# --- questions ------------------------------------------------------------------------------------


def _question_problems(flow: Flow) -> Iterator[str]:
    asked = (*flow.questions, *flow.handoff)
    for key, times in Counter(question.key for question in asked).items():
        if times > 1:
            yield f"question {key!r} stands in the form {times} times; give each its own key"
    for key in ALWAYS_ASKED - {question.key for question in flow.questions}:
        yield f"question {key!r} is missing; it is always asked"
    earlier: list[str] = []
    for question in asked:
        yield from _lone_question_problems(question)
        yield from _reference_problems(flow, question, earlier)
        earlier.append(question.key)
    for way_out in flow.exits:
        yield from _choice_problems(flow, f"the exit to {way_out.ending!r}", way_out.question, (way_out.choice,))
        if way_out.ending not in machine.ENDINGS:
            yield f"the exit at {way_out.question!r} leads to {way_out.ending!r}, which is no ending"


def _lone_question_problems(question: Question) -> Iterator[str]:
    if question.kind in CHOOSING and len(question.choices) < 2:
        yield f"question {question.key!r} offers fewer than two choices"
    for choice, times in Counter(question.choices).items():
        if times > 1:
            yield f"question {question.key!r} offers {choice!r} twice"
    if question.careful is not None and question.careful not in question.choices:
        yield f"question {question.key!r} falls back on {question.careful!r}, which is not one of its choices"


def _reference_problems(flow: Flow, question: Question, earlier: list[str]) -> Iterator[str]:
    needed = set(question.when.keys() if question.when else ())
    if question.again_with:
        needed.add(question.again_with)
    for key in sorted(needed):
        if key not in flow.by_key:
            yield f"{question.key!r} depends on {key!r}, which is not in the form"
        elif key not in earlier:
            yield f"{question.key!r} depends on {key!r}, which is asked after it"
    for test in tests_in(question.when) if question.when else ():
        yield from _choice_problems(flow, f"the condition of {question.key!r}", test.key, test.choices)
    if question.days is not None and question.days not in flow.clinic.days:
        yield f"question {question.key!r} counts days.{question.days}, which clinic.toml does not have"


def _choice_problems(flow: Flow, place: str, key: str, choices: tuple[str, ...]) -> Iterator[str]:
    question = flow.by_key.get(key)
    if question is None:
        return
    for choice in choices:
        if choice not in question.choices:
            yield f"{place} asks whether {key!r} is {choice!r}, which is not one of its choices"


# --- rules ----------------------------------------------------------------------------------------


def _rule_problems(flow: Flow) -> Iterator[str]:
    for (key, verdict), times in Counter((rule.key, rule.verdict) for rule in flow.rules).items():
        if times > 1:
            yield f"rule {key!r} stands there {times} times with the verdict {verdict.name}; join them"
    for rule in flow.rules:
        yield from _lone_rule_problems(flow, rule)
        for key in sorted(rule.when.keys() - {question.key for question in QUESTIONS} - set(flow.by_key)):
            yield f"rule {rule.key!r} looks at {key!r}, which is not in the form"
        for test in tests_in(rule.when):
            yield from _choice_problems(flow, f"rule {rule.key!r}", test.key, test.choices)


def _lone_rule_problems(flow: Flow, rule: Rule) -> Iterator[str]:
    if rule.verdict is Verdict.READY:
        yield f"rule {rule.key!r} has the verdict READY; a rule can only hold somebody back"
    if rule.verdict is Verdict.WAIT and rule.day is None:
        yield f"rule {rule.key!r} says WAIT but gives no day to wait for"
    if _has_not(rule.when):
        yield f"rule {rule.key!r} uses Not; a further fact could make the verdict milder"
    if rule.day is not None:
        known = flow.clinic.months if rule.day.unit is Unit.MONTHS else flow.clinic.days
        if rule.day.count not in known:
            yield f"rule {rule.key!r} counts {rule.day.count!r}, which clinic.toml does not have"


def _has_not(condition: Condition) -> bool:
    if isinstance(condition, Not):
        return True
    if isinstance(condition, Dated):
        return _has_not(condition.part)
    return any(_has_not(part) for part in getattr(condition, "parts", ()))


def _silent_rules(flow: Flow) -> Iterator[str]:
    """Rules that nothing can make fire; one whose questions the owner has all left out is meant to be silent."""
    for rule in flow.rules:
        keys = rule.when.keys()
        if keys and not keys & set(flow.by_key):
            continue
        if not any(_fires(flow, rule, facts) for facts in _witnesses(flow, rule)):
            yield f"rule {rule.key!r} ({rule.verdict.name}) cannot fire, whatever is answered"


def _fires(flow: Flow, rule: Rule, facts: Facts) -> bool:
    return bool(screen((), (rule,), flow.clinic, facts, WALKED_ON).findings)


def _witnesses(flow: Flow, rule: Rule) -> Iterator[Facts]:
    yield Facts({}, frozenset(Mention))
    yield Facts({"note": replace(answer(""), understood=False)})
    looked_at = rule.when.keys()
    keys = [key for key in flow.by_key if key in looked_at]
    yield from _every_answer(flow, keys, Facts({}))


def _every_answer(flow: Flow, keys: list[str], facts: Facts) -> Iterator[Facts]:
    if not keys:
        yield facts
        return
    first, *others = keys
    for value in (None, *possible_values(flow.by_key[first])):
        given = facts.answers if value is None else {**facts.answers, first: answer(value)}
        yield from _every_answer(flow, others, Facts(given, facts.mentions))


# --- the walk -------------------------------------------------------------------------------------


def _walk_problems(flow: Flow) -> Iterator[str]:
    walked = walk(flow)
    for question in (*flow.questions, *flow.handoff):
        if question.key not in walked.states:
            yield f"question {question.key!r} is never asked, whatever is answered before it"
    for ending in sorted({machine.FINISHED, *(way_out.ending for way_out in flow.exits)} - walked.ended):
        yield f"the ending {ending!r} is never reached"
    for state in sorted(walked.stuck):
        yield f"the form is stuck at {state!r}: an answer there leads nowhere"
    leads_out = _leads_out(set(walked.steps))
    for state in sorted(walked.states - leads_out):
        yield f"from {state!r} no ending can be reached"


def _leads_out(steps: set[tuple[str, str]]) -> set[str]:
    reached = set(machine.ENDINGS)
    while grown := {source for source, dest in steps if dest in reached} - reached:
        reached |= grown
    return reached


# --- clinic and buttons ---------------------------------------------------------------------------


def _clinic_problems(flow: Flow) -> Iterator[str]:
    if not flow.clinic.contacts:
        yield "clinic.toml names no contact; every ending shows whom to call"
    for contact in flow.clinic.contacts:
        if not (contact.dials.startswith("+") and contact.dials[1:].isdecimal()):
            yield f"clinic.toml: {contact.name}'s `dials` must be + and digits only"
    known = {question.key: question for question in QUESTIONS}
    for key in sorted(flow.clinic.off):
        if key not in known:
            yield f"clinic.toml: questions.off names {key!r}, which is not in the form"
        elif not may_be_off(known[key]):
            yield f"clinic.toml: question {key!r} can't be left out"


def _button_problems(flow: Flow) -> Iterator[str]:
    for question in (*flow.questions, *flow.handoff):
        for choice in (*question.choices, "before_2026-11-23", f"change_{question.key}"):
            if len(f"{LONGEST_PREFIX}{question.key}:{choice}".encode()) > BUTTON_BYTES:
                yield f"the button {question.key}:{choice} is over Telegram's {BUTTON_BYTES} bytes; shorten the key"
    for name in COMMANDS:
        if not (name.isascii() and name.replace("_", "").isalnum() and name == name.lower() and len(name) <= 32):
            yield f"the command /{name} is not one that Telegram takes: a-z, 0-9 and _, at most 32"
