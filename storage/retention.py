"""How long things are kept, and their removal when that is over."""

from datetime import datetime, timedelta

from sqlalchemy import and_, delete, exists, update

from storage.erasure import erase_intake
from storage.inbox import BARE
from storage.leftovers import ask_for_scrubbing
from storage.outbox import OPEN
from storage.room import Room
from storage.searches import Searches
from storage.staff_tables import AlertRow
from storage.tables import ChatRow, InboxRow, InboxState, IntakeRow, OutboxRow, table
from storage.workers import WorkersRoom

INBOX, CHATS, INTAKES, OUTBOX = table(InboxRow), table(ChatRow), table(IntakeRow), table(OutboxRow)
ALERTS = table(AlertRow)

REPEATS = timedelta(days=8)
"""How long a repeat of an update is recognised: Telegram itself keeps none for longer than a day."""
SENT = timedelta(days=1)
"""How long it can be seen what became of a letter."""
ALERTS_KEPT = timedelta(days=30)


class Retention(Room):
    __slots__ = ()

    def erase_intake(self, intake_id: int) -> None:
        """All of the intake, and of its chat when no other intake is left; one that is gone already is no error."""
        erase_intake(self.connection, intake_id)

    def prune(self, unread: timedelta) -> None:
        """What nobody needs any more; `unread` is how long words wait for a person or for a way to a chat."""
        self._empty_quarantine(self.now - unread)
        self._drop_letters(self.now - SENT, self.now - unread)
        finished = and_(INBOX.c.state == InboxState.DONE, INBOX.c.done_at < self.now - REPEATS)
        self.connection.execute(delete(INBOX).where(finished))
        self._drop_chats()
        self.connection.execute(delete(ALERTS).where(ALERTS.c.at < self.now - ALERTS_KEPT))
        Searches(self.connection, self.now).prune()
        WorkersRoom(self.connection, self.now).prune()

    def _empty_quarantine(self, before: datetime) -> None:
        old = and_(INBOX.c.state == InboxState.QUARANTINED, INBOX.c.received_at < before)
        if self.connection.execute(update(INBOX).where(old).values(**BARE)).rowcount:
            ask_for_scrubbing(self.connection)

    def _drop_letters(self, over_before: datetime, put_before: datetime) -> None:
        over = and_(OUTBOX.c.state.not_in(OPEN), OUTBOX.c.done_at < over_before)
        self.connection.execute(delete(OUTBOX).where(over))
        # A farewell or an alert that finds its chat shut for ever.
        stranded = and_(OUTBOX.c.turn_id.is_(None), OUTBOX.c.put_at < put_before)
        self.connection.execute(delete(OUTBOX).where(stranded))

    def _drop_chats(self) -> None:
        """A chat of which nothing else is known, unless it is one that was told we take no intakes there."""
        rooms = (
            exists().where(INTAKES.c.chat_id == CHATS.c.chat_id),
            exists().where(OUTBOX.c.chat_id == CHATS.c.chat_id),
            exists().where(INBOX.c.chat_id == CHATS.c.chat_id),
        )
        self.connection.execute(delete(CHATS).where(~CHATS.c.explained, *(~room for room in rooms)))
