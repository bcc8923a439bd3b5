"""A migrated database of its own for every test, copied from one that was migrated once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import storage.migrations
from storage.database import Database, migrate, open_database
from storage.work import Work
from tests.folders import quick_folder
from tests.postgres import KINDS
from tests.storage.given import NOW

MIGRATIONS = Path(storage.migrations.__file__).parent


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "bot.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def file(migrated: Path) -> Iterator[Path]:
    with quick_folder() as folder:
        yield Path(shutil.copy(migrated, folder / "bot.db"))


@pytest.fixture
def sqlite_url(file: Path) -> str:
    """For what is true of a file only."""
    return f"sqlite:///{file}"


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of one's own, once of each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        with request.getfixturevalue("server").database() as made:
            yield made


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    database = open_database(url)
    yield database
    database.close()


@pytest.fixture
def work(database: Database) -> Iterator[Work]:
    """A Work that is never committed: for tests of what one transaction sees."""
    with database.work(NOW) as work:
        yield work


@pytest.fixture
def a_step_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretends that the program has one migration more than the database; what it does can be said."""

    def pretend(does: str = 'op.execute("SELECT 1")') -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, folder)
        source = 'from alembic import op\nrevision = "0004"\ndown_revision = "0003"\ndef upgrade():\n'
        source += f'    op.execute("CREATE TABLE made_first (id INTEGER)")\n    {does}\n'
        (folder / "versions" / "0004_pretended.py").write_text(source)
        monkeypatch.setattr("storage.revision.folder", lambda: folder)

    return pretend
