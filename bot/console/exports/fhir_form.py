"""The form as a FHIR R4 Questionnaire: what is asked, the answers there are, and when a question applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.exports.cells import readable
from bot.console.exports.fhir_names import (
    CHOSEN,
    DATES,
    DAYS,
    Json,
    canonical,
    codes,
    coding,
    counted_as,
    extension,
    first_day,
    last_day,
    product_coding,
)
from bot.console.exports.values import question_words
from flows.conditions import All, AnyOf, Not, OneOf
from flows.model import Condition, Kind, ProductClass, Question

if TYPE_CHECKING:
    from flows.flow import Flow


def questionnaire(flow: Flow, url: str) -> Json:
    """The present form; its address and version are its fingerprint."""
    items = [_item(flow, url, question) for question in flow.by_key.values()]
    return {**_head(flow, url, flow.fingerprint), "status": "active", "item": items}


def retired(flow: Flow, url: str, fingerprint: str, text: str) -> Json:
    """A form of before: its questions are no longer there as such, only how it read."""
    return {**_head(flow, url, fingerprint), "status": "retired", "description": readable(text)}


def _head(flow: Flow, url: str, fingerprint: str) -> Json:
    return {
        "resourceType": "Questionnaire",
        "id": fingerprint,
        "url": canonical(url, fingerprint),
        "version": fingerprint,
        "name": "MicroneedlingIntake",
        "title": f"Microneedling intake, {flow.clinic.name}",
        "subjectType": ["Patient"],
        "publisher": flow.clinic.name,
    }


def _item(flow: Flow, url: str, question: Question) -> Json:
    noted = [extension(url, "source", valueCode=str(question.source))]
    if question.when is not None:
        noted.append(extension(url, "asked-when", valueString=str(question.when)))
    if question.careful:
        noted.append(extension(url, "unread-counts-as", valueCode=question.careful))
    return {
        "extension": noted,
        "linkId": question.key,
        "text": question_words(flow, question.key),
        "type": _kind(question),
        **_when(flow, url, question.when),
        **({"repeats": True} if question.kind is Kind.SEVERAL else {}),
        **_options(flow, url, question),
        **_below(flow, url, question),
    }


def _kind(question: Question) -> str:
    if question.kind is Kind.PRODUCT:
        return "open-choice"
    if question.kind in CHOSEN | DATES:
        return "choice"
    return "text" if question.kind is Kind.TEXT else "string"


def _options(flow: Flow, url: str, question: Question) -> Json:
    options = [{"valueCoding": coding(flow, url, question, code)} for code in codes(question)]
    return {"answerOption": options} if options else {}


# --- what stands below a question -----------------------------------------------------------------


def _below(flow: Flow, url: str, question: Question) -> Json:
    if question.kind in DATES:
        told = {"question": question.key, "operator": "=", "answerCoding": coding(flow, url, question, DAYS)}
        days = ((first_day, "The first day it may have been"), (last_day, "The last day it may have been"))
        return {
            "item": [
                {"linkId": name(question.key), "text": text, "type": "date", "enableWhen": [told]}
                for name, text in days
            ]
        }
    if question.kind is Kind.PRODUCT:
        classes = [{"valueCoding": product_coding(flow, url, each)} for each in ProductClass]
        text = "What each product counts as"
        item = {"linkId": counted_as(question.key), "text": text, "type": "choice", "repeats": True}
        return {"item": [{**item, "answerOption": classes}]}
    return {}


# --- when a question applies ----------------------------------------------------------------------


def _when(flow: Flow, url: str, condition: Condition | None) -> Json:
    """The condition as FHIR says it. What it cannot say stands in `asked-when` alone: half of it would be wrong."""
    said = _rules(flow, url, condition) if condition is not None else None
    if said is None:
        return {}
    rules, behavior = said
    return {"enableWhen": rules, **({"enableBehavior": behavior} if len(rules) > 1 else {})}


def _rules(flow: Flow, url: str, condition: Condition) -> tuple[list[Json], str] | None:
    match condition:
        case OneOf(key, _) | Not(OneOf(key, _)) if key not in flow.by_key:
            return None
        case OneOf(key, choices):
            return [_rule(flow, url, key, "=", choice) for choice in choices], "any"
        case Not(OneOf(key, choices)):
            return [_rule(flow, url, key, "!=", choice) for choice in choices], "all"
        case AnyOf(parts):
            return _joined(flow, url, parts, "any")
        case All(parts):
            return _joined(flow, url, parts, "all")
        case _:
            return None


def _joined(flow: Flow, url: str, parts: tuple[Condition, ...], behavior: str) -> tuple[list[Json], str] | None:
    """The rules of the parts together; None where one cannot be said, or has to be joined in the other way."""
    rules: list[Json] = []
    for part in parts:
        said = _rules(flow, url, part)
        if said is None or (len(said[0]) > 1 and said[1] != behavior):
            return None
        rules += said[0]
    return rules, behavior


def _rule(flow: Flow, url: str, key: str, operator: str, choice: str) -> Json:
    return {"question": key, "operator": operator, "answerCoding": coding(flow, url, flow.by_key[key], choice)}
