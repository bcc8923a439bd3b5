"""What staff do from the console, on a page that was opened some time ago."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.scribe import commit
from bot.team import NothingToSay, team_turn
from flows.correcting import correctable, corrected, offered, with_correction
from flows.machine import FORGOTTEN
from flows.model import Event, HandedBack, Happened, Rejected, TakenOver, TeamWrote
from storage.cases import Outcome
from storage.intakes import Corrector
from storage.refusals import Busy, Conflict
from tests.machine.struck import Strike
from tests.machine.world import Unwell

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.scribe import Result
    from flows.model import Team
    from storage.work import Work
    from tests.machine.model import Run
    from tests.machine.world import World

ACTS = ("claim", "release", "note", "decide", "take over", "write", "hand back", "correct")


@dataclass(frozen=True, slots=True)
class Page:
    """An intake as somebody sees it: both versions that it had then."""

    chat_id: int
    case: str
    intake_id: int
    version: int
    staff_version: int


class Nothing(Exception):
    """What the page is about is not there any more, or does not allow it."""


class Staffing:
    """Two of the team with their browsers; what they see of a failure is an error page, and nothing of it is done.

    Only where the answer of a commit is lost may it be done all the same.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.pages: list[Page] = []

    def opens(self, chat_id: int) -> None:
        run = self.world.model.chat(chat_id).current
        if run is None:
            return
        with self.world.database.look(self.world.clock.now) as work:
            kept, line = work.intakes.find(run.intake.case), work.cases.find(run.intake.case)
        assert kept is not None
        assert line is not None
        self.pages.append(Page(chat_id, run.intake.case, kept.id, kept.version, line.staff_version))

    def does(self, page: Page, act: str, staff_id: int, which: int) -> None:
        """One act, in one transaction, with its row on the trail."""
        acts: dict[str, Callable[[Work], Callable[[], object]]] = {
            "claim": lambda work: self._claim(work, page, staff_id),
            "release": lambda work: self._release(work, page),
            "note": lambda work: self._note(work, page, staff_id),
            "decide": lambda work: self._decide(work, page, which),
            "take over": lambda work: self._turn(work, page, TakenOver(), staff_id),
            "write": lambda work: self._turn(work, page, TeamWrote("See you on Friday."), staff_id),
            "hand back": lambda work: self._turn(work, page, HandedBack(), staff_id),
            "correct": lambda work: self._correct(work, page, which, staff_id),
        }
        self._commit(partial(self._audited, acts[act], page, staff_id, act.replace(" ", "_")))
        self.world.seen()

    def _audited(
        self, act: Callable[[Work], Callable[[], object]], page: Page, staff_id: int, name: str, work: Work
    ) -> Callable[[], object]:
        if work.intakes.find(page.case) is None:
            raise Nothing
        follows = act(work)
        work.audit.add(name, staff_id=staff_id, case=page.case)
        return follows

    def _commit(self, job: Callable[[Work], Callable[[], object]]) -> None:
        """Do it; the model follows where it took effect."""
        world = self.world
        follows: list[Callable[[], object]] = []

        def noting(work: Work) -> None:
            follows[:] = [job(work)]

        struck = len(world.strikes.struck)
        try:
            commit(world.desk.database, world.clock.now, noting)
        except Busy:
            if world.strikes.struck[struck:] != [Strike.LOST]:
                return
        except (Nothing, NothingToSay, Conflict):
            return
        except Unwell:
            # They are told that it did not work, and to try again.
            assert world.bad
            return
        follows[0]()

    def _run(self, page: Page) -> Run:
        return self.world.model.chat(page.chat_id).run(page.case)

    # --- one each ---------------------------------------------------------------------------------

    def _claim(self, work: Work, page: Page, staff_id: int) -> Callable[[], object]:
        before = self._run(page).claimed_by
        is_theirs = work.cases.claim(page.intake_id, staff_id)
        assert is_theirs == (before in (None, staff_id))
        if not is_theirs:
            raise Conflict
        work.events.add(page.intake_id, None, Happened(Event.INTAKE_CLAIMED, ""))
        return lambda: setattr(self._run(page), "claimed_by", staff_id)

    def _release(self, work: Work, page: Page) -> Callable[[], object]:
        owner = self._run(page).claimed_by
        if owner is None:
            raise Conflict
        self._is_guarded(work, page, lambda: work.cases.release(page.intake_id, owner, page.staff_version))
        work.events.add(page.intake_id, None, Happened(Event.INTAKE_RELEASED, ""))
        return lambda: setattr(self._run(page), "claimed_by", None)

    def _note(self, work: Work, page: Page, staff_id: int) -> Callable[[], object]:
        text = f"Note {next(self.world.numbers)}"
        work.notes.add(page.intake_id, staff_id, text)
        return lambda: self._run(page).notes.append(text)

    def _decide(self, work: Work, page: Page, which: int) -> Callable[[], object]:
        outcome = (Outcome.REVIEWED, Outcome.BOOKED, Outcome.DECLINED)[which % 3]
        day = self.world.today if outcome is Outcome.BOOKED else None
        self._is_guarded(work, page, lambda: work.cases.decide(page.intake_id, page.staff_version, outcome, day))
        work.events.add(page.intake_id, None, Happened(Event.INTAKE_REVIEWED, ""))
        return lambda: setattr(self._run(page), "outcome", outcome.value)

    def _is_guarded(self, work: Work, page: Page, act: Callable[[], Result]) -> None:
        """A page that is out of date changes nothing."""
        line = work.cases.find(page.case)
        assert line is not None
        try:
            act()
        except Conflict:
            assert line.staff_version != page.staff_version
            raise
        assert line.staff_version == page.staff_version

    def _turn(self, work: Work, page: Page, given: Team, staff_id: int) -> Callable[[], object]:
        world = self.world
        team_turn(world.desk, work, work.now, page.case, given, staff_id)
        return lambda: world.model.team(page.chat_id, page.case, given, staff_id, world.today)

    def _correct(self, work: Work, page: Page, which: int, staff_id: int) -> Callable[[], object]:
        flow, today, kept = self.world.flow, self.world.today, work.intakes.find(page.case)
        if kept is None or kept.intake.state in FORGOTTEN or kept.version != page.version:
            raise Nothing
        questions = [each for each in correctable(flow, kept.intake) if offered(each)]
        question = questions[which % len(questions)]
        choices = [choice for choice, _ in offered(question)]
        answer = corrected(flow, kept.intake, question.key, (choices[which % len(choices)],), today)
        if isinstance(answer, Rejected):
            raise Nothing
        after = with_correction(flow, kept.intake, question.key, answer)
        work.intakes.save(kept, after, None, flow.screen(after, today), by=Corrector(staff_id, "They told me."))
        work.events.add(kept.id, None, Happened(Event.ANSWER_CORRECTED, question.key))
        return lambda: setattr(self._run(page), "intake", after)
