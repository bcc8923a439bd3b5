"""Answers as other programs read them: with the keys of the form, dates in ISO form, an interval as two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.model import Interval, Phrase, Products
from flows.what_if import reason
from flows.words import FIRST_LANGUAGE

if TYPE_CHECKING:
    from datetime import datetime

    from flows.flow import Flow
    from flows.model import Finding, Value

OPEN = ".."
"""The start of an interval that has none, as in EDTF."""


def key_form(value: Value) -> object:
    """The value with the keys of the form: a string, a list of choices, two dates, or products with their class."""
    match value:
        case Interval(earliest, latest):
            return {"earliest": earliest.isoformat() if earliest else None, "latest": latest.isoformat()}
        case Products(text, found):
            named = [{"name": product.name, "counts_as": str(product.counts_as)} for product in found]
            return {"text": text, "products": named}
        case tuple():
            return list(value)
        case _:
            return value


def one_cell(value: Value) -> str:
    """The same on one line: choices parted by semicolons, one day as a date, several as `first/last`."""
    match value:
        case Interval(earliest, latest) if value.exact:
            return latest.isoformat()
        case Interval(earliest, latest):
            return f"{earliest.isoformat() if earliest else OPEN}/{latest.isoformat()}"
        case Products(_, found):
            return "; ".join(f"{product.name} ({product.counts_as})" for product in found)
        case tuple():
            return "; ".join(value)
        case _:
            return value


def question_words(flow: Flow, key: str) -> str:
    """What the question asks, in full; its key when the form has it no more."""
    if key not in flow.by_key:
        return key
    kept = {"unfinished": flow.clinic.unfinished_days, "finished": flow.clinic.finished_days}
    return said(flow, f"ask-{key}", clinic=flow.clinic.name, **kept)


def reason_words(flow: Flow, finding: Finding) -> str:
    return reason(flow, finding.reason)


def said(flow: Flow, key: str, **values: str | int) -> str:
    return flow.words.say(Phrase(key, values), FIRST_LANGUAGE)


def utc(at: datetime | None) -> str | None:
    """A moment for a program; what storage gives is in UTC."""
    return at.isoformat(timespec="seconds") if at else None


def local(flow: Flow, at: datetime | None) -> str:
    """A moment for a person, in the clinic's zone, as a spreadsheet reads it."""
    return at.astimezone(flow.clinic.zone).strftime("%Y-%m-%d %H:%M") if at else ""
