"""How the nouns of an intake look as JSON, and back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from flows.model import Answer, Asking, How, Interval, Mention, Pending, Product, ProductClass, Products, Value

Stored = dict[str, Any]


def value_out(value: Value) -> str | list[str] | Stored:
    """A string stays itself, several choices become a list, anything else an object with one key that names it."""
    match value:
        case str():
            return value
        case Interval(earliest, latest):
            return {"interval": [earliest and earliest.isoformat(), latest.isoformat()]}
        case Products(text, found):
            return {"products": [[product.name, product.counts_as.value] for product in found], "text": text}
        case _:
            return list(value)


def value_in(stored: str | list[str] | Stored) -> Value:
    match stored:
        case str():
            return stored
        case {"interval": [earliest, latest]}:
            return Interval(earliest and date.fromisoformat(earliest), date.fromisoformat(latest))
        case {"products": found, "text": text}:
            return Products(text, tuple(Product(name, ProductClass(counts_as)) for name, counts_as in found))
        case _:
            return tuple(stored)


def mentions_out(mentions: Iterable[Mention]) -> list[str]:
    return sorted(mention.value for mention in mentions)


def mentions_in(stored: Iterable[str]) -> frozenset[Mention]:
    return frozenset(Mention(mention) for mention in stored)


def answer_out(answer: Answer) -> Stored:
    """An Answer under the names that the answers table uses as well."""
    return {
        "value": value_out(answer.value),
        "said": answer.said,
        "how": answer.how.value,
        "round": answer.round,
        "message_id": answer.message_id,
        "mentions": mentions_out(answer.mentions),
        "understood": answer.understood,
    }


def answer_in(stored: Mapping[str, Any]) -> Answer:
    return Answer(
        value=value_in(stored["value"]),
        said=stored["said"],
        how=How(stored["how"]),
        round=stored["round"],
        message_id=stored["message_id"],
        mentions=mentions_in(stored["mentions"]),
        understood=stored["understood"],
    )


def pending_out(pending: Pending | None) -> Stored | None:
    if pending is None:
        return None
    answer = answer_out(pending.answer) if pending.answer else None
    return {"asking": pending.asking.value, "question": pending.question, "answer": answer}


def pending_in(stored: Mapping[str, Any] | None) -> Pending | None:
    if stored is None:
        return None
    answer = answer_in(stored["answer"]) if stored["answer"] else None
    return Pending(Asking(stored["asking"]), stored["question"], answer)
