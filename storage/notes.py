"""What staff write on an intake for each other: notes, and tags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from storage.room import Room
from storage.staff_tables import NoteRow, TagRow, TermRow
from storage.tables import table
from storage.terms import TermKind, Terms, folded
from storage.upserts import insert_new

NOTES, TAGS, TERMS = table(NoteRow), table(TagRow), table(TermRow)
IN_USE = select(TAGS.c.tag).distinct()

LONGEST_TAG = 40


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    staff_id: int
    text: str
    at: datetime


class Notes(Room):
    __slots__ = ()

    def add(self, intake_id: int, staff_id: int, text: str) -> None:
        """Keeps the text as it is but for blanks around it; raises ValueError when nothing is left."""
        kept = text.strip()
        if not kept:
            raise ValueError("a note has words")
        row = {"intake_id": intake_id, "staff_id": staff_id, "text": kept, "at": self.now}
        self.connection.execute(insert(NOTES), row)

    def of(self, intake_id: int) -> tuple[Note, ...]:
        """Oldest first."""
        query = select(NOTES.c.id, NOTES.c.staff_id, NOTES.c.text, NOTES.c.at)
        rows = self.connection.execute(query.where(NOTES.c.intake_id == intake_id).order_by(NOTES.c.id))
        return tuple(Note(*row) for row in rows)

    def tag(self, intake_id: int, staff_id: int, tag: str) -> None:
        """Spelled as it is elsewhere already, whatever the case; raises ValueError for one that is empty or too long.

        One that the intake has already is no error.
        """
        spelled = " ".join(tag.split())
        if not folded(spelled) or len(spelled) > LONGEST_TAG:
            raise ValueError(f"a tag has 1 to {LONGEST_TAG} signs")
        row = {"intake_id": intake_id, "staff_id": staff_id, "tag": self._as_elsewhere(spelled), "at": self.now}
        insert_new(self.connection, TAGS, [row])
        Terms(self.connection, self.now).add(intake_id, TermKind.TAG, folded(spelled))

    def untag(self, intake_id: int, tag: str) -> None:
        """However it is spelled; one that the intake does not have is no error."""
        its_own = select(TAGS.c.id, TAGS.c.tag).where(TAGS.c.intake_id == intake_id)
        gone = [row.id for row in self.connection.execute(its_own) if folded(row.tag) == folded(tag)]
        self.connection.execute(delete(TAGS).where(TAGS.c.id.in_(gone)))
        Terms(self.connection, self.now).drop(intake_id, TermKind.TAG, folded(tag))

    def tags_of(self, intake_id: int) -> tuple[str, ...]:
        query = select(TAGS.c.tag).where(TAGS.c.intake_id == intake_id)
        return tuple(sorted(self.connection.execute(query).scalars(), key=folded))

    def tags_in_use(self) -> tuple[str, ...]:
        """Every tag that some intake has, by the alphabet."""
        return tuple(sorted(self.connection.execute(IN_USE).scalars(), key=folded))

    def _as_elsewhere(self, tag: str) -> str:
        """All intakes that have a tag spell it the same, so one of them tells how."""
        named = TERMS.c.kind == TermKind.TAG, TERMS.c.term == folded(tag)
        some = select(TERMS.c.intake_id).where(*named).limit(1).scalar_subquery()
        spellings = self.connection.execute(select(TAGS.c.tag).where(TAGS.c.intake_id == some)).scalars()
        return next((spelled for spelled in spellings if folded(spelled) == folded(tag)), tag)
