"""Who of the clinic's team gets in, and what they may."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME = 40


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


def named(people: str, role: Role) -> dict[int, Member]:
    """Those of a list such as "111 Ann, 222", by number; who has no name goes by the number.

    Raises ValueError for anything else, and for a number that is there twice.
    """
    members: dict[int, Member] = {}
    for entry in filter(None, (part.strip() for part in people.split(","))):
        number, _, name = entry.partition(" ")
        if not (number.isascii() and number.isdigit() and 0 < int(number) < 2**63) or int(number) in members:
            raise ValueError("not the number of a Telegram account")
        members[int(number)] = Member(int(number), _name(name.strip() or number), role)
    return members


def _name(name: str) -> str:
    if not name.isprintable() or len(name) > LONGEST_NAME:
        raise ValueError("not a name")
    return name
