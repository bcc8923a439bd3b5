"""Whatever may happen to the program, in any order, as rules that Hypothesis chooses from."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from structlog.testing import capture_logs

from bot.standin.faults import Cut
from tests.machine.acting import COMMANDS, SENT, WORDS, Acting
from tests.machine.staffing import ACTS, Staffing
from tests.machine.struck import Strike
from tests.machine.words_left import left_of
from tests.machine.working import Working
from tests.machine.world import POISON, World

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.phone import Phone
    from flows.flow import Flow
    from tests.machine.worker import Worker

SOME = st.integers(0, 11)
WHO = st.integers(0, 2)
BY = st.integers(0, 2)
FAR = st.integers(0, 18)
THEN = st.integers(0, 2)
STRIKES = st.lists(st.sampled_from(list(Strike)), min_size=1, max_size=4)
NAMES = ("Ana", "Ben", "Cleo")
PLANTED = ("{word}", "my name is {word}", "I use a {word} cream", "is the {word} free?", "the scars of {word}")
TELEGRAM = (
    "flood", "bad gateway", "lost before", "lost after", "forbidden", "chat not found", "garbled", "bad request",
)  # fmt: skip


class Clinic(RuleBasedStateMachine):
    """`databases` gives the address of a fresh database for as long as one example runs."""

    flow: ClassVar[Flow]
    databases: ClassVar[Callable[[], AbstractContextManager[str]]]

    @initialize(workers=st.integers(1, 3), far=st.tuples(FAR, FAR, FAR))
    def opens(self, workers: int, far: tuple[int, ...]) -> None:
        """Each client is so many answers far before anything goes wrong."""
        self.logs = capture_logs()
        self.logs.__enter__()
        self.kept = type(self).databases()
        self.world = World(self.flow, self.kept.__enter__())
        self.working, self.acting, self.staffing = Working(self.world), Acting(self.world), Staffing(self.world)
        self.world.begin(workers)
        phones = [self.world.client(name) for name in NAMES]
        for answered in range(max(far)):
            for phone in (phone for phone, many in zip(phones, far, strict=True) if answered < many):
                self.acting.answers(phone)
            self.working.cycle()

    def _phone(self, who: int) -> Phone:
        return self.world.phones[who]

    def _worker(self, by: int) -> Worker:
        return self.world.workers[by % len(self.world.workers)]

    def somebody_works(self) -> bool:
        return bool(self.world.workers)

    def several_work(self) -> bool:
        return len(self.world.workers) > 1

    # --- clients ----------------------------------------------------------------------------------

    @rule(who=WHO, text=st.sampled_from((*WORDS, *COMMANDS)), then=THEN)
    def says(self, who: int, text: str, then: int) -> None:
        self.acting.says(self._phone(who), text)
        self.works(then)

    @rule(who=WHO, shape=st.sampled_from(PLANTED), then=THEN)
    def plants(self, who: int, shape: str, then: int) -> None:
        self.acting.plants(self._phone(who), shape)
        self.works(then)

    @rule(who=WHO, times=st.integers(1, 6), then=THEN)
    def fills_in(self, who: int, times: int, then: int) -> None:
        for _ in range(times):
            self.acting.answers(self._phone(who))
            self.works(then)

    @rule(who=WHO, back=SOME, which=SOME, times=st.integers(1, 2), then=THEN)
    def taps(self, who: int, back: int, which: int, times: int, then: int) -> None:
        self.acting.taps(self._phone(who), back, which, times)
        self.works(then)

    @rule(who=WHO, back=SOME, text=st.sampled_from(WORDS), then=THEN)
    def edits(self, who: int, back: int, text: str, then: int) -> None:
        self.acting.edits(self._phone(who), back, text)
        self.works(then)

    @rule(who=WHO, what=st.sampled_from(SENT), then=THEN)
    def sends(self, who: int, what: str, then: int) -> None:
        self.acting.sends(self._phone(who), what)
        self.works(then)

    @rule(who=WHO, then=THEN)
    def deletes(self, who: int, then: int) -> None:
        self.acting.wants_everything_deleted(self._phone(who))
        self.works(then)

    @rule(who=WHO, blocked=st.booleans())
    def blocks(self, who: int, blocked: bool) -> None:
        (self._phone(who).block if blocked else self._phone(who).unblock)()

    @rule(who=WHO, then=THEN)
    def poisons(self, who: int, then: int) -> None:
        self.acting.says(self._phone(who), POISON)
        self.acting.answers(self._phone(who))
        self.works(then)

    # --- Telegram ---------------------------------------------------------------------------------

    @precondition(somebody_works)
    @rule(by=BY, halves=st.none() | SOME, shuffled=st.booleans())
    def polls(self, by: int, halves: int | None, shuffled: bool) -> None:
        self.working.polls(self._worker(by), halves, shuffled)

    @precondition(somebody_works)
    @rule(by=BY, most=st.integers(1, 5), shuffled=st.booleans())
    def brings(self, by: int, most: int, shuffled: bool) -> None:
        self.working.brings(self._worker(by), most, shuffled)

    @precondition(somebody_works)
    @rule(by=BY, which=st.integers(0, 40), another_number=st.booleans())
    def repeats(self, by: int, which: int, another_number: bool) -> None:
        self.working.repeats(self._worker(by), which, another_number)

    @rule(what=st.sampled_from(TELEGRAM), nth=st.integers(1, 3), times=st.integers(1, 3), then=THEN)
    def fails(self, what: str, nth: int, times: int, then: int) -> None:
        faults = self.world.cloud.faults
        for method in ("sendMessage", "editMessageText"):
            match what:
                case "flood":
                    faults.flood(30, method=method, nth=nth, times=times)
                case "lost before":
                    faults.hang_up(Cut.BEFORE, method=method, nth=nth, times=times)
                case "lost after":
                    faults.hang_up(Cut.AFTER, method=method, nth=nth, times=times)
                case "garbled":
                    faults.garble(method=method, nth=nth, times=times)
                case "bad gateway":
                    faults.refuse(502, "Bad Gateway", method=method, nth=nth, times=times)
                case "forbidden":
                    faults.refuse(403, "Forbidden: bot was blocked by the user", method=method, nth=nth, times=times)
                case "chat not found":
                    faults.refuse(400, "Bad Request: chat not found", method=method, nth=nth, times=times)
                case "bad request":
                    faults.refuse(400, "Bad Request: something else", method=method, nth=nth, times=times)
        for phone in self.world.phones:
            self.acting.answers(phone)
        self.works(then)

    # --- workers ----------------------------------------------------------------------------------

    def works(self, times: int) -> None:
        """Each worker does what it can, so many times."""
        for _ in range(times):
            self.working.cycle()

    @rule(strikes=STRIKES, then=st.integers(1, 3))
    def is_struck(self, strikes: list[Strike], then: int) -> None:
        """The database fails at what is done next, while everybody has said something."""
        for phone in self.world.phones:
            self.acting.answers(phone)
        self.world.strikes.planned.extend(strikes)
        self.works(then)

    @precondition(somebody_works)
    @rule(by=BY, strikes=STRIKES, alone=st.booleans())
    def turn_is_struck(self, by: int, strikes: list[Strike], alone: bool) -> None:
        """The same just as Turns are taken."""
        worker = self._worker(by)
        for phone in self.world.phones:
            self.acting.answers(phone)
        self.working.polls(worker)
        self.working.turns(worker, alone)
        self.world.strikes.planned.extend(strikes)
        self.working.turns(worker, alone)

    @precondition(several_work)
    @rule(by=BY, marks=st.booleans())
    def overtakes(self, by: int, marks: bool) -> None:
        """One is thought dead with things in hand; another does them, and then it does them as well."""
        slow, quick = self._worker(by), self._worker(by + 1)
        for phone in self.world.phones:
            self.acting.answers(phone)
        self.working.polls(slow)
        self.working.turns(slow)
        self.working.is_thought_dead(slow)
        self.working.takes_over(quick)
        for _ in range(2):
            self.working.turns(quick)
        self.working.turns(slow)
        self.working.claims_letters(slow)
        if marks:
            self.working.sends(slow)
        self.working.is_thought_dead(slow)
        self.working.takes_over(quick)
        self.working.claims_letters(quick)
        self.works(1)

    @precondition(somebody_works)
    @rule(by=BY, alone=st.booleans())
    def turns(self, by: int, alone: bool) -> None:
        self.working.turns(self._worker(by), alone)

    @precondition(somebody_works)
    @rule(by=BY, most=st.integers(1, 3))
    def claims_letters(self, by: int, most: int) -> None:
        self.working.claims_letters(self._worker(by), most)

    @precondition(somebody_works)
    @rule(by=BY, marks=st.booleans())
    def delivers(self, by: int, marks: bool) -> None:
        worker = self._worker(by)
        if not (self.working.marks(worker) if marks else self.working.sends(worker)):
            self.working.claims_letters(worker)

    @precondition(several_work)
    @rule(by=BY, alone=st.booleans())
    def overlaps(self, by: int, alone: bool) -> None:
        """One takes things in hand while the Turns of another are written and not committed."""
        slow, quick = self._worker(by), self._worker(by + 1)
        for phone in self.world.phones:
            self.acting.answers(phone)
            self.acting.answers(phone)
        self.working.polls(slow)
        self.working.turns(slow)
        self.world.meanwhile = quick.claims_meanwhile
        self.working.turns(slow, alone)
        self.world.meanwhile = None

    @precondition(somebody_works)
    @rule(by=BY, amid=st.booleans())
    def dies(self, by: int, amid: bool) -> None:
        if amid:
            self._worker(by).dies = True
        else:
            self.world.dies(self._worker(by))

    @rule()
    def joins(self) -> None:
        if not self.world.workers or (not self.world.is_alone and len(self.world.workers) < 3):
            self.world.joins()

    @precondition(somebody_works)
    @rule(by=BY)
    def takes_over(self, by: int) -> None:
        self.working.takes_over(self._worker(by))

    @precondition(somebody_works)
    @rule(by=BY)
    def takes_stock(self, by: int) -> None:
        self.working.takes_stock(self._worker(by))

    @precondition(somebody_works)
    @rule(by=BY)
    def is_thought_dead(self, by: int) -> None:
        self.working.is_thought_dead(self._worker(by))

    @rule(workers=st.integers(1, 3))
    def restarts(self, workers: int) -> None:
        self.world.crash()
        self.world.begin(workers)

    @rule(bad=st.booleans(), then=THEN)
    def is_deployed(self, bad: bool, then: int) -> None:
        self.world.bad = bad
        for phone in self.world.phones:
            self.acting.answers(phone)
        self.works(then)

    # --- time and staff ---------------------------------------------------------------------------

    @rule(seconds=st.sampled_from((1, 10, 60, 200, 3600, 86_400, 30 * 86_400, 90 * 86_400, -60, -7200, -86_400)))
    def time_passes(self, seconds: int) -> None:
        self.world.clock.now += timedelta(seconds=seconds)

    @rule(times=st.integers(1, 3))
    def deadlines(self, times: int) -> None:
        for _ in range(times):
            self.working.deadlines()

    @rule(who=WHO)
    def opens_page(self, who: int) -> None:
        self.staffing.opens(self._phone(who).person.id)

    @rule(who=WHO, back=st.integers(0, 3), acts=st.lists(st.sampled_from(ACTS), min_size=1, max_size=3), which=SOME)
    def staff_act(self, who: int, back: int, acts: list[str], which: int) -> None:
        """One after the other on the page as it is now, or on one that was opened before."""
        if back == 0:
            self.staffing.opens(self._phone(who).person.id)
        pages = self.staffing.pages
        for number, act in enumerate(acts if pages else ()):
            self.staffing.does(pages[-1 - back % len(pages)], act, 11 + number % 2, which + number)

    # --- rest -------------------------------------------------------------------------------------

    @rule()
    def drains(self) -> None:
        self.working.drains()
        left_of(self.world)

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        try:
            self.drains()
            self.nobody_is_stuck()
        finally:
            self.world.close()
            self.kept.__exit__(None, None, None)
            self.logs.__exit__(None, None, None)

    def nobody_is_stuck(self) -> None:
        """Whoever has not shut us out, and is not spoken with by the team, is answered."""
        self.working.answers_everybody()
