"""What tests of the running program share: the real flow, and a database of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.flow import Flow, load
from storage.database import Database, migrate, open_database
from tests.folders import quick_folder
from tests.postgres import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ON_BOTH = frozenset(
    {
        "tests.bot.test_operating_commands",
        "tests.bot.test_team",
        "tests.bot.test_turns",
        "tests.bot.console.test_actions",
        "tests.bot.watch.test_figures",
    }
)
"""Where it is tested what is written and read in one transaction, which is where databases differ."""


@pytest.fixture(scope="session")
def flow() -> Flow:
    return load()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with nothing in it, to be copied."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    migrate(f"sqlite:///{file}")
    return file


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames and metafunc.module.__name__ in ON_BOTH:
        metafunc.parametrize("database_url", KINDS, indirect=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, empty_file: Path) -> Iterator[str]:
    """A database of one's own: a file, or what a test is parametrised with."""
    if getattr(request, "param", "sqlite") == "postgresql":
        with request.getfixturevalue("server").database() as url:
            yield url
        return
    with quick_folder() as folder:
        file = folder / "intake.sqlite3"
        file.write_bytes(empty_file.read_bytes())
        yield f"sqlite:///{file}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()
