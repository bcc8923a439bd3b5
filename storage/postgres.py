"""What PostgreSQL needs to be safe here: how we connect, what is passing, and the locks that many workers share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeGuard

from sqlalchemy import URL, BigInteger, Connection, bindparam, func, select

from storage.prepared import Prepared
from storage.presence import News

if TYPE_CHECKING:
    import psycopg

SECONDS = 10
"""How long we wait for the server, and for a lock that somebody holds."""
# Plans are kept. One that was made while a table was empty would read all of it when it is full. A bitmap leads to
# every version of a row that was due once, where an index scan forgets those that are gone. To compile a plan takes
# longer than what is asked here. And a list of numbers is looked into from end to end if it might not find room.
SETTINGS = {
    "lock_timeout": f"{SECONDS}s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
    "client_encoding": "UTF8",
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
    "jit": "off",
    "work_mem": "16MB",
}
ALIVE = {"connect_timeout": SECONDS, "keepalives_idle": 30, "tcp_user_timeout": SECONDS * 1000}
PASSING = frozenset({"25006", "25P02", "25P03", "57014", "XX000"})
"""Beside everything that is operational: a server that has become a standby, a transaction that was ended for us."""
DAMAGE = frozenset({"XX001", "XX002"})
"""A page of a table or of an index that cannot be read."""
READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""The execution options of a connection that looks at one state of the database."""

# Locks with one number are chats; those with two are of a kind and a number.
WORKER, ALONE = 1, 2
LEADER, MIGRATION = 1, 2
INT4 = 2**31

OF_CHAT = Prepared(select(func.pg_advisory_xact_lock(bindparam("chat", type_=BigInteger)).label("held")))
TELL = Prepared(select(func.pg_notify(bindparam("news"), bindparam("who")).label("told")))
FOR_MIGRATION = select(func.pg_advisory_xact_lock(ALONE, MIGRATION))


def is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def driven(url: URL) -> URL:
    """The address with the driver that we use, whichever of its usual names it was given by."""
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() in ("postgresql", "postgres") else url


def connecting() -> dict[str, Any]:
    """What every connection is opened with."""
    options = " ".join(f"-c {name}={setting}" for name, setting in SETTINGS.items())
    return {**ALIVE, "options": options, "application_name": "intake"}


def parameters(url: URL) -> dict[str, Any]:
    """The same for a connection that no engine opens."""
    return {**url.translate_connect_args(username="user", database="dbname"), **url.query, **connecting()}


def errors() -> tuple[type[psycopg.Error], ...]:
    """Whatever its driver raises: nothing on a file, where that is never loaded, for it is 7 MB of memory."""
    driver = sys.modules.get("psycopg")
    return (driver.Error,) if driver else ()


def is_own(error: BaseException | None) -> TypeGuard[psycopg.Error]:
    """Whether a server, or the way to it, says so."""
    return isinstance(error, errors())


def is_passing(error: psycopg.Error) -> bool:
    """Whether the same may go well later: the server away or full, a lock held for long, a deadlock broken."""
    # Whoever has one of its errors has loaded it.
    from psycopg import InterfaceError, OperationalError

    return isinstance(error, OperationalError | InterfaceError) or error.sqlstate in PASSING


def hold_chat(connection: Connection, chat_id: int) -> None:
    """Until the transaction ends nobody else changes what belongs to this chat; they wait here."""
    if is_postgres(connection):
        OF_CHAT.run(connection, {"chat": chat_id})


def hold_migration(connection: Connection) -> None:
    """Until the transaction ends nobody else migrates."""
    if is_postgres(connection):
        connection.execute(FOR_MIGRATION)


def tell_others(connection: Connection, news: News, holder: int) -> None:
    """Wakes the other workers once this transaction is committed."""
    if is_postgres(connection):
        TELL.run(connection, {"news": news.value, "who": str(holder)})
