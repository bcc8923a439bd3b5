"""PHONE: one number somebody can be called at, in E.164."""

from __future__ import annotations

import re
from typing import Final

from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number, is_valid_number, parse
from phonenumbers.phonenumberutil import NumberParseException

from flows.answers.asked import Asked
from flows.answers.phone_spelling import digits_only, without_strangers
from flows.answers.wording import clean
from flows.model import Reading, Rejected, Understood

REGION: Final = "US"
LONGEST: Final = 300
"""Characters that are searched."""
NOT_A_PHONE: Final = "not_a_phone"

_AREA: Final = re.compile(r"(?:area(?: code)?|codigo(?: de area)?|area de|lada)\D{0,12}(\d{3})(?!\d)")
_LOCAL: Final = re.compile(r"(?<!\d)\d{3}\W{0,3}\d{4}(?!\d)")
_RUN: Final = re.compile(r"(?<![\d.])[+(\[]?\d(?:[\d ()\[\]./*_,-]{0,30})\d(?!\d)")
_NO_MORE: Final = re.compile(
    r"\b(?:not|no longer|used to be|old (?:number|one) (?:is|was)|ya no(?: es)?|no es|antes era)\b[^\d+]{0,20}$"
)
_ABROAD: Final = re.compile(r"(?<![\d+])(?<!\d[ -])(?:00|011) ?(?=[1-9])|\+ +(?=\d)")
COUNTRIES: Final = ("52", "502", "503", "504", "505", "506", "507", "57", "58", "51", "593")
"""Country codes that Spanish speakers here write without the plus."""


def read_phone(text: str, asked: Asked) -> Reading:
    """The one number in the text that is not the clinic's; two different ones, or none, are not a phone."""
    numbers = numbers_in(clean(text)[:LONGEST]) - asked.ours
    return Understood(numbers.pop()) if len(numbers) == 1 else Rejected(NOT_A_PHONE)


def numbers_in(text: str) -> set[str]:
    """Every valid number in a text; numbers without a country code are taken for American ones."""
    said = _ABROAD.sub("+", without_strangers(digits_only(text)))
    matched = _matched(said)
    if matched:
        return {number for number, holds in matched.items() if holds}
    return _parted(said) or _area_apart(said)


def _matched(text: str) -> dict[str, bool]:
    """Numbers in the usual spellings, and whether they are not said to hold no more."""
    found: dict[str, bool] = {}
    for match in PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID):
        number = format_number(match.number, PhoneNumberFormat.E164)
        found[number] = found.get(number, False) or not _NO_MORE.search(text[: match.start])
    return found


def _parted(text: str) -> set[str]:
    """Numbers parted in other ways: 31 45 55 01 23, 314/555/0123, 3 1 4 5 5 5 0 1 2 3, 52 55 5123 4567."""
    found = set()
    for run in _RUN.finditer(text):
        groups = re.findall(r"\d+", run[0])
        digits = "".join(groups)
        if len(groups) > 1 and not all(1 < len(group) < 6 for group in groups[groups[0] == "1" :]):
            continue
        for spelt in (digits, f"+{digits}" if digits.startswith(COUNTRIES) and len(digits) > 10 else digits):
            found |= _valid(spelt)
    return found


def _area_apart(text: str) -> set[str]:
    """A local number whose area code is told apart from it."""
    area, local = _AREA.search(text), _LOCAL.search(text)
    if area is None or local is None:
        return set()
    return _valid(area[1] + re.sub(r"\D", "", local[0]))


def _valid(digits: str) -> set[str]:
    if not digits.startswith("+") and len(digits.removeprefix("1")) != 10:
        return set()
    try:
        number = parse(digits, REGION)
    except NumberParseException:
        return set()
    return {format_number(number, PhoneNumberFormat.E164)} if is_valid_number(number) else set()
