"""The rows that the readers are measured by: TOML files, one per reader and language, as `dates_en.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FIRST_DAY = date(2026, 11, 3)
"""The day a row is typed on, unless it says another: a Tuesday."""
NAME = re.compile(r"([a-z_]+)_([a-z]{2})")
FIELDS = frozenset({"text", "want", "also", "question", "today", "held", "upto", "answered"})


class RowsError(Exception):
    """The rows can't be used; the message is one sentence that names the file and the row."""


@dataclass(frozen=True, slots=True)
class Row:
    """What somebody types, and what it means. A `held` row is looked at as a score only, never to improve a reader."""

    text: str
    want: str
    question: str = ""
    today: date = FIRST_DAY
    held: bool = False
    also: tuple[str, ...] = ()
    """Other readings that are as right."""
    upto: date | None = None
    """The last day that is as right for a late end: careful people differ over "about two weeks"."""
    answered: bool = False
    """Whether the clinic's text answers all of this question of a client's."""


@dataclass(frozen=True, slots=True)
class Sample:
    """All rows of one reader and language."""

    reader: str
    language: str
    rows: tuple[Row, ...]


def load_samples(folder: Path) -> tuple[Sample, ...]:
    """The samples in a folder, by name. Raises RowsError naming file and row of what can't be used."""
    found = tuple(load_sample(file) for file in sorted(folder.glob("*.toml")))
    if not found:
        raise RowsError(f"There are no rows in {folder}: name their folder with --rows.")
    return found


def load_sample(file: Path) -> Sample:
    """The rows of one file."""
    named = NAME.fullmatch(file.stem)
    if named is None:
        raise RowsError(f"{file.name} is not named as <reader>_<language>.toml.")
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8")).get("row", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RowsError(f"{file.name} is no TOML: {error}.") from error
    return Sample(named[1], named[2], tuple(_rows(file.name, told)))


def _rows(name: str, told: list[Mapping[str, Any]]) -> Iterator[Row]:
    for place, each in enumerate(told, 1):
        try:
            yield _row(each)
        except (KeyError, TypeError, ValueError) as error:
            raise RowsError(f"{name}, row {place}: {error} is missing, surplus or no value that can be.") from error


def _row(told: Mapping[str, Any]) -> Row:
    if surplus := set(told) - FIELDS:
        raise KeyError(*sorted(surplus))
    return Row(
        text=str(told["text"]),
        want=_wanted(told["want"]),
        question=str(told.get("question", "")),
        today=date.fromisoformat(str(told.get("today", FIRST_DAY))),
        held=bool(told.get("held", False)),
        also=tuple(map(_wanted, told.get("also", ()))),
        upto=date.fromisoformat(str(told["upto"])) if "upto" in told else None,
        answered=bool(told.get("answered", False)),
    )


def _wanted(want: object) -> str:
    """A list is an answer of several parts, in no order."""
    return ",".join(sorted(map(str, want))) if isinstance(want, list) else str(want)
