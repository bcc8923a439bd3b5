"""Which tables there are."""

from storage.database import Database
from storage.revision import Revision, wanted
from storage.work import Work
from tests.storage.given import NOW


def test_a_migrated_database_is_at_the_revision_that_is_wanted(database: Database) -> None:
    with database.look(NOW) as work:
        assert Revision(work.inbox.connection, NOW).found() == wanted() > "0001"


def test_a_database_without_a_revision_has_none(work: Work) -> None:
    work.inbox.connection.exec_driver_sql("DELETE FROM alembic_version")
    assert Revision(work.inbox.connection, NOW).found() == ""
