"""The hand-off: how the client wants to go on, and what is needed for that."""

from __future__ import annotations

from flows.conditions import Is
from flows.model import Kind, Question, Source

HANDOFF: tuple[Question, ...] = (
    Question("next_step", Kind.CHOICE, Source.PRACTICE, choices=("i_call", "write_here", "call_me"), careful="i_call"),
    Question("phone", Kind.PHONE, Source.PRACTICE, when=Is("next_step", "call_me"), again_with="next_step"),
    Question(
        "best_time",
        Kind.CHOICE,
        Source.PRACTICE,
        choices=("morning", "afternoon", "evening", "any_time"),
        when=Is("next_step", "call_me"),
        careful="any_time",
        again_with="next_step",
    ),
)
