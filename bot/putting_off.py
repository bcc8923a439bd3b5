"""Sets the deadlines of an intake anew after each word of the client."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flows.machine import ENDINGS

if TYPE_CHECKING:
    from flows.clinic import Clinic
    from storage.intakes import Kept
    from storage.work import Work

NUDGE = "nudge"
RETENTION = "retention"


def put_off(work: Work, clinic: Clinic, kept: Kept, now: datetime) -> None:
    """Set the deadlines of an intake anew after a client's word at `now`."""
    intake = kept.intake
    if intake.state in ENDINGS or intake.paused:
        work.deadlines.clear(kept.id, NUDGE)
    else:
        work.deadlines.set(NUDGE, kept.chat_id, kept.id, now + timedelta(hours=clinic.nudge_hours))
    due_at = now + timedelta(days=clinic.unfinished_days)
    if kept.finished_at is not None:
        due_at = kept.finished_at + timedelta(days=clinic.finished_days)
    work.deadlines.set(RETENTION, kept.chat_id, kept.id, due_at)
