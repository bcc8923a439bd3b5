"""Complete forms at random, and each single further thing that their clients could tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st

from flows.conditions import holds
from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    STILL_USING,
    Answer,
    Facts,
    Interval,
    Kind,
    Mention,
    ProductClass,
    Products,
    Question,
    Value,
)
from tests.flows.given import NOTHING_TO_TELL, TODAY, answered, product

MODEST: Final = settings(max_examples=100, deadline=None)
SEEDS: Final = st.integers(0, 2**32)

CLASSES: Final = sorted(ProductClass)
TELLING: Final = frozenset(ProductClass) - {ProductClass.NEITHER}
MENTIONS: Final = sorted(Mention)
WORDS: Final = {Kind.NAME: "Ann", Kind.TEXT: "a peel", Kind.PHONE: "+13145550123"}
BACK: Final = {"isotretinoin_last": 300, "series_last": 40}

WORSE: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("retinoid", "exfoliant", "pigment", "skin_now"), ("yes", NOT_SURE)),
    **dict.fromkeys(("health_stop", "health_review"), ("something", NOT_SURE, "tell_a_person")),
    "procedure": ("yes",),
    "age": ("18_to_21", "under_18"),
    "area": ("other",),
    "isotretinoin": ("now", "under_6_months", "6_to_12_months", "over_a_year", NOT_SURE),
    "series": ("continuing",),
}
HARMLESS: Final = frozenset({"no", "none", "22_or_older", "face", "neck", "both", "never", "first"})


def any_form(flow: Flow, random: Random) -> dict[str, Answer]:
    """Every question that applies has an answer; a few of them may be worrying, or could not be read."""
    worrying = set(random.sample([question.key for question in flow.questions], random.randint(0, 6)))
    answers: dict[str, Answer] = {}
    for question in flow.questions:
        if holds(question.when, Facts(answers)):
            usual = question.key in NOTHING_TO_TELL and question.key not in worrying
            value = NOTHING_TO_TELL[question.key] if usual else any_value(question, random)
            answers[question.key] = answered(value, understood=usual or random.random() < 0.8)
    return answers


def any_mentions(random: Random) -> list[Mention]:
    return random.sample(MENTIONS, random.choice([0, 0, 1, 2]))


def any_value(question: Question, random: Random) -> Value:
    if question.kind is Kind.SEVERAL:
        return tuple(random.sample(question.choices, random.randint(1, 3)))
    if question.kind is Kind.PRODUCT:
        return product(*random.sample(CLASSES, random.randint(0, 3)))
    if question.kind is Kind.PAST_DATE and random.random() < 0.6:
        return _any_days(random, -BACK.get(question.key, 12), 0)
    if question.kind is Kind.FUTURE_DATE and random.random() < 0.6:
        return _any_days(random, 0, 20)
    return random.choice(question.choices) if question.choices else WORDS[question.kind]


def _any_days(random: Random, first: int, last: int) -> Interval:
    early, late = sorted(TODAY + timedelta(days=random.randint(first, last)) for _ in range(2))
    return Interval(None if random.random() < 0.3 else early, late)


def disclosures(answers: Mapping[str, Answer], today: date) -> Iterator[tuple[str, Value]]:
    """Each single further thing that this client could tell: a worse choice, a further product, a later day."""
    for key, answer in answers.items():
        value = answer.value
        if value in HARMLESS:
            yield from ((key, worse) for worse in WORSE.get(key, ()))
        if isinstance(value, tuple):
            yield key, (*value, "tone")
        if isinstance(value, Interval) and key.endswith("_last"):
            yield from ((key, day) for day in _later(value, today))
            if not key.startswith(("sun", "series", "isotretinoin")):
                yield key, STILL_USING
        if isinstance(value, Products) and value.classes() & TELLING:
            yield from ((key, product(*sorted(value.classes()), each)) for each in sorted(TELLING - value.classes()))


def _later(days: Interval, today: date) -> Iterator[Interval]:
    for day in (days.latest + timedelta(days=1), today):
        if day <= today:
            yield Interval(days.earliest, day)
