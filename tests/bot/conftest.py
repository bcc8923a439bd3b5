"""What tests of the running program share: the real flow, and a database of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.flow import Flow, load
from storage.database import Database, migrate, open_database
from tests.folders import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def flow() -> Flow:
    return load()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with nothing in it, to be copied."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def database_url(empty_file: Path) -> Iterator[str]:
    """A database of one's own."""
    with quick_folder() as folder:
        file = folder / "intake.sqlite3"
        file.write_bytes(empty_file.read_bytes())
        yield f"sqlite:///{file}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()
