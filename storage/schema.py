"""The tables in a database against the tables of this program: checked before use, brought up to date on request."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from storage import revision
from storage.engine import engine_for, parsed
from storage.postgres import hold_migration
from storage.refusals import SchemaMissing, SchemaNewer, SchemaOld, Unreachable
from storage.samples import sample_no_words
from storage.sqlite import file_of, links_broken

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(url: str) -> None:
    """Brings the tables up to this program's, all or nothing; makes the file, for its owner's eyes only, if need be.

    Raises SchemaNewer when they are ahead of this program, and Unreachable.
    """
    file = file_of(parsed(url))
    # SQLite changes a table by making it anew: with foreign keys on, dropping the old one drops what links to it.
    engine = engine_for(url, foreign_keys=False)
    try:
        if file:
            file.touch(mode=0o600)
        with engine.begin() as connection:
            hold_migration(connection)
            _upgrade(connection)
    except (DatabaseError, OSError):
        raise Unreachable from None
    finally:
        engine.dispose()


def check(connection: Connection) -> None:
    """Raises SchemaMissing, SchemaOld or SchemaNewer unless the tables are exactly this program's."""
    found, known = schema_of(connection), revision.known(scripts())
    if found not in known:
        raise SchemaNewer
    if found != known[-1]:
        raise SchemaOld


def schema_of(connection: Connection) -> str:
    """The migration that the tables are at. Raises SchemaMissing where there are none."""
    found = revision.found(connection)
    if not found:
        raise SchemaMissing
    return found


def refuse_newer(connection: Connection) -> None:
    """Raises SchemaNewer or SchemaMissing; older tables are fine here."""
    with suppress(SchemaOld):
        check(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Brings the tables up to a migration, within the open transaction. Raises SchemaNewer for an unknown one."""
    # Only who migrates needs it: it takes a tenth of a second and 11 MB.
    from alembic import command

    settings = config()
    settings.attributes["connection"] = connection
    if to not in ("head", *revision.known(scripts())):
        raise SchemaNewer
    command.upgrade(settings, to)
    sample_no_words(connection)


def config() -> Config:
    """Alembic's settings, the same from every directory and when installed."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(scripts()))
    return settings


def scripts() -> Path:
    """Where the migrations are."""
    return revision.folder()


def _upgrade(connection: Connection) -> None:
    try:
        check(connection)
    except (SchemaMissing, SchemaOld):
        upgrade(connection)
        if links_broken(connection):
            raise Unreachable("The tables could not be migrated: some rows link to rows that are not there.") from None
