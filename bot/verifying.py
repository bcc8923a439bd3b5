"""Every invariant of the database, as a list of what breaks them; in slices, so that nobody waits for long."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flows.machine import FORGOTTEN
from flows.model import NOT_SURE, Interval, Kind, Products
from flows.taking import skipped_value
from storage.marks import Mark
from storage.retelling import first_form_at, found_by, outcome_of, retold, without_rules
from storage.verifying import Broken, broken_between, ends, marks_of, stranded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.flow import Flow
    from flows.model import Question, Value
    from storage.database import Database
    from storage.retelling import Retold, Told
    from storage.work import Work

__all__ = ["Broken", "invariants", "left_in_hand"]

ROWS = 20_000
"""Rows that are looked at in one transaction."""
INTAKES = 500
"""The same for intakes, which are read with all their answers."""
END = re.compile(r"[0-9]+:([0-9a-f]{64})?")


def invariants(database: Database, flow: Flow) -> list[Broken]:
    """What is not as it must be, each with its table and row and never with words; empty where all is well.

    `flow` is the form as it is now: what was taken with another form is not measured by it.
    """
    now = datetime.now(UTC)
    found = list(_of_rows(database, now))
    found += _of_intakes(database, flow, now)
    found += _of_trail(database, now)
    return found


def left_in_hand(database: Database) -> int:
    """How many updates and letters a worker that is gone has left behind; that is no harm by itself."""
    with database.look(datetime.now(UTC)) as work:
        return stranded(work.marks.connection)


def _of_rows(database: Database, now: datetime) -> Iterator[Broken]:
    with database.look(now) as work:
        last = ends(work.marks.connection)
    slices = [(name, after) for name, end in last.items() for after in range(0, end, ROWS)]
    while slices:
        with database.look(now) as work:
            room = ROWS
            while slices and room > 0:
                name, after = slices.pop()
                yield from broken_between(work.marks.connection, name, after, after + ROWS)
                room -= min(ROWS, last[name] - after)


def _of_intakes(database: Database, flow: Flow, now: datetime) -> Iterator[Broken]:
    with database.look(now) as work:
        end = ends(work.marks.connection)["intakes"]
    for after in range(0, end, INTAKES):
        with database.look(now) as work:
            since = first_form_at(work.marks.connection)
            for each in retold(work.marks.connection, after, after + INTAKES):
                yield from _of_one(flow, each, since)


def _of_trail(database: Database, now: datetime) -> Iterator[Broken]:
    with database.look(now) as work:
        marks = list(_of_marks(work))
        yield from marks
        if any(broken.row == Mark.TRAIL for broken in marks):
            return
        checked = work.audit.check()
        is_at_end = checked.is_over and _ends(work, checked.number, checked.digest)
    while not checked.is_over:
        with database.look(now) as work:
            checked = work.audit.check(checked)
            is_at_end = checked.is_over and _ends(work, checked.number, checked.digest)
    if checked.broken is not None:
        yield Broken("trail_unbroken", "audit", checked.broken)
    elif not is_at_end:
        yield Broken("trail_ends_where_marked", "marks", Mark.TRAIL.value)


def _ends(work: Work, number: int, digest: str) -> bool:
    return (work.marks.get(Mark.TRAIL) or "0:") == f"{number}:{digest}"


def _of_marks(work: Work) -> Iterator[Broken]:
    for name, value in marks_of(work.marks.connection):
        if name.partition(":")[0] not in set(Mark):
            yield Broken("mark_known", "marks", None)
        elif name == Mark.TRAIL and not END.fullmatch(value):
            yield Broken("mark_readable", "marks", name)


# --- what the form makes of it --------------------------------------------------------------------


def _of_one(flow: Flow, each: Retold, since: datetime | None) -> Iterator[Broken]:
    unread = [told.id for told in each.history if told.answer is None]
    yield from (Broken("answer_readable", "answers", number) for number in unread)
    if each.intake is None:
        yield Broken("intake_readable", "intakes", each.id)
    if unread or each.intake is None:
        return
    is_ours = each.form == flow.fingerprint
    if is_ours:
        yield from (Broken("answer_fits", "answers", told.id) for told in each.history if not _fits(flow, told))
        if each.intake.state not in flow.machine.states:
            yield Broken("state_known", "intakes", each.id)
    if each.tag_terms != each.tags:
        yield Broken("found_by_its_tags", "terms", each.id)
    if each.intake.state in FORGOTTEN or each.outcome[0] is None:
        return
    if is_ours and not _is_screened(flow, each):
        yield Broken("verdict_as_screened", "intakes", each.id)
    if not _is_found(flow, each, since if is_ours else None, is_ours=is_ours):
        yield Broken("found_by_its_answers", "terms", each.id)


def _fits(flow: Flow, told: Told) -> bool:
    if told.answer is None:
        return True
    question = flow.by_key.get(told.question)
    return question is not None and _takes(question, told.answer.value)


def _takes(question: Question, value: Value) -> bool:
    """Whether such a question can have such an answer."""
    if question.skippable and value == skipped_value(question):
        return True
    match question.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return value in question.choices
        case Kind.SEVERAL:
            return isinstance(value, tuple) and bool(value) and set(value) <= set(question.choices)
        case Kind.PAST_DATE | Kind.FUTURE_DATE:
            return isinstance(value, Interval) or value in (*question.choices, question.careful)
        case Kind.PRODUCT:
            return isinstance(value, Products) or value == NOT_SURE
        case _:
            return isinstance(value, str)


def _is_screened(flow: Flow, each: Retold) -> bool:
    """Whether the rules said so on the day on which it was last written, or, once it is closed, on one of its days."""
    assert each.intake is not None
    moments = each.moments if each.saved_at is None else {each.saved_at}
    days = {moment.astimezone(flow.clinic.zone).date() for moment in moments}
    return any(outcome_of(flow.screen(each.intake, day)) == each.outcome for day in days)


def _is_found(flow: Flow, each: Retold, since: datetime | None, *, is_ours: bool) -> bool:
    """Whether it is found by what its answers say; by rules as they fired on one of its days.

    What was written before the program first kept a form, at `since`, is not found by rules yet.
    """
    assert each.intake is not None
    nothing_told = not each.history and not each.intake.mentions
    if without_rules(each.own_terms) != found_by(each.intake, None):
        return False
    if not is_ours or nothing_told:
        return True
    days = {moment.astimezone(flow.clinic.zone).date() for moment in each.moments}
    if any(found_by(each.intake, flow.screen(each.intake, day)) == each.own_terms for day in days):
        return True
    is_older = since is not None and each.answered_at is not None and each.answered_at < since
    return is_older and without_rules(each.own_terms) == each.own_terms
