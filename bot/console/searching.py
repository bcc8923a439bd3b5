"""What staff look for: one search box read by its shape, and filters; kept as plain words, asked as Wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from flows import answers as readers
from flows.answers import Asked
from flows.model import Interval, Kind, Question, Source, Understood, Verdict
from storage.case_rows import Wanted
from storage.intakes import CASE_LETTERS

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from flows.flow import Flow
    from storage.tables import Stage

FILTERS = ("verdict", "rule", "goal", "tag", "mine", "first", "last")
KEPT = ("q", "read_as", *FILTERS)
"""What is kept of a search; `q` is the box, `read_as` what it is taken for."""

CASE_LENGTH = 6
FEWEST_DIGITS = 3
NO_CASE = "-"
"""What no case number begins with: words that are nothing an intake has find nothing."""
PHONE_SIGNS = re.compile(r"[\d\s().+/-]+")
YEARS = range(2000, 2101)
"""What can be meant by a day, so that no count of days leaves the calendar."""
ANY_DAY = Question("day", Kind.PAST_DATE, Source.PRACTICE)


class Shape(StrEnum):
    """What the words in the search box may be."""

    CASE = "case"
    DAY = "day"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a search is read with: the form's words, the clinic's day and zone, and who is looking."""

    flow: Flow
    today: date
    zone: ZoneInfo
    member_id: int


def tidied(form: Mapping[str, str]) -> dict[str, str]:
    """What is worth keeping of a search form: every field that says something."""
    return {name: words for name in KEPT if (words := form.get(name, "").strip())}


def shapes(words: str, desk: Desk) -> tuple[Shape, ...]:
    """What `words` may be, the likeliest first; none where they are nothing that an intake has."""
    return tuple(_shapes(words.strip(), desk))


def _shapes(words: str, desk: Desk) -> Iterator[Shape]:
    if _is_case(words):
        yield Shape.CASE
    if _days(words, desk):
        yield Shape.DAY
    if PHONE_SIGNS.fullmatch(words) and len(_digits(words)) >= FEWEST_DIGITS:
        yield Shape.PHONE
    if any(sign.isalpha() for sign in words):
        yield Shape.NAME


def _is_case(words: str) -> bool:
    """Whether it could be a case number, or enough of its beginning."""
    bare = _bare_case(words)
    telling = len(bare) == CASE_LENGTH or any(sign.isdigit() for sign in bare)
    return telling and FEWEST_DIGITS <= len(bare) <= CASE_LENGTH and set(bare) <= set(CASE_LETTERS)


def _bare_case(words: str) -> str:
    return words.removeprefix("#").upper()


def _digits(words: str) -> str:
    return "".join(sign for sign in words if sign.isdecimal())


def _days(words: str, desk: Desk) -> Interval | None:
    """The days that the words name, as the bot would read them; a bare number names none."""
    if words.isdecimal():
        return None
    reading = readers.read(words, Asked(ANY_DAY, {}, desk.today, desk.flow.catalogue))
    return reading.value if isinstance(reading, Understood) and isinstance(reading.value, Interval) else None


# --- from what is kept to what is wanted ----------------------------------------------------------


def wanted(kept: Mapping[str, str], stage: Stage | None, desk: Desk) -> Wanted:
    """What the queue is asked for; a filter that names nothing the clinic has is let pass."""
    first, last = _day_of(kept.get("first")), _day_of(kept.get("last"))
    found = Wanted(
        stage=stage,
        rule=_one_of(kept.get("rule"), {rule.key for rule in desk.flow.rules}),
        goal=_one_of(kept.get("goal"), set(desk.flow.by_key["goals"].choices)),
        tag=kept.get("tag", ""),
        verdict=Verdict.__members__.get(kept.get("verdict", "")),
        claimed_by=desk.member_id if kept.get("mine") else None,
        since=_midnight(first, desk.zone) if first else None,
        until=_midnight(last + timedelta(days=1), desk.zone) if last else None,
    )
    return _with_words(found, kept, desk)


def _with_words(found: Wanted, kept: Mapping[str, str], desk: Desk) -> Wanted:
    words = kept.get("q", "")
    match kept.get("read_as"):
        case Shape.CASE:
            return replace(found, case=_bare_case(words))
        case Shape.PHONE:
            return replace(found, phone=_digits(words))
        case Shape.NAME:
            return replace(found, name=words)
        case Shape.DAY:
            return _on(found, _days(words, desk), desk)
        case _:
            return replace(found, case=NO_CASE) if words else found


def _on(found: Wanted, days: Interval | None, desk: Desk) -> Wanted:
    """Begun on these days, and on those of the filter as well."""
    if days is None:
        return found
    since = _midnight(days.earliest, desk.zone) if days.earliest else found.since
    until = _midnight(days.latest + timedelta(days=1), desk.zone)
    return replace(
        found, since=max(filter(None, (since, found.since)), default=None), until=_sooner(until, found.until)
    )


def _sooner(one: datetime, other: datetime | None) -> datetime:
    return min(one, other) if other else one


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """When a day begins at the clinic, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def _day_of(words: str | None) -> date | None:
    try:
        day = date.fromisoformat(words or "")
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _one_of(words: str | None, known: set[str]) -> str:
    return words if words in known and words else ""
