"""The database behind DATABASE_URL: opened only when its tables are ours, one Work at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from storage.engine import engine_for, parsed
from storage.leftovers import rewrite
from storage.own_file import OwnFile
from storage.passing import is_damage, translated
from storage.presence import Presence, presence_at
from storage.refusals import AlreadyRunning, Broken, Busy, SchemaMissing, Unreachable, Unusable
from storage.schema import check, migrate
from storage.sqlite import file_of, scrub
from storage.work import Work

__all__ = ["Database", "migrate", "one_process", "open_database"]

PRUNES = timedelta(days=1)
SCRUBS = timedelta(minutes=1)
REWRITES = timedelta(minutes=10)


class Database:
    """Gives out Works, to any number of threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._own_file = OwnFile.of(file_of(engine.url))
        self._last: dict[str, datetime] = {}

    def work(self, now: datetime) -> Work:
        """One transaction; `now` is the time of everything written in it."""
        return Work(self._engine, now, standing=self._own_file.check)

    def look(self, now: datetime) -> Work:
        """One transaction that only reads, of one state of the database, and holds up nobody."""
        return Work(self._engine, now, reading=True, standing=self._own_file.check)

    def presence(self) -> Presence:
        """That of a worker which has not entered yet."""
        return presence_at(self._engine.url)

    def tidy(self, now: datetime, unread: timedelta, is_night: bool = True) -> None:
        """For a moment in which nobody waits: what nobody needs goes, and what erased words left behind in the files.

        May be called at any time: it prunes once a day, scrubs a file once a minute and a server every ten minutes,
        where large tables are left for the night (see storage/leftovers.py). For `unread` see `Retention.prune`.
        Raises Busy and Unusable.
        """
        if self._is_time("prune", now, PRUNES):
            with self.work(now) as work:
                work.retention.prune(unread)
                work.commit()
        if self._is_time("scrub", now, SCRUBS):
            self.tidy_file()
        self.tidy_server(now, is_night)

    def tidy_server(self, now: datetime, is_night: bool) -> None:
        """The same for a server alone, where it holds up nobody for long. Raises Busy."""
        if self._is_time("rewrite", now, REWRITES):
            with translated():
                rewrite(self._engine, is_night)

    def tidy_file(self) -> None:
        """What erased words left behind in a file goes at once. Raises Busy and Unusable."""
        self._own_file.check()
        with translated():
            scrub(self._engine)

    def _is_time(self, task: str, now: datetime, every: timedelta) -> bool:
        last = self._last.get(task)
        if last is not None and last <= now < last + every:
            return False
        self._last[task] = now
        return True

    def close(self) -> None:
        # Whoever closes it because it is gone has said so; a file must not be made anew for tidying it up.
        with suppress(Busy, Unusable):
            self.tidy_file()
        self._engine.dispose()


def open_database(url: str) -> Database:
    """Opens a database whose tables are exactly this program's, else raises a Refused that says what to do."""
    file = file_of(parsed(url))
    if file and not file.exists():
        raise SchemaMissing
    engine = engine_for(url)
    try:
        with engine.connect() as connection:
            check(connection)
    except DatabaseError as error:
        engine.dispose()
        raise (Broken if is_damage(error) else Unreachable) from None
    except BaseException:
        engine.dispose()
        raise
    database = Database(engine)
    database.tidy_file()
    return database


@contextmanager
def one_process(url: str) -> Iterator[None]:
    """Holds the lock file beside a SQLite file, or raises AlreadyRunning; the system lets go of it when we die."""
    file = file_of(parsed(url))
    if file is None:
        yield
        return
    handle = _opened(file.with_name(f"{file.name}.lock"))
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _opened(lock_file: Path) -> int:
    try:
        return os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise Unreachable from None


def _lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AlreadyRunning from None
