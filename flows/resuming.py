"""Going on in a form that has changed: words meant for a prompt that is no more answer no other one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows.asking import ask
from flows.flow import Flow
from flows.meeting import Met
from flows.model import Event, Handover, Happened, Input, Intake, NudgeDue, Phrase, Reply, Step, Team, Typed
from flows.pages import again
from flows.typed import topic_lines, topic_of


def meant_for_another(flow: Flow, intake: Intake, given: Typed, today: date) -> Step:
    """The present prompt, for words that were typed at one that is no more; what they ask is answered all the same."""
    topic = topic_of(given.text)
    if topic is None:
        return again(flow, intake, today, Phrase("form-changed"))
    asked = Happened(Event.QUESTION_PASSED_ON if topic.passed_on else Event.QUESTION_ANSWERED, topic.key)
    return Step(intake, (Reply(topic_lines(flow, topic)), ask(flow, intake, today, Phrase("form-changed"))), (asked,))


def shown_where(flow: Flow, before: Intake, met: Met, step: Step, given: Input, today: date) -> Step:
    """`step`, with which a client who was led to another prompt is shown it.

    A form that is paused, or waits while the team speaks, is shown when it goes on; and silence that was broken before
    is not broken again for it.
    """
    after = step.intake
    waits = after.paused or after.handover is not Handover.BOT
    if not met.elsewhere or waits or isinstance(given, Team) or _is_over(step):
        return step
    if isinstance(given, NudgeDue) and not step.replies:
        return Step(before)
    prompt = ask(flow, after, today).body
    if any(reply.body[-len(prompt) :] == prompt for reply in step.replies):
        return step
    return replace(step, replies=(*step.replies, ask(flow, after, today, Phrase("form-changed"))))


def _is_over(step: Step) -> bool:
    return step.starts_over or any(happened.event is Event.CONSENT_WITHDRAWN for happened in step.events)
