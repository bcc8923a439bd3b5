"""Which stage of the queue an intake is at: one rule, computed by the database from the row as it now stands."""

from sqlalchemy import Connection, bindparam, case, or_, update

from flows.model import Handover, Intake
from storage.prepared import Prepared
from storage.tables import IntakeRow, Stage, table

INTAKES = table(IntakeRow)
ENDED_WITHOUT = ("declined", "minor")

STAGE = case(
    (INTAKES.c.outcome.is_not(None), INTAKES.c.outcome),
    (or_(*(INTAKES.c.state == state for state in ENDED_WITHOUT)), Stage.DECLINED.value),
    (INTAKES.c.handover == Handover.AWAITED.value, Stage.WAITING.value),
    (INTAKES.c.claimed_by.is_not(None), Stage.CLAIMED.value),
    (INTAKES.c.raised_at.is_not(None), Stage.NEW.value),
    else_=Stage.UNFINISHED.value,
)
# Most Turns move nobody in the queue, and then its indexes are left alone.
RESTAGE = Prepared(
    update(INTAKES).where(INTAKES.c.id == bindparam("which"), INTAKES.c.stage != STAGE).values(stage=STAGE)
)


def standing_of(intake: Intake) -> tuple[bool, bool]:
    """What a client's own Turn can change of it: whether the form ended without staff, whether a person is awaited."""
    return intake.state in ENDED_WITHOUT, intake.handover is Handover.AWAITED


def restage(connection: Connection, intake_id: int) -> None:
    """To be called after whatever changes state, hand-over, claim, outcome, or whether staff were called."""
    RESTAGE.run(connection, {"which": intake_id})
