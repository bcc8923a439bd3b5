"""The commands: one entry each, in the order of the command menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from flows import machine
from flows.asking import ask, button, explainer
from flows.explainer import AFTERCARE_PAGE
from flows.flow import Flow
from flows.model import Answer, Asking, Button, Command, Event, Happened, How, Intake, Pending, Phrase, Reply, Step
from flows.pages import begin, go
from flows.taking import pass_over, skipped_value
from flows.telling import cards, contacts, recorded

Handler = Callable[[Flow, Intake, Command, date], Step]


@dataclass(frozen=True, slots=True)
class Entry:
    """One command. Its line in the menu is the phrase `menu-<name>`."""

    handler: Handler
    by_word: bool = False
    """Whether the bare word, as listed in `typed-<name>`, means the same."""
    in_form: bool = False
    """Whether it only makes sense in a form: before the first prompt it begins one."""
    waits: bool = False
    """Whether it moves the form, which waits while the team speaks with the client."""


def start(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Begin, resume, or offer to start over; always answers."""
    if intake.state == machine.START:
        return begin(flow, intake, today, given.argument)
    if intake.paused:
        return resume(flow, intake, today)
    if intake.state == machine.STOPPED:
        step = go(flow, intake, "go_on", today, event=Event.INTAKE_RESUMED)
        return replace(step, replies=(_welcome_back(), *step.replies))
    if intake.state in machine.ENDINGS:
        return Step(intake, (_with_start_over(ask(flow, intake, today)),))
    return Step(intake, (_welcome_back(), ask(flow, intake, today)))


def _welcome_back() -> Reply:
    return Reply((Phrase("welcome_back"),), buttons=((button("button-start_over", "start_over"),),))


def _with_start_over(reply: Reply) -> Reply:
    row = (button("button-start_over", "start_over"),)
    return reply if row in reply.buttons else replace(reply, buttons=(*reply.buttons, row))


def resume(flow: Flow, intake: Intake, today: date) -> Step:
    """Go on after urgent words."""
    going = replace(intake, paused=False, round=intake.round + 1)
    event = Happened(Event.INTAKE_RESUMED, intake.state)
    if going.state == machine.START:
        step = begin(flow, going, today)
        return replace(step, events=(event, *step.events))
    return Step(going, (ask(flow, going, today),), (event,))


def start_over(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Close this form and begin another; before its first prompt there is none to close."""
    if intake.state == machine.START and not intake.paused:
        return begin(flow, intake, today)
    return Step(intake, starts_over=True)


def show_help(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """What the bot does and which commands it knows."""
    commands = tuple(Phrase("help-line", {"command": name, "does": Phrase(f"menu-{name}")}) for name in MENU)
    return _told(intake, Phrase("help", {"commands": commands, "contacts": contacts(flow)}))


def back(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """To the question before; its answer stands until another one is given."""
    return go(flow, intake, "back", today, event=Event.WENT_BACK)


def skip(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Past a question that may be skipped; past a page to booking."""
    question = flow.by_key.get(intake.state)
    if question is None and intake.state in machine.SHOWN:
        return go(flow, intake, "to_booking", today)
    if question is None or not question.skippable:
        return Step(intake, (ask(flow, intake, today, Phrase("cant_skip")),))
    answer = Answer(skipped_value(question), f"/{given.name}", How.TYPED, intake.round, given.message_id)
    return pass_over(flow, intake, question, answer, today)


def edit(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """The card with every answer so far."""
    if not recorded(intake, flow.by_key):
        return Step(intake, (ask(flow, intake, today, Phrase("nothing_yet")),))
    return go(flow, intake, "review", today)


def stop(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Leave; what was said is kept until retention removes it."""
    return go(flow, intake, "stop", today)


def how(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """The explainer from its first page."""
    return Step(intake, (explainer(0),))


def aftercare(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """The explainer at the page on the time after."""
    return Step(intake, (explainer(AFTERCARE_PAGE),))


def book(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Both contacts, as text and as cards."""
    step = _told(intake, Phrase("hand_off", {"contacts": contacts(flow)}))
    return replace(step, replies=(*cards(flow), *step.replies))


def human(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """A person is wanted: staff are told, and the numbers given; of whom nothing is kept nobody could be told."""
    if intake.state in machine.FORGOTTEN:
        return _told(intake, Phrase("hand_off", {"contacts": contacts(flow)}))
    step = _told(intake, Phrase("person_called", {"contacts": contacts(flow)}))
    return replace(step, events=(Happened(Event.PERSON_WANTED, "asked"),))


def language(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Another language, where one is offered."""
    offered = [code for code in flow.words.languages if code != intake.language]
    rows = tuple((button(f"language-{code}", f"language_{code}"),) for code in offered)
    line = Phrase("language-choose") if offered else Phrase("language-only")
    return Step(intake, (Reply((line,), buttons=(*rows, _to_form())),))


def privacy(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """What is stored, who reads it, for how long."""
    kept = {"unfinished": flow.clinic.unfinished_days, "finished": flow.clinic.finished_days}
    return _told(intake, Phrase("privacy", {"clinic": flow.clinic.name, **kept}))


def mydata(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """All that is stored, readable and as a file."""
    lines = recorded(intake, flow.by_key) or (Phrase("nothing_yet"),)
    return Step(intake, (Reply((Phrase("mydata", {"lines": lines}),)), Reply((Phrase("mydata-file"),), file=True)))


def delete(flow: Flow, intake: Intake, given: Command, today: date) -> Step:
    """Asks once; the yes that follows deletes everything."""
    if intake.state == machine.START:
        return Step(intake, (Reply((Phrase("deleted"),)),), (Happened(Event.CONSENT_WITHDRAWN),))
    asked = replace(intake, pending=Pending(Asking.DELETE), round=intake.round + 1)
    return Step(asked, (ask(flow, asked, today),))


def _told(intake: Intake, *body: Phrase) -> Step:
    return Step(intake, (Reply(body, buttons=(_to_form(),)),))


def _to_form() -> tuple[Button, ...]:
    return (button("button-to_form", "go_on"),)


COMMANDS: Mapping[str, Entry] = {
    "start": Entry(start, waits=True),
    "help": Entry(show_help, by_word=True),
    "back": Entry(back, by_word=True, in_form=True, waits=True),
    "skip": Entry(skip, by_word=True, in_form=True, waits=True),
    "edit": Entry(edit, by_word=True, in_form=True, waits=True),
    "stop": Entry(stop, by_word=True),
    "how": Entry(how),
    "aftercare": Entry(aftercare),
    "book": Entry(book, by_word=True),
    "human": Entry(human, by_word=True),
    "language": Entry(language),
    "privacy": Entry(privacy),
    "mydata": Entry(mydata),
    "delete": Entry(delete, by_word=True),
}
"""What the client's command menu lists."""

HIDDEN: Mapping[str, Entry] = {"start_over": Entry(start_over, by_word=True, waits=True)}

MENU = tuple(COMMANDS)
