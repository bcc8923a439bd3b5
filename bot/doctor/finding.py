"""What one look found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    LOOK = "look"
    """Somebody should look at it; the bot works."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: `says` is what is the case, and where it is not well what to do. It never holds a secret."""

    level: Level
    about: str
    says: str

    def __str__(self) -> str:
        return f"{self.level.value:<5}  {self.about:<9}  {self.says}"


def ok(about: str, says: str) -> Finding:
    return Finding(Level.OK, about, says)


def look(about: str, says: str) -> Finding:
    return Finding(Level.LOOK, about, says)


def wrong(about: str, says: str) -> Finding:
    return Finding(Level.WRONG, about, says)
