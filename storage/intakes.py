"""Intakes with their answers; an answer that was ever given stays as history until the words are erased."""

import secrets
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from flows.model import Answers, Handover, Intake, Mention, Screening
from storage.columns import UtcTime
from storage.encoding import answer_out
from storage.erasure import WORDLESS, forget_chat, forget_words
from storage.intake_rows import (
    INTAKE_COLUMNS,
    OUTCOME_COLUMNS,
    Corrector,
    Given,
    IntakeLine,
    Kept,
    answer_of,
    given_of,
    intake_columns,
    intake_of,
    line_of,
    outcome_columns,
)
from storage.prepared import Prepared
from storage.refusals import Conflict
from storage.room import Room
from storage.stages import restage, standing_of
from storage.tables import AnswerRow, IntakeRow, Stage, table
from storage.terms import Terms, terms_of

INTAKES = table(IntakeRow)
ANSWERS = table(AnswerRow)

NEWEST = select(INTAKES).order_by(INTAKES.c.id.desc()).limit(1)
CURRENT = Prepared(NEWEST.where(INTAKES.c.chat_id == bindparam("which"), INTAKES.c.closed_at.is_(None)))
BY_CASE = Prepared(NEWEST.where(INTAKES.c.case == bindparam("which")))
LEFT_ALONE = select(INTAKES.c.chat_id).where(
    INTAKES.c.stage == Stage.UNFINISHED,
    INTAKES.c.updated_at.between(bindparam("since", type_=UtcTime), bindparam("until", type_=UtcTime)),
    INTAKES.c.closed_at.is_(None),
    INTAKES.c.handover == Handover.BOT.value,
    INTAKES.c.paused.is_(False),
)
LISTING = select(*[INTAKES.c[name] for name in IntakeLine.__slots__]).order_by(INTAKES.c.id)
BEGIN = Prepared(insert(INTAKES).returning(INTAKES.c.id))
AS_READ = update(INTAKES).where(INTAKES.c.id == bindparam("which"), INTAKES.c.version == bindparam("read"))
SAVE = Prepared(AS_READ, changes=("finished_at", "version", "updated_at", *INTAKE_COLUMNS, *OUTCOME_COLUMNS))
SAVE_BARE = Prepared(
    AS_READ, changes=tuple({"version": 0, "updated_at": 0, **WORDLESS, **dict.fromkeys(INTAKE_COLUMNS)})
)
EVERY_ANSWER = select(ANSWERS).where(ANSWERS.c.intake_id == bindparam("which")).order_by(ANSWERS.c.id)
CURRENT_ANSWERS = Prepared(EVERY_ANSWER.where(ANSWERS.c.replaced_at.is_(None)))
GIVE = Prepared(insert(ANSWERS))

__all__ = ["Corrector", "Given", "IntakeLine", "Intakes", "Kept"]

# No vowels, so that no case number spells a word; nothing that is read as something else: 0 O, 1 I L, 2 Z, 5 S, 8 B.
CASE_LETTERS = "34679CDFGHJKMNPQRTVWX"


class Intakes(Room):
    __slots__ = ()

    def current(self, chat_id: int) -> Kept | None:
        """The chat's newest intake that is not closed."""
        return self._kept(CURRENT, chat_id)

    def find(self, case: str) -> Kept | None:
        """The intake with this case number, closed or not."""
        return self._kept(BY_CASE, case)

    def begin(self, chat_id: int, form: str, language: str) -> Kept:
        """A new intake with a fresh case number; `form` is the fingerprint of the form it is taken with."""
        intake = Intake(case=self._fresh_case(), language=language)
        row = {"chat_id": chat_id, "form": form, "version": 0, "started_at": self.now, "updated_at": self.now}
        row |= {"case": intake.case, **intake_columns(intake)}
        row |= {"stage": Stage.UNFINISHED, "urgent": False, "staff_version": 0}
        intake_id = BEGIN.number(self.connection, row)
        return Kept(intake_id, chat_id, intake, form, self.now, None, 0)

    def save(
        self, kept: Kept, intake: Intake, turn_id: int | None, screening: Screening, by: Corrector | None = None
    ) -> Kept:
        """Writes what differs from `kept`; raises Conflict when the row is no longer the one that was read.

        `by` is who of the team corrected the answers that differ, and why.
        """
        just_finished = intake.state == "finished" and kept.intake.state != "finished"
        finished_at = self.now if just_finished else kept.finished_at
        self._write(SAVE, kept, finished_at=finished_at, **intake_columns(intake), **outcome_columns(screening))
        self._replace(kept.id, kept.intake.answers, intake.answers)
        self._add(kept, intake.answers, turn_id, by)
        if just_finished or facts_of(kept.intake) != facts_of(intake):
            Terms(self.connection, self.now).index(kept.id, terms_of(intake, screening))
        if standing_of(kept.intake) != standing_of(intake):
            restage(self.connection, kept.id)
        return replace(kept, intake=intake, finished_at=finished_at, version=kept.version + 1)

    def close(self, kept: Kept) -> None:
        """Another intake will be the current one."""
        query = update(INTAKES).where(INTAKES.c.id == kept.id)
        self.connection.execute(query.values(closed_at=self.now, updated_at=self.now))

    def forget(self, kept: Kept) -> None:
        """Every word of the intake is gone, Turns as well; the row stays with case, state and times."""
        forget_words(self.connection, kept.id, kept.chat_id)

    def forget_all(self, chat_id: int) -> None:
        """The same for every intake of the chat, closed ones too."""
        forget_chat(self.connection, chat_id)

    def save_bare(self, kept: Kept, intake: Intake) -> Kept:
        """Writes where an intake stands of which nothing else is kept; raises Conflict as `save` does."""
        pending = intake.pending if intake.pending and intake.pending.answer is None else None
        bare = Intake(
            case=intake.case,
            state=intake.state,
            round=intake.round,
            pending=pending,
            paused=intake.paused,
            language=intake.language,
            language_offered=intake.language_offered,
            nudged=intake.nudged,
        )
        self._write(SAVE_BARE, kept, **WORDLESS | intake_columns(bare))
        restage(self.connection, kept.id)
        return replace(kept, intake=bare, version=kept.version + 1)

    def left_alone(self, since: datetime, until: datetime) -> list[Kept]:
        """The bot's own conversations in which something was last said in that time, and nothing after it."""
        found = self.connection.execute(LEFT_ALONE, {"since": since, "until": until}).scalars().all()
        return [kept for chat_id in found if (kept := self.current(chat_id)) is not None]

    def history(self, kept: Kept | IntakeLine) -> list[Given]:
        """Every answer ever given, oldest first."""
        return [given_of(row) for row in self.connection.execute(EVERY_ANSWER, {"which": kept.id})]

    def listing(self) -> list[IntakeLine]:
        """Every intake, oldest first."""
        return [line_of(row) for row in self.connection.execute(LISTING)]

    def of_chat(self, chat_id: int) -> list[IntakeLine]:
        """Every intake of a chat, closed ones too, oldest first."""
        query = LISTING.where(INTAKES.c.chat_id == chat_id)
        return [line_of(row) for row in self.connection.execute(query)]

    def _kept(self, query: Prepared, which: object) -> Kept | None:
        row = query.first(self.connection, {"which": which})
        if row is None:
            return None
        current = CURRENT_ANSWERS.all(self.connection, {"which": row.id})
        intake = intake_of(row, {given.question: answer_of(given) for given in current})
        return Kept(row.id, row.chat_id, intake, row.form, row.started_at, row.finished_at, row.version)

    def _fresh_case(self) -> str:
        while True:
            case = new_case()
            if BY_CASE.first(self.connection, {"which": case}) is None:
                return case

    def _write(self, save: Prepared, kept: Kept, **columns: object) -> None:
        as_read = {"which": kept.id, "read": kept.version}
        row = {**as_read, **columns, "version": kept.version + 1, "updated_at": self.now}
        if save.run(self.connection, row) != 1:
            raise Conflict

    def _replace(self, intake_id: int, before: Answers, after: Answers) -> None:
        gone = [question for question, answer in before.items() if after.get(question) != answer]
        if not gone:
            return
        current = update(ANSWERS).where(ANSWERS.c.intake_id == intake_id, ANSWERS.c.replaced_at.is_(None))
        self.connection.execute(current.where(ANSWERS.c.question.in_(gone)).values(replaced_at=self.now))

    def _add(self, kept: Kept, after: Answers, turn_id: int | None, by: Corrector | None) -> None:
        before = kept.intake.answers
        fresh = {question: answer for question, answer in after.items() if before.get(question) != answer}
        corrected = {"staff_id": by.staff_id, "reason": by.reason} if by else {"staff_id": None, "reason": None}
        common = {"intake_id": kept.id, "turn_id": turn_id, "at": self.now, **corrected}
        rows = [{"question": question, **common, **answer_out(answer)} for question, answer in fresh.items()]
        GIVE.run_each(self.connection, rows)


def facts_of(intake: Intake) -> tuple[Answers, frozenset[Mention]]:
    """All that what an intake is found by hangs on."""
    return intake.answers, intake.mentions


def new_case() -> str:
    return "".join(secrets.choice(CASE_LETTERS) for _ in range(6))
