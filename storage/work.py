"""Work: one transaction, with a room for each thing that is stored."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

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
from storage.passing import failures, translated
from storage.postgres import hold_chat, tell_others
from storage.presence import News
from storage.quarantine import Quarantine
from storage.queues import QueuesRoom
from storage.reports import Reports
from storage.retention import Retention
from storage.searches import Searches
from storage.sessions import Sessions
from storage.sign_ins import SignIns
from storage.sqlite import scrub
from storage.terms import Terms
from storage.transcript import Transcript
from storage.workers import WorkersRoom


class Work:
    """One transaction at one moment, used by one thread; rolls back unless committed.

    Raises Busy, as it begins, in it or as it commits, where the database cannot now: nothing of it is written then.
    Raises Unusable where it never can again. After the commit as well: what was written into a file that was deleted
    is nowhere, and whoever relies on it must not be told that it is done.
    """

    def __init__(
        self, engine: Engine, now: datetime, reading: bool = False, standing: Callable[[], None] = lambda: None
    ) -> None:
        """One that is only `reading` holds up nobody who writes; `standing` raises where the database is gone.

        Raises ValueError when `now` has no zone.
        """
        self.now = in_utc(now)
        self._reading = reading
        self._engine = engine
        self._standing = standing
        self._erased = False

    def __enter__(self) -> Self:
        # Before anything is opened: SQLite would make an empty file where there is none.
        self._standing()
        with translated():
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
        with translated():
            self._connection.close()
            if isinstance(error, failures()):
                raise error

    def alone_with(self, chat_id: int) -> None:
        """Until this Work is over nobody else changes what belongs to the chat; on SQLite nobody does anyway."""
        hold_chat(self._connection, chat_id)

    def tell_others(self, news: News, holder: int) -> None:
        """Wakes the other workers once this is committed; they know by the holder who told."""
        tell_others(self._connection, news, holder)

    def commit(self) -> None:
        """Makes all of it last and ends the Work: its rooms answer no more."""
        self._connection.commit()
        self._connection.close()
        self._standing()
        if self._erased:
            scrub(self._engine)

    def erase(self, chat_id: int) -> None:
        """Every word of the client and every row of the chat; what is put after this, a farewell, stays.

        With the commit the words are gone from the file as well: who asked for it need not wait for a quiet minute.
        Turns of before are gone: put the farewell with no Turn. Updates nobody has begun to work on stay too.
        """
        erase_chat(self._connection, chat_id)
        self._erased = True
