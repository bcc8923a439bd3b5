"""What is stored of some intakes, read once more from the rows, to be compared with what the form makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from flows.model import Answer, Intake, Screening, Verdict
from storage.intake_rows import answer_of, intake_of, outcome_columns
from storage.staff_tables import FormRow, TagRow, TermRow
from storage.tables import AnswerRow, IntakeRow, TurnRow, table
from storage.terms import TermKind, folded, terms_of

INTAKES, ANSWERS, TURNS = table(IntakeRow), table(AnswerRow), table(TurnRow)
TERMS, TAGS, FORMS = table(TermRow), table(TagRow), table(FormRow)

SOME = (INTAKES.c.id > bindparam("after"), INTAKES.c.id <= bindparam("upto"))
SOME_INTAKES = select(INTAKES).where(*SOME).order_by(INTAKES.c.id)
FIRST_FORM = select(func.min(FORMS.c.at))


def _of_some(query: Select[Any], intake_id: Any) -> Select[Any]:
    return query.where(intake_id > bindparam("after"), intake_id <= bindparam("upto"))


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of the history; None for what can't be read."""

    id: int
    question: str
    answer: Answer | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Retold:
    """One intake; `intake` is None where its rows can't be read. `moments` are all at which something was written."""

    id: int
    form: str
    intake: Intake | None
    history: tuple[Told, ...]
    outcome: tuple[str | None, date | None]
    terms: frozenset[tuple[str, str]]
    tags: frozenset[str]
    moments: frozenset[datetime]
    saved_at: datetime | None
    """When it was last screened; None where closing it has covered that up."""
    answered_at: datetime | None
    """When an answer was last given, changed or withdrawn."""

    @property
    def tag_terms(self) -> frozenset[str]:
        return frozenset(term for kind, term in self.terms if kind == TermKind.TAG)

    @property
    def own_terms(self) -> frozenset[tuple[str, str]]:
        return frozenset(each for each in self.terms if each[0] != TermKind.TAG)


def retold(connection: Connection, after: int, upto: int) -> Iterator[Retold]:
    """The intakes behind the number `after`, up to and with `upto`."""
    between = {"after": after, "upto": upto}
    rows = connection.execute(SOME_INTAKES, between).all()
    if not rows:
        return
    history = _gathered(connection, _of_some(select(ANSWERS).order_by(ANSWERS.c.id), ANSWERS.c.intake_id), between)
    turns = select(TURNS.c.intake_id, TURNS.c.at).distinct()
    heard = _gathered(connection, _of_some(turns, TURNS.c.intake_id), between)
    terms = _gathered(connection, _of_some(select(TERMS), TERMS.c.intake_id), between)
    tags = _gathered(connection, _of_some(select(TAGS), TAGS.c.intake_id), between)
    for row in rows:
        told = tuple(_told(given) for given in history.get(row.id, ()))
        turned = {turn.at for turn in heard.get(row.id, ())}
        written = {moment for given in history.get(row.id, ()) for moment in (given.at, given.replaced_at) if moment}
        yield Retold(
            id=row.id,
            form=row.form,
            intake=_intake(row, told),
            history=told,
            outcome=(row.verdict, row.earliest),
            terms=frozenset((term.kind, term.term) for term in terms.get(row.id, ())),
            tags=frozenset(folded(tag.tag) for tag in tags.get(row.id, ())),
            moments=frozenset({*turned, *written, row.updated_at}),
            saved_at=row.updated_at if row.closed_at is None else None,
            answered_at=max(written, default=None),
        )


def first_form_at(connection: Connection) -> datetime | None:
    """Since when intakes have been found by the rules that fired; None where that can't be told."""
    return connection.execute(FIRST_FORM).scalar_one_or_none()


def outcome_of(screening: Screening) -> tuple[object, ...]:
    """As it stands in a row."""
    columns = outcome_columns(screening)
    return columns["verdict"], columns["earliest"]


def found_by(intake: Intake, screening: Screening | None) -> frozenset[tuple[str, str]]:
    """All that an intake is to be found by but for its tags; without a screening, but for its rules too."""
    read = screening or Screening(Verdict.READY, None, complete=False, findings=())
    return frozenset((kind.value, term) for kind, term in terms_of(intake, read))


def without_rules(terms: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset(each for each in terms if each[0] != TermKind.RULE)


def _gathered(connection: Connection, query: Select[Any], between: Mapping[str, int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query, between):
        found.setdefault(row.intake_id, []).append(row)
    return found


def _told(row: Row[Any]) -> Told:
    try:
        answer = answer_of(row)
    except (ValueError, TypeError, KeyError):
        answer = None
    return Told(row.id, row.question, answer, row.replaced_at is None)


def _intake(row: Row[Any], history: Iterable[Told]) -> Intake | None:
    current = {told.question: told.answer for told in history if told.is_current and told.answer}
    try:
        return intake_of(row, current)
    except (ValueError, TypeError, KeyError):
        return None
