"""The engine for a database address, set up the way this house needs it."""

from typing import Any

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from storage import postgres
from storage.refusals import Unreachable
from storage.sqlite import READING, tame


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
    # A connection that the server has closed meanwhile, as it does when it restarts, is seen before it is used.
    more: dict[str, Any] = {"connect_args": postgres.connecting(), "pool_pre_ping": True} if on_server else {}
    try:
        engine = create_engine(address, hide_parameters=True, **more)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise Unreachable from None
    if engine.dialect.name == "sqlite":
        tame(engine, foreign_keys)
    return engine


def options_for_reading(engine: Engine) -> dict[str, Any]:
    """The execution options of a connection whose one transaction looks at one state and writes nothing."""
    return {READING: True} if engine.dialect.name == "sqlite" else dict(postgres.READING)
