"""The transcript: Turns and the lines said in return, as the client saw them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, insert, select

from storage.prepared import Prepared
from storage.room import Room
from storage.tables import LineRow, TurnRow, table

TURNS = table(TurnRow)
LINES = table(LineRow)
OPEN = Prepared(insert(TURNS).returning(TURNS.c.id))
ADD = Prepared(insert(LINES))

Said: TypeAlias = tuple[str, str, Sequence[Sequence[str]]]
"""Who said it, what, and the labels of the buttons below it, row by row."""
NOBODY_SPOKE = "nudge"
"""What a Turn begins with that nobody did."""


@dataclass(frozen=True, slots=True)
class Line:
    """One bubble of the chat; `did` says what the client did and is empty when somebody else speaks."""

    turn_id: int
    speaker: str
    text: str
    at: datetime
    did: str = ""
    message_id: int | None = None
    staff_id: int | None = None
    buttons: tuple[tuple[str, ...], ...] = ()


class Transcript(Room):
    __slots__ = ()

    def turn(
        self,
        chat_id: int,
        intake_id: int | None,
        did: str,
        said: str,
        message_id: int | None = None,
        staff_id: int | None = None,
    ) -> int:
        """Opens a Turn with what the client, or `staff_id` of the team, did and said; gives its number."""
        row = {"chat_id": chat_id, "intake_id": intake_id, "did": did, "said": said, "message_id": message_id}
        return OPEN.number(self.connection, {**row, "staff_id": staff_id, "at": self.now})

    def add(self, turn_id: int, speaker: str, text: str, buttons: Sequence[Sequence[str]] = ()) -> None:
        """One line in return, said by "bot" or "staff"; `buttons` are the labels, row by row."""
        self.add_each(turn_id, [(speaker, text, buttons)])

    def add_each(self, turn_id: int, lines: Iterable[Said]) -> None:
        """The same for these, in order."""
        common = {"turn_id": turn_id, "at": self.now}
        rows = [
            {**common, "speaker": speaker, "text": text, "buttons": [list(row) for row in buttons]}
            for speaker, text, buttons in lines
        ]
        ADD.run_each(self.connection, rows)

    def of(self, intake_id: int) -> list[Line]:
        """All that was said in an intake, in order."""
        return self._lines(TURNS.c.intake_id == intake_id)

    def of_chat(self, chat_id: int) -> list[Line]:
        """All that was said in a chat, in order."""
        return self._lines(TURNS.c.chat_id == chat_id)

    def _lines(self, which: ColumnElement[bool]) -> list[Line]:
        answered = self._answered(which)
        turns = self.connection.execute(select(TURNS).where(which).order_by(TURNS.c.id)).all()
        return [line for turn in turns for line in (*_opening(turn), *answered.get(turn.id, ()))]

    def _answered(self, which: ColumnElement[bool]) -> dict[int, list[Line]]:
        query = (
            select(LINES, TURNS.c.staff_id).join(TURNS, TURNS.c.id == LINES.c.turn_id).where(which).order_by(LINES.c.id)
        )
        answered: dict[int, list[Line]] = {}
        for row in self.connection.execute(query):
            buttons = tuple(tuple(labels) for labels in row.buttons)
            line = Line(row.turn_id, row.speaker, row.text, row.at, staff_id=row.staff_id, buttons=buttons)
            answered.setdefault(row.turn_id, []).append(line)
        return answered


def _opening(turn: Row[Any]) -> tuple[Line, ...]:
    """What the client did; what the team wrote stands in the lines, as the client saw it."""
    spoke = turn.did != NOBODY_SPOKE and turn.staff_id is None
    return (Line(turn.id, "client", turn.said, turn.at, turn.did, turn.message_id),) if spoke else ()
