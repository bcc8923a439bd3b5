"""A correction: what staff filled in, what it is about, and what it would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console import answers_shown, reasons
from bot.console.refusals import Refusal
from bot.console.sheet import find
from bot.understood import understood
from flows.correcting import correctable, corrected, fallen_away, newly_asked, with_correction
from flows.machine import FORGOTTEN
from flows.mentioned import has_a_plan
from flows.model import Rejected

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.console.answers_shown import AnswerRow, Said
    from bot.console.reasons import Reason
    from bot.console.showing import Showing
    from flows.correcting import Given
    from flows.model import Answer, Intake, Question, Screening
    from storage.cases import CaseLine
    from storage.intakes import Given as Told
    from storage.intakes import Kept
    from storage.transcript import Line
    from storage.work import Work


@dataclass(frozen=True, slots=True)
class Filled:
    """What staff put into the form."""

    choices: tuple[str, ...]
    day: str
    words: str
    reason: str

    def given(self) -> Given | Rejected:
        """The one way in which the answer was given."""
        ways: list[Given] = [way for way in (self.choices, self.day, self.words) if way]
        if len(ways) > 1:
            return Rejected("more_than_one")
        return ways[0] if ways else Rejected("nothing")


def filled(request: Request) -> Filled:
    forms = request.state.forms
    choices = tuple(value for name, value in forms if name == "choice")
    form = request.state.form
    return Filled(choices, *(form.get(name, "").strip() for name in ("day", "words", "reason")))


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the rules say, with reasons, before or after."""

    screening: Screening
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a correction would change; `was_told` when the client has read a plan already."""

    answer: Answer
    after: Intake
    understood: tuple[str, ...]
    now: Outlook
    then: Outlook
    fallen: tuple[str, ...]
    asked: tuple[str, ...]
    was_told: bool

    @property
    def changes_the_plan(self) -> bool:
        """Whether the verdict or the day becomes another."""
        now, then = self.now.screening, self.then.screening
        return (now.verdict, now.earliest) != (then.verdict, then.earliest)


@dataclass(frozen=True, slots=True)
class Desk:
    """The intake and the question that a correction is about, read at one moment."""

    show: Showing
    line: CaseLine
    kept: Kept
    question: Question
    history: Sequence[Told]
    chat: Sequence[Line]

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        return answers_shown.rows(self.show.flow, self.kept.intake, self.history, self.chat, self.show.names)

    @property
    def row(self) -> AnswerRow:
        return next(row for row in self.rows if row.key == self.question.key)

    def since(self, seen: int) -> tuple[tuple[str, Said], ...]:
        """The answers given after the first `seen` ones, each under the name of its question."""
        flow, names = self.show.flow, self.show.names
        told = answers_shown.told(flow, self.history[seen:], self.chat, names)
        return tuple((self.show.question(key), said) for key, said in told)

    def read(self, given: Given | Rejected) -> Answer | Rejected:
        if isinstance(given, Rejected):
            return given
        return corrected(self.show.flow, self.kept.intake, self.question.key, given, self.show.today)

    def preview(self, answer: Answer) -> Preview:
        flow, before, key = self.show.flow, self.kept.intake, self.question.key
        after = with_correction(flow, before, key, answer)
        return Preview(
            answer=answer,
            after=after,
            understood=tuple(understood(flow, key, answer)),
            now=self._outlook(before),
            then=self._outlook(after),
            fallen=tuple(self.show.question(each) for each in fallen_away(before, after)),
            asked=tuple(self.show.question(each) for each in newly_asked(flow, before, after)),
            was_told=has_a_plan(flow, before),
        )

    def _outlook(self, intake: Intake) -> Outlook:
        screening = self.show.flow.screen(intake, self.show.today)
        return Outlook(screening, reasons.reasons(self.show.flow, screening, self.rows, self.chat))


def desk(request: Request, work: Work, show: Showing) -> Desk:
    """Raises Refusal 404 for a case that is not there, and for a question that does not apply to it."""
    line, key = find(request, work), request.path_params["question"]
    kept = work.intakes.find(line.case)
    if kept is None or line.state in FORGOTTEN:
        raise Refusal(404)
    question = next((each for each in correctable(show.flow, kept.intake) if each.key == key), None)
    if question is None:
        raise Refusal(404)
    return Desk(show, line, kept, question, work.intakes.history(kept), work.transcript.of(line.id))
