"""Sets the deadlines of an intake anew after each word of the client's or the team's."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flows.machine import ENDINGS
from flows.model import Handover

if TYPE_CHECKING:
    from flows.clinic import Clinic
    from storage.intakes import Kept
    from storage.work import Work

NUDGE = "nudge"
RETENTION = "retention"


def put_off(work: Work, clinic: Clinic, kept: Kept, now: datetime) -> None:
    """Set the deadlines of an intake anew after a word at `now`; while the team speaks nobody is nudged."""
    due_at = {RETENTION: now + timedelta(days=clinic.unfinished_days)}
    if kept.finished_at is not None:
        due_at[RETENTION] = kept.finished_at + timedelta(days=clinic.finished_days)
    intake = kept.intake
    if intake.state not in ENDINGS and not intake.paused and intake.handover is Handover.BOT:
        due_at[NUDGE] = now + timedelta(hours=clinic.nudge_hours)
    work.deadlines.set_all(kept.chat_id, kept.id, due_at)
