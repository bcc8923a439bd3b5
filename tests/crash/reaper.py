"""Kills at random moments, in which the program is at work."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from tests.crash.lives import Lives

MOST_POINTS = 12
"""How many points may be passed before the dice are thrown at the latest; most lives get through a Turn or two."""
LATEST = 0.01
"""How long after that the kill comes at the latest, in seconds."""
ALL, LEADER = 0.1, 0.4
"""Of several workers: below the first of these all of them are killed at once, below the second the leader."""


@dataclass
class Reaper:
    """Kills so often, each time a random moment after work was begun; a start alone is nothing to lose."""

    lives: Lives
    kills_left: int
    dice: random.Random
    due_at: int = 1

    def strike_when_due(self) -> None:
        if not self.kills_left or self.lives.heard < self.due_at:
            return
        time.sleep(self.dice.uniform(0.0, LATEST))
        if self._strike():
            self.kills_left -= 1
            self.due_at = self.lives.heard + self.dice.randint(1, MOST_POINTS)

    def _strike(self) -> bool:
        """Kill all of it, the leader, or one of several that is at work; False when nobody is."""
        lives, throw, busy = self.lives, self.dice.random(), self.lives.busy()
        if lives.workers == 1 or throw < ALL:
            lives.kill()
        elif throw < LEADER and lives.leader in lives.points:
            lives.kill_one(lives.leader)
        elif busy:
            lives.kill_one(self.dice.choice(busy))
        else:
            return False
        return True
