"""Every rule with a case that fires it and one that does not; the days of each; and what must always hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

import pytest
from hypothesis import assume, given

from flows.flow import Flow
from flows.model import (
    NOT_SURE,
    STILL_USING,
    Answer,
    Interval,
    Mention,
    ProductClass,
    Products,
    Screening,
    Value,
    Verdict,
)
from flows.screening import WISH_TOO_EARLY, months_after
from tests.flows.forms import MODEST, SEEDS, any_form, any_mentions, disclosures
from tests.flows.given import (
    MONDAY,
    NO_NAME,
    RETINOL,
    SCRUB,
    TODAY,
    answered,
    form,
    on,
    product,
    screened,
    the_flow,
)

YESTERDAY: Final = Interval.on(TODAY - timedelta(days=1))
LONG_AGO: Final = on(8, 1)

Told = Mapping[str, Value | Answer]
Case = Told | Mention


def retinoid(what: Value, last: Value, uses: str = "yes") -> Told:
    return {"retinoid": uses, "retinoid_product": what, "retinoid_last": last}


def exfoliant(what: Value, last: Value, uses: str = "yes") -> Told:
    return {"exfoliant": uses, "exfoliant_product": what, "exfoliant_last": last}


ISOTRETINOIN: Final = product(ProductClass.ISOTRETINOIN)
ACITRETIN: Final = product(ProductClass.ORAL_RETINOID)
BENZOYL: Final = product(ProductClass.UNCLEAR)
LASER: Final = product(ProductClass.PROCEDURE)
MOISTURISER: Final = product(ProductClass.NEITHER)

FIRES: Final[Mapping[str, tuple[Case, ...]]] = {
    "minor": ({"age": "under_18"},),
    "urgent": (Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL),
    "isotretinoin_now": (
        {"isotretinoin": "now"},
        retinoid(ISOTRETINOIN, STILL_USING),
        exfoliant(ISOTRETINOIN, STILL_USING),
    ),
    "isotretinoin_recent": (
        {"isotretinoin": "under_6_months", "isotretinoin_last": on(8, 7)},
        {"isotretinoin": "under_6_months", "isotretinoin_last": NOT_SURE},
        {"isotretinoin": NOT_SURE},
        retinoid(ISOTRETINOIN, on(6, 2)),
        exfoliant(ISOTRETINOIN, on(6, 2)),
        {"note": answered("I was on Accutane", Mention.ISOTRETINOIN)},
        Mention.ISOTRETINOIN,
    ),
    "isotretinoin_year": ({"isotretinoin": "6_to_12_months"},),
    "other_oral_retinoid": (
        retinoid(ACITRETIN, LONG_AGO),
        exfoliant(ACITRETIN, LONG_AGO),
        {"note": answered("Soriatane", Mention.ORAL_RETINOID)},
        Mention.ORAL_RETINOID,
    ),
    "retinoid": (
        retinoid(RETINOL, YESTERDAY),
        retinoid(RETINOL, YESTERDAY, uses=NOT_SURE),
        retinoid(NO_NAME, YESTERDAY),
        retinoid(RETINOL, STILL_USING),
        retinoid(RETINOL, NOT_SURE),
        exfoliant(RETINOL, YESTERDAY),
    ),
    "exfoliant": (
        exfoliant(SCRUB, YESTERDAY),
        exfoliant(SCRUB, YESTERDAY, uses=NOT_SURE),
        exfoliant(NO_NAME, YESTERDAY),
        exfoliant(SCRUB, STILL_USING),
        exfoliant(SCRUB, NOT_SURE),
        retinoid(SCRUB, YESTERDAY),
    ),
    "unclear_product": (
        retinoid(BENZOYL, LONG_AGO),
        exfoliant(BENZOYL, YESTERDAY),
        retinoid(NO_NAME, YESTERDAY, uses=NOT_SURE),
        exfoliant(NO_NAME, YESTERDAY),
        retinoid(MOISTURISER, YESTERDAY),
    ),
    "sun": (
        {"pigment": "yes", "sun_last": YESTERDAY},
        {"pigment": NOT_SURE, "sun_last": YESTERDAY},
        {"goals": ("texture", "tone"), "sun_last": YESTERDAY},
        {"note": answered("melasma", Mention.MELASMA), "sun_last": YESTERDAY},
        {"pigment": "yes", "sun_last": NOT_SURE},
    ),
    "melasma": ({"name": answered("melasma", Mention.MELASMA)}, Mention.MELASMA),
    "disclosed": (
        {"note": answered("I am 5 months pregnant", Mention.HEALTH)},
        {"name": answered("I'm 16", Mention.HEALTH)},
        {"note": answered("had a laser last week", Mention.PROCEDURE)},
        Mention.PRODUCT,
    ),
    "skin_now": ({"skin_now": "yes"}, {"skin_now": NOT_SURE}),
    "procedure": (
        {"procedure": "yes", "procedure_note": "a peel in October"},
        retinoid(LASER, LONG_AGO),
        exfoliant(LASER, LONG_AGO),
    ),
    "health_stop": ({"health_stop": "something"},),
    "health_stop_unsure": ({"health_stop": NOT_SURE}, {"health_stop": "tell_a_person"}),
    "health_review": tuple({"health_review": choice} for choice in ("something", NOT_SURE, "tell_a_person")),
    "outside_label": ({"area": "other"}, {"age": "18_to_21"}),
    "series_gap": (
        {"series": "continuing", "series_last": on(10, 24)},
        {"series": "continuing", "series_last": NOT_SURE},
    ),
    "unknown": (
        {"health_review": answered("none", understood=False)},
        retinoid(RETINOL, NOT_SURE),
        exfoliant(SCRUB, NOT_SURE),
        {"pigment": "yes", "sun_last": NOT_SURE},
        {"series": "continuing", "series_last": NOT_SURE},
    ),
    WISH_TOO_EARLY: (
        {**retinoid(RETINOL, YESTERDAY), "wish": on(11, 9)},
        {"pigment": "yes", "sun_last": YESTERDAY, "wish": on(11, 13)},
    ),
}

SILENT: Final[Mapping[str, tuple[Case, ...]]] = {
    "minor": ({"age": "18_to_21"},),
    "urgent": (Mention.MELASMA, Mention.ISOTRETINOIN),
    "isotretinoin_now": (
        {"isotretinoin": "under_6_months", "isotretinoin_last": on(8, 7)},
        retinoid(RETINOL, STILL_USING),
        retinoid(ISOTRETINOIN, YESTERDAY),
    ),
    "isotretinoin_recent": (
        {"isotretinoin": "over_a_year"},
        {"isotretinoin": "6_to_12_months"},
        {"isotretinoin": answered("never", Mention.ISOTRETINOIN)},
        retinoid(RETINOL, YESTERDAY),
    ),
    "isotretinoin_year": ({"isotretinoin": "over_a_year"}, {"isotretinoin": "never"}),
    "other_oral_retinoid": (retinoid(RETINOL, YESTERDAY), Mention.ISOTRETINOIN),
    "retinoid": (
        retinoid(RETINOL, Interval.on(TODAY - timedelta(days=6))),
        retinoid(NO_NAME, YESTERDAY, uses=NOT_SURE),
        retinoid(MOISTURISER, YESTERDAY),
        exfoliant(SCRUB, YESTERDAY),
    ),
    "exfoliant": (
        exfoliant(SCRUB, Interval.on(TODAY - timedelta(days=6))),
        exfoliant(NO_NAME, YESTERDAY, uses=NOT_SURE),
        retinoid(RETINOL, YESTERDAY),
    ),
    "unclear_product": (
        retinoid(RETINOL, YESTERDAY),
        exfoliant(SCRUB, YESTERDAY),
        retinoid(MOISTURISER, YESTERDAY, uses=NOT_SURE),
    ),
    "sun": (
        {"pigment": "no"},
        {"pigment": "yes", "sun_last": Interval.on(TODAY - timedelta(days=8))},
        {"pigment": "no", "sun_last": YESTERDAY},
    ),
    "melasma": ({"pigment": "yes", "sun_last": LONG_AGO},),
    "disclosed": (
        {"note": "see you soon"},
        {"health_review": answered("something", Mention.HEALTH)},
        {"procedure": answered("no", Mention.PROCEDURE)},
    ),
    "skin_now": ({"skin_now": "no"},),
    "procedure": ({"procedure": "no"}, retinoid(RETINOL, YESTERDAY)),
    "health_stop": ({"health_stop": "none"}, {"health_stop": NOT_SURE}),
    "health_stop_unsure": ({"health_stop": "none"}, {"health_stop": "something"}),
    "health_review": ({"health_review": "none"},),
    "outside_label": ({"area": "both", "age": "22_or_older"}, {"area": "neck"}),
    "series_gap": (
        {"series": "continuing", "series_last": Interval.on(TODAY - timedelta(days=28))},
        {"series": "first"},
    ),
    "unknown": (retinoid(RETINOL, STILL_USING), {"health_stop": NOT_SURE}, {"skin_now": NOT_SURE}),
    WISH_TOO_EARLY: (
        {**retinoid(RETINOL, YESTERDAY), "wish": on(11, 12)},
        {"health_stop": "something", "wish": on(11, 9)},
        {"wish": "no"},
    ),
}


def screened_case(flow: Flow, case: Case) -> Screening:
    if isinstance(case, Mention):
        return screened(flow, form(), case)
    return screened(flow, form(case))


def reasons(screening: Screening) -> set[str]:
    return {found.reason for found in screening.findings}


def test_every_rule_has_a_case_that_fires_it_and_one_that_does_not(flow: Flow) -> None:
    rules = {rule.reason or rule.key for rule in flow.rules} | {WISH_TOO_EARLY}
    assert set(FIRES) == set(SILENT) == rules
    assert all(FIRES.values())
    assert all(SILENT.values())


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in FIRES.items() for case in cases])
def test_the_rule_fires(flow: Flow, rule: str, case: Case) -> None:
    assert rule in reasons(screened_case(flow, case))


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in SILENT.items() for case in cases])
def test_the_rule_stays_silent(flow: Flow, rule: str, case: Case) -> None:
    assert rule not in reasons(screened_case(flow, case))


# --- each line with its day ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "verdict", "earliest"),
    [
        ({}, Verdict.READY, TODAY),
        (retinoid(RETINOL, on(11, 2)), Verdict.WAIT, date(2026, 11, 8)),
        (exfoliant(SCRUB, on(11, 2)), Verdict.WAIT, date(2026, 11, 8)),
        ({"pigment": "yes", "sun_last": on(11, 7)}, Verdict.WAIT, date(2026, 11, 15)),
        (
            {**retinoid(RETINOL, on(11, 2)), "pigment": "yes", "sun_last": on(11, 7)},
            Verdict.WAIT,
            date(2026, 11, 15),
        ),
        (retinoid(RETINOL, STILL_USING), Verdict.WAIT, TODAY + timedelta(days=6)),
        (retinoid(RETINOL, Interval(date(2026, 10, 20), date(2026, 11, 3))), Verdict.WAIT, date(2026, 11, 9)),
        (retinoid(RETINOL, NOT_SURE), Verdict.REVIEW, TODAY + timedelta(days=6)),
        (retinoid(BENZOYL, on(11, 5)), Verdict.REVIEW, date(2026, 11, 11)),
        (retinoid(RETINOL, on(11, 1)), Verdict.READY, TODAY),
        ({"age": "under_18"}, Verdict.STOP, None),
        ({"isotretinoin": "now"}, Verdict.STOP, None),
        ({"health_stop": "something", **retinoid(RETINOL, on(11, 2))}, Verdict.STOP, None),
        (
            {"isotretinoin": "under_6_months", "isotretinoin_last": on(8, 31)},
            Verdict.REVIEW,
            date(2027, 2, 28),
        ),
        ({"isotretinoin": "under_6_months", "isotretinoin_last": NOT_SURE}, Verdict.REVIEW, None),
        ({"isotretinoin": NOT_SURE}, Verdict.REVIEW, None),
        ({"isotretinoin": "6_to_12_months"}, Verdict.REVIEW, TODAY),
        (retinoid(ISOTRETINOIN, on(11, 2)), Verdict.REVIEW, date(2027, 5, 2)),
        (retinoid(ACITRETIN, on(11, 2)), Verdict.REVIEW, None),
        ({"skin_now": "yes"}, Verdict.REVIEW, None),
        ({"procedure": "yes", "procedure_note": "laser"}, Verdict.REVIEW, None),
        ({"health_stop": "tell_a_person"}, Verdict.REVIEW, None),
        ({"health_review": "something", **retinoid(RETINOL, on(11, 2))}, Verdict.REVIEW, date(2026, 11, 8)),
        ({"area": "other"}, Verdict.REVIEW, TODAY),
        ({"series": "continuing", "series_last": on(10, 24)}, Verdict.WAIT, date(2026, 11, 21)),
        ({"series": "continuing", "series_last": on(10, 10)}, Verdict.READY, TODAY),
    ],
)
def test_the_verdict_and_the_earliest_day(flow: Flow, changes: Told, verdict: Verdict, earliest: date | None) -> None:
    screening = screened(flow, form(changes))
    assert (screening.verdict, screening.earliest, screening.complete) == (verdict, earliest, True)


@pytest.mark.parametrize(
    ("last", "earliest"),
    [
        (date(2026, 1, 28), date(2026, 2, 3)),
        (date(2026, 2, 27), date(2026, 3, 5)),
        (date(2028, 2, 27), date(2028, 3, 4)),
        (date(2026, 12, 29), date(2027, 1, 4)),
        (date(2026, 3, 7), date(2026, 3, 13)),
        (date(2026, 10, 31), date(2026, 11, 6)),
    ],
    ids=["month end", "February", "leap year", "year end", "clocks forward", "clocks back"],
)
def test_five_full_days_lie_between_the_last_use_and_the_visit(flow: Flow, last: date, earliest: date) -> None:
    screening = screened(flow, form(retinoid(RETINOL, Interval.on(last))), today=last)
    assert screening.earliest == earliest
    assert (earliest - last).days - 1 == 5


@pytest.mark.parametrize(
    ("last", "after"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 7, 1), date(2027, 1, 1)),
        (date(2026, 11, 2), date(2027, 5, 2)),
    ],
)
def test_six_calendar_months_end_on_the_last_day_of_a_short_month(last: date, after: date) -> None:
    assert months_after(last, 6) == after


def test_a_wish_that_has_passed_holds_nobody_back(flow: Flow) -> None:
    screening = screened(flow, form({"wish": on(11, 6)}))
    assert (screening.verdict, screening.findings) == (Verdict.READY, ())


def test_a_wish_before_the_earliest_day_is_a_finding_of_its_own(flow: Flow) -> None:
    screening = screened(flow, form({**retinoid(RETINOL, on(11, 2)), "wish": on(11, 7)}))
    wish = next(found for found in screening.findings if found.rule == WISH_TOO_EARLY)
    assert (wish.earliest, wish.answers) == (date(2026, 11, 8), ("wish",))


def test_a_finding_names_the_answers_that_made_it(flow: Flow) -> None:
    found = screened(flow, form(retinoid(RETINOL, on(11, 2)))).findings[0]
    assert (found.rule, found.answers) == ("retinoid", ("retinoid_last",))


# --- unknown is careful, and only a complete form is ready ------------------------------------------


@pytest.mark.parametrize("key", sorted({"age", "goals", "area", "retinoid", "isotretinoin", "health_stop", "series"}))
def test_a_form_that_is_not_complete_is_never_ready_and_has_no_day(flow: Flow, key: str) -> None:
    screening = screened(flow, form(without=(key,)))
    assert (screening.verdict, screening.earliest, screening.complete) == (Verdict.REVIEW, None, False)
    assert key in screening.missing


def test_what_may_be_skipped_is_not_missing(flow: Flow) -> None:
    assert screened(flow, form(without=("name", "wish", "note"))).complete


@pytest.mark.parametrize("last", [YESTERDAY, LONG_AGO, NOT_SURE])
@pytest.mark.parametrize("what", [ISOTRETINOIN, ACITRETIN, product(ProductClass.ISOTRETINOIN, ProductClass.RETINOID)])
@pytest.mark.parametrize("use", [retinoid, exfoliant])
def test_a_pill_is_never_met_with_the_five_days_only(
    flow: Flow, use: Callable[[Value, Value], Told], what: Products, last: Value
) -> None:
    screening = screened(flow, form(use(what, last)))
    assert screening.verdict >= Verdict.REVIEW
    assert screening.earliest is None or screening.earliest >= months_after(LONG_AGO.latest, 6)


# --- what must always hold ----------------------------------------------------------------------------


def no_milder(before: Screening, after: Screening) -> bool:
    never = date.max
    return after.verdict >= before.verdict and (after.earliest or never) >= (before.earliest or never)


@MODEST
@given(seed=SEEDS)
def test_a_further_fact_never_makes_the_verdict_milder_or_the_day_earlier(seed: int) -> None:
    flow = the_flow()
    random = Random(seed)
    answers, mentions = any_form(flow, random), any_mentions(random)
    before = screened(flow, answers, *mentions)
    assume(before.complete)
    for key, value in disclosures(answers, TODAY):
        further = {**answers, key: replace(answers[key], value=value)}
        assert no_milder(before, screened(flow, further, *mentions)), (key, value)
    for mention in Mention:
        assert no_milder(before, screened(flow, answers, *mentions, mention)), mention
        key = random.choice(sorted(answers))
        said = {**answers, key: replace(answers[key], mentions=frozenset({mention}))}
        assert no_milder(before, screened(flow, said, *mentions)), (key, mention)
    unread = random.choice(sorted(answers))
    kept = {**answers, unread: replace(answers[unread], understood=False)}
    assert no_milder(before, screened(flow, kept, *mentions)), unread


@pytest.mark.parametrize(
    "undated",
    [
        {"isotretinoin": NOT_SURE},
        {"isotretinoin": "under_6_months", "isotretinoin_last": NOT_SURE},
        {"note": answered("Accutane", Mention.ISOTRETINOIN)},
        {"series": "continuing", "series_last": answered(on(10, 1), Mention.ISOTRETINOIN)},
        exfoliant(ISOTRETINOIN, NOT_SURE),
    ],
)
def test_one_dose_with_a_date_gives_no_day_beside_one_without(flow: Flow, undated: Told) -> None:
    before = screened_case(flow, undated)
    after = screened_case(flow, {**retinoid(ISOTRETINOIN, on(11, 2)), **undated})
    assert (before.earliest, after.earliest) == (None, None)


@MODEST
@given(seed=SEEDS)
def test_the_verdict_is_the_worst_and_the_day_the_latest_of_the_findings(seed: int) -> None:
    flow = the_flow()
    random = Random(seed)
    screening = screened(flow, any_form(flow, random), *any_mentions(random))
    fired = [found for found in screening.findings if found.rule != WISH_TOO_EARLY]
    assert screening.verdict >= max((found.verdict for found in fired), default=Verdict.READY)
    if screening.earliest:
        assert screening.earliest == max([TODAY, *(found.earliest for found in fired if found.earliest)])
        assert screening.verdict is not Verdict.STOP
    else:
        assert screening.verdict >= Verdict.REVIEW
    assert (screening.verdict is Verdict.READY) == (not fired and screening.complete)


@MODEST
@given(seed=SEEDS)
def test_the_order_of_the_answers_does_not_matter(seed: int) -> None:
    flow = the_flow()
    random = Random(seed)
    answers, mentions = any_form(flow, random), any_mentions(random)
    shuffled = dict(random.sample(sorted(answers.items(), key=lambda each: each[0]), len(answers)))
    one, other = screened(flow, answers, *mentions), screened(flow, shuffled, *mentions)
    assert (one.verdict, one.earliest, one.complete) == (other.verdict, other.earliest, other.complete)
    assert {(found.rule, found.earliest) for found in one.findings} == {
        (found.rule, found.earliest) for found in other.findings
    }


def test_the_days_come_from_the_clinic(flow: Flow) -> None:
    three = replace(flow.clinic.days["retinoid"], count=3)
    changed = replace(flow, clinic=replace(flow.clinic, days={**flow.clinic.days, "retinoid": three}))
    assert screened(changed, form(retinoid(RETINOL, Interval.on(MONDAY))), today=MONDAY).earliest == date(2026, 11, 6)
