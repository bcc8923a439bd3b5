"""The plan and the receipt: the verdict in plain words, with each reason and the answer that made it."""

from __future__ import annotations

from datetime import date, timedelta

from flows.conditions import holds
from flows.flow import Flow
from flows.intake import PIGMENT_A_CONCERN, USES
from flows.model import Facts, Finding, Intake, Interval, Phrase, Screening, Verdict
from flows.screening import WISH_TOO_EARLY, Unit
from flows.telling import answered, contacts, recorded


def plan(flow: Flow, intake: Intake, today: date) -> tuple[Phrase, ...]:
    """What the client is told after the review; never an appointment, and the clinic has the last word."""
    screening = flow.screen(intake, today)
    parts = [Phrase(f"plan-{screening.verdict.name.lower()}"), *_day(screening, today)]
    dated = screening.earliest is not None
    told = (found for found in screening.findings if found.rule != WISH_TOO_EARLY)
    reasons = [_reason(flow, intake, found, dated=dated) for found in told]
    parts += [Phrase("plan-why"), *reasons] if reasons else []
    parts += [*_wish(flow, intake, screening, today), *_before_any_visit(flow, intake, screening)]
    return (*parts, Phrase("plan-final_word"))


def _day(screening: Screening, today: date) -> tuple[Phrase, ...]:
    if screening.earliest is None:
        return (Phrase("plan-no_day"),)
    if screening.verdict is Verdict.REVIEW and screening.earliest <= today:
        return (Phrase("plan-no_day"),)
    if screening.earliest == today:
        return (Phrase("plan-today"),)
    return (Phrase("plan-earliest", {"day": screening.earliest}),)


def _reason(flow: Flow, intake: Intake, finding: Finding, *, dated: bool) -> Phrase:
    lines = [Phrase(f"reason-{finding.reason}"), *_counted(flow, finding, dated=dated)]
    said = tuple(
        Phrase("said", {"question": Phrase(f"short-{key}"), "value": answered(key, intake.answers[key])})
        for key in finding.answers
        if key in flow.by_key
    )
    return Phrase("reason", {"lines": (*lines, *said)})


def _counted(flow: Flow, finding: Finding, *, dated: bool) -> tuple[Phrase, ...]:
    """How the days were counted. Where only a person can give the day, no rule's day is told as if it were one."""
    rule = next((rule for rule in flow.rules if rule.key == finding.rule and rule.day), None)
    if rule is None or rule.day is None or finding.earliest is None:
        return ()
    earliest = (Phrase("counted-earliest", {"earliest": finding.earliest}),) if dated else ()
    if rule.day.unit is not Unit.FULL_DAYS:
        return earliest
    count = flow.clinic.days[rule.day.count].count
    first = finding.earliest - timedelta(days=count)
    return (Phrase("counted-from", {"count": count, "from": first}), *earliest)


def _wish(flow: Flow, intake: Intake, screening: Screening, today: date) -> tuple[Phrase, ...]:
    wish = intake.answers.get("wish")
    if wish is None or not isinstance(wish.value, Interval):
        return ()
    day = wish.value.latest
    if screening.earliest is not None and day < screening.earliest:
        return (Phrase("wish-early", {"day": day, "earliest": screening.earliest}),)
    fits = Phrase("wish-team" if screening.verdict > Verdict.WAIT else "wish-fits", {"day": day})
    last_days = () if screening.verdict is Verdict.STOP else _last_days(flow, intake, day, today)
    return (fits, Phrase("wish-keep", {"lines": last_days})) if last_days else (fits,)


def _last_days(flow: Flow, intake: Intake, visit: date, today: date) -> tuple[Phrase, ...]:
    """The last day for each thing to leave off before a visit on that day, where it is still ahead."""
    left_off = ((what, visit - timedelta(days=flow.clinic.days[what].count + 1)) for what in _left_off(intake))
    return tuple(Phrase(f"last_day-{what}", {"day": last}) for what, last in left_off if last >= today)


def _left_off(intake: Intake) -> tuple[str, ...]:
    """What the clinic asks this client to leave off before a visit."""
    return ("retinoid", "exfoliant", "sun") if _sun_counts(intake) else ("retinoid", "exfoliant")


def _before_any_visit(flow: Flow, intake: Intake, screening: Screening) -> tuple[Phrase, ...]:
    if screening.verdict is Verdict.STOP:
        return (Phrase("plan-prescriber"),)
    counts = flow.clinic.days
    lines = tuple(Phrase(f"before-{what}", {"count": counts[what].count}) for what in _left_off(intake))
    before = Phrase("plan-before", {"lines": lines})
    used = any(use.product in intake.answers for use in USES) or _isotretinoin(intake)
    return (before, Phrase("plan-prescriber")) if used else (before,)


def _sun_counts(intake: Intake) -> bool:
    return holds(PIGMENT_A_CONCERN, Facts(intake.answers, intake.mentions))


def _isotretinoin(intake: Intake) -> bool:
    answer = intake.answers.get("isotretinoin")
    return answer is not None and answer.value not in {"never", "over_a_year"}


def receipt(flow: Flow, intake: Intake, today: date) -> tuple[Phrase, ...]:
    """What the client leaves with: what was recorded, the day and why, whom to call, how to change or delete it."""
    screening = flow.screen(intake, today)
    return (
        Phrase("receipt", {"case": intake.case}),
        Phrase("receipt-recorded", {"lines": recorded(intake, flow.by_key)}),
        *_day(screening, today),
        *_why(screening),
        *_next_step(intake),
        Phrase("receipt-contacts", {"contacts": contacts(flow)}),
        Phrase("receipt-commands"),
    )


def _why(screening: Screening) -> tuple[Phrase, ...]:
    reasons = tuple(Phrase(f"reason-{found.reason}") for found in screening.findings)
    return (Phrase("receipt-why", {"reasons": reasons}),) if reasons else ()


def _next_step(intake: Intake) -> tuple[Phrase, ...]:
    answer = intake.answers.get("next_step")
    return (Phrase(f"receipt-{answer.value}"),) if answer and isinstance(answer.value, str) else ()
