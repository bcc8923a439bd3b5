"""The clinic's profile: names, numbers and days, read once from `clinic.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from flows.model import Source

OTHER_SOURCE = "other"
SOURCE = re.compile(r"[a-z0-9_]{1,32}")
PROFILE = Path(__file__).parent / "clinic.toml"


class ProfileError(ValueError):
    """The profile can't be used; the sentence names the place."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: the phone as the clinic writes it, and as it is dialled (E.164)."""

    name: str
    phone: str
    dials: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of days or months, and who said so and when."""

    count: int
    source: Source
    approved_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Clinic:
    """The owner's settings of the conversation."""

    name: str
    city: str
    zone: ZoneInfo
    contacts: tuple[Contact, ...]
    days: Mapping[str, Count]
    months: Mapping[str, Count]
    off: frozenset[str]
    sources: tuple[str, ...]
    unfinished_days: int
    finished_days: int
    nudge_hours: int

    def source_of(self, payload: str) -> str:
        """Where a client came from, by what the deep link carried: a source of ours, or other; empty without one."""
        known = payload.lower() if payload.lower() in self.sources else OTHER_SOURCE
        return known if payload else ""


def load_clinic(path: Path = PROFILE) -> Clinic:
    """The profile in `path`. Raises ProfileError naming what is missing or wrong."""
    try:
        return _clinic(tomllib.loads(path.read_text(encoding="utf-8")))
    except KeyError as missing:
        raise ProfileError(f"{path.name}: {missing.args[0]!r} is missing; add it") from None
    except (ValueError, TypeError, OSError) as wrong:
        raise ProfileError(f"{path.name}: {wrong}") from None


def _clinic(profile: Mapping[str, Any]) -> Clinic:
    keeping = profile["keeping"]
    return Clinic(
        name=profile["name"],
        city=profile["city"],
        zone=ZoneInfo(profile["zone"]),
        contacts=tuple(Contact(**contact) for contact in profile["contacts"]),
        days={key: _count(f"days.{key}", entry) for key, entry in profile["days"].items()},
        months={key: _count(f"months.{key}", entry) for key, entry in profile["months"].items()},
        off=frozenset(profile["questions"]["off"]),
        sources=tuple(_source(key) for key in profile["sources"]["known"]),
        unfinished_days=_positive("keeping.unfinished_days", keeping["unfinished_days"]),
        finished_days=_positive("keeping.finished_days", keeping["finished_days"]),
        nudge_hours=_positive("keeping.nudge_hours", keeping["nudge_hours"]),
    )


def _count(place: str, entry: Mapping[str, Any]) -> Count:
    return Count(
        _positive(f"{place}.count", entry["count"]), Source(entry["source"]), entry["approved_on"], entry["text"]
    )


def _source(key: object) -> str:
    if not isinstance(key, str) or not SOURCE.fullmatch(key) or key == OTHER_SOURCE:
        raise ValueError(f"sources.known must be short names of a-z, 0-9 and _, and none of them {OTHER_SOURCE!r}")
    return key


def _positive(place: str, number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError(f"{place} must be a whole number above 0")
    return number
