"""A reading is understood, asked again or wrong; and what it may do to somebody is named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.reading import judging
from bot.reading.judging import ASKED, UNDERSTOOD, WRONG, Harm, Judgement, Worth
from flows.model import Interval, Product, ProductClass, Products, Reading, Rejected, Understood

TODAY = date(2026, 11, 3)
NO = Rejected()
FUTURE = Rejected("future_date")
NOT_SURE, STILL = Understood("not_sure"), Understood("still_using")
CLEARED = Judgement(Worth.WRONG, Harm.CLEARED)
FLIPPED = Judgement(Worth.WRONG, Harm.FLIPPED)


def days(ago: int, first: int | None = None) -> Understood:
    return Understood(Interval(TODAY - timedelta(days=first or ago), TODAY - timedelta(days=ago)), sure=False)


@pytest.mark.parametrize(
    ("reading", "want", "judgement"),
    [
        (days(1), "2026-11-02", UNDERSTOOD),
        (days(1, 3), "2026-10-30/2026-11-02", UNDERSTOOD),
        (Understood(Interval(None, date(2026, 10, 3))), "/2026-10-03", UNDERSTOOD),
        (days(0), "2026-11-02", WRONG),
        (days(2), "2026-11-02", CLEARED),
        (STILL, "2026-11-02", WRONG),
        (STILL, "still_using", UNDERSTOOD),
        (days(0), "still_using", UNDERSTOOD),
        (days(1), "still_using", CLEARED),
        (NO, "2026-11-02", ASKED),
        (NO, "still_using", ASKED),
        (NOT_SURE, "2026-11-02", ASKED),
        (NOT_SURE, "not_sure", UNDERSTOOD),
        (NO, "not_sure", ASKED),
        (days(9), "not_sure", CLEARED),
        (STILL, "not_sure", WRONG),
        (FUTURE, "future", UNDERSTOOD),
        (NO, "future", ASKED),
        (days(9), "future", CLEARED),
        (NO, "none", UNDERSTOOD),
        (NOT_SURE, "none", UNDERSTOOD),
        (days(0), "none", WRONG),
        (days(1), "none", CLEARED),
        (days(365), "never", UNDERSTOOD),
        (days(9), "never", WRONG),
        (NO, "never", ASKED),
    ],
)
def test_a_past_day_that_is_too_early_clears_somebody(reading: Reading, want: str, judgement: Judgement) -> None:
    assert judging.judge_past_date(reading, want, TODAY) == judgement


def test_a_late_end_may_be_as_late_as_a_careful_person_takes_it() -> None:
    judged = [judging.judge_past_date(days(ago), "2026-10-20", TODAY, upto=date(2026, 10, 22)) for ago in range(11, 16)]
    assert judged == [WRONG, UNDERSTOOD, UNDERSTOOD, UNDERSTOOD, CLEARED]


@pytest.mark.parametrize(
    ("reading", "want", "judgement"),
    [
        (Understood(Interval.on(date(2026, 12, 5))), "2026-12-05", UNDERSTOOD),
        (Understood(Interval(date(2026, 12, 1), date(2026, 12, 5))), "2026-12-02/2026-12-05", WRONG),
        (Understood("no"), "no", UNDERSTOOD),
        (Understood("no"), "2026-12-05", WRONG),
        (Rejected("past_date"), "past", UNDERSTOOD),
        (NO, "none", UNDERSTOOD),
        (NO, "2026-12-05", ASKED),
    ],
)
def test_a_day_hoped_for_does_no_harm(reading: Reading, want: str, judgement: Judgement) -> None:
    assert judging.judge_wish(reading, want) == judgement


@pytest.mark.parametrize(
    ("reading", "want", "judgement"),
    [
        (Understood("yes"), "yes", UNDERSTOOD),
        (Understood("no"), "yes", FLIPPED),
        (Understood("no", sure=False), "not_sure", FLIPPED),
        (Understood("no", sure=False), "ask", FLIPPED),
        (Understood("yes"), "no", WRONG),
        (Understood("yes", sure=False), "ask", ASKED),
        (Understood("yes"), "ask", WRONG),
        (NOT_SURE, "yes", ASKED),
        (NO, "ask", UNDERSTOOD),
        (NO, "no", ASKED),
        (Understood(("tone", "texture")), "texture,tone", UNDERSTOOD),
        (Understood("none"), "something", FLIPPED),
        (Understood("under_6_months"), "now", FLIPPED),
        (Understood("6_to_12_months"), "over_a_year", WRONG),
        (Understood("over_a_year"), "now", FLIPPED),
        (Understood("over_a_year"), "not_sure", FLIPPED),
        (Understood("18_to_21"), "under_18", FLIPPED),
        (Understood("under_18"), "22_or_older", WRONG),
    ],
)
def test_a_mild_choice_that_was_not_meant_is_flipped(reading: Reading, want: str, judgement: Judgement) -> None:
    assert judging.judge_choice(reading, want) == judgement


def named(*classes: str) -> Understood:
    return Understood(Products("x", tuple(Product(each, ProductClass(each)) for each in classes)), sure=False)


@pytest.mark.parametrize(
    ("reading", "want", "judgement"),
    [
        (named("retinoid"), "retinoid", UNDERSTOOD),
        (named("retinoid", "exfoliant"), "exfoliant,retinoid", UNDERSTOOD),
        (named("retinoid"), "exfoliant,retinoid", Judgement(Worth.WRONG, Harm.ACTIVE_MISSED)),
        (named("unclear"), "retinoid", ASKED),
        (named(), "retinoid", Judgement(Worth.WRONG, Harm.ACTIVE_MISSED)),
        (named("neither"), "retinoid", Judgement(Worth.WRONG, Harm.ACTIVE_MISSED)),
        (named("unclear"), "isotretinoin", Judgement(Worth.WRONG, Harm.ORAL_MISSED)),
        (named("retinoid"), "isotretinoin", Judgement(Worth.WRONG, Harm.ORAL_MISSED)),
        (named("oral_retinoid"), "isotretinoin,oral_retinoid", Judgement(Worth.WRONG, Harm.ORAL_MISSED)),
        (named("exfoliant"), "neither", Judgement(Worth.WRONG, Harm.FALSE_ALARM)),
        (named("retinoid"), "none", Judgement(Worth.WRONG, Harm.FALSE_ALARM)),
        (named("exfoliant"), "unclear", WRONG),
        (named("neither"), "procedure", WRONG),
        (named("unclear"), "which", ASKED),
        (named("unclear"), "none", ASKED),
        (named(), "none", ASKED),
        (named(), "no_name", UNDERSTOOD),
        (Rejected("which_one"), "which", UNDERSTOOD),
        (NO, "which", ASKED),
        (NO, "none", UNDERSTOOD),
        (NO, "isotretinoin", ASKED),
    ],
)
def test_a_drug_is_never_passed_over_as_unclear(reading: Reading, want: str, judgement: Judgement) -> None:
    assert judging.judge_products(reading, want) == judgement


@pytest.mark.parametrize(
    ("got", "want", "says_all", "judgement"),
    [
        ("sun", "sun", False, UNDERSTOOD),
        ("sun", "sun", True, Judgement(Worth.WRONG, Harm.INVENTED)),
        ("sun", "price", False, Judgement(Worth.WRONG, Harm.INVENTED)),
        ("sun", "none", False, Judgement(Worth.WRONG, Harm.INVENTED)),
        ("price", "price", False, UNDERSTOOD),
        ("price", "sun", False, ASKED),
        ("price", "none", False, WRONG),
        ("none", "sun", False, WRONG),
        ("none", "none", False, UNDERSTOOD),
    ],
)
def test_an_answer_to_another_question_is_invented(got: str, want: str, says_all: bool, judgement: Judgement) -> None:
    assert judging.judge_topic(got, want, frozenset({"sun"}), says_all) == judgement


@pytest.mark.parametrize(
    ("got", "want", "judgement"),
    [
        ("crisis", "crisis", UNDERSTOOD),
        ("none", "clinical", Judgement(Worth.WRONG, Harm.FLAG_MISSED)),
        ("clinical", "none", Judgement(Worth.WRONG, Harm.FALSE_ALARM)),
        ("clinical", "emergency", WRONG),
    ],
)
def test_a_red_flag_is_missed_or_raised_in_vain(got: str, want: str, judgement: Judgement) -> None:
    assert judging.judge_red_flag(got, want) == judgement


def test_a_number_that_is_not_the_one_is_wrong_and_a_name_does_no_harm() -> None:
    said = Understood("+13145550100")
    assert judging.judge_phone(said, "+13145550100") == UNDERSTOOD
    assert judging.judge_phone(said, "none") == Judgement(Worth.WRONG, Harm.WRONG_NUMBER)
    assert judging.judge_phone(NO, "none") == UNDERSTOOD
    assert judging.judge_phone(NO, "+13145550100") == ASKED
    assert judging.judge_name(Understood("Ana"), "Ana") == UNDERSTOOD
    assert judging.judge_name(Understood("Ana!"), "Ana") == WRONG
