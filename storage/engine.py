"""The engine for a database address, set up the way this house needs it."""

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from storage.refusals import Unreachable
from storage.sqlite import tame


def parsed(url: str) -> URL:
    """Raises Unreachable for what is no address."""
    try:
        return make_url(url)
    except ArgumentError:
        raise Unreachable from None


def engine_for(url: str, foreign_keys: bool = True) -> Engine:
    """An engine that has connected to nothing yet; raises Unreachable for a database we cannot speak to."""
    try:
        engine = create_engine(parsed(url), hide_parameters=True)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise Unreachable from None
    if engine.dialect.name == "sqlite":
        tame(engine, foreign_keys)
    return engine
