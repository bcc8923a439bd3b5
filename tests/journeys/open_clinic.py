"""A clinic that is open: the real program with its loops, the stand-in and the console, each on a port of loopback."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from structlog.testing import capture_logs

from bot.bell import Bell
from bot.chat.connect import connect
from bot.chat.gateway import Gateway
from bot.chat.receive import Receiver
from bot.console.office import Office
from bot.console.server import serve as serve_console
from bot.desk import Desk
from bot.ledger import Ledger
from bot.members import Member, Role
from bot.scribe import utc_now
from bot.serving import listen
from bot.standin.cloud import Cloud
from bot.standin.phone import Phone
from bot.standin.server import serve as serve_standin
from bot.team import send_code
from bot.workers import Workers
from tests.journeys.chat import Client
from tests.journeys.clinic import TOKEN, Clinic, Clock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from flows.flow import Flow
    from storage.database import Database
    from storage.work import Work
    from tests.journeys.wording import Wording

PATIENCE = 20.0
GLANCE = 0.05
"""Seconds after which it is looked again, whether or not something was heard to change."""
HOST = "127.0.0.1"


class RealClock(Clock):
    """Goes."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


@dataclass(repr=False)
class OpenClinic(Clinic):
    """A Clinic whose program moves by itself; after each act of a client, wait until it has come to rest."""

    opened: Database | None = None
    changed: Bell = field(default_factory=Bell)
    console: str = ""
    phone_page: str = ""
    phones: dict[str, Phone] = field(default_factory=dict)
    """The phones of those who get in, by name."""

    def client(self, name: str = "Ana", today: str = "", language: str = "en") -> Client:
        person = self.cloud.add_person(name, language_code=language)
        self.clients.append(Client(self, Phone(self.cloud, person, self.account), by=self.by))
        return self.clients[-1]

    def somebody(self, name: str, role: Role) -> Phone:
        """One of the team, who has opened the chat with the bot."""
        person = self.cloud.add_person(name)
        self.cloud.chat_with(person, self.account).opened = True
        self.members[person.id] = Member(person.id, name, role)
        self.phones[name] = Phone(self.cloud, person, self.account)
        return self.phones[name]

    async def work(self) -> None:
        async with asyncio.timeout(PATIENCE):
            heard = self.changed.rings
            while self.account.feed.waiting or not self._at_rest():
                await self.changed.wait(heard, GLANCE)
                heard = self.changed.rings

    def _at_rest(self) -> bool:
        with self.look() as work:
            return not work.inbox.waiting() and not work.outbox.waiting()

    def look(self) -> Work:
        if self.opened is None:
            raise AssertionError("the clinic is not open")
        return self.opened.look(utc_now())

    @property
    def today(self) -> date:
        return utc_now().astimezone(self.flow.clinic.zone).date()


@asynccontextmanager
async def open_clinic(
    flow: Flow, wording: Wording, database: Database, *, framed: bool = False
) -> AsyncIterator[OpenClinic]:
    """Courtney reviews, Dana is an admin; alerts go to Courtney. With `framed` the phone's page shows the console."""
    cloud = Cloud()
    clinic = OpenClinic(flow, wording, "", cloud, RealClock(), opened=database)
    courtney = clinic.somebody("Courtney", Role.REVIEWER)
    clinic.somebody("Dana", Role.ADMIN)
    place = listen(HOST, 0)
    port = place.getsockname()[1]
    clinic.console = f"http://{HOST}:{port}"
    beside = f"{clinic.console}/" if framed else ""
    async with serve_standin(cloud, beside=beside) as standin, connect(TOKEN, standin.url) as bot:
        clinic.phone_page = standin.url
        desk = Desk(flow, database, clinic.advance, (courtney.person.id,), clinic.members, clinic.console, "IntakeBot")
        office = Office(
            flow=flow,
            database=database,
            staff=clinic.members,
            url=clinic.console,
            clock=utc_now,
            desk=desk,
            changed=clinic.changed,
            send_code=send_code,
            demo=framed,
            framed_by=standin.url if framed else "",
        )
        async with serve_console(office, HOST, port):
            # Held until the console listened there itself, so that nobody else could be given the port.
            place.close()
            ledger, presence = Ledger(desk, bot.id), database.presence()
            workers = Workers(desk, Receiver(bot), Gateway(bot), ledger, presence, clinic.changed)
            running = asyncio.create_task(workers.run())
            with capture_logs() as logs:
                try:
                    yield clinic
                finally:
                    workers.stop()
                    await running
            assert not [text for client in clinic.clients for text in client.own_words if text in str(logs)]
