"""Which tables there are: the revision that the database is at, and the one that this program wants."""

from alembic.script import ScriptDirectory
from sqlalchemy import text

from storage.room import Room
from storage.schema import config

AT = text("SELECT version_num FROM alembic_version")


def wanted() -> str:
    """This program's; it reads the migrations, so ask once."""
    return ScriptDirectory.from_config(config()).get_current_head() or ""


class Revision(Room):
    __slots__ = ()

    def found(self) -> str:
        """The database's; empty for one that was never migrated to the end."""
        return str(self.connection.execute(AT).scalar_one_or_none() or "")
