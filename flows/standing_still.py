"""A form that is paused stands still, but for a deletion that was asked for: it waits for its yes or no."""

from __future__ import annotations

from datetime import date

from flows.flow import Flow
from flows.model import Asking, Event, Intake, Phrase, Step, Tapped, Typed
from flows.pages import pause
from flows.pending import said_to_pending
from flows.taps import tapped


def stands_still(flow: Flow, intake: Intake, given: Typed | Tapped, today: date) -> Step:
    """What follows on words and taps while the form is paused: who wants everything gone need not resume it first."""
    step = _sure(flow, intake, given, today)
    if step is None:
        return Step(intake, (pause(),))
    if any(happened.event is Event.CONSENT_WITHDRAWN for happened in step.events):
        return step
    marked = tuple(reply for reply in step.replies if reply.onto is not None)
    return Step(step.intake, (*marked, pause(Phrase("nothing-changed"))))


def _sure(flow: Flow, intake: Intake, given: Typed | Tapped, today: date) -> Step | None:
    pending = intake.pending
    if pending is None or pending.asking is not Asking.DELETE:
        return None
    if isinstance(given, Typed):
        return said_to_pending(flow, intake, pending, given, today)
    current = (given.case, given.round) == (intake.case, intake.round)
    return tapped(flow, intake, given, today) if current and given.choice in {"delete", "keep"} else None
