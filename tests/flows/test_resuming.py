"""Where a client is led whose form has changed: words meant for a prompt that is gone, and silence."""

from __future__ import annotations

from flows.meeting import Met
from flows.model import Event, Intake, NudgeDue, Phrase, Step, Typed
from flows.resuming import meant_for_another, shown_where
from tests.flows.given import CASE, TODAY, the_flow


def test_a_question_typed_at_a_prompt_that_is_gone_is_answered_all_the_same() -> None:
    there = Intake(CASE, state="retinoid")
    step = meant_for_another(the_flow(), there, Typed("does it hurt?", 7), TODAY)
    assert [happened.event for happened in step.events] in ([Event.QUESTION_ANSWERED], [Event.QUESTION_PASSED_ON])
    assert step.intake == there
    assert step.replies[-1].body[0] == Phrase("form-changed")
    assert Phrase("ask-retinoid") in step.replies[-1].body


def test_silence_that_was_broken_before_is_not_broken_again_for_another_prompt() -> None:
    before, moved = Intake(CASE, state="gone"), Intake(CASE, state="retinoid")
    step = shown_where(the_flow(), before, Met(moved, left="gone"), Step(moved), NudgeDue(), TODAY)
    assert step == Step(before)
