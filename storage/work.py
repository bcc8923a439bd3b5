"""Work: one transaction, with a room for each thing that is stored."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

import psycopg
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage.alerts import Alerts
from storage.audit import Audit
from storage.cases import Cases
from storage.chats import Chats
from storage.columns import in_utc
from storage.deadlines import Deadlines
from storage.engine import options_for_reading
from storage.erasure import erase_chat
from storage.events import Events
from storage.forms import Forms
from storage.inbox import Inbox
from storage.intakes import Intakes
from storage.marks import Marks
from storage.notes import Notes
from storage.outbox import Outbox
from storage.passed_on import PassedOnRoom
from storage.passing import is_passing
from storage.postgres import hold_chat, tell_others
from storage.quarantine import Quarantine
from storage.queues import QueuesRoom
from storage.refusals import Busy
from storage.reports import Reports
from storage.retention import Retention
from storage.searches import Searches
from storage.sessions import Sessions
from storage.sign_ins import SignIns
from storage.sqlite import scrub
from storage.terms import Terms
from storage.transcript import Transcript
from storage.workers import WorkersRoom

FAILURES = (DBAPIError, sqlite3.Error, psycopg.Error)
"""What a statement may raise; those that are prepared are run by the driver itself."""


class Work:
    """One transaction at one moment, used by one thread; rolls back unless committed.

    Raises Busy, as it begins, in it or as it commits, where the database cannot now: nothing of it is written then.
    """

    def __init__(self, engine: Engine, now: datetime, reading: bool = False) -> None:
        """One that is only `reading` holds up nobody who writes. Raises ValueError when `now` has no zone."""
        self.now = in_utc(now)
        self._reading = reading
        self._engine = engine
        self._erased = False

    def __enter__(self) -> Self:
        with _translated():
            connection = self._engine.connect()
            try:
                if self._reading:
                    connection.execution_options(**options_for_reading(self._engine))
                connection.begin()
            except BaseException:
                connection.close()
                raise
        self._open_rooms(connection)
        return self

    def _open_rooms(self, connection: Connection) -> None:
        self._connection = connection
        self.inbox = Inbox(connection, self.now)
        self.chats = Chats(connection, self.now)
        self.intakes = Intakes(connection, self.now)
        self.transcript = Transcript(connection, self.now)
        self.outbox = Outbox(connection, self.now)
        self.deadlines = Deadlines(connection, self.now)
        self.events = Events(connection, self.now)
        self.passed_on = PassedOnRoom(connection, self.now)
        self.retention = Retention(connection, self.now)
        self.cases = Cases(connection, self.now)
        self.terms = Terms(connection, self.now)
        self.notes = Notes(connection, self.now)
        self.forms = Forms(connection, self.now)
        self.searches = Searches(connection, self.now)
        self.sessions = Sessions(connection, self.now)
        self.sign_ins = SignIns(connection, self.now)
        self.audit = Audit(connection, self.now)
        self.alerts = Alerts(connection, self.now)
        self.reports = Reports(connection, self.now)
        self.workers = WorkersRoom(connection, self.now)
        self.marks = Marks(connection, self.now)
        self.queues = QueuesRoom(connection, self.now)
        self.quarantine = Quarantine(connection, self.now)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with _translated():
            self._connection.close()
            if isinstance(error, FAILURES):
                raise error

    def alone_with(self, chat_id: int) -> None:
        """Until this Work is over nobody else changes what belongs to the chat; on SQLite nobody does anyway."""
        hold_chat(self._connection, chat_id)

    def tell_others(self, holder: int) -> None:
        """Wakes the other workers once this is committed; they know by the holder who told."""
        tell_others(self._connection, holder)

    def commit(self) -> None:
        """Makes all of it last and ends the Work: its rooms answer no more."""
        self._connection.commit()
        self._connection.close()
        if self._erased:
            scrub(self._engine)

    def erase(self, chat_id: int) -> None:
        """Every word of the client and every row of the chat; what is put after this, a farewell, stays.

        With the commit the words are gone from the file as well: who asked for it need not wait for a quiet minute.
        Turns of before are gone: put the farewell with no Turn. Updates nobody has begun to work on stay too.
        """
        erase_chat(self._connection, chat_id)
        self._erased = True


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except FAILURES as error:
        if is_passing(error):
            raise Busy from error
        raise
