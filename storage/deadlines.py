"""What falls due by time alone, as rows: a restart forgets no timer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, insert, select

from storage.prepared import Prepared
from storage.room import Room
from storage.tables import DeadlineRow, InboxRow, InboxState, table

DEADLINES = table(DeadlineRow)
INBOX = table(InboxRow)
ADD = Prepared(insert(DEADLINES))
CLEAR = delete(DEADLINES).where(DEADLINES.c.intake_id == bindparam("which"), DEADLINES.c.kind == bindparam("sort"))
CLEAR_ALL = Prepared(delete(DEADLINES).where(DEADLINES.c.intake_id == bindparam("which")))
DUE = (
    select(DEADLINES.c.id, DEADLINES.c.kind, DEADLINES.c.chat_id, DEADLINES.c.intake_id)
    .where(DEADLINES.c.due_at <= bindparam("now"))
    .where(~exists().where(INBOX.c.chat_id == DEADLINES.c.chat_id, INBOX.c.state == InboxState.WAITING))
    .order_by(DEADLINES.c.due_at, DEADLINES.c.id)
    .limit(1)
)
DONE = delete(DEADLINES).where(DEADLINES.c.id == bindparam("which"))


@dataclass(frozen=True, slots=True)
class Deadline:
    id: int
    kind: str
    chat_id: int
    intake_id: int


class Deadlines(Room):
    __slots__ = ()

    def set(self, kind: str, chat_id: int, intake_id: int, due_at: datetime) -> None:
        """Sets the intake's one deadline of this kind.

        It gets a number of its own, so that who still holds the old one cannot end the new one.
        """
        self.clear(intake_id, kind)
        row = {"kind": kind, "chat_id": chat_id, "intake_id": intake_id, "due_at": due_at}
        ADD.run(self.connection, row)

    def set_all(self, chat_id: int, intake_id: int, due_at: Mapping[str, datetime]) -> None:
        """Sets all deadlines of the intake anew, by kind; those of other kinds are gone."""
        CLEAR_ALL.run(self.connection, {"which": intake_id})
        common = {"chat_id": chat_id, "intake_id": intake_id}
        ADD.run_each(self.connection, [{"kind": kind, "due_at": at, **common} for kind, at in due_at.items()])

    def clear(self, intake_id: int, kind: str) -> None:
        self.connection.execute(CLEAR, {"which": intake_id, "sort": kind})

    def due(self) -> Deadline | None:
        """The one that has been due longest; who has sent something that is not worked off yet is not silent."""
        row = self.connection.execute(DUE, {"now": self.now}).one_or_none()
        return Deadline(*row) if row else None

    def done(self, deadline_id: int) -> bool:
        """Ends it; False when it was set anew, cleared or erased meanwhile: then there is nothing to be done."""
        return self.connection.execute(DONE, {"which": deadline_id}).rowcount == 1
