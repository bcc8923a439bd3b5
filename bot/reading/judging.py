"""What a reading is worth beside what was meant: understood, rightly asked again, or wrong, and what harm it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from flows.answers.choice_words import MILD
from flows.model import NOT_SURE, STILL_USING, Interval, ProductClass, Products, Reading, Rejected


class Worth(StrEnum):
    """How good a reading is. Asking again is cheap: it is never wrong where something could have been read."""

    UNDERSTOOD = "understood"
    ASKED = "asked"
    WRONG = "wrong"


class Harm(StrEnum):
    """What a misreading can do."""

    CLEARED = "wrongly cleared"
    FLIPPED = "flipped"
    ORAL_MISSED = "oral drug missed"
    ACTIVE_MISSED = "active missed"
    FALSE_ALARM = "false alarm"
    INVENTED = "invented answer"
    FLAG_MISSED = "red flag missed"
    WRONG_NUMBER = "wrong number"


NEVER_ALLOWED: Final = frozenset({Harm.CLEARED, Harm.FLIPPED, Harm.ORAL_MISSED, Harm.INVENTED, Harm.WRONG_NUMBER})
"""Harm of which a single case is one too many."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The worth of one reading, and its harm."""

    worth: Worth
    harm: Harm | None = None


UNDERSTOOD: Final = Judgement(Worth.UNDERSTOOD)
ASKED: Final = Judgement(Worth.ASKED)
WRONG: Final = Judgement(Worth.WRONG)

LONG_AGO: Final = timedelta(days=365)
LADDERS: Final = (
    ("under_18", "18_to_21", "22_or_older"),
    ("now", "under_6_months", "6_to_12_months", "over_a_year", "never"),
)
"""Choices that follow each other, the gravest first."""
NOTHING_TO_READ: Final = frozenset({"none", "ask", "which"})
ORAL: Final = frozenset({ProductClass.ISOTRETINOIN, ProductClass.ORAL_RETINOID})
ON_THE_SKIN: Final = frozenset({ProductClass.RETINOID, ProductClass.EXFOLIANT})


# --- days -----------------------------------------------------------------------------------------


def judge_past_date(reading: Reading, want: str, today: date, upto: date | None = None) -> Judgement:
    """A day of last use: its late end counts, and one that is too early clears somebody who is not.

    A late end after the one wanted is right as well, `upto` that day.
    """
    if isinstance(reading, Rejected):
        right = want == "none" or (want == "future" and reading.reason == "future_date")
        return UNDERSTOOD if right else ASKED
    if reading.value == NOT_SURE:
        return UNDERSTOOD if want in {NOT_SURE, "none"} else ASKED
    late = _late_end(reading.value, today)
    if want == "never":
        return UNDERSTOOD if late <= today - LONG_AGO else WRONG
    wanted = _wanted_late_end(want, today)
    if wanted and wanted <= late <= (upto or wanted):
        return UNDERSTOOD
    return Judgement(Worth.WRONG, Harm.CLEARED) if late < (wanted or today) else WRONG


def _late_end(value: object, today: date) -> date:
    """Still using counts as used today."""
    return value.latest if isinstance(value, Interval) else today


def _wanted_late_end(want: str, today: date) -> date | None:
    """None where no day is right."""
    if want in {NOT_SURE, "future", "none"}:
        return None
    return today if want == STILL_USING else date.fromisoformat(want.rpartition("/")[2])


def judge_wish(reading: Reading, want: str) -> Judgement:
    """A day hoped for. None is cleared by it, so none does harm."""
    if isinstance(reading, Rejected):
        return UNDERSTOOD if want == "none" or want == reading.reason.removesuffix("_date") else ASKED
    got = reading.value
    if isinstance(got, Interval):
        first, _, last = want.rpartition("/")
        return UNDERSTOOD if f"{got.latest}" == last and (not first or f"{got.earliest}" == first) else WRONG
    return UNDERSTOOD if got == want else WRONG


# --- choices --------------------------------------------------------------------------------------


def judge_choice(reading: Reading, want: str) -> Judgement:
    """A yes, a no or another choice; a mild one that was not meant takes away what would be held against a visit."""
    if isinstance(reading, Rejected):
        return UNDERSTOOD if want in NOTHING_TO_READ else ASKED
    got = _choice(reading.value)
    if got == want:
        return UNDERSTOOD
    if _milder(got, want):
        return Judgement(Worth.WRONG, Harm.FLIPPED)
    return ASKED if got == NOT_SURE or (want in NOTHING_TO_READ and not reading.sure) else WRONG


def _milder(got: str, want: str) -> bool:
    """Whether less is held against a visit than was meant."""
    ladder = next((each for each in LADDERS if got in each and want in each), ())
    return ladder.index(got) > ladder.index(want) if ladder else got in MILD


def _choice(value: object) -> str:
    return ",".join(sorted(value)) if isinstance(value, tuple) else str(value)


# --- products -------------------------------------------------------------------------------------


def judge_products(reading: Reading, want: str) -> Judgement:
    """The classes of what was named; a brand alone is asked about, and who knows no name says so."""
    if isinstance(reading, Rejected):
        return UNDERSTOOD if want == "none" or (want == "which" and reading.reason == "which_one") else ASKED
    got = reading.value.classes() if isinstance(reading.value, Products) else frozenset()
    named = frozenset() if want in {"none", "no_name", "which"} else frozenset(map(ProductClass, want.split(",")))
    if got == named and want not in {"none", "which"}:
        return UNDERSTOOD
    if harm := _harm_of_products(got, named, want):
        return Judgement(Worth.WRONG, harm)
    careful = not got or ProductClass.UNCLEAR in got
    return ASKED if careful and got <= named | {ProductClass.UNCLEAR} else WRONG


def _harm_of_products(got: frozenset[ProductClass], named: frozenset[ProductClass], want: str) -> Harm | None:
    """What is unclear counts as an active of the skin, and never as a drug that is swallowed."""
    if (named & ORAL) - got:
        return Harm.ORAL_MISSED
    if (named & ON_THE_SKIN) - got and ProductClass.UNCLEAR not in got:
        return Harm.ACTIVE_MISSED
    harmless = want == "none" or named == {ProductClass.NEITHER}
    return Harm.FALSE_ALARM if harmless and got & (ORAL | ON_THE_SKIN) else None


# --- questions, red flags, phones, names ----------------------------------------------------------


def judge_topic(got: str, want: str, says: frozenset[str], says_all: bool) -> Judgement:
    """What a question is about. Passing it on is honest; to answer another one, or all of it in vain, is to invent.

    `says` are the topics on which the bot says something; `says_all` when what it says of the topic that it took is
    given for the whole answer, and is not.
    """
    if got in says and (got != want or says_all):
        return Judgement(Worth.WRONG, Harm.INVENTED)
    if got == want:
        return UNDERSTOOD
    return WRONG if "none" in (got, want) else ASKED


def judge_red_flag(got: str, want: str) -> Judgement:
    """An emergency, a crisis, a bad reaction, or none of them."""
    if got == want:
        return UNDERSTOOD
    if got == "none":
        return Judgement(Worth.WRONG, Harm.FLAG_MISSED)
    return Judgement(Worth.WRONG, Harm.FALSE_ALARM) if want == "none" else WRONG


def judge_phone(reading: Reading, want: str) -> Judgement:
    """The number to call, or none."""
    return _judge_said(reading, want, Harm.WRONG_NUMBER)


def judge_name(reading: Reading, want: str) -> Judgement:
    """What somebody wants to be called; empty when they would rather not say."""
    return _judge_said(reading, want, None)


def _judge_said(reading: Reading, want: str, harm: Harm | None) -> Judgement:
    if isinstance(reading, Rejected):
        return UNDERSTOOD if want == "none" else ASKED
    return UNDERSTOOD if reading.value == want else Judgement(Worth.WRONG, harm)
