"""PHONE: one number somebody can be called at, in E.164."""

from __future__ import annotations

from typing import Final

from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

from flows.answers.asked import Asked
from flows.answers.wording import clean
from flows.model import Reading, Rejected, Understood

REGION: Final = "US"
LONGEST: Final = 300
"""Characters that are searched."""
NOT_A_PHONE: Final = "not_a_phone"


def read_phone(text: str, asked: Asked) -> Reading:
    """The one number in the text; two different ones, or none, are not a phone."""
    numbers = numbers_in(clean(text)[:LONGEST])
    return Understood(numbers.pop()) if len(numbers) == 1 else Rejected(NOT_A_PHONE)


def numbers_in(text: str) -> set[str]:
    """Every valid number in a text; numbers without a country code are taken for American ones."""
    matches = PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID)
    return {format_number(match.number, PhoneNumberFormat.E164) for match in matches}
