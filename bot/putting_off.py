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
    due_at = {RETENTION: now + timedelta(days=clinic.unfinished_days)}
    if kept.finished_at is not None:
        due_at[RETENTION] = kept.finished_at + timedelta(days=clinic.finished_days)
    if kept.intake.state not in ENDINGS and not kept.intake.paused:
        due_at[NUDGE] = now + timedelta(hours=clinic.nudge_hours)
    work.deadlines.set_all(kept.chat_id, kept.id, due_at)
