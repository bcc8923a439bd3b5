"""Moves a world's program on: one step of one worker, or everything until nothing is left to be done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.chat.gateway import Dead, Sent
from bot.deadlines import take_deadline
from bot.putting_off import RETENTION
from flows.model import Handover
from storage.deadlines import DEADLINES
from storage.inbox import INBOX
from storage.intakes import INTAKES
from storage.outbox import OUTBOX
from storage.refusals import Busy
from storage.tables import InboxState, OutboxState
from tests.machine.worker import Died, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.cloud import Request
    from bot.standin.phone import Phone
    from storage.deadlines import Deadline
    from tests.machine.world import World

ROUNDS = 600
IN_FLIGHT = 16


class Working:
    """The hands on a world; whoever dies of what they do is replaced by nobody."""

    def __init__(self, world: World) -> None:
        self.world = world

    # --- one step ---------------------------------------------------------------------------------

    def turns(self, worker: Worker, alone: bool = False) -> bool:
        found = self.world.guarded(worker, worker.takes(alone))
        self.world.seen()
        return bool(found)

    def claims_letters(self, worker: Worker, most: int = IN_FLIGHT) -> bool:
        return bool(self.world.guarded(worker, worker.claims_letters(most)))

    def sends(self, worker: Worker) -> bool:
        """One Letter that is in hand goes out."""
        world = self.world
        if not worker.letters or worker not in world.workers:
            return False
        before = len(world.cloud.log)
        letter, outcome = world.run(worker.sends())
        fate = world.watch.fates[letter.id]
        if any(had_effect(entry) and entry.method == letter.method for entry in world.cloud.log[before:]):
            world.watch.arrives(letter.id, world.clock.now)
            fate.doubts += not isinstance(outcome, Sent)
        fate.dead |= isinstance(outcome, Dead)
        return True

    def polls(self, worker: Worker, halves: int | None = None, shuffled: bool = False) -> bool:
        had = len(self.world.waiting)
        self._surviving(worker, lambda: self.world.polls(worker, halves, shuffled))
        return had > 0

    def brings(self, worker: Worker, most: int, shuffled: bool) -> None:
        self._surviving(worker, lambda: self.world.brings(worker, most, shuffled))

    def repeats(self, worker: Worker, which: int, another_number: bool) -> None:
        self._surviving(worker, lambda: self.world.repeats(worker, which, another_number))

    def takes_stock(self, worker: Worker) -> None:
        self.world.guarded(worker, worker.takes_stock())

    def is_thought_dead(self, worker: Worker) -> None:
        """Its connection is lost and it does not know yet: it goes on with what it has in hand."""
        if worker in self.world.workers:
            self.world.doubts(worker)
            worker.presence.close()

    def _surviving(self, worker: Worker, act: Callable[[], object]) -> None:
        if worker not in self.world.workers:
            return
        try:
            act()
        except Died:
            self.world.seen()
            self.world.dies(worker)

    def marks(self, worker: Worker) -> bool:
        if not worker.sent or worker not in self.world.workers:
            return False
        self.world.guarded(worker, worker.marks())
        return True

    def deadlines(self) -> bool:
        """The oldest that is due; also what is done in a quiet moment."""
        world, now = self.world, self.world.clock.now
        with world.database.look(now) as work:
            due = work.deadlines.due()
            case = work.intakes.connection.execute(
                select(INTAKES.c.case).where(INTAKES.c.id == (due.intake_id if due else 0))
            ).scalar_one_or_none()
            is_parked = due is not None and work.chats.get(due.chat_id).parked
        try:
            met = take_deadline(world.desk, now)
        except Busy:
            met = False
        if due is not None and case is not None and self._is_met(due):
            if due.kind == RETENTION:
                world.model.erase_intake(due.chat_id, case)
            else:
                world.model.nudge(due.chat_id, case, is_parked, world.today)
        self._forget_dropped_chats()
        world.seen()
        return met

    def _is_met(self, due: Deadline) -> bool:
        with self.world.database.look(self.world.clock.now) as work:
            same = (DEADLINES.c.intake_id == due.intake_id, DEADLINES.c.kind == due.kind)
            return work.deadlines.connection.execute(select(DEADLINES.c.id).where(*same)).first() is None

    def _forget_dropped_chats(self) -> None:
        """Of whom nothing else is stored, the language is forgotten too."""
        with self.world.database.look(self.world.clock.now) as work:
            for chat in self.world.model.chats.values():
                if not chat.runs and work.chats.get(chat.chat_id).language is None:
                    chat.language, chat.album = None, None

    # --- all of it --------------------------------------------------------------------------------

    def cycle(self) -> bool:
        """Each worker does once what it can."""
        world, busy = self.world, False
        for worker in list(world.workers):
            for step in (self.polls, self.turns, self.claims_letters, self._delivers):
                if worker in world.workers:
                    busy |= step(worker)
        return busy

    def _delivers(self, worker: Worker) -> bool:
        busy = False
        while worker in self.world.workers and (self.marks(worker) or self.sends(worker)):
            busy = True
        return busy

    def heals(self) -> None:
        """Nothing fails from now on, and somebody works."""
        world = self.world
        world.strikes.planned.clear()
        world.cloud.faults.clear()
        world.bad = False
        for worker in world.workers:
            worker.dies = False
        if not world.workers:
            world.crash()
            world.begin(1)
        for worker in world.workers:
            self.takes_over(worker)
            self.takes_stock(worker)

    def takes_over(self, worker: Worker) -> None:
        try:
            self.world.guarded(worker, worker.takes_over())
        except Busy:
            assert not self.world.is_alone

    def drains(self) -> None:
        """Until nothing is left to be done, as much time as that may take."""
        world = self.world
        self.heals()
        for _ in range(ROUNDS):
            if self.cycle():
                continue
            later = self._next_due()
            if later is None:
                break
            world.clock.now = max(world.clock.now, later)
            for worker in world.workers:
                # Poison in every chat that says anything looks like a bad program: somebody else has been served.
                worker.breaker.went_well()
        else:
            raise AssertionError("the program never comes to rest")
        assert not world.waiting
        with world.database.look(world.clock.now) as work:
            assert work.inbox.waiting() == 0, "an Update is stuck"
            world.watch.delivered(work)
            for phone in world.phones:
                world.watch.compare(work, world.model.chat(phone.person.id))
        world.watch.sound()

    def answers_everybody(self) -> None:
        """Whoever has not shut us out, and is not spoken with by the team, is answered."""
        said = {phone.person.id: len(phone.answers) for phone in self.world.phones if self._expects_an_answer(phone)}
        asking = [phone for phone in self.world.phones if phone.person.id in said]
        for phone in asking:
            phone.send("hello")
        self.drains()
        assert all(len(phone.answers) > said[phone.person.id] for phone in asking), "somebody is stuck"

    def _expects_an_answer(self, phone: Phone) -> bool:
        run = self.world.model.chat(phone.person.id).current
        return not phone.chat.blocked and (run is None or run.intake.handover is Handover.BOT)

    def _next_due(self) -> datetime | None:
        """When something that was put off may be tried again."""
        with self.world.database.look(self.world.clock.now) as work:
            held = work.inbox.connection
            updates = held.execute(select(INBOX.c.due_at).where(INBOX.c.state == InboxState.WAITING)).scalars()
            letters = held.execute(select(OUTBOX.c.due_at).where(OUTBOX.c.state == OutboxState.DUE)).scalars()
            dues = [due for due in (*updates, *letters) if due is not None and due > self.world.clock.now]
        return min(dues, default=None)


def had_effect(entry: Request) -> bool:
    """Whether a call was carried out, whatever its answer was."""
    return entry.status == 200 or (entry.status is None and "after" in entry.description)
