"""Deadlines of an intake: one nudge after silence, and the day on which it is erased."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.work import Work

    from flows.clinic import Clinic
    from flows.model import Intake
    from storage.intakes import Kept

NUDGE = "nudge"
RETENTION = "retention"
ENDED = frozenset({"finished", "declined", "minor", "stopped"})


def put_off(work: Work, clinic: Clinic, kept: Kept, intake: Intake, now: datetime) -> None:
    """Set the deadlines anew after a client's word at `now`."""
    if intake.state in ENDED or intake.paused or intake.nudged:
        work.deadlines.clear(kept.id, NUDGE)
    else:
        work.deadlines.set(NUDGE, kept.chat_id, kept.id, now + timedelta(hours=clinic.nudge_hours))
    finished_at = kept.finished_at or (now if intake.state == "finished" else None)
    if finished_at is not None:
        due_at = finished_at + timedelta(days=clinic.finished_days)
    else:
        due_at = now + timedelta(days=clinic.unfinished_days)
    work.deadlines.set(RETENTION, kept.chat_id, kept.id, due_at)
