"""Who of the clinic's team gets in, and what they may."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team, by their number at Telegram."""

    id: int
    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether what is for `role` is for them: an admin may all that a reviewer may."""
        return self.role in (role, Role.ADMIN)
