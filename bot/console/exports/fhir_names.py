"""What our FHIR resources are called: addresses, codes and extensions, all below the console's own address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.console.exports.cells import readable
from bot.console.exports.values import said
from flows.model import Interval, Kind, ProductClass, Products
from flows.telling import label

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Question, Value

Json = dict[str, Any]

DAYS = "days"
"""The code of a date question that was answered with days; they stand in the two items below it."""
NO_NAME = "no_name"
"""The code of a product question whose client knows no name."""
DATES = frozenset({Kind.PAST_DATE, Kind.FUTURE_DATE})
CHOSEN = frozenset({Kind.CHOICE, Kind.YES_NO, Kind.SEVERAL})


def first_day(key: str) -> str:
    return f"{key}.earliest"


def last_day(key: str) -> str:
    return f"{key}.latest"


def counted_as(key: str) -> str:
    return f"{key}.counts_as"


def canonical(url: str, form: str) -> str:
    """The address of a form's Questionnaire, without its version."""
    return f"{url.rstrip('/')}/forms/{form}/questionnaire"


def resource(url: str, kind: str, name: str) -> str:
    """The full address of a resource in a Bundle."""
    return f"{url.rstrip('/')}/fhir/{kind}/{name}"


def extension(url: str, name: str, **value: object) -> Json:
    """An extension of ours with its one value, as in `valueString`."""
    return {"url": f"{url.rstrip('/')}/fhir/extensions/{name}", **value}


def text_of(url: str, name: str, text: str | None) -> list[Json]:
    """An extension that carries words; none where there are none, for FHIR knows no empty string."""
    words = readable(text or "")
    return [extension(url, name, valueString=words)] if words.strip() else []


def coding(flow: Flow, url: str, question: Question, code: str) -> Json:
    """One of a question's choices."""
    return _coding(url, f"choices/{question.key}", code, _display(flow, question, code))


def _display(flow: Flow, question: Question, code: str) -> str:
    if code == DAYS:
        return "A day, or days"
    return said(flow, f"choice-{NO_NAME}") if code == NO_NAME else flow.words.say(label(question, code), "en")


def product_coding(flow: Flow, url: str, counts_as: ProductClass) -> Json:
    """What a product counts as for the rules."""
    return _coding(url, "product-classes", str(counts_as), said(flow, f"class-{counts_as}"))


def _coding(url: str, system: str, code: str, display: str) -> Json:
    return {"system": f"{url.rstrip('/')}/fhir/{system}", "code": code, "display": display}


def codes(question: Question) -> tuple[str, ...]:
    """The codes that an answer to the question may have."""
    if question.kind in DATES:
        return (*question.choices, DAYS)
    return (NO_NAME,) if question.kind is Kind.PRODUCT else question.choices


def fits(question: Question, value: Value) -> bool:
    """Whether the question, as it is today, can have this value: one of another form's may not."""
    match value:
        case Interval():
            return question.kind in DATES
        case Products():
            return question.kind is Kind.PRODUCT
        case tuple():
            return question.kind is Kind.SEVERAL and set(value) <= set(question.choices)
        case _:
            return value in question.choices or question.kind not in CHOSEN | DATES | {Kind.PRODUCT}
