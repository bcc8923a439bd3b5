"""An intake meets the form as it is now: what of it no longer fits, and where the client goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows import machine
from flows.fitting import fits, unfit
from flows.flow import Flow
from flows.model import URGENT, Answer, Asking, Facts, Intake, Kind, Mention, Pending


@dataclass(frozen=True, slots=True)
class Met:
    """The intake in the present form, and what that took.

    `unfit` are the questions whose answers no longer fit: they are asked anew. `left` is the state that had to be
    left. `let_go` is the question whose reading-back fell away. `spoke` is the language that is no longer offered.
    """

    intake: Intake
    unfit: tuple[str, ...] = ()
    left: str = ""
    let_go: str = ""
    spoke: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether the client stands at another prompt than the one they saw: their next words are not meant for it."""
        return bool(self.left or self.let_go)


def meet(flow: Flow, intake: Intake) -> Met:
    """`intake` in `flow`. Nobody stands where nothing is, and no answer stays that the form would not take.

    An answer to a question that is no more stays, where a rule may still look at it; what was mentioned in an answer
    that goes stays with the intake: a client does not take anything back because the form has changed.
    """
    gone = unfit(flow.by_key, intake.answers)
    let_go = _falls_away(flow, intake.pending)
    left = intake.state if _is_to_be_left(flow, intake, gone) else ""
    spoke = "" if intake.language in flow.words.languages else intake.language
    picked = _still_offered(flow, intake)
    if not (gone or let_go or left or spoke) and picked == intake.picked:
        return Met(intake)
    met = replace(_without(intake, gone), picked=picked)
    if let_go and met.pending is not None:
        met = _let_go(met, met.pending)
    if left:
        met = _moved(flow, met)
    if spoke:
        met = replace(met, language=flow.words.languages[0])
    return Met(met, gone, left, let_go, spoke)


def _falls_away(flow: Flow, pending: Pending | None) -> str:
    """The question whose value waits but could not be taken any more."""
    if pending is None or pending.answer is None:
        return ""
    question = flow.by_key.get(pending.question)
    if question is None or not fits(question, pending.answer):
        return pending.question
    return pending.question if pending.asking is Asking.NARROW and question.kind is not Kind.PAST_DATE else ""


def _is_to_be_left(flow: Flow, intake: Intake, gone: tuple[str, ...]) -> bool:
    """A state that is no more; or one beyond a plan that was made of an answer which is to be asked anew."""
    if intake.state not in flow.machine.states:
        return True
    beyond = intake.state in {machine.PLAN, *machine.EXPLAIN} or any(each.key == intake.state for each in flow.handoff)
    if not beyond or not any(question.key in gone for question in flow.questions):
        return False
    return _onward(flow, _without(intake, gone)) in flow.by_key


def _onward(flow: Flow, intake: Intake) -> str:
    return machine.move(flow.machine, "go_on", machine.START, Facts(intake.answers, intake.mentions))


def _moved(flow: Flow, intake: Intake) -> Intake:
    """At the first question that is open. What asks about the whole intake, a deletion, waits on as it was."""
    if intake.pending is not None and intake.pending.asking is Asking.DELETE:
        return replace(intake, state=_onward(flow, intake), picked=(), tries=0)
    met = _let_go(intake, intake.pending)
    return replace(met, state=_onward(flow, met), picked=(), tries=0)


def _let_go(intake: Intake, pending: Pending | None) -> Intake:
    """Nothing waits any more, and the buttons under the last prompt are old."""
    said = (pending.answer,) if pending is not None and pending.answer is not None else ()
    return replace(intake, pending=None, round=intake.round + 1, mentions=intake.mentions | _mentioned(*said))


def _without(intake: Intake, gone: tuple[str, ...]) -> Intake:
    if not gone:
        return intake
    kept = {key: answer for key, answer in intake.answers.items() if key not in gone}
    mentions = _mentioned(*(intake.answers[key] for key in gone))
    return replace(intake, answers=kept, mentions=intake.mentions | mentions)


def _mentioned(*answers: Answer) -> frozenset[Mention]:
    return frozenset(mention for answer in answers for mention in answer.mentions) - URGENT


def _still_offered(flow: Flow, intake: Intake) -> tuple[str, ...]:
    question = flow.by_key.get(intake.state)
    if not intake.picked or question is None or question.kind is not Kind.SEVERAL:
        return ()
    return tuple(choice for choice in intake.picked if choice in question.choices)
