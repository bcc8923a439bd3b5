"""Taps: a current button acts once; an old one says what was recorded and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from flows.asking import DROP, PICK, answer_rows, ask, button, explainer
from flows.commands import language
from flows.explainer import PAGES
from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    Answer,
    Asking,
    Button,
    Command,
    How,
    Intake,
    Interval,
    Kind,
    Phrase,
    Products,
    Question,
    Reply,
    Step,
    Tapped,
    Value,
)
from flows.pages import change, go
from flows.pending import confirm, decline
from flows.spoken import CHOICE, switched
from flows.taking import accept, consider, pass_over, skipped_value
from flows.telling import answered, label

NOTED = "noted"


def tapped(flow: Flow, intake: Intake, given: Tapped, today: date) -> Step:
    """What follows on a tap."""
    if given.choice.startswith("page_"):
        return _turn_page(intake, given)
    if given.choice == "go_on":
        return Step(intake, (ask(flow, intake, today),))
    if (given.case, given.round) != (intake.case, intake.round):
        return _old(flow, intake, given, today)
    key, colon, choice = given.choice.partition(":")
    if colon:
        return _answer(flow, intake, given, key, choice, today)
    return _act(flow, intake, given, today)


# --- buttons that do something --------------------------------------------------------------------

TRIGGERS = {
    "looks_right": "looks_right",
    "review": "review",
    "next": "go_on",
    "skip": "to_booking",
    "back": "back",
    "resume": "go_on",
}


def _act(flow: Flow, intake: Intake, given: Tapped, today: date) -> Step:
    pending, choice = intake.pending, given.choice
    if pending is not None and choice in {"confirm", "delete"}:
        return _marked(confirm(flow, intake, pending, today), given)
    if pending is not None and choice in {"again", "keep"}:
        return _marked(decline(flow, intake, pending, today), given)
    if choice == "start_over":
        return Step(intake, starts_over=True)
    if choice.startswith("change_"):
        return change(flow, intake, choice.removeprefix("change_"), today)
    if choice.startswith(CHOICE):
        return _speak(flow, intake, given, today)
    if choice in TRIGGERS:
        return _marked(go(flow, intake, TRIGGERS[choice], today), given)
    return _old(flow, intake, given, today)


def _marked(step: Step, given: Tapped) -> Step:
    """The step, with the tapped message's buttons taken away: they are done with."""
    return replace(step, replies=(Reply(onto=given.message_id), *step.replies))


def _speak(flow: Flow, intake: Intake, given: Tapped, today: date) -> Step:
    code = given.choice.removeprefix(CHOICE)
    if code == intake.language:
        return Step(intake, (Reply((Phrase("already"),), toast=True),))
    return _marked(switched(flow, intake, code, today), given)


def _turn_page(intake: Intake, given: Tapped) -> Step:
    page = given.choice.removeprefix("page_")
    if not page.isdecimal() or int(page) >= len(PAGES):
        return Step(intake, (Reply((Phrase("old-plain"),), toast=True),))
    return Step(intake, (explainer(int(page), onto=given.message_id),))


# --- buttons that answer --------------------------------------------------------------------------


def _answer(flow: Flow, intake: Intake, given: Tapped, key: str, choice: str, today: date) -> Step:
    pending = intake.pending
    narrowing = pending is not None and pending.asking is Asking.NARROW and pending.question == key
    if not narrowing and key != intake.state:
        return _old(flow, intake, given, today)
    question = flow.by_key[key]
    if question.kind is Kind.SEVERAL and choice != "skip":
        return _tick(flow, intake, question, given, choice, today)
    value = tapped_value(question, choice)
    if value is None or (isinstance(value, Interval) and value.latest > today):
        return _old(flow, intake, given, today)
    answer = Answer(value, said(flow, intake, question, choice), How.TAP, intake.round, given.message_id)
    cleared = replace(intake, pending=None)
    if choice == "skip":
        return _marked(pass_over(flow, cleared, question, answer, today), given)
    step = accept(flow, cleared, key, answer, today) if narrowing else consider(flow, cleared, key, answer, today)
    return replace(step, replies=(_chosen(question, key, answer, given), *step.replies))


def _chosen(question: Question, key: str, answer: Answer, given: Tapped) -> Reply:
    """The tapped message keeps one button that shows what was chosen; a tap on it later offers to change it."""
    shown = Phrase("ticked", {"label": answered(key, answer)})
    return Reply(buttons=((Button(shown, f"{NOTED}:{key}"),),), onto=given.message_id)


def tapped_value(question: Question, choice: str) -> Value | None:
    """What a choice on a button means; None for one that the question does not have."""
    if choice == "skip" and question.skippable:
        return skipped_value(question)
    if question.kind is Kind.PRODUCT:
        return Products("", ()) if choice == NOT_SURE else None
    if choice in question.choices:
        return choice
    return _tapped_day(question, choice) if question.kind is Kind.PAST_DATE else None


def _tapped_day(question: Question, choice: str) -> Interval | None:
    how, _, day = choice.partition("_")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return None
    if how == "before":
        return Interval(None, when - timedelta(days=1))
    return Interval.on(when) if how == "on" else None


def said(flow: Flow, intake: Intake, question: Question, choice: str) -> str:
    """The words on the button that was tapped: what the client said by it."""
    how, _, day = choice.partition("_")
    if how in {"on", "before"} and question.kind is Kind.PAST_DATE:
        phrase = Phrase(f"day-{how}", {"day": date.fromisoformat(day)})
    elif question.kind is Kind.PRODUCT:
        phrase = Phrase("choice-no_name")
    else:
        phrase = label(question, choice)
    return flow.words.say(phrase, intake.language)


def _tick(flow: Flow, intake: Intake, question: Question, given: Tapped, choice: str, today: date) -> Step:
    if choice == "done":
        return _ticked(flow, intake, question, given, today)
    what, _, ticked = choice.partition("_")
    if what not in {PICK, DROP} or ticked not in question.choices:
        return _old(flow, intake, given, today)
    chosen = {*intake.picked, ticked} if what == PICK else set(intake.picked) - {ticked}
    picked = tuple(each for each in question.choices if each in chosen)
    changed = replace(intake, picked=picked)
    return Step(changed, (Reply(buttons=answer_rows(flow, question, changed, today), onto=given.message_id),))


def _ticked(flow: Flow, intake: Intake, question: Question, given: Tapped, today: date) -> Step:
    if not intake.picked:
        return Step(intake, (Reply((Phrase("pick-one"),), toast=True),))
    labels = [flow.words.say(label(question, choice), intake.language) for choice in intake.picked]
    answer = Answer(intake.picked, ", ".join(labels), How.TAP, intake.round, given.message_id)
    step = accept(flow, intake, question.key, answer, today)
    return replace(step, replies=(_chosen(question, question.key, answer, given), *step.replies))


# --- old buttons ----------------------------------------------------------------------------------


def _old(flow: Flow, intake: Intake, given: Tapped, today: date) -> Step:
    """Nothing changes: what was recorded is said, with ways to change it and to go on."""
    key = _asked_by(given)
    if given.choice.startswith(CHOICE):
        return language(flow, intake, Command("language", "", given.message_id), today)
    recorded = intake.answers.get(key) if given.case == intake.case and key in flow.by_key else None
    if (given.case, given.round + 1) == (intake.case, intake.round) and ":" not in given.choice:
        return Step(intake, (Reply((Phrase("already"),), toast=True),))
    if recorded is None:
        plain = Reply((Phrase("old-plain"),), buttons=((button("button-to_form", "go_on"),),))
        return Step(intake, (plain,))
    if recorded.round == given.round and _same(flow, key, given.choice, recorded):
        return Step(intake, (Reply((Phrase("already"),), toast=True),))
    line = Phrase("old-button", {"question": Phrase(f"short-{key}"), "value": answered(key, recorded)})
    ways = (button("button-change_it", f"change_{key}"), button("button-to_form", "go_on"))
    return Step(intake, (Reply((line,), buttons=(ways,)),))


def _asked_by(given: Tapped) -> str:
    key, _, choice = given.choice.partition(":")
    return choice if key == NOTED else key


def _same(flow: Flow, key: str, choice: str, recorded: Answer) -> bool:
    """A second tap on the very same button: nothing to offer, it is what was recorded."""
    question, tapped_choice = flow.by_key[key], choice.partition(":")[2]
    if question.kind is Kind.SEVERAL:
        return tapped_choice == "done"
    return tapped_value(question, tapped_choice) == recorded.value
