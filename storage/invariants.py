"""What must be true of the rows whatever happened: each invariant is a condition that no row may meet, by SQL.

They look at one another's rows, never at the clock: ids order what happens, and clocks are set back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Table,
    Text,
    and_,
    exists,
    func,
    or_,
    select,
    type_coerce,
)

from flows.model import Event, Verdict
from storage.alerts import AlertKind
from storage.case_rows import Outcome
from storage.erasure import COUNTED
from storage.outbox import OPEN, TAP_ANSWER
from storage.own_tables import MarkRow
from storage.staff_tables import AlertRow, PassedOnRow, TermRow
from storage.stages import ENDED_WITHOUT, STAGE
from storage.tables import (
    AnswerRow,
    DeadlineRow,
    EventRow,
    InboxRow,
    InboxState,
    IntakeRow,
    LineRow,
    OutboxRow,
    OutboxState,
    Row,
    TurnRow,
    table,
)

INBOX, OUTBOX, INTAKES, TURNS = table(InboxRow), table(OutboxRow), table(IntakeRow), table(TurnRow)
LINES, ANSWERS, EVENTS, DEADLINES = table(LineRow), table(AnswerRow), table(EventRow), table(DeadlineRow)
TERMS, ALERTS, PASSED_ON, MARKS = table(TermRow), table(AlertRow), table(PassedOnRow), table(MarkRow)

OTHER = OUTBOX.alias("other")
TWIN = TURNS.alias("twin")
FOLLOWING = TURNS.alias("following")
LATER_LINE, LATER_LETTER = LINES.alias("later"), OUTBOX.alias("later_letter")
SIBLING = INTAKES.alias("sibling")
NEXT_ANSWER = ANSWERS.alias("next_answer")
SAME_EVENT = EVENTS.alias("same_event")

KINDS_OF_DEADLINE = ("nudge", "retention")
SPOKEN = ("typed", "command", "contact", "media")
"""What a client does with a message of their own: it happens once for each message. One may be edited many times."""
TEXT_METHODS = ("sendMessage",)
VERDICTS = tuple((verdict.name, verdict.value) for verdict in Verdict)


@dataclass(frozen=True, slots=True)
class Never:
    """`when` may be true of no row of `rows`."""

    invariant: str
    rows: Table
    when: ColumnElement[bool]


def filled(rows: Table, *names: str) -> ColumnElement[bool]:
    """Whether any of these is there."""
    return or_(*(rows.c[name].is_not(None) for name in names))


def lacking(rows: Table, *names: str) -> ColumnElement[bool]:
    """Whether any of these is not there."""
    return or_(*(rows.c[name].is_(None) for name in names))


def has(rows: Table) -> ColumnElement[bool]:
    """Whether the intake has a row there."""
    return exists().where(rows.c.intake_id == INTAKES.c.id)


def only_one_of(one: ColumnElement[bool], other: ColumnElement[bool]) -> ColumnElement[bool]:
    return or_(and_(one, ~other), and_(~one, other))


def not_one_of(column: ColumnElement[Any], known: type[Any]) -> ColumnElement[bool]:
    return column.not_in([each.value for each in known])


@cache
def nevers() -> tuple[Never, ...]:
    """Every invariant that the database can tell by itself."""
    return (*_of_inbox(), *_of_outbox(), *_of_turns(), *_of_intakes(), *_of_answers(), *_of_events(), *_of_others())


def _of_inbox() -> Iterator[Never]:
    waiting, done, quarantined = (
        INBOX.c.state == InboxState.WAITING,
        INBOX.c.state == InboxState.DONE,
        INBOX.c.state == InboxState.QUARANTINED,
    )
    yield Never("inbox_state", INBOX, not_one_of(INBOX.c.state, InboxState))
    yield Never("inbox_done_is_bare", INBOX, and_(done, filled(INBOX, "raw", "chat_id", "error", "holder")))
    yield Never("inbox_waits_whole", INBOX, and_(waiting, or_(INBOX.c.raw.is_(None), INBOX.c.done_at.is_not(None))))
    yield Never("inbox_held_was_tried", INBOX, and_(INBOX.c.holder.is_not(None), INBOX.c.attempts < 1))
    missing = or_(lacking(INBOX, "raw", "error", "done_at"), INBOX.c.holder.is_not(None))
    yield Never("inbox_quarantined_whole", INBOX, and_(quarantined, missing))


def _of_outbox() -> Iterator[Never]:
    is_open = OUTBOX.c.state.in_(OPEN)
    over = OUTBOX.c.state.in_([OutboxState.SENT, OutboxState.DEAD])
    yield Never("outbox_state", OUTBOX, not_one_of(OUTBOX.c.state, OutboxState))
    held = or_(filled(OUTBOX, "params", "file_name", "file_text", "chat_id", "holder"), OUTBOX.c.done_at.is_(None))
    yield Never("outbox_over_is_bare", OUTBOX, and_(over, held))
    yield Never("outbox_dead_has_reason", OUTBOX, and_(OUTBOX.c.state == OutboxState.DEAD, OUTBOX.c.reason.is_(None)))
    yield Never("outbox_open_is_whole", OUTBOX, and_(is_open, lacking(OUTBOX, "params", "chat_id")))
    yield Never("outbox_due_is_free", OUTBOX, and_(OUTBOX.c.state == OutboxState.DUE, OUTBOX.c.holder.is_not(None)))
    stays, other_stays = OUTBOX.c.method != TAP_ANSWER, OTHER.c.method != TAP_ANSWER
    sending, other_sending = OUTBOX.c.state == OutboxState.IN_FLIGHT, OTHER.c.state == OutboxState.IN_FLIGHT
    both = exists().where(OTHER.c.chat_id == OUTBOX.c.chat_id, other_sending, other_stays, OTHER.c.id < OUTBOX.c.id)
    yield Never("one_letter_at_a_time", OUTBOX, and_(sending, stays, both))
    overtaken = (
        select(OTHER.c.id)
        .join(TURNS, TURNS.c.id == OTHER.c.turn_id)
        .where(TURNS.c.chat_id == OUTBOX.c.chat_id, OTHER.c.state == OutboxState.SENT, OTHER.c.id > OUTBOX.c.id)
        .where(other_stays)
    )
    yield Never("letters_in_order", OUTBOX, and_(is_open, stays, overtaken.exists()))
    elsewhere = exists().where(TURNS.c.id == OUTBOX.c.turn_id, TURNS.c.chat_id != OUTBOX.c.chat_id)
    yield Never("letter_of_its_chat", OUTBOX, and_(is_open, elsewhere))


def _of_turns() -> Iterator[Never]:
    same = (TWIN.c.chat_id == TURNS.c.chat_id, TWIN.c.message_id == TURNS.c.message_id, TWIN.c.id < TURNS.c.id)
    twice = exists().where(*same, TWIN.c.did.in_(SPOKEN))
    yield Never("one_turn_for_a_message", TURNS, and_(TURNS.c.did.in_(SPOKEN), twice))
    elsewhere = exists().where(INTAKES.c.id == TURNS.c.intake_id, INTAKES.c.chat_id != TURNS.c.chat_id)
    yield Never("turn_of_its_chat", TURNS, elsewhere)
    after = select(func.min(FOLLOWING.c.id)).where(FOLLOWING.c.chat_id == TURNS.c.chat_id, FOLLOWING.c.id > TURNS.c.id)
    following = after.correlate(TURNS).scalar_subquery()
    for name, rows, later in (("lines_in_order", LINES, LATER_LINE), ("outbox_in_order", OUTBOX, LATER_LETTER)):
        last = select(func.max(rows.c.id)).where(rows.c.turn_id == TURNS.c.id).correlate(TURNS).scalar_subquery()
        yield Never(name, TURNS, exists().where(later.c.turn_id == following, later.c.id < last))
    said = select(func.count()).select_from(LINES).where(LINES.c.turn_id == TURNS.c.id).correlate(TURNS)
    put = select(func.count()).select_from(OUTBOX).where(OUTBOX.c.turn_id == TURNS.c.id).correlate(TURNS)
    told = put.where(OUTBOX.c.method.in_(TEXT_METHODS))
    yield Never("what_was_said_stands_there", TURNS, told.scalar_subquery() > said.scalar_subquery())


def _of_intakes() -> Iterator[Never]:
    yield Never("stage_as_computed", INTAKES, INTAKES.c.stage != STAGE)
    pairs = [and_(INTAKES.c.verdict == name, INTAKES.c.severity == value) for name, value in VERDICTS]
    pairs.append(and_(INTAKES.c.verdict.is_(None), INTAKES.c.severity.is_(None)))
    # Where one of the two is missing none of the pairs is true, and none may be unknown.
    known = or_(*(func.coalesce(pair, False) for pair in pairs))
    yield Never("verdict_has_its_severity", INTAKES, ~known)
    decided = INTAKES.c.outcome.is_not(None)
    wrong_day = or_(
        and_(INTAKES.c.outcome == Outcome.BOOKED.value, INTAKES.c.booked_on.is_(None)),
        and_(INTAKES.c.outcome != Outcome.BOOKED.value, INTAKES.c.booked_on.is_not(None)),
    )
    unknown = or_(not_one_of(INTAKES.c.outcome, Outcome), INTAKES.c.outcome_at.is_(None))
    yield Never("outcome_is_whole", INTAKES, and_(decided, or_(wrong_day, unknown)))
    yield Never("claim_is_whole", INTAKES, only_one_of(INTAKES.c.claimed_by.is_(None), INTAKES.c.claimed_at.is_(None)))
    yield Never("urgent_was_raised", INTAKES, and_(INTAKES.c.urgent, INTAKES.c.raised_at.is_(None)))
    finished = exists().where(EVENTS.c.run == INTAKES.c.id, EVENTS.c.event == Event.INTAKE_FINISHED.value)
    has_finished = or_(INTAKES.c.state == "finished", finished)
    yield Never("finished_has_its_time", INTAKES, and_(has_finished, INTAKES.c.finished_at.is_(None)))
    yield Never("finish_is_counted", INTAKES, and_(INTAKES.c.finished_at.is_not(None), ~finished))
    another = exists().where(
        SIBLING.c.chat_id == INTAKES.c.chat_id, SIBLING.c.id > INTAKES.c.id, INTAKES.c.closed_at.is_(None)
    )
    yield Never("one_open_intake", INTAKES, another)
    kept = or_(has(ANSWERS), has(TURNS), has(PASSED_ON), _words_on_the_row(), _found_by())
    yield Never("nothing_of_the_declined", INTAKES, and_(INTAKES.c.state.in_(ENDED_WITHOUT), kept))
    minor = exists().where(
        SIBLING.c.chat_id == INTAKES.c.chat_id, SIBLING.c.state == "minor", SIBLING.c.id > INTAKES.c.id
    )
    yield Never("nothing_of_a_minor", INTAKES, and_(INTAKES.c.state.not_in(ENDED_WITHOUT), minor, kept))
    retention = exists().where(DEADLINES.c.intake_id == INTAKES.c.id, DEADLINES.c.kind == "retention")
    yield Never("retention_is_set", INTAKES, ~retention)


def _words_on_the_row() -> ColumnElement[bool]:
    picked, mentions, pending = (type_coerce(INTAKES.c[name], Text) for name in ("picked", "mentions", "pending"))
    waiting = func.coalesce(pending.like('%"answer":{%'), False)
    told = or_(INTAKES.c.source != "", picked != "[]", mentions != "[]", waiting)
    return or_(filled(INTAKES, "verdict", "severity", "earliest"), told)


def _found_by() -> ColumnElement[bool]:
    return exists().where(TERMS.c.intake_id == INTAKES.c.id, TERMS.c.kind != "tag")


def _of_answers() -> Iterator[Never]:
    same = (NEXT_ANSWER.c.intake_id == ANSWERS.c.intake_id, NEXT_ANSWER.c.question == ANSWERS.c.question)
    newer = exists().where(*same, NEXT_ANSWER.c.id > ANSWERS.c.id)
    yield Never("only_the_newest_is_current", ANSWERS, and_(ANSWERS.c.replaced_at.is_(None), newer))
    elsewhere = exists().where(TURNS.c.id == ANSWERS.c.turn_id, TURNS.c.intake_id.is_distinct_from(ANSWERS.c.intake_id))
    yield Never("answer_of_its_turn", ANSWERS, elsewhere)
    yield Never(
        "correction_has_its_reason", ANSWERS, only_one_of(filled(ANSWERS, "staff_id"), filled(ANSWERS, "reason"))
    )


def _of_events() -> Iterator[Never]:
    yield Never("event_known", EVENTS, not_one_of(EVENTS.c.event, Event))
    yield Never(
        "event_of_its_run",
        EVENTS,
        and_(EVENTS.c.intake_id.is_not(None), EVENTS.c.run.is_distinct_from(EVENTS.c.intake_id)),
    )
    gone = and_(EVENTS.c.intake_id.is_(None), EVENTS.c.event.not_in(COUNTED))
    yield Never("nothing_of_the_erased", EVENTS, and_(gone, EVENTS.c.about != ""))
    twin = exists().where(
        SAME_EVENT.c.turn_id == EVENTS.c.turn_id, SAME_EVENT.c.event == EVENTS.c.event, SAME_EVENT.c.id < EVENTS.c.id
    )
    yield Never("one_finish_in_a_turn", EVENTS, and_(EVENTS.c.event == Event.INTAKE_FINISHED.value, twin))


def _of_others() -> Iterator[Never]:
    yield Never("deadline_kind", DEADLINES, DEADLINES.c.kind.not_in(KINDS_OF_DEADLINE))
    elsewhere = exists().where(INTAKES.c.id == DEADLINES.c.intake_id, INTAKES.c.chat_id != DEADLINES.c.chat_id)
    yield Never("deadline_of_its_chat", DEADLINES, elsewhere)
    over = or_(INTAKES.c.closed_at.is_not(None), INTAKES.c.state.in_(("finished", "stopped", *ENDED_WITHOUT)))
    left = exists().where(INTAKES.c.id == DEADLINES.c.intake_id, over)
    yield Never("nobody_is_nudged_after_the_end", DEADLINES, and_(DEADLINES.c.kind == "nudge", left))
    yield Never("alert_kind", ALERTS, not_one_of(ALERTS.c.kind, AlertKind))
    yield Never("alert_of_a_case", ALERTS, ~exists().where(INTAKES.c.case == ALERTS.c.case))
    half = only_one_of(filled(PASSED_ON, "answered_at"), filled(PASSED_ON, "answered_by"))
    yield Never("answered_by_somebody", PASSED_ON, half)


@cache
def links() -> tuple[tuple[Table, Any], ...]:
    """Every foreign key, as the table that has it and what finds the rows it leads nowhere from."""
    found = []
    for rows in Row.metadata.sorted_tables:
        for key in rows.foreign_keys:
            there = key.column.table.alias("there")
            leads = exists().where(there.c[key.column.name] == rows.c[key.parent.name])
            found.append((rows, and_(rows.c[key.parent.name].is_not(None), ~leads)))
    return tuple(found)
