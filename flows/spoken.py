"""The language of the chat: switched at any time, by tap or in words, and offered to whoever types in another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import machine
from flows.answers.tongue import language_of
from flows.asking import button
from flows.flow import Flow
from flows.model import Event, Input, Intake, Phrase, Reply, Step, Typed
from flows.pages import again, said_as

CHOICE = "language_"
"""What the choice on a button that switches begins with."""


def switched(flow: Flow, intake: Intake, code: str, today: date) -> Step:
    """The same place in another language; whoever has chosen is offered none any more."""
    if code not in flow.words.languages:
        return again(flow, intake, today)
    return again(flow, chosen(intake, code), today, Phrase("language-now"))


def chosen(intake: Intake, code: str) -> Intake:
    """The intake in the language `code`."""
    return replace(intake, language=code, language_offered=True)


def asked_for(flow: Flow, text: str) -> str | None:
    """The language that a text asks for: its bare name, or a sentence that `typed-language_` lists."""
    return next((code for code in flow.words.languages if said_as(flow, text, f"language_{code}")), None)


def other_tongue(flow: Flow, intake: Intake, text: str) -> str | None:
    """The language a text is in, where it is one that is offered and not the one of the chat."""
    code = language_of(text)
    return code if code != intake.language and code in flow.words.languages else None


def with_offer(flow: Flow, before: Intake, step: Step, given: Input) -> Step:
    """`step`, which offers the switch once to a client who types another language than that of the chat."""
    intake = step.intake
    if not isinstance(given, Typed) or intake.language_offered or intake.language != before.language:
        return step
    over = step.starts_over or any(each.event is Event.CONSENT_WITHDRAWN for each in step.events)
    code = other_tongue(flow, intake, given.text)
    if code is None or over or not step.replies or intake.state in machine.FORGOTTEN:
        return step
    return replace(step, intake=replace(intake, language_offered=True), replies=offering(step.replies, code))


def offering(replies: tuple[Reply, ...], code: str) -> tuple[Reply, ...]:
    """The replies, with a button to the language `code` below the last; where that has no room, in a message before."""
    *first, last = replies
    if last.body and last.keyboard is None:
        return (*first, replace(last, buttons=(*last.buttons, (button(f"button-speak_{code}", f"{CHOICE}{code}"),))))
    row = (button(f"language-{code}", f"{CHOICE}{code}"),)
    return (*first, Reply((Phrase(f"button-speak_{code}"),), buttons=(row,)), last)
