"""Answers and contacts as phrases: what was understood, in words that a client can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flows.booking import HANDOFF
from flows.flow import Flow
from flows.intake import QUESTIONS
from flows.model import NOT_SURE, STILL_USING, Answer, Card, Intake, Interval, Kind, Phrase, Products, Question, Reply

COMMON_CHOICES = frozenset({"yes", "no", NOT_SURE, STILL_USING, "skip"})


def label(question: Question, choice: str) -> Phrase:
    """What stands on the button of a choice."""
    return Phrase(f"choice-{choice}" if choice in COMMON_CHOICES else f"choice-{question.key}-{choice}")


def recorded(intake: Intake, keys: Iterable[str]) -> tuple[Phrase, ...]:
    """Every answer to these questions as understood, one line each; consent is not an answer about the client."""
    return tuple(
        Phrase("card-line", {"question": Phrase(f"short-{key}"), "value": answered(key, intake.answers[key])})
        for key in keys
        if key in intake.answers and key != "consent"
    )


CLIPPED = 140


def clipped(text: str) -> str:
    """The client's own words, clipped where they would not fit a card; the record keeps them whole."""
    return text if len(text) <= CLIPPED else text[: CLIPPED - 1] + "…"


def verbatim(text: str) -> Phrase:
    """The same between quotation marks."""
    return Phrase("verbatim", {"text": clipped(text)})


def answered(key: str, answer: Answer) -> Phrase:
    """An answer as it was understood, in words."""
    if not answer.understood:
        return Phrase("value-not_read", {"said": verbatim(answer.said)})
    value = answer.value
    if isinstance(value, Interval):
        return _interval(value)
    if isinstance(value, Products):
        return verbatim(value.text) if value.found else Phrase("choice-no_name")
    if isinstance(value, tuple):
        return _listed([_choice(key, choice) for choice in value])
    return _choice(key, value)


def _listed(parts: Sequence[Phrase]) -> Phrase:
    first, *rest = parts
    return Phrase("value-and", {"first": first, "rest": _listed(rest)}) if rest else first


def _choice(key: str, value: str) -> Phrase:
    if not value:
        return Phrase("value-skipped")
    if key in VERBATIM:
        return verbatim(value)
    if key in PLAIN:
        return Phrase("plain", {"text": value})
    return Phrase(f"choice-{value}" if value in COMMON_CHOICES else f"choice-{key}-{value}")


ASKED = (*QUESTIONS, *HANDOFF)
VERBATIM = frozenset(question.key for question in ASKED if question.kind is Kind.TEXT)
PLAIN = frozenset(question.key for question in ASKED if question.kind in {Kind.NAME, Kind.PHONE})


def _interval(days: Interval) -> Phrase:
    if days.earliest is None:
        return Phrase("value-until", {"day": days.latest})
    if days.exact:
        return Phrase("value-day", {"day": days.latest})
    return Phrase("value-between", {"first": days.earliest, "last": days.latest})


def contacts(flow: Flow) -> tuple[Phrase, ...]:
    """One line a contact, the phone exactly as the clinic writes it."""
    return tuple(Phrase("contact", {"name": who.name, "phone": who.phone}) for who in flow.clinic.contacts)


def cards(flow: Flow) -> tuple[Reply, ...]:
    """One contact card each, which dials with a tap."""
    return tuple(Reply(card=Card(f"{who.name} · {flow.clinic.name}", who.dials)) for who in flow.clinic.contacts)
