"""The engine for a database address, set up the way this house needs it."""

from time import monotonic
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, InvalidatePoolError, NoSuchModuleError

from storage import postgres
from storage.refusals import Unreachable
from storage.sqlite import READING, tame

RESTED = 1.0
"""After how long without use a server is asked whether it still has a connection, in seconds."""


def parsed(url: str) -> URL:
    """Raises Unreachable for what is no address."""
    try:
        return postgres.driven(make_url(url))
    except ArgumentError:
        raise Unreachable from None


def engine_for(url: str, foreign_keys: bool = True) -> Engine:
    """An engine that has connected to nothing yet; raises Unreachable for a database we cannot speak to."""
    address = parsed(url)
    on_server = address.get_backend_name() == "postgresql"
    # The one that was used last is used next: it has its statements prepared.
    more: dict[str, Any] = {"connect_args": postgres.connecting(), "pool_use_lifo": True} if on_server else {}
    try:
        engine = create_engine(address, hide_parameters=True, **more)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise Unreachable from None
    if engine.dialect.name == "sqlite":
        tame(engine, foreign_keys)
    else:
        _mind_rests(engine)
    return engine


def _mind_rests(engine: Engine) -> None:
    """See what the server has closed meanwhile, as it does when it restarts, before that is used.

    To ask each time would cost as much as another statement: what is in use tells by itself.
    """

    def note(_connection: object, record: Any) -> None:
        record.info["rests_since"] = monotonic()

    def ask(connection: Any, record: Any, _fairy: object) -> None:
        if monotonic() - record.info.get("rests_since", monotonic()) < RESTED:
            return
        try:
            engine.dialect.do_ping(connection)
        except postgres.errors() as problem:
            raise InvalidatePoolError from problem

    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", ask)


def options_for_reading(engine: Engine) -> dict[str, Any]:
    """The execution options of a connection whose one transaction looks at one state and writes nothing."""
    return {READING: True} if engine.dialect.name == "sqlite" else dict(postgres.READING)
