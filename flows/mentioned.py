"""What a client's words mention, wherever they were written: kept until a person has looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import answers as readers
from flows import machine
from flows.flow import Flow
from flows.model import URGENT, Edited, Input, Intake, MediaSent, Mention, Phrase, Reply, Step, Typed
from flows.plan import plan

MOST_URGENT_FIRST = (Mention.CRISIS, Mention.EMERGENCY, Mention.CLINICAL)


def words_of(given: Input) -> str:
    """The words in an input: a text, a changed text, a caption."""
    match given:
        case Typed(text) | Edited(text):
            return text
        case MediaSent():
            return given.caption
        case _:
            return ""


def urgent_words(flow: Flow, text: str) -> Mention | None:
    """The most urgent kind that `text` names, if any."""
    found = readers.mentions(text, flow.catalogue) & URGENT
    return next((kind for kind in MOST_URGENT_FIRST if kind in found), None)


def with_mentions(flow: Flow, step: Step, given: Input, today: date) -> Step:
    """`step` with what the words mention, unless they became an answer, which carries its own mentions."""
    intake = step.intake
    mentioned = readers.mentions(words_of(given), flow.catalogue) - URGENT - intake.mentions
    if not mentioned or intake.state in machine.FORGOTTEN or _became_an_answer(intake, given):
        return step
    told = replace(intake, mentions=intake.mentions | mentioned)
    *before, last = step.replies
    return replace(step, intake=told, replies=(*before, *_plan_anew(flow, intake, told, today), last))


def _became_an_answer(intake: Intake, given: Input) -> bool:
    waiting = (intake.pending.answer,) if intake.pending and intake.pending.answer else ()
    number = getattr(given, "message_id", None)
    return any(answer.message_id == number for answer in (*intake.answers.values(), *waiting))


def _plan_anew(flow: Flow, before: Intake, after: Intake, today: date) -> tuple[Reply, ...]:
    """The plan once more, for a client who has already read one that no longer holds."""
    if after.state not in {
        machine.PLAN,
        *machine.EXPLAIN,
        *(question.key for question in flow.handoff),
        machine.FINISHED,
    }:
        return ()
    was, now = flow.screen(before, today), flow.screen(after, today)
    if (was.verdict, was.earliest) == (now.verdict, now.earliest):
        return ()
    return (Reply((Phrase("plan-changed"), *plan(flow, after, today))),)
