"""The rules: who waits, who is seen by a person first, who stops, and from which day on."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from flows.clinic import Clinic
from flows.conditions import All, Answered, AnyOf, Dated, Is, Mentioned, Named, Nameless, NotRead, OneOf, holds
from flows.intake import EXFOLIANT_USE, PIGMENT_A_CONCERN, QUESTIONS, RETINOID_USE, USES
from flows.model import (
    NOT_SURE,
    STILL_USING,
    URGENT,
    Answers,
    Condition,
    Facts,
    Finding,
    Interval,
    Mention,
    ProductClass,
    Question,
    Screening,
    Source,
    Verdict,
)


class Unit(StrEnum):
    """How the clinic's number is counted on from the last day."""

    FULL_DAYS = "full days between"
    DAYS = "days later"
    MONTHS = "calendar months later"


@dataclass(frozen=True, slots=True)
class Day:
    """The first day a rule allows: the clinic's `count`, from the latest of the dates that made the rule fire."""

    count: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Rule:
    """When it fires, what follows. A WAIT rule is over, and silent, once its day has come."""

    key: str
    when: Condition
    verdict: Verdict
    source: Source
    day: Day | None = None
    staff_say: bool = False
    """Only a person can give the day."""
    reason: str = ""
    """The words' key when one rule key has several reasons."""


ASKED = tuple(question.key for question in QUESTIONS if question.key not in {"name", "note"})
"""The questions that ask for what their answers mention; name and note ask for neither."""

ISOTRETINOIN_NAMED = Named(ProductClass.ISOTRETINOIN, USES)

RULES: tuple[Rule, ...] = (
    Rule("minor", Is("age", "under_18"), Verdict.STOP, Source.LABEL),
    Rule("urgent", Mentioned(URGENT), Verdict.STOP, Source.PRACTICE),
    # --- pills: never the five days ---------------------------------------------------------------
    Rule(
        "isotretinoin_now",
        AnyOf(
            (
                Is("isotretinoin", "now"),
                *(All((Named(ProductClass.ISOTRETINOIN, (use,)), Is(use.last, STILL_USING))) for use in USES),
            )
        ),
        Verdict.STOP,
        Source.LABEL,
    ),
    Rule(
        "isotretinoin_recent",
        AnyOf(
            (
                Dated(Is("isotretinoin", "under_6_months"), "isotretinoin_last"),
                Is("isotretinoin", NOT_SURE),
                ISOTRETINOIN_NAMED,
                Mentioned(
                    frozenset({Mention.ISOTRETINOIN}),
                    apart_from=("isotretinoin", "isotretinoin_last"),
                    left_to=ISOTRETINOIN_NAMED,
                ),
            )
        ),
        Verdict.REVIEW,
        Source.LABEL,
        day=Day("isotretinoin", Unit.MONTHS),
        staff_say=True,
    ),
    Rule("isotretinoin_year", Is("isotretinoin", "6_to_12_months"), Verdict.REVIEW, Source.LABEL),
    Rule(
        "other_oral_retinoid",
        AnyOf((Named(ProductClass.ORAL_RETINOID, USES), Mentioned(frozenset({Mention.ORAL_RETINOID})))),
        Verdict.REVIEW,
        Source.PRACTICE,
        staff_say=True,
    ),
    # --- products on the skin ---------------------------------------------------------------------
    Rule(
        "retinoid",
        AnyOf((Named(ProductClass.RETINOID, USES), Nameless(("yes",), (RETINOID_USE,)))),
        Verdict.WAIT,
        Source.CLINIC,
        day=Day("retinoid", Unit.FULL_DAYS),
    ),
    Rule(
        "exfoliant",
        AnyOf((Named(ProductClass.EXFOLIANT, USES), Nameless(("yes",), (EXFOLIANT_USE,)))),
        Verdict.WAIT,
        Source.CLINIC,
        day=Day("exfoliant", Unit.FULL_DAYS),
    ),
    Rule(
        "unclear_product",
        AnyOf(
            (
                Named(ProductClass.UNCLEAR, USES),
                Nameless(("yes", "not_sure"), USES),
                Nameless(("yes",), USES, or_only=ProductClass.NEITHER),
            )
        ),
        Verdict.REVIEW,
        Source.PRACTICE,
        day=Day("unclear_product", Unit.FULL_DAYS),
    ),
    # --- sun --------------------------------------------------------------------------------------
    Rule(
        "sun",
        All((PIGMENT_A_CONCERN, Answered("sun_last"))),
        Verdict.WAIT,
        Source.CLINIC,
        day=Day("sun", Unit.FULL_DAYS),
    ),
    Rule("melasma", Mentioned(frozenset({Mention.MELASMA})), Verdict.REVIEW, Source.PRACTICE),
    # --- the skin and health today ----------------------------------------------------------------
    Rule("skin_now", OneOf("skin_now", ("yes", "not_sure")), Verdict.REVIEW, Source.LABEL, staff_say=True),
    Rule(
        "procedure",
        AnyOf((Is("procedure", "yes"), Named(ProductClass.PROCEDURE, USES))),
        Verdict.REVIEW,
        Source.PRACTICE,
        staff_say=True,
    ),
    Rule("health_stop", Is("health_stop", "something"), Verdict.STOP, Source.LABEL),
    Rule(
        "health_stop",
        OneOf("health_stop", ("not_sure", "tell_a_person")),
        Verdict.REVIEW,
        Source.LABEL,
        staff_say=True,
        reason="health_stop_unsure",
    ),
    Rule(
        "health_review",
        OneOf("health_review", ("something", "not_sure", "tell_a_person")),
        Verdict.REVIEW,
        Source.LABEL,
    ),
    Rule("outside_label", AnyOf((Is("area", "other"), Is("age", "18_to_21"))), Verdict.REVIEW, Source.LABEL),
    # --- what was told where nobody asked for it ----------------------------------------------------
    Rule(
        "disclosed",
        Mentioned(frozenset({Mention.HEALTH, Mention.PRODUCT, Mention.PROCEDURE}), apart_from=ASKED),
        Verdict.REVIEW,
        Source.PRACTICE,
        staff_say=True,
    ),
    # --- the visit --------------------------------------------------------------------------------
    Rule(
        "series_gap",
        All((Is("series", "continuing"), Answered("series_last"))),
        Verdict.WAIT,
        Source.CLINIC,
        day=Day("series_gap", Unit.DAYS),
    ),
    # --- what nobody could tell -------------------------------------------------------------------
    Rule(
        "unknown",
        AnyOf(
            (
                NotRead(),
                *(Is(key, NOT_SURE) for key in ("retinoid_last", "exfoliant_last", "sun_last", "series_last")),
            )
        ),
        Verdict.REVIEW,
        Source.PRACTICE,
    ),
)

WISH_TOO_EARLY = "wish_too_early"


def screen(
    questions: Iterable[Question],
    rules: Iterable[Rule],
    clinic: Clinic,
    facts: Facts,
    today: date,
) -> Screening:
    """What the rules say of these answers on `today`, a day in the clinic's zone: the worst verdict, the latest day.

    A form that is not complete is never READY, and at least for a person to look at.
    """
    findings = tuple(found for rule in rules if (found := _finding(rule, clinic, facts, today)))
    missing = _missing(questions, facts)
    verdict = max((found.verdict for found in findings), default=Verdict.READY)
    earliest = _earliest(verdict, findings, today, complete=not missing)
    if missing:
        verdict = max(verdict, Verdict.REVIEW)
    wish = _wish(facts, earliest, today)
    return Screening(verdict, earliest, not missing, (*findings, *wish), missing)


def _finding(rule: Rule, clinic: Clinic, facts: Facts, today: date) -> Finding | None:
    causes = rule.when.causes(facts)
    if causes is None:
        return None
    earliest = _first_day(rule.day, clinic, facts.answers, causes, today) if rule.day and _dated(rule, facts) else None
    if rule.verdict is Verdict.WAIT and (earliest is None or earliest <= today):
        return None
    telling = tuple(key for key in causes if earliest and _last_day(facts.answers, key, today)) or causes
    staff_say = rule.staff_say and earliest is None
    return Finding(rule.key, rule.verdict, earliest, telling, rule.source, staff_say, rule.reason or rule.key)


def _dated(rule: Rule, facts: Facts) -> bool:
    """Whether a day can be counted: where a person may have to give it, every part that holds must know its own."""
    parts = rule.when.parts if isinstance(rule.when, AnyOf) else (rule.when,)
    return not rule.staff_say or all(_has_its_day(part, facts) for part in parts if holds(part, facts))


def _has_its_day(part: Condition, facts: Facts) -> bool:
    """Something only mentioned has none: a day told in the same breath may be about something else."""
    causes = () if isinstance(part, Mentioned) else part.causes(facts)
    return bool(causes) and all(isinstance(facts.answers[key].value, Interval) for key in causes or ())


def _first_day(day: Day, clinic: Clinic, answers: Answers, causes: Iterable[str], today: date) -> date | None:
    last = max((last for key in causes if (last := _last_day(answers, key, today))), default=None)
    if last is None:
        return None
    if day.unit is Unit.MONTHS:
        return months_after(last, clinic.months[day.count].count)
    return last + timedelta(days=clinic.days[day.count].count + (day.unit is Unit.FULL_DAYS))


def _last_day(answers: Answers, key: str, today: date) -> date | None:
    """The late end of a date answer: still using, or nobody knows, counts as today."""
    value = answers[key].value
    if isinstance(value, Interval):
        return min(value.latest, today)
    return today if key.endswith("_last") else None


def months_after(day: date, months: int) -> date:
    """`day` plus calendar months, clamped to the month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _missing(questions: Iterable[Question], facts: Facts) -> tuple[str, ...]:
    return tuple(
        question.key
        for question in questions
        if question.key != "consent"
        and not question.skippable
        and question.key not in facts.answers
        and holds(question.when, facts)
    )


def _earliest(verdict: Verdict, findings: Iterable[Finding], today: date, *, complete: bool) -> date | None:
    if verdict is Verdict.STOP or any(found.staff_say for found in findings):
        return None
    days = [found.earliest for found in findings if found.earliest]
    if not days and not complete:
        return None
    return max([today, *days])


def _wish(facts: Facts, earliest: date | None, today: date) -> tuple[Finding, ...]:
    """A day hoped for that has passed meanwhile holds nobody back: the earliest day is still today."""
    wish = facts.answers.get("wish")
    if wish is None or not isinstance(wish.value, Interval) or earliest is None:
        return ()
    if earliest <= max(wish.value.latest, today):
        return ()
    return (Finding(WISH_TOO_EARLY, Verdict.WAIT, earliest, ("wish",), Source.CLINIC, reason=WISH_TOO_EARLY),)
