"""Databases for programs to die on, and what a story leaves that nobody interrupts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from storage.database import migrate
from tests.crash.world import FIGURES, Left, copied, world

if TYPE_CHECKING:
    from tests.crash.world import Databases
    from tests.postgres import Server


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Databases in files."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    migrate(f"sqlite:///{file}")
    return partial(copied, file)


@pytest.fixture(scope="session")
def on_server(server: Server) -> Databases:
    """Databases on a PostgreSQL server."""
    return server.database


@pytest.fixture(scope="session")
def uninterrupted(files: Databases) -> Left:
    with world(files) as there:
        there.tell()
        assert not there.lives.graves
        return there.left()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many deaths there were, and what they met."""
    for report in terminalreporter.getreports("passed"):
        for name, figures in report.user_properties:
            if name == FIGURES:
                terminalreporter.write_line(f"{report.location[2]}: {figures}")
