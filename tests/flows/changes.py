"""Every kind of change that a form may go through, and every place at which a client may be when it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from flows import machine
from flows.conditions import Is
from flows.flow import Flow, asked, may_be_off
from flows.intake import QUESTIONS
from flows.model import (
    Answer,
    Asking,
    Handover,
    How,
    Intake,
    Interval,
    Kind,
    Mention,
    Pending,
    ProductClass,
    Question,
    Source,
    Verdict,
)
from flows.screening import Rule
from flows.walk import possible_values, walk
from flows.words import LANGUAGES, Words, load_words
from tests.flows.given import CASE, TODAY, answered, form, product, the_flow

NEVER: Final = Is("consent", "never")
EXTRA: Final = Question("extra", Kind.CHOICE, Source.PRACTICE, choices=("one", "two"), careful="two")
NEW_CHOICES: Final = ("another", "one", "two")
FEW: Final = 60
"""Each change is tried at all places that it touches, and at one of so many others; all changes reach all places."""
FIRST_ROUND: Final = 30


@dataclass(frozen=True)
class Change:
    """The form after a change, and the keys of the questions that it touched."""

    name: str
    flow: Flow
    touched: frozenset[str] = field(default_factory=frozenset)

    def __str__(self) -> str:
        return self.name


@cache
def words_in(*languages: str) -> Words:
    """The project's words in these languages, with those of every question and choice that a change may bring."""
    new = [f"ask-{EXTRA.key} = Which one?", f"short-{EXTRA.key} = Which", "choice-another = Another"]
    keys = (EXTRA.key, *the_flow().by_key)
    new += [f"choice-{key}-{choice} = {choice.title()}" for key in keys for choice in NEW_CHOICES]
    new += [f"receipt-{choice} = See you" for choice in (*NEW_CHOICES, "no", "yes", "not_sure")]
    with TemporaryDirectory() as folder:
        for code in languages:
            text = (LANGUAGES / f"{code}.ftl").read_text(encoding="utf-8")
            (Path(folder) / f"{code}.ftl").write_text("\n".join([text, *new, ""]), encoding="utf-8")
        return load_words(Path(folder))


def changed(name: str, touched: set[str] | frozenset[str] = frozenset(), **parts: Any) -> Change:
    flow = replace(the_flow(), **{"words": words_in("en", "es"), **parts})
    return Change(name, flow, frozenset(touched))


def with_question(question: Question, **changes: Any) -> tuple[Question, ...]:
    """Every screening question, this one with changes."""
    new = replace(question, **changes)
    return tuple(new if each.key == question.key else each for each in the_flow().questions)


def handed_off(question: Question, **changes: Any) -> tuple[Question, ...]:
    new = replace(question, **changes)
    return tuple(new if each.key == question.key else each for each in the_flow().handoff)


def _part(question: Question, **changes: Any) -> dict[str, Any]:
    if question in the_flow().handoff:
        return {"handoff": handed_off(question, **changes)}
    return {"questions": with_question(question, **changes)}


@cache
def every_change() -> tuple[Change, ...]:
    return (
        *_added(),
        *_removed(),
        *_renamed(),
        *_moved(),
        *_choices_changed(),
        *_kinds_changed(),
        *_conditions_changed(),
        *_rules_changed(),
        *_left_out(),
        changed("a language gone", words=words_in("en")),
    )


def _added() -> Iterator[Change]:
    flow = the_flow()
    for place in range(1, len(flow.questions) + 1):
        questions = (*flow.questions[:place], EXTRA, *flow.questions[place:])
        yield changed(f"a question added at {place}", {"extra"}, questions=questions)
    for place in range(len(flow.handoff) + 1):
        handoff = (*flow.handoff[:place], EXTRA, *flow.handoff[place:])
        yield changed(f"a question added to the hand-off at {place}", {"extra"}, handoff=handoff)


def hanging_on(key: str) -> frozenset[str]:
    """The question and all that is asked because of it."""
    found = {key}
    for question in the_flow().by_key.values():
        if question.again_with in found or key in _looked_at(question):
            found.add(question.key)
    return frozenset(found)


def _looked_at(question: Question) -> frozenset[str]:
    return question.when.keys() if question.when is not None else frozenset()


def _removed() -> Iterator[Change]:
    flow = the_flow()
    for key in flow.by_key:
        gone = hanging_on(key) - ({"sun_last", "pigment"} if key == "goals" else set())
        questions = tuple(each for each in flow.questions if each.key not in gone)
        handoff = tuple(each for each in flow.handoff if each.key not in gone)
        yield changed(f"{key} removed", gone, questions=questions, handoff=handoff)


def _renamed() -> Iterator[Change]:
    """Under another key it is another question: nobody can tell that it is the same."""
    for question in the_flow().by_key.values():
        keys = {"key": "extra", "kind": Kind.CHOICE, "choices": EXTRA.choices, "careful": "two", "days": None}
        yield changed(f"{question.key} renamed", {question.key, "extra"}, **_part(question, **keys))


def _moved() -> Iterator[Change]:
    flow = the_flow()
    for question in flow.questions[1:]:
        if hanging_on(question.key) == {question.key}:
            others = [each for each in flow.questions if each != question]
            yield changed(f"{question.key} moved to the end", questions=(*others, question))
            if question.when is None:
                yield changed(f"{question.key} moved up", questions=(others[0], question, *others[1:]))


def _choices_changed() -> Iterator[Change]:
    for question in the_flow().by_key.values():
        key, choices = question.key, question.choices
        for choice in choices:
            less = tuple(each for each in choices if each != choice)
            careful = question.careful if question.careful in less else (less or (None,))[-1]
            yield changed(f"{key} without {choice}", {key}, **_part(question, choices=less, careful=careful))
        if not choices:
            continue
        yield changed(f"{key} with another choice", **_part(question, choices=(*choices, "another")))
        renamed = tuple("another" if each == choices[0] else each for each in choices)
        careful = "another" if question.careful == choices[0] else question.careful
        yield changed(f"{key} with {choices[0]} renamed", {key}, **_part(question, choices=renamed, careful=careful))


KINDS: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (Kind.CHOICE, ("one", "two")),
    (Kind.PRODUCT, ()),
    (Kind.SEVERAL, ("one", "two")),
    (Kind.PAST_DATE, ("not_sure",)),
    (Kind.YES_NO, ("yes", "no")),
    (Kind.FUTURE_DATE, ("no",)),
)


def _kinds_changed() -> Iterator[Change]:
    for place, question in enumerate(each for each in the_flow().by_key.values() if each.key != "consent"):
        for kind, choices in (KINDS * 2)[place % len(KINDS) :][:3]:
            if kind is not question.kind:
                careful = choices[-1] if choices else None
                part = _part(question, kind=kind, choices=choices, careful=careful, days=None)
                yield changed(f"{question.key} made a {kind}", {question.key}, **part)


def _conditions_changed() -> Iterator[Change]:
    for question in the_flow().by_key.values():
        if question.key in {"consent", "age"}:
            continue
        yield changed(f"{question.key} never asked", {question.key}, **_part(question, when=NEVER))
        if question.when is not None:
            yield changed(f"{question.key} always asked", {question.key}, **_part(question, when=None))


def _rules_changed() -> Iterator[Change]:
    rules = the_flow().rules
    for place, rule in enumerate(rules):
        yield changed(f"rule {rule.key} {place} removed", rules=(*rules[:place], *rules[place + 1 :]))
    stopping = Rule("isotretinoin_now", Is("area", "face"), Verdict.STOP, Source.CLINIC)
    yield changed("a rule added", rules=(*rules, stopping))


def _left_out() -> Iterator[Change]:
    for question in QUESTIONS:
        if may_be_off(question):
            left = asked(QUESTIONS, frozenset({question.key}))
            gone = {each.key for each in QUESTIONS} - {each.key for each in left}
            yield changed(f"{question.key} switched off", gone, questions=left)


# --- where a client may be ------------------------------------------------------------------------


@cache
def every_place() -> Mapping[str, Intake]:
    """By what they are in the middle of, an intake in every state of the present form, and in every way of waiting."""
    flow = the_flow()
    places: dict[str, Intake] = {}
    for (source, state), answers in walk(flow).steps.items():
        if state not in machine.FORGOTTEN:
            places[f"{state} from {source}"] = _standing(state, dict(answers))
    telling = form({"goals": ("tone", "other"), "retinoid": "yes", "retinoid_product": product(ProductClass.RETINOID)})
    telling |= form({"retinoid_last": Interval.on(TODAY), "sun_last": "not_sure", "isotretinoin": "under_6_months"})
    telling = {key: replace(answer, message_id=8) for key, answer in telling.items()}
    for question in flow.by_key.values():
        before = {key: answer for key, answer in telling.items() if key != question.key}
        for value in possible_values(question)[:2]:
            waiting = replace(answered(value, Mention.ISOTRETINOIN), message_id=9)
            confirm = Pending(Asking.CONFIRM, question.key, waiting)
            places[f"{question.key} read back as {value}"] = _standing(question.key, before, pending=confirm)
            edit = Pending(Asking.EDIT, question.key, replace(waiting, how=How.EDITED))
            places[f"{question.key} edited to {value} at the end"] = _standing("note", telling, pending=edit)
    week = answered(Interval(TODAY - timedelta(days=7), TODAY))
    narrow = Pending(Asking.NARROW, "retinoid_last", week)
    without = {key: answer for key, answer in telling.items() if key != "retinoid_last"}
    places["a day to narrow down"] = _standing("retinoid_last", without, pending=narrow)
    places["goals picked"] = _standing("goals", {"consent": answered("agree")}, picked=("tone", "other"))
    for state in (*flow.by_key, *machine.SHOWN):
        places[f"{state}, about to delete"] = _standing(state, telling, pending=Pending(Asking.DELETE))
        places[f"{state}, paused"] = _standing(state, telling, paused=True)
        places[f"{state}, with the team"] = _standing(state, telling, handover=Handover.TEAM)
        places[f"{state}, come back to"] = _standing(state, telling)
    places["stopped"] = _standing(machine.STOPPED, telling)
    places["finished"] = _standing(machine.FINISHED, {**telling, "next_step": answered("i_call")})
    return places


def places_for(change: Change) -> Iterator[tuple[str, Intake]]:
    """Where a client may be when the form changes so: everywhere that the change touches, and at some other places."""
    number = [str(each) for each in every_change()].index(str(change))
    for place, (name, intake) in enumerate(every_place().items()):
        waits_for = intake.pending.question if intake.pending else ""
        if {intake.state, waits_for} & change.touched or (place + number) % FEW == 0:
            yield name, replace(intake, language="es") if place % 2 else intake


def _standing(state: str, answers: Mapping[str, Answer], **more: Any) -> Intake:
    return replace(Intake(CASE, state, FIRST_ROUND, answers), **more)
