"""What intakes that were there before migration 0002 are found by.

As `storage.terms` had it when that migration was made: a migration outlives the code it was made from.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

ANSWERS = sa.table("answers", *map(sa.column, ("id", "intake_id", "question", "value", "replaced_at")))
TERMS = sa.table("terms", *map(sa.column, ("intake_id", "kind", "term")))
KINDS = {"name": "name", "phone": "phone", "goals": "goal"}
LONGEST, MOST, ENDS, BATCH = 40, 20, (10, 7, 4), 1_000
NUMBER = re.compile(r"\d(?:[\s().\-/]*\d){6,14}")
UNSPLIT = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}


def fill(connection: sa.Connection) -> None:
    """Names, phone numbers and goals; the rules come with the next answer."""
    current = sa.select(ANSWERS).where(ANSWERS.c.replaced_at.is_(None), ANSWERS.c.question.in_(list(KINDS)))
    last = 0
    while rows := connection.execute(current.where(ANSWERS.c.id > last).order_by(ANSWERS.c.id).limit(BATCH)).all():
        last = rows[-1].id
        terms = [
            {"intake_id": row.intake_id, "kind": KINDS[row.question], "term": term}
            for row in rows
            for term in dict.fromkeys(_terms(row.question, json.loads(row.value)))
        ]
        if terms:
            connection.execute(TERMS.insert(), terms)


def _terms(question: str, value: Any) -> Iterator[str]:
    if question == "goals" and isinstance(value, list):
        yield from map(str, value)
    elif question == "name" and isinstance(value, str):
        yield from _name_parts(value)
    elif question == "phone" and isinstance(value, str):
        for found in NUMBER.findall(value):
            digits = "".join(str(unicodedata.digit(sign)) for sign in found if sign.isdigit())
            yield from (digits[-length:] for length in (len(digits), *ENDS))


def _name_parts(name: str) -> Iterator[str]:
    plain = "".join(UNSPLIT.get(sign, sign) for sign in " ".join(name.split()).casefold())
    apart = unicodedata.normalize("NFKD", plain)
    folded = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M")).casefold()
    words = ("".join(filter(str.isalnum, word)) or word for word in folded.split())
    pieces = "".join(sign if sign.isalnum() else " " for sign in folded).split()
    yield from [word[:LONGEST] for word in dict.fromkeys(words)][:MOST]
    yield from (piece[:LONGEST] for piece in pieces[:MOST])
