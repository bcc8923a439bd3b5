"""Which tables there are: the revision that the database is at, and the one that this program wants.

Alembic could say so too, but it takes a tenth of a second and 11 MB: only who migrates needs it.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

import storage.migrations
from storage.room import Room

AT = text("SELECT version_num FROM alembic_version")
VERSIONS = "[0-9]*_*.py"
"""A migration's file is named by its number, and those count up."""


def folder() -> Path:
    """Where the migrations are."""
    return Path(storage.migrations.__path__[0])


def known(scripts: Path) -> list[str]:
    """Every revision that these migrations lead to, oldest first."""
    return sorted(path.name.partition("_")[0] for path in (scripts / "versions").glob(VERSIONS))


def wanted() -> str:
    """This program's."""
    return known(folder())[-1]


def found(connection: Connection) -> str:
    """The database's; empty for one that was never migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(AT).scalar_one_or_none() or "")


class Revision(Room):
    __slots__ = ()

    def found(self) -> str:
        """The database's; empty for one that was never migrated to the end."""
        return found(self.connection)
