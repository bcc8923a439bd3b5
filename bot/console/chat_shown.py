"""The transcript as bubbles: who spoke, when, how, what a tap or an edit did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from storage.transcript import Line

HOW = {
    "tapped": "tapped",
    "edited": "changed a message",
    "command": "command",
    "contact": "shared a contact",
    "media": "sent, not opened by the bot",
    "came_back": "let the bot in again",
}
WORDS = frozenset({"typed", "edited"})
SIDES = {"client": "client", "staff": "team"}


@dataclass(frozen=True, slots=True)
class Bubble:
    """One bubble; `was` is what an edited message said before, `anchor` empty where nothing links to it."""

    side: str
    who: str
    text: str
    at: datetime
    how: str = ""
    was: str = ""
    buttons: tuple[tuple[str, ...], ...] = ()
    anchor: str = ""

    @property
    def is_mark(self) -> bool:
        """Whether a message was only marked: its buttons became the one that was chosen."""
        return not self.text and bool(self.buttons)


@dataclass(frozen=True, slots=True)
class Day:
    """The bubbles of one day in the clinic's zone."""

    day: date
    bubbles: tuple[Bubble, ...]


def turn_anchor(turn_id: int) -> str:
    return f"turn-{turn_id}"


def days(lines: Iterable[Line], zone: ZoneInfo, names: Mapping[int, str]) -> tuple[Day, ...]:
    """The lines as bubbles, day by day; `names` are those of the team."""
    by_day: dict[date, list[Bubble]] = {}
    for bubble in _bubbles(lines, names):
        by_day.setdefault(bubble.at.astimezone(zone).date(), []).append(bubble)
    return tuple(Day(day, tuple(bubbles)) for day, bubbles in by_day.items())


def _bubbles(lines: Iterable[Line], names: Mapping[int, str]) -> Iterator[Bubble]:
    anchored: set[int] = set()
    said: dict[int, str] = {}
    for line in lines:
        anchor = "" if line.turn_id in anchored else turn_anchor(line.turn_id)
        anchored.add(line.turn_id)
        yield _bubble(line, anchor, names, said)
        if line.message_id is not None and line.did in WORDS:
            said[line.message_id] = line.text


def _bubble(line: Line, anchor: str, names: Mapping[int, str], said: Mapping[int, str]) -> Bubble:
    side = SIDES.get(line.speaker, "bot")
    who = names.get(line.staff_id or 0, "the team") if side == "team" else ""
    was = said.get(line.message_id or 0, "") if line.did == "edited" else ""
    return Bubble(side, who, line.text, line.at, HOW.get(line.did, ""), was, line.buttons, anchor)
