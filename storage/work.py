"""Work: one transaction, with a room for each thing that is stored."""

from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from storage.chats import Chats
from storage.columns import in_utc
from storage.deadlines import Deadlines
from storage.erasure import erase_chat
from storage.events import Events
from storage.inbox import Inbox
from storage.intakes import Intakes
from storage.outbox import Outbox
from storage.passed_on import PassedOnRoom
from storage.retention import Retention
from storage.sqlite import needs_scrubbing, scrub
from storage.transcript import Transcript


class Work:
    """One transaction at one moment, used by one thread; rolls back unless committed."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        """Raises ValueError when `now` has no zone."""
        self.now = in_utc(now)
        self._engine = engine

    def __enter__(self) -> Self:
        connection = self._engine.connect()
        try:
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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def commit(self) -> None:
        """Makes all of it last and ends the Work: its rooms answer no more."""
        leftovers = needs_scrubbing(self._connection)
        self._connection.commit()
        self._connection.close()
        if leftovers:
            scrub(self._engine)

    def erase(self, chat_id: int) -> None:
        """Every word of the client and every row of the chat; what is put after this, a farewell, stays.

        Turns of before are gone: put the farewell with no Turn. Updates nobody has begun to work on stay too.
        """
        erase_chat(self._connection, chat_id)
