"""The answers of an intake as rows: as said beside as understood, with every earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.console.chat_shown import WORDS, turn_anchor
from bot.understood import HOW, question_label, understood
from flows.correcting import correctable

if TYPE_CHECKING:
    from flows.flow import Flow
    from flows.model import Intake
    from storage.intakes import Given
    from storage.transcript import Line


@dataclass(frozen=True, slots=True)
class Said:
    """One answer that was given. `turn` is the bubble it stands in; `by` and `why` are a correction's."""

    text: str
    understood: tuple[str, ...]
    how: str
    at: datetime
    read: bool
    turn: str = ""
    by: str = ""
    why: str = ""
    replaced_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with the answer that counts, those it replaced (newest first), and whether it can be corrected."""

    key: str
    label: str
    now: Said | None
    before: tuple[Said, ...]
    correctable: bool

    @property
    def anchor(self) -> str:
        return answer_anchor(self.key)


def answer_anchor(key: str) -> str:
    return f"answer-{key}"


def rows(
    flow: Flow, intake: Intake, history: Sequence[Given], chat: Sequence[Line], names: Mapping[int, str]
) -> tuple[AnswerRow, ...]:
    """A row for each question that applies or was ever answered, in the form's order; an older form's come last."""
    open_to_staff = {question.key for question in correctable(flow, intake)}
    given = {one.question for one in history}
    keys = [key for key in flow.by_key if key in open_to_staff | given]
    keys += sorted(given - set(flow.by_key))
    turns = _Turns(chat)
    return tuple(_row(flow, key, history, turns, names, correctable=key in open_to_staff) for key in keys)


def told(
    flow: Flow, history: Iterable[Given], chat: Sequence[Line], names: Mapping[int, str]
) -> tuple[tuple[str, Said], ...]:
    """Each answer of a history with the key of its question."""
    turns = _Turns(chat)
    return tuple((given.question, _said(flow, given, turns, names)) for given in history)


def _row(
    flow: Flow, key: str, history: Iterable[Given], turns: _Turns, names: Mapping[int, str], *, correctable: bool
) -> AnswerRow:
    every = [given for given in history if given.question == key]
    now = [_said(flow, given, turns, names) for given in every if given.replaced_at is None]
    before = [_said(flow, given, turns, names) for given in every if given.replaced_at is not None]
    return AnswerRow(key, question_label(flow, key), now[-1] if now else None, tuple(reversed(before)), correctable)


def _said(flow: Flow, given: Given, turns: _Turns, names: Mapping[int, str]) -> Said:
    answer, by = given.answer, given.corrected
    return Said(
        text=answer.said,
        understood=tuple(understood(flow, given.question, answer)),
        how=HOW[answer.how],
        at=given.at,
        read=answer.understood,
        turn=turns.anchor_of(given),
        by=names.get(by.staff_id, "somebody who has left the team") if by else "",
        why=by.reason if by else "",
        replaced_at=given.replaced_at,
    )


class _Turns:
    """Where in the chat an answer was said."""

    def __init__(self, chat: Sequence[Line]) -> None:
        self._turns = {line.turn_id for line in chat}
        # What was read back counts from the tap that confirmed it, and yet it was said in the message before.
        self._said = {(line.message_id, line.text): line.turn_id for line in chat if line.did in WORDS}

    def anchor_of(self, given: Given) -> str:
        """The anchor of the bubble with the client's own words; empty where there is none."""
        said = (given.answer.message_id, given.answer.said)
        turn = self._said.get(said, given.turn_id) if said[0] is not None else given.turn_id
        return turn_anchor(turn) if turn in self._turns else ""
