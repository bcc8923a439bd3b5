"""The whole program around a played Telegram, moved on by hand: no socket, no sleep, one clock for all."""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.chat.connect import connect
from bot.chat.gateway import Gateway
from bot.chat.menu import StaffMenu, show_menu
from bot.chat.receive import Batch, Receiver
from bot.deadlines import take_deadline
from bot.desk import Desk
from bot.ledger import Ledger, tell
from bot.members import Member, Role
from bot.scribe import Result, commit
from bot.staff.commands import STAFF_MENU
from bot.standin.cloud import Cloud
from bot.standin.groups import Seat
from bot.standin.phone import Phone
from bot.taking_turns import take_update
from bot.team import team_turn
from flows.advance import advance
from flows.commands import MENU
from flows.model import Phrase
from storage.alerts import AlertKind
from storage.database import open_database
from tests.files import left
from tests.journeys.chat import Client

if TYPE_CHECKING:
    from bot.desk import Advance
    from bot.scribe import Job
    from bot.standin.accounts import Bot as Account
    from bot.standin.chats import Group
    from flows.flow import Flow
    from flows.model import Team
    from storage.database import Database
    from storage.intakes import IntakeLine
    from storage.work import Work
    from tests.journeys.form import By
    from tests.journeys.wording import Wording

TOKEN = "700:stand-in"
CONSOLE = "https://staff.example.org"
STAFF_ID = 1111
NOBODY_LISTENS = "http://127.0.0.1:9"
MOST_ROUNDS = 200
DUES = """
    SELECT due_at FROM deadlines UNION SELECT due_at FROM outbox WHERE state = 'due' AND due_at IS NOT NULL
"""
"""More than any act can set going: beyond it the program answers itself for ever."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(repr=False)
class Program:
    """What lives in memory only, and is lost when the program stops."""

    database: Database
    desk: Desk
    receiver: Receiver
    gateway: Gateway
    ledger: Ledger
    offset: int | None
    open: AsyncExitStack


@dataclass(repr=False)
class Clinic:
    """A Telegram, the program, and the file that outlives it."""

    flow: Flow
    wording: Wording
    url: str
    cloud: Cloud
    clock: Clock
    by: By = "taps"
    advance: Advance = advance
    repeats: int = 1
    """How often each batch of Updates is received."""
    program: Program | None = None
    clients: list[Client] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)
    alerted_too: tuple[int, ...] = ()
    """Who is alerted beside the staff chat."""

    def __post_init__(self) -> None:
        self.account: Account = self.cloud.add_bot(TOKEN, self.flow.clinic.name, "IntakeBot")
        self.staff: Group = self.cloud.add_group("Staff")
        self.staff.bots[self.account.id] = "member"

    # --- who and when -----------------------------------------------------------------------------

    def client(self, name: str = "Ana", today: str = "2026-11-03", language: str = "en") -> Client:
        """Somebody with a phone; it is noon of `today` at the clinic."""
        noon = datetime.combine(date.fromisoformat(today), time(12), self.flow.clinic.zone)
        self.clock.now = noon.astimezone(UTC)
        person = self.cloud.add_person(name, language_code=language)
        self.clients.append(Client(self, Phone(self.cloud, person, self.account), by=self.by))
        return self.clients[-1]

    def member(self, name: str = "Courtney", role: Role = Role.REVIEWER) -> Client:
        """Somebody of the team, with a phone; to be there before the program runs."""
        assert self.program is None, "the program knows its members from the start"
        person = self.cloud.add_person(name)
        self.members[person.id] = Member(person.id, name, role)
        return Client(self, Phone(self.cloud, person, self.account))

    def seat(self, client: Client) -> Seat:
        """Their place in the staff chat."""
        return Seat(client.phone, self.staff)

    @property
    def today(self) -> date:
        return self.clock.now.astimezone(self.flow.clinic.zone).date()

    async def sleep(self, **much: float) -> None:
        """Let time pass, in growing steps that stop at each moment on which something falls due."""
        until, step = self.clock.now + timedelta(**much), timedelta(seconds=1)
        while self.clock.now < until:
            dues = [due for due in await self._dues() if due > self.clock.now]
            self.clock.now = min([until, self.clock.now + step, *dues])
            step *= 2
            await self.work()

    async def _dues(self) -> list[datetime]:
        with (await self._running()).database.work(self.clock.now) as work:
            found = work.inbox.connection.exec_driver_sql(DUES).scalars()
            return [datetime.fromisoformat(str(due)).replace(tzinfo=UTC) for due in found]

    # --- the program ------------------------------------------------------------------------------

    async def work(self) -> None:
        """Everything that can be done now: receive, take, meet deadlines, send, until nothing is left."""
        program = await self._running()
        for _ in range(MOST_ROUNDS):
            if not (await self._receive(program) | self._take(program) | await self._send(program)):
                return
        raise AssertionError("the program never comes to rest")

    async def receive(self) -> None:
        """Take in what waits at Telegram, and no more."""
        await self._receive(await self._running())

    async def finds_nothing(self) -> None:
        """A poll that brings nothing, and what follows on it."""
        program = await self._running()
        self.commit(program.ledger.heard)
        while await self._send(program):
            pass

    async def stop(self) -> None:
        """End the program; only the file is left."""
        program, self.program = self.program, None
        if program is not None:
            await program.open.aclose()

    async def restart(self) -> None:
        """Drop every object in memory and begin anew on the same file."""
        await self.stop()
        await self.work()

    async def _running(self) -> Program:
        self.program = self.program or await self._start()
        return self.program

    async def _start(self) -> Program:
        stack = AsyncExitStack()
        database = open_database(self.url)
        stack.callback(database.close)
        bot = await stack.enter_async_context(connect(TOKEN, NOBODY_LISTENS))
        await show_menu(bot, self.flow.words, MENU, StaffMenu(STAFF_MENU, (self.staff.id, *self.members)))
        chats = (self.staff.id, *self.alerted_too)
        desk = Desk(self.flow, database, self.advance, chats, self.members, CONSOLE, bot.username)
        ledger = Ledger(desk, bot.id)
        commit(database, self.clock.now, lambda work: sum(work.workers.free(left) for left in work.workers.holders()))
        offset = commit(database, self.clock.now, ledger.offset)
        return Program(database, desk, Receiver(bot, 0), Gateway(bot), ledger, offset, stack)

    async def _receive(self, program: Program) -> bool:
        heard = False
        while self.account.feed.waiting:
            batch = await program.receiver.fetch(program.offset, 0)
            if isinstance(batch, Batch) and batch.arrived:
                heard = True
                store = partial(program.ledger.store, batch, program.offset)
                program.offset = [self.commit(store) for _ in range(self.repeats)][-1].offset
        return heard

    def _take(self, program: Program) -> bool:
        done = False
        while take_update(program.desk, self.clock.now) or take_deadline(program.desk, self.clock.now):
            done = True
        return done

    async def _send(self, program: Program) -> bool:
        sent = False
        while letters := self.commit(partial(program.ledger.claim, 1, None)):
            for letter in letters:
                outcome = await program.gateway.send(letter)
                self.commit(partial(program.ledger.mark, letter, outcome))
                tell(letter, outcome)
            sent = True
        return sent

    def commit(self, job: Job[Result]) -> Result:
        """What the program's scribe would write, by itself."""
        assert self.program is not None
        return commit(self.program.database, self.clock.now, job)

    # --- what is stored ---------------------------------------------------------------------------

    def look(self) -> Work:
        """A look into the database."""
        if self.program is None:
            raise AssertionError("the program does not run")
        return self.program.database.work(self.clock.now)

    def line(self, case: str) -> IntakeLine:
        with self.look() as work:
            return next(line for line in work.intakes.listing() if line.case == case)

    def holds(self, word: str) -> bool:
        """Whether the word stands anywhere in the database's files, in rows or in what is left after a quiet moment."""
        found = left(self.url)
        return word.encode() in found or word.lower().encode() in found.lower()

    async def team(self, client: Client, *did: Team, staff_id: int = STAFF_ID) -> None:
        """Do in a client's chat what somebody of the team does from the console."""
        await client.does(*[partial(self._team, client.intake.case, given, staff_id) for given in did])

    def _team(self, case: str, given: Team, staff_id: int) -> None:
        if self.program is None:
            raise AssertionError("the program does not run")
        with self.program.database.work(self.clock.now) as work:
            team_turn(self.program.desk, work, self.clock.now, case, given, staff_id)
            work.commit()

    @property
    def said_to_staff(self) -> list[str]:
        """What staff were told, in their chat."""
        return [message.text for message in self.staff.present() if message.from_bot]

    @property
    def alerts(self) -> list[tuple[str, str]]:
        """The alerts among it that came alone, as kind and case."""
        return [(kind, case) for _, kind, case in self.numbered_alerts]

    @property
    def numbered_alerts(self) -> list[tuple[int, str, str]]:
        """The same with their numbers."""
        return [found for text in self.said_to_staff for kind in AlertKind if (found := self._alert(kind, text))]

    def _alert(self, kind: AlertKind, text: str) -> tuple[int, str, str] | None:
        shown = self.wording.say("alert", number="NUMBER", case="CASE", kind=Phrase(f"alert-{kind}"))
        shape = re.escape(shown).replace("NUMBER", r"(\d+)").replace("CASE", r"(\w+)")
        found = re.fullmatch(f"{shape}\n\n{re.escape(CONSOLE)}/intakes/(\\w+)", text)
        return (int(found[1]), kind, found[2]) if found and found[2] == found[3] else None
