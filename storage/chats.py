"""What is known of a chat beside its intakes."""

from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, select

from storage.prepared import Prepared
from storage.room import Room
from storage.tables import ChatRow, table
from storage.upserts import put_one

CHATS = table(ChatRow)
ONE = Prepared(
    select(CHATS.c.chat_id, CHATS.c.language, CHATS.c.parked, CHATS.c.album, CHATS.c.explained).where(
        CHATS.c.chat_id == bindparam("which")
    )
)


@dataclass(frozen=True, slots=True)
class Chat:
    """`language` is the one chosen; `album` the last one that got its line; `parked` while the client blocks us."""

    chat_id: int
    language: str | None = None
    parked: bool = False
    album: str | None = None
    explained: bool = False


class Chats(Room):
    __slots__ = ()

    def get(self, chat_id: int) -> Chat:
        """The chat; one that was never saved is as new."""
        row = ONE.first(self.connection, {"which": chat_id})
        return Chat(*row) if row else Chat(chat_id)

    def save(self, chat: Chat) -> None:
        put_one(self.connection, CHATS, asdict(chat))
