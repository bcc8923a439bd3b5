"""An intake as a FHIR R4 QuestionnaireResponse, and a list of them as a Bundle; no Patient is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.exports.cells import readable
from bot.console.exports.fhir_form import questionnaire
from bot.console.exports.fhir_names import (
    DAYS,
    NO_NAME,
    Json,
    canonical,
    coding,
    counted_as,
    extension,
    first_day,
    fits,
    last_day,
    product_coding,
    resource,
    text_of,
)
from bot.console.exports.json_document import streamed
from bot.console.exports.values import one_cell, question_words, utc
from flows import machine
from flows.model import Interval, Products

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.console.exports.gathering import Exported, Making
    from flows.flow import Flow
    from flows.model import Product, Question
    from storage.intakes import Given

ANOTHER_FORM = "Taken with a form that is no longer the present one; what that does not have is kept as plain text."


def bundle(making: Making, exported: Iterable[Exported]) -> Iterator[str]:
    """The present form and a response an intake, piece by piece; R4 gives a collection no total."""
    head = {"resourceType": "Bundle", "type": "collection", "meta": _meta(making), "timestamp": utc(making.at)}
    yield from streamed(head, "entry", _entries(making, exported))


def _entries(making: Making, exported: Iterable[Exported]) -> Iterator[Json]:
    form = questionnaire(making.flow, making.url)
    yield {"fullUrl": resource(making.url, "Questionnaire", form["id"]), "resource": form}
    for each in exported:
        address = resource(making.url, "QuestionnaireResponse", each.line.case)
        yield {"fullUrl": address, "resource": response(making, each)}


def _meta(making: Making) -> Json:
    url = making.url
    return {"extension": [*text_of(url, "exported-by", making.by), extension(url, "exported-at", **_now(making))]}


def _now(making: Making) -> Json:
    return {"valueDateTime": utc(making.at)}


def response(making: Making, each: Exported) -> Json:
    """One intake; `questionnaire` names the form that it was really taken with."""
    line, url = each.line, making.url
    return {
        "resourceType": "QuestionnaireResponse",
        "id": line.case,
        "meta": _meta(making),
        "extension": _noted(making, each),
        "identifier": {"system": f"{url.rstrip('/')}/fhir/cases", "value": line.case},
        "questionnaire": f"{canonical(url, line.form)}|{line.form}",
        "status": status(each),
        "authored": utc(max((given.at for given in each.history), default=line.started_at)),
        **_items(making, each),
    }


def status(each: Exported) -> str:
    """Finished is `completed`, or `amended` by what came later; what ended or was begun anew unfinished, `stopped`."""
    if each.line.finished_at is not None:
        return "amended" if each.amended else "completed"
    over = each.line.state in machine.ENDINGS or each.line.closed_at is not None
    return "stopped" if over else "in-progress"


def _noted(making: Making, each: Exported) -> list[Json]:
    url, line = making.url, each.line
    noted = [extension(url, "stage", valueCode=str(line.stage))]
    if line.verdict is not None:
        noted.append(extension(url, "verdict", valueCode=line.verdict.name))
    if line.earliest is not None:
        noted.append(extension(url, "earliest-day", valueDate=line.earliest.isoformat()))
    another = line.form != making.flow.fingerprint
    return noted + (text_of(url, "another-form", ANOTHER_FORM) if another else [])


# --- the answers ----------------------------------------------------------------------------------


def _items(making: Making, each: Exported) -> Json:
    order = list(making.flow.by_key)
    given = sorted(each.current, key=lambda one: order.index(one.question) if one.question in order else len(order))
    items = [_item(making, one) for one in given]
    return {"item": items} if items else {}


def _item(making: Making, given: Given) -> Json:
    answers = _answers(making.flow, making.url, given)
    item = {"extension": _how(making, given), "linkId": given.question}
    item["text"] = question_words(making.flow, given.question)
    return item | ({"answer": answers} if answers else {})


def _how(making: Making, given: Given) -> list[Json]:
    """How the answer came about: what was said, whether it was read, whether anything was given at all."""
    url, answer = making.url, given.answer
    noted = [*text_of(url, "said", answer.said), extension(url, "how", valueCode=str(answer.how))]
    if not answer.understood:
        noted.append(extension(url, "not-read", valueBoolean=True))
    if answer.value == "":
        noted.append(extension(url, "skipped", valueBoolean=True))
    if given.corrected:
        noted += text_of(url, "corrected-by", making.name(given.corrected.staff_id))
        noted += text_of(url, "reason", given.corrected.reason)
    return noted


def _answers(flow: Flow, url: str, given: Given) -> list[Json]:
    question, value = flow.by_key.get(given.question), given.answer.value
    if question is None or not fits(question, value):
        return _text(one_cell(value))
    match value:
        case Interval():
            return [_days(flow, url, question, value)]
        case Products():
            return _products(flow, url, question, value)
        case tuple():
            return [_chosen(flow, url, question, choice) for choice in value]
        case _:
            return [_chosen(flow, url, question, value)] if value in question.choices else _text(value)


def _text(text: str) -> list[Json]:
    words = readable(text)
    return [{"valueString": words}] if words.strip() else []


def _chosen(flow: Flow, url: str, question: Question, choice: str) -> Json:
    return {"valueCoding": coding(flow, url, question, choice)}


def _days(flow: Flow, url: str, question: Question, days: Interval) -> Json:
    """The code for days, and below it the first and the last; no first day means "or any time before"."""
    told = ((first_day, days.earliest), (last_day, days.latest))
    items = [
        {"linkId": name(question.key), "answer": [{"valueDate": day.isoformat()}]}
        for name, day in told
        if day is not None
    ]
    return {**_chosen(flow, url, question, DAYS), "item": items}


def _products(flow: Flow, url: str, question: Question, products: Products) -> list[Json]:
    """The client's words, and below them what each product named counts as."""
    if not products.found:
        return [_chosen(flow, url, question, NO_NAME)]
    words = _text(products.text) or [_chosen(flow, url, question, NO_NAME)]
    counted = [_product(flow, url, product) for product in products.found]
    return [{**words[0], "item": [{"linkId": counted_as(question.key), "answer": counted}]}]


def _product(flow: Flow, url: str, product: Product) -> Json:
    name = text_of(url, "product", product.name)
    return {**({"extension": name} if name else {}), "valueCoding": product_coding(flow, url, product.counts_as)}
