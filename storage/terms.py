"""What an intake can be found by: parts of the name, ends of the phone number, rules that fired, goals, tags."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

from sqlalchemy import bindparam, delete, select

from flows.model import Intake, Screening
from storage.prepared import Prepared
from storage.room import Room
from storage.staff_tables import TermRow
from storage.tables import table
from storage.upserts import insert_new

TERMS = table(TermRow)
OF_INTAKE = Prepared(select(TERMS.c.id, TERMS.c.kind, TERMS.c.term).where(TERMS.c.intake_id == bindparam("which")))

LONGEST = 40
"""Signs of a word that count; nobody types more of a name to find it."""
MOST = 20
"""Words of a name that count."""
ENDS = (10, 7, 4)
"""Digits from the end of a phone number: without the country, without the area, and what people remember."""
NUMBER = re.compile(r"\d(?:[\s().\-/]*\d){6,14}")
UNSPLIT = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that Unicode does not take for a letter with a mark."""
SURROGATES = range(0xD800, 0xE000)


class TermKind(StrEnum):
    NAME = "name"
    PHONE = "phone"
    RULE = "rule"
    GOAL = "goal"
    TAG = "tag"


Term = tuple[TermKind, str]


class Terms(Room):
    __slots__ = ()

    def index(self, intake_id: int, terms: Iterable[Term]) -> None:
        """From now on the intake is found by these, and by its tags; only what differs is written."""
        kept = {(row.kind, row.term): row.id for row in OF_INTAKE.all(self.connection, {"which": intake_id})}
        wanted = {(kind.value, term) for kind, term in terms}
        gone = [number for term, number in kept.items() if term not in wanted and term[0] != TermKind.TAG]
        if gone:
            self.connection.execute(delete(TERMS).where(TERMS.c.id.in_(gone)))
        self._add(intake_id, wanted - kept.keys())

    def add(self, intake_id: int, kind: TermKind, term: str) -> None:
        self._add(intake_id, {(kind.value, term)})

    def drop(self, intake_id: int, kind: TermKind, term: str) -> None:
        found = (TERMS.c.intake_id == intake_id, TERMS.c.kind == kind.value, TERMS.c.term == term)
        self.connection.execute(delete(TERMS).where(*found))

    def _add(self, intake_id: int, terms: Iterable[tuple[str, str]]) -> None:
        rows = [{"intake_id": intake_id, "kind": kind, "term": term} for kind, term in sorted(terms)]
        insert_new(self.connection, TERMS, rows)


def terms_of(intake: Intake, screening: Screening) -> frozenset[Term]:
    """Everything an intake is to be found by, but for its tags."""
    return frozenset(_terms_of(intake, screening))


def _terms_of(intake: Intake, screening: Screening) -> Iterator[Term]:
    said = {key: answer.value for key, answer in intake.answers.items()}
    name, phone, goals = said.get("name"), said.get("phone"), said.get("goals")
    if isinstance(name, str):
        yield from ((TermKind.NAME, part) for part in name_parts(name))
    if isinstance(phone, str):
        yield from ((TermKind.PHONE, end) for end in phone_ends(phone))
    if isinstance(goals, tuple):
        yield from ((TermKind.GOAL, goal) for goal in goals)
    yield from ((TermKind.RULE, finding.rule) for finding in screening.findings)


def folded(text: str) -> str:
    """The same for "José" and "JOSE": neither case nor accents, one blank between words."""
    plain = "".join(UNSPLIT.get(sign, sign) for sign in " ".join(text.split()).casefold())
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M")).casefold()


def name_words(name: str) -> list[str]:
    """The words of a name as they are looked for: "O'Brien" is one, and so is the name that is only a sign."""
    words = ("".join(filter(str.isalnum, word)) or word for word in folded(name).split())
    return list(dict.fromkeys(word[:LONGEST] for word in words))[:MOST]


def name_parts(name: str) -> list[str]:
    """The words of a name as they are kept: both "obrien" and "brien" find "O'Brien"."""
    pieces = "".join(sign if sign.isalnum() else " " for sign in folded(name)).split()
    return list(dict.fromkeys([*name_words(name), *(piece[:LONGEST] for piece in pieces[:MOST])]))


def phone_digits(text: str) -> str:
    """The digits alone, as a number is looked for; a text without any is looked for as it is, and not found."""
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdigit()) or text


def phone_ends(phone: str) -> list[str]:
    """Each number in the text, whole and by its ends."""
    whole = [phone_digits(found) for found in NUMBER.findall(phone)]
    return list(dict.fromkeys(digits[-length:] for digits in whole for length in (len(digits), *ENDS)))


def after_prefix(prefix: str) -> str | None:
    """The first text behind all that begin with `prefix`, by the order of code points; None when none is behind."""
    kept = prefix.rstrip(chr(sys.maxunicode))
    if not kept:
        return None
    following = ord(kept[-1]) + 1
    return kept[:-1] + chr(SURROGATES.stop if following in SURROGATES else following)
