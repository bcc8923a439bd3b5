"""What a client's words mention, wherever they were written: kept until a person has looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import answers as readers
from flows import machine
from flows.answers.said import Said
from flows.flow import Flow
from flows.model import URGENT, Edited, Handover, Input, Intake, MediaSent, Mention, Phrase, Reply, Step, Typed
from flows.plan import plan

MOST_URGENT_FIRST = (Mention.CRISIS, Mention.EMERGENCY, Mention.CLINICAL)


def heard(given: Input) -> Input:
    """The input with its words as a Said: many readers look at them."""
    match given:
        case Typed(text) | Edited(text):
            return replace(given, text=Said(text))
        case MediaSent():
            return replace(given, caption=Said(given.caption))
        case _:
            return given


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


def with_mentions(flow: Flow, before: Intake, step: Step, given: Input, today: date) -> Step:
    """`step` with what the client's words mention, unless they became an answer, which carries its own mentions.

    Words that were read back and let go of were said all the same. What is said to the team leaves the bot quiet.
    """
    intake = step.intake
    let_go = before.pending.answer if before.pending else None
    mentioned = let_go.mentions if let_go and not _stands(intake, let_go.message_id) else frozenset[Mention]()
    unheard = before.paused or before.handover is not Handover.BOT
    if (words := words_of(given)) and (unheard or not _stands(intake, getattr(given, "message_id", None))):
        mentioned |= readers.mentions(words, flow.catalogue)
    mentioned -= URGENT | intake.mentions
    if not mentioned or step.starts_over or intake.state in machine.FORGOTTEN:
        return step
    told = replace(intake, mentions=intake.mentions | mentioned)
    anew = _plan_anew(flow, intake, told, today) if before.handover is Handover.BOT else ()
    return replace(step, intake=told, replies=(*step.replies[:-1], *anew, *step.replies[-1:]))


def _stands(intake: Intake, message_id: int | None) -> bool:
    """Whether a message is an answer now, or is being read back as one."""
    waiting = (intake.pending.answer,) if intake.pending and intake.pending.answer else ()
    return any(answer.message_id == message_id for answer in (*intake.answers.values(), *waiting))


def has_a_plan(flow: Flow, intake: Intake) -> bool:
    """Whether the client has come as far as to read the plan."""
    read = {machine.PLAN, *machine.EXPLAIN, machine.FINISHED, *(question.key for question in flow.handoff)}
    return intake.state in read


def _plan_anew(flow: Flow, before: Intake, after: Intake, today: date) -> tuple[Reply, ...]:
    """The plan once more, for a client who has already read one that no longer holds."""
    if not has_a_plan(flow, after):
        return ()
    was, now = flow.screen(before, today), flow.screen(after, today)
    if (was.verdict, was.earliest) == (now.verdict, now.earliest):
        return ()
    return (Reply((Phrase("plan-changed"), *plan(flow, after, today))),)
