"""A question of the form to type at, on a Monday."""

from __future__ import annotations

from datetime import date
from functools import cache

from flows.answers import Asked, Catalogue, read
from flows.intake import QUESTIONS
from flows.model import Interval, Kind, Question, Reading, Rejected, Source, Understood

TODAY = date(2026, 11, 23)
LABELS = {
    "agree": "I agree",
    "no_thanks": "No, show me the phone numbers",
    "under_18": "Under 18",
    "18_to_21": "18\u201321",
    "22_or_older": "22 or older",
    "acne_scars": "Acne scars",
    "neck_wrinkles": "Neck wrinkles",
    "tone": "Uneven tone or dark marks",
    "texture": "Texture and pores",
    "other": "Something else",
    "not_sure": "Not sure",
    "face": "Face",
    "neck": "Neck",
    "both": "Both",
    "yes": "Yes",
    "no": "No",
    "still_using": "Still using it",
    "now": "Taking it now",
    "under_6_months": "Stopped under 6 months ago",
    "6_to_12_months": "Stopped 6\u201312 months ago",
    "over_a_year": "Stopped over a year ago",
    "never": "Never taken it",
    "something": "Something applies",
    "none": "None of these",
    "tell_a_person": "I'd rather tell a person",
    "first": "First time",
    "continuing": "Continuing a series",
}
PHONE = Question("phone", Kind.PHONE, Source.PRACTICE)
BY_KEY = {question.key: question for question in (*QUESTIONS, PHONE)}


@cache
def catalogue() -> Catalogue:
    return Catalogue.load()


def asked(key: str, today: date = TODAY, language: str = "en") -> Asked:
    question = BY_KEY[key]
    return Asked(question, {choice: LABELS[choice] for choice in question.choices}, today, catalogue(), language)


def reading(key: str, text: str, today: date = TODAY, language: str = "en") -> Reading:
    return read(text, asked(key, today, language))


def brief(result: Reading) -> str:
    """A reading on one line: "yes", "~yes" when it is to be confirmed, "-reason" when it is none."""
    if isinstance(result, Rejected):
        return f"-{result.reason}"
    return ("" if result.sure else "~") + _value(result)


def _value(result: Understood) -> str:
    if isinstance(result.value, Interval):
        return f"{result.value.latest}" if result.value.exact else f"{result.value.earliest}..{result.value.latest}"
    return result.value if isinstance(result.value, str) else repr(result.value)
